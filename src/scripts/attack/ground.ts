import { type Db, type Document, MongoClient } from 'mongodb'
import { people } from '../demo/people'
import type { Person } from '../people'
import { plantSecrets, type Secret } from './secrets'
import type { Visitor } from './visitor'

export type Reply = { status: number; text: string; headers: Headers }

export type Sent = {
  /** Sent as JSON; a text or a form unchanged. */
  body?: unknown
  headers?: Record<string, string>
}

/** Every collection of the application; `tests/unit/attack/ground.spec.ts` compares it with `collections/index.ts`. */
export const COLLECTIONS = [
  'users',
  'memberships',
  'countries',
  'toolkits',
  'sections',
  'imports',
  'variants',
  'variant-sections',
  'blobs',
  'releases',
  'release-drafts',
  'editions',
  'workflow-events',
  'review-decisions',
  'update-decisions',
  'proposals',
  'update-questions',
  'working-copies',
  'media',
  'audit-events',
] as const

/** The target of the attacks: the built application on a database of its own, with the sample and its people. */
export type Ground = {
  /** The address of the application, without a slash at the end. */
  url: string
  /** The address of the same application on the same database, without a cache of pages. */
  forgetfulUrl: string
  /**
   * The process of the server, which leads a process group of its own; unknown for a server that somebody else has
   * started.
   */
  serverProcess?: number
  /** The people of the sample, a person with an account but no role, and a person who is not signed in. */
  visitors: Visitor[]
  visitor: (name: string) => Visitor
  /** One request, with the visitor's cookie and the origin of the site. `path` begins with a slash. */
  ask: (visitor: Visitor, method: string, path: string, sent?: Sent) => Promise<Reply>
  /** Words in the database, and who may read each. */
  secrets: Secret[]
  /** The database itself, accessed without the application. */
  database: Db
  /** All stored documents of a collection, with their id as a text. */
  stored: (collection: string) => Promise<(Document & { id: string })[]>
  /** A hash of each collection: equal hashes mean equal content. */
  fingerprint: () => Promise<Record<string, string>>
}

/** A person with an account but no role; created by fillGround.ts. */
export const OUTSIDER: Person = {
  email: 'outsider@attack.example',
  name: 'Outsider',
  password: 'an outsider without a role',
  language: 'en',
  roles: [],
}

export async function openGround({
  url,
  forgetfulUrl,
  databaseUri,
  serverProcess,
}: {
  url: string
  forgetfulUrl: string
  databaseUri: string
  serverProcess?: number | undefined
}) {
  const client = await MongoClient.connect(databaseUri)
  const database = client.db()
  const ask: Ground['ask'] = (visitor, method, path, sent) => askAt({ url, visitor, method, path, ...sent })
  const visitors: Visitor[] = [{ name: 'nobody', email: '', cookie: '' }]
  for (const person of [...Object.values(people), OUTSIDER]) visitors.push(await signedIn({ person, ask }))
  const stored: Ground['stored'] = async (collection) => {
    const docs = await database.collection(collection).find().toArray()
    return docs.map((doc) => ({ ...doc, id: String(doc._id) }))
  }
  const ground: Ground = {
    url,
    forgetfulUrl,
    ...(serverProcess === undefined ? {} : { serverProcess }),
    visitors,
    visitor(name) {
      const found = visitors.find((one) => one.name === name)
      if (!found) throw new Error(`Nobody is called ${name}`)
      return found
    },
    ask,
    secrets: await plantSecrets({ database }),
    database,
    stored,
    async fingerprint() {
      const { collections } = await database.command({ dbHash: 1 })
      return Object(collections)
    },
  }
  return { ground, close: () => client.close() }
}

async function signedIn({ person, ask }: { person: Person; ask: Ground['ask'] }): Promise<Visitor> {
  const { email, name, password, roles } = person
  const stranger: Visitor = { name, email, cookie: '' }
  const reply = await ask(stranger, 'POST', '/api/users/login', { body: { email, password } })
  const cookie = cookieIn(reply)
  if (reply.status !== 200 || cookie === '')
    throw new Error(`${name} cannot sign in: ${reply.status} ${reply.text.slice(0, 200)}`)
  const [role] = roles
  return { ...stranger, cookie, ...(role ? { role: role.role, country: role.country } : {}) }
}

/** The session that an answer opens, as a browser would send it back; empty if it opens none. */
export function cookieIn({ headers }: Reply): string {
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
  return cookies.find((cookie) => /toolkit-token=./.test(cookie)) ?? ''
}

type AskArgs = { url: string; visitor: Visitor; method: string; path: string } & Sent

async function askAt({ url, visitor, method, path, body, headers }: AskArgs): Promise<Reply> {
  const isRaw = typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array
  const response = await fetchAgain(`${url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      origin: url,
      ...(visitor.cookie ? { cookie: visitor.cookie } : {}),
      ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isRaw ? (body as BodyInit) : JSON.stringify(body) }),
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

/** A kept-alive connection may be closed by the server just when it is used again: such a request is repeated. */
async function fetchAgain(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, init).catch((error: unknown) => {
    const { code } = Object(Object(error).cause)
    if (!['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(code)) throw error
    return fetch(url, init)
  })
}
