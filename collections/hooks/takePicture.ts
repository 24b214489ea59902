import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook, CollectionBeforeValidateHook } from 'payload'
import { actorOf } from '@/access/actorOf'
import { isInsideAction } from '@/access/insideAction'
import { requestError } from '@/access/requestError'
import { cleanPicture } from '@/actions/cleanPicture'
import { fileNameOf, keptFileOf } from '@/actions/keepPicture'
import { type Actor, ALL_COUNTRIES, countriesOf, DRAFTERS, hasRole } from '@/domain/actor'
import { MASTER } from '@/domain/release'

/**
 * A file that is sent with a new picture is cleaned before it is stored; what its sender says of it is not believed, then or
 * later. A stored file is never replaced.
 */
export const takePictureBeforeOperation: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if ((operation !== 'create' && operation !== 'update') || isInsideAction(req)) return args
  const data = withoutFile('data' in args ? args.data : {})
  const { file } = req
  if (operation === 'update') {
    if (file) throw requestError({ req, refusal: { key: 'refusal.picture-stays' } })
    return { ...args, data }
  }
  const actor = await actorOf(req)
  const country = typeof data.country === 'string' ? data.country : actor && ownCountryOf(actor)
  // Access refuses them next: nothing is drawn for them.
  if (!actor || !country || !hasRole({ actor, roles: DRAFTERS, country })) return args
  if (!file) throw requestError({ req, refusal: { key: 'refusal.picture-missing' } })
  const clean = await cleanPicture(file.data)
  if (!clean.ok) {
    const [reason = { key: 'refusal.picture-unreadable' }] = clean.because
    throw requestError({ req, refusal: { ...reason, params: { ...reason.params, name: file.name } } })
  }
  const { bytes, mimeType } = clean.result
  file.data = Buffer.from(bytes)
  file.size = bytes.byteLength
  file.mimetype = mimeType
  file.name = fileNameOf({ picture: clean.result, country })
  return { ...args, data }
}

/** A picture belongs to the country of whoever adds it, and to the common framework where they keep that. */
export const nameOwnCountryBeforeValidate: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || data?.country) return data
  const actor = await actorOf(req)
  return { ...data, country: actor ? ownCountryOf(actor) : undefined }
}

/** An action has kept the file before it makes the document. */
export const noteKeptFileBeforeChange: CollectionBeforeChangeHook = ({ data, operation, req }) =>
  operation === 'create' ? { ...data, ...keptFileOf(req) } : data

function ownCountryOf(actor: Actor): string | undefined {
  const countries = countriesOf(actor, DRAFTERS)
  return countries === ALL_COUNTRIES ? MASTER : countries[0]
}

/** What is found out about a file here, and what Payload would take from whoever sends it. */
const OF_THE_FILE = [
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'focalX',
  'focalY',
  'url',
  'thumbnailURL',
  'sizes',
]

function withoutFile(data: unknown): Record<string, unknown> {
  const all = Object.entries(Object(data))
  return Object.fromEntries(all.filter(([name]) => !OF_THE_FILE.includes(name.split('.')[0] ?? '')))
}
