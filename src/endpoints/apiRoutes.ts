import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { getPayload, type SanitizedConfig } from 'payload'
import { httpStatus } from '@/access/httpStatus'
import { languageAsked } from '@/access/languageOf'
import { sessionStrategy } from '@/accounts/sessionStrategy'
import type { Refusal } from '@/domain/refusal'
import { headersOfEveryAnswer, isSecureSite, POLICY_OF_DATA } from '@/headers/securityHeaders'
import { sayRefusal } from '@/messages/translate'
import { TOO_LONG, TOO_MANY_COOKIES } from './addressLimit'
import { formProblem } from './formProblem'
import { readUpTo } from './readUpTo'
import { isSearchInBody, requestLimit, takesDocuments, takesFiles } from './requestLimit'
import { filesTooLarge } from './uploadedForm'

type Route = (request: Request, args: { params: Promise<{ slug?: string[] }> }) => Promise<Response>

/**
 * Payload's routes and ours, by method, with common duties: a body that is too large is refused before it is read, and
 * no browser or proxy caches an answer, because any of them may contain a draft.
 */
export function apiRoutes(config: Promise<SanitizedConfig>) {
  return {
    DELETE: guarded(REST_DELETE(config), config),
    GET: guarded(REST_GET(config), config),
    OPTIONS: guarded(REST_OPTIONS(config), config),
    PATCH: guarded(REST_PATCH(config), config),
    POST: guarded(REST_POST(config), config),
    PUT: guarded(REST_PUT(config), config),
  }
}

function guarded(route: ReturnType<typeof REST_GET>, config: Promise<SanitizedConfig>): Route {
  return async (request, { params }) => {
    const bounded = await withinItsLimit(request, config)
    const answer =
      bounded instanceof Response
        ? bounded
        : await route(bounded, { params: params.then(({ slug }) => ({ slug: asNamed(slug ?? []) })) })
    return withHeaders(answer)
  }
}

/**
 * Payload looks a collection up in an object, in which `constructor` exists too: such a request is sent to an unknown
 * address (3.90.2).
 */
function asNamed(slug: string[]): string[] {
  const [first = ''] = slug
  return first in Object.prototype ? ['', ...slug] : slug
}

/** The request, or the answer that refuses it. */
async function withinItsLimit(request: Request, config: Promise<SanitizedConfig>): Promise<Request | Response> {
  const { pathname } = new URL(request.url)
  if (pathname === TOO_LONG) return refused({ request, refusal: { key: 'request.address-too-long' } })
  if (pathname === TOO_MANY_COOKIES) return refused({ request, refusal: { key: 'request.cookies-too-many' } })
  if (!isReadable(pathname))
    return refused({ request, refusal: { key: 'request.malformed', params: { where: 'URL' } } })
  if (request.method !== 'GET' && request.method !== 'HEAD' && isSearchInBody(request.headers)) {
    // Payload would read anything else unchecked.
    const isForm = (request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
    if (request.body && !isForm)
      return refused({ request, refusal: { key: 'request.malformed', params: { where: 'body' } } })
  }
  const wrongForm = request.body && formProblem(request.headers.get('content-type') ?? '')
  if (wrongForm) return refused({ request, refusal: wrongForm })
  if (request.body && takesFiles(pathname)) {
    if (!(await isSignedIn({ request, config }))) return refused({ request, refusal: { key: 'refusal.sign-in' } })
    // It would be read to its end, and stored, before anybody checks whether this person may send files.
    if (request.headers.get('content-length') === null)
      return refused({ request, refusal: { key: 'request.size-missing' } })
  }
  const limit = requestLimit({ pathname, headers: request.headers })
  const said = request.headers.get('content-length')
  if (said !== null && Number(said) > limit) return tooLarge({ request, limit })
  // If the sender declares the length, the server accepts no more than that; otherwise the bytes are counted.
  if (said !== null || !request.body) return request
  const body = await readUpTo({ body: request.body, limit })
  if (!body) return tooLarge({ request, limit })
  // Next passes a substitute of the request, from which Node 24 cannot make another (undici reads its private fields).
  const { url, method, headers, signal } = request
  return new Request(url, { method, headers, signal, body })
}

/** Files of anonymous requests are not read to the end only to be refused then. */
async function isSignedIn({
  request: { headers },
  config,
}: {
  request: Request
  config: Promise<SanitizedConfig>
}): Promise<boolean> {
  const payload = await getPayload({ config })
  return (await sessionStrategy.authenticate({ headers, payload })).user !== null
}

/** No file or document has a name with a zero byte, or with an incomplete escape. */
function isReadable(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes('\0')
  } catch {
    return false
  }
}

function tooLarge({ request, limit }: { request: Request; limit: number }): Response {
  // A person who imports is told the limit of the import, and what to do.
  if (takesDocuments(new URL(request.url).pathname)) return refused({ request, refusal: filesTooLarge() })
  const size = limit >= 1024 * 1024 ? `${Math.floor(limit / 1024 / 1024)} MB` : `${Math.floor(limit / 1024)} KB`
  return refused({ request, refusal: { key: 'request.too-large', params: { limit: size } } })
}

/** In both formats: Payload's screens read `errors`, ours `because`. */
function refused({ request, refusal }: { request: Request; refusal: Refusal }): Response {
  const text = sayRefusal(languageAsked(request.headers) ?? 'en', refusal)
  const said = { ok: false, because: [{ ...refusal, text }], errors: [{ message: text }] }
  return Response.json(said, { status: httpStatus(refusal) })
}

function withHeaders(answer: Response): Response {
  const headers = new Headers(answer.headers)
  const isSecure = isSecureSite(process.env.SERVER_URL)
  for (const [name, value] of Object.entries(headersOfEveryAnswer({ isSecure }))) headers.set(name, value)
  if (!/\bno-store\b/.test(headers.get('Cache-Control') ?? '')) headers.set('Cache-Control', 'no-store')
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', POLICY_OF_DATA)
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers })
}
