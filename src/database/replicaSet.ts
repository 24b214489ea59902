import { setTimeout as pause } from 'node:timers/promises'
import { type Admin, type Document, MongoClient, MongoNetworkError } from 'mongodb'
import type { Credentials } from './credentials'
import { codeNameOf } from './mongoError'

export const REPLICA_SET = 'rs0'

const LONGEST_ELECTION_MS = 60_000

/** The address of one of our mongods, and the account; no account while it needs no password. */
export type Member = { port: number; credentials: Credentials | undefined }

/** Makes the mongod on this port the only writable member of its set, even if its data contain another port. */
export async function makeWritableReplicaSet({ port, credentials }: Member): Promise<void> {
  await asAdmin({
    port,
    credentials,
    work: async (admin) => {
      await until(async () => (await configure({ admin, host: `127.0.0.1:${port}` })) || undefined)
      await until(async () => (await admin.command({ hello: 1 })).isWritablePrimary || undefined)
      await writeToDiskBeforeAnswering(admin)
    },
  })
}

/** The data directory of the writable member of our set on this port; undefined if there is none. */
export async function dataDirectoryServedOn(member: Member): Promise<string | undefined> {
  return asAdmin({
    ...member,
    work: async (admin) => {
      const hello = await admin.command({ hello: 1 })
      if (hello.setName !== REPLICA_SET || !hello.isWritablePrimary) return undefined
      const options: Document = await admin.command({ getCmdLineOpts: 1 })
      return String(options.parsed?.storage?.dbPath)
    },
  }).catch(() => undefined)
}

/** Gives the account its password on a mongod that needs none yet. */
export async function ensureAccount({ port, account }: { port: number; account: Credentials }): Promise<void> {
  const rights = { pwd: account.password, roles: [{ role: 'root', db: 'admin' }] }
  await asAdmin({
    port,
    credentials: undefined,
    work: async (admin) => {
      const { users } = await admin.command({ usersInfo: account.username })
      const command = users.length > 0 ? 'updateUser' : 'createUser'
      await admin.command({ [command]: account.username, ...rights, writeConcern: { w: 'majority', j: true } })
    },
  })
}

async function asAdmin<T>({ port, credentials, work }: Member & { work: (admin: Admin) => Promise<T> }): Promise<T> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 5_000,
    ...(credentials ? { auth: credentials, authSource: 'admin' } : {}),
  })
  try {
    return await work(client.db().admin())
  } finally {
    await client.close()
  }
}

/** A member that changes its role closes its connections. */
function orAgainAfterReconnecting(error: unknown): undefined {
  if (!(error instanceof MongoNetworkError)) throw error
}

/** False while the member is still reading its configuration. */
async function configure({ admin, host }: { admin: Admin; host: string }): Promise<boolean> {
  const config = await currentConfig(admin)
  if (!config) return initiate({ admin, host })
  const [first] = config.members
  if (config.members.length === 1 && first.host === host) return true
  // Forced, because with its old address the member is not part of the set and cannot vote.
  const members = [{ _id: 0, host }]
  await admin.command({ replSetReconfig: { ...config, members, version: config.version + 1 }, force: true })
  return true
}

async function currentConfig(admin: Admin): Promise<Document | undefined> {
  try {
    return (await admin.command({ replSetGetConfig: 1 })).config
  } catch (error) {
    if (codeNameOf(error) === 'NotYetInitialized') return undefined
    throw error
  }
}

async function initiate({ admin, host }: { admin: Admin; host: string }): Promise<boolean> {
  try {
    await admin.command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] } })
    return true
  } catch (error) {
    if (codeNameOf(error) === 'AlreadyInitialized') return false
    throw error
  }
}

async function writeToDiskBeforeAnswering(admin: Admin) {
  const { defaultWriteConcern: now } = await admin.command({ getDefaultRWConcern: 1 })
  if (now?.w === 'majority' && now.j === true) return
  const defaultWriteConcern = { w: 'majority', j: true, wtimeout: 0 }
  await admin.command({ setDefaultRWConcern: 1, defaultWriteConcern, writeConcern: { w: 'majority' } })
}

async function until<T>(read: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + LONGEST_ELECTION_MS
  for (;;) {
    const found = await read().catch(orAgainAfterReconnecting)
    if (found !== undefined) return found
    if (Date.now() > deadline) throw new Error('The embedded database did not become writable in time')
    await pause(25)
  }
}
