import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload, SanitizedConfig } from 'payload'
import { inject } from 'vitest'
import { databaseUri as uriOfWorker } from './databaseUri'
import { resetTo } from './snapshot'

/** A person with an account; created by the factories, signed in by the first request that they send. */
export type Person = { id: string; email: string; password: string }

type Sent = { body?: unknown; headers: Headers; signal?: AbortSignal }

export type Fields = Record<string, unknown>

/** `body` is the parsed JSON, or {} if the answer has none; `text` is the body as received. */
export type Answer = { status: number; body: Fields; text: string; headers: Headers }

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'OPTIONS'

export type Application = {
  payload: Payload
  config: SanitizedConfig
  /**
   * One request through the handler that the server runs. `path` starts with `/api/`; a body is sent as JSON, a
   * FormData as a form, a Blob unchanged. A person sends the cookie of a real sign-in and the origin of the site; null
   * is anonymous.
   */
  request(
    person: Person | null,
    method: Method,
    path: string,
    body?: unknown,
    headers?: HeadersInit,
    /** The browser disconnects when it is aborted. */
    signal?: AbortSignal,
  ): Promise<Answer>
  /** `POST /api/act/:name`, as the screens do. */
  act(person: Person | null, name: string, input: unknown): Promise<Answer>
  /**
   * The token of a new session of this person. Requests sign in by themselves, so only tests of the sign-in need it.
   */
  signIn(person: Person): Promise<string>
  /** The token that the requests of this person send. */
  tokenOf(person: Person): Promise<string>
  /** The next request of this person signs in again. */
  forget(person: Person | null): void
  stop(): Promise<void>
}

type Given = {
  databaseUri?: string
  beforeConnecting?: (config: SanitizedConfig) => Promise<void>
}

/** The running application, with the clean-up of a test file: its database and its pictures are reset or deleted. */
type Started = { configuration: Promise<SanitizedConfig>; payload: Payload; end: () => Promise<void> }

/**
 * The application with its own configuration, on a new database and a new directory for pictures. Call it once in a
 * test file, in `beforeAll`; the file's `afterAll` stops it. Set TEST_LOG=info to see what the server logs. A database
 * that the test brings is used as it is, without migrations at the start, and the test must remove it.
 *
 * Files that share one application (vitest.config.ts) get the running one, with the same database emptied.
 */
export async function startApplication(given: Given = {}): Promise<Application> {
  const { configuration, payload, end } = await (inject('oneApplication') ? sharedStart(given) : start(given))
  payload.logger.level = process.env.TEST_LOG ?? 'silent'
  // Every component of the admin exists and shows nothing; on the server, pages of the admin set this.
  payload.importMap = new Proxy({}, { get: () => () => null })

  const { apiRoutes } = await import('@/endpoints/apiRoutes')
  const routes = apiRoutes(configuration)

  async function send(method: Method, path: string, { body, headers, signal }: Sent) {
    const isForm = body instanceof FormData || body instanceof Blob
    if (body !== undefined && !isForm) headers.set('Content-Type', 'application/json')
    const sent = isForm ? await asBrowsersSend(body, headers) : body === undefined ? undefined : JSON.stringify(body)
    const url = new URL(path, SERVER_URL)
    const slug = url.pathname
      .split('/')
      .slice(2)
      .map((segment) => decodeURIComponent(segment))
    const request = new Request(url, {
      method,
      headers,
      ...(sent === undefined ? {} : { body: sent }),
      ...(signal ? { signal } : {}),
    })
    return read(await routes[method](request, { params: Promise.resolve({ slug }) }))
  }

  async function signIn({ email, password }: Person): Promise<string> {
    const answer = await send('POST', '/api/users/login', {
      body: { email, password },
      headers: new Headers({ Origin: SERVER_URL }),
    })
    const token = tokenIn(answer)
    if (!token) throw new Error(`${email} cannot sign in: ${answer.status} ${answer.text}`)
    return token
  }

  const tokens = new Map<string, Promise<string>>()
  function tokenOf(person: Person): Promise<string> {
    const known = tokens.get(person.id)
    if (known) return known
    const token = signIn(person)
    tokens.set(person.id, token)
    return token
  }

  const request: Application['request'] = async (person, method, path, body, given, signal) => {
    const headers = new Headers({ Origin: SERVER_URL, ...Object.fromEntries(new Headers(given)) })
    if (person) headers.set('Cookie', `toolkit-token=${await tokenOf(person)}`)
    return send(method, path, { body, headers, ...(signal ? { signal } : {}) })
  }

  return {
    payload,
    config: payload.config,
    request,
    act: (person, name, input) => request(person, 'POST', `/api/act/${name}`, input),
    signIn,
    tokenOf,
    forget: (person) => person && tokens.delete(person.id),
    stop: end,
  }
}

async function start({ databaseUri, beforeConnecting }: Given): Promise<Started> {
  const mediaDir = await mkdtemp(join(tmpdir(), 'toolkit-media-'))
  const uri = new URL(uriOfWorker())
  uri.pathname = `/test-${randomUUID()}`
  Object.assign(process.env, {
    DATABASE_URI: databaseUri ?? uri.href,
    MEDIA_DIR: mediaDir,
    MIGRATE_AT_START: databaseUri ? '' : '1',
    PAYLOAD_SECRET: 'only for tests',
    SERVER_URL,
  })
  // Not earlier, because the configuration reads the environment when it is imported.
  const { default: configuration } = await import('@payload-config')
  const { getPayload } = await import('payload')
  await beforeConnecting?.(await configuration)
  const payload = await getPayload({ config: configuration })
  const end = async () => {
    if (!databaseUri) await payload.db.connection.dropDatabase()
    await payload.destroy()
    await rm(mediaDir, { recursive: true, force: true })
  }
  return { configuration, payload, end }
}

/** Of this worker. */
let shared: Promise<Started> | undefined

async function sharedStart({ databaseUri, beforeConnecting }: Given): Promise<Started> {
  if (databaseUri || beforeConnecting) throw new Error('This file needs an application of its own (vitest.config.ts)')
  shared ??= startToShare()
  return shared
}

/** It runs until the worker ends; its database is deleted with the mongod. */
async function startToShare(): Promise<Started> {
  const { configuration, payload } = await start({})
  const reset = await resetTo(payload)
  const mediaDir = process.env.MEDIA_DIR ?? ''
  const end = async () => {
    await reset()
    for (const name of await readdir(mediaDir)) await rm(join(mediaDir, name), { recursive: true })
  }
  return { configuration, payload, end }
}

/** The value of the session cookie that an answer sets; empty if it sets none. */
export function tokenIn({ headers }: Pick<Answer, 'headers'>): string {
  const set = headers.getSetCookie().find((cookie) => cookie.startsWith('toolkit-token='))
  return set?.split(';')[0]?.slice('toolkit-token='.length) ?? ''
}

export const SERVER_URL = 'http://localhost:3000'

async function read(response: Response): Promise<Answer> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: parse(text) }
}

function parse(text: string): Fields {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

/** A form as bytes, with its length and type in the headers. */
async function asBrowsersSend(body: FormData | Blob, headers: Headers): Promise<ArrayBuffer> {
  const response = new Response(body)
  const bytes = await response.arrayBuffer()
  const type = response.headers.get('content-type')
  if (type && !headers.has('Content-Type')) headers.set('Content-Type', type)
  if (!headers.has('Content-Length')) headers.set('Content-Length', String(bytes.byteLength))
  return bytes
}
