import type { Endpoint, PayloadRequest } from 'payload'
import { actorOf } from '@/access/actorOf'
import { addPicture } from '@/actions/addPicture'
import { runAction } from '@/actions/runAction'
import { hasRoleAnywhere, ROLES } from '@/domain/actor'
import { type Outcome, refuse } from '@/domain/refusal'
import { MASTER } from '@/domain/release'
import { isDocumentId } from '@/stored/isDocumentId'
import { asRecord, asText } from '@/stored/parse'
import { answer } from './answer'
import { uploadedForm } from './uploadedForm'

/** A large photograph from a good camera has less. */
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024

/** As many as somebody looks through; older ones can be found in the texts that show them. */
const MOST_SHOWN = 60

/** `POST /api/pictures` with a form: the picture (`file`) and its owner (`country`). Answers with its id. */
export const addPictureEndpoint: Endpoint = {
  path: '/pictures',
  method: 'post',
  handler: async (req) => {
    if (!(await actorOf(req))) return answer({ req, outcome: refuse('refusal.sign-in') })
    const form = await uploadedForm({ headers: req.headers, body: req.body }, MAX_PICTURE_BYTES)
    if (!form.ok) return answer({ req, outcome: form })
    const [file, country] = [form.result.get('file'), form.result.get('country')]
    if (!file || typeof file === 'string') return answer({ req, outcome: refuse('refusal.picture-missing') })
    const input = {
      country: typeof country === 'string' ? country : '',
      name: file.name.slice(0, 300),
      bytes: new Uint8Array(await file.arrayBuffer()),
    }
    const outcome = await runAction({ action: addPicture, input, payload: req.payload, user: req.user })
    return answer({ req, outcome })
  },
}

/** `GET /api/pictures?country=ie`: the pictures that a text of this country can show, newest first. */
export const listPicturesEndpoint: Endpoint = {
  path: '/pictures',
  method: 'get',
  handler: async (req) => answer({ req, outcome: await picturesFor(req) }),
}

async function picturesFor(req: PayloadRequest): Promise<Outcome<unknown>> {
  const actor = await actorOf(req)
  if (!actor) return refuse('refusal.sign-in')
  if (!hasRoleAnywhere(actor, ROLES)) return refuse('refusal.not-allowed')
  const country = new URL(req.url ?? '', 'http://localhost').searchParams.get('country') ?? ''
  const { docs } = await req.payload.find({
    collection: 'media',
    depth: 0,
    limit: MOST_SHOWN,
    overrideAccess: false,
    pagination: false,
    req,
    sort: '-createdAt',
    where: { country: { in: [country, MASTER] } },
  })
  const pictures = docs.map((doc) => {
    const { id, filename, country: owner } = asRecord(doc)
    return { id: String(id), filename: asText(filename), country: asText(owner) }
  })
  return { ok: true, result: { pictures } }
}

/**
 * `GET /api/pictures/:id`: redirects to the file of a picture, for those who may see it: texts refer to pictures by
 * their ids.
 */
export const pictureFileEndpoint: Endpoint = {
  path: '/pictures/:id',
  method: 'get',
  handler: async (req) => {
    const id = String(req.routeParams?.id)
    if (!(await actorOf(req)) || !isDocumentId(id)) return new Response(null, { status: 404 })
    const { docs } = await req.payload.find({
      collection: 'media',
      depth: 0,
      overrideAccess: false,
      pagination: false,
      req,
      where: { id: { equals: id } },
    })
    const filename = asText(asRecord(docs[0]).filename)
    if (!filename) return new Response(null, { status: 404 })
    const location = `/api/media/file/${encodeURIComponent(filename)}`
    return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } })
  },
}
