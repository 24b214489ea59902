import type {} from '@payloadcms/db-mongodb'
import type { ClientSession } from 'mongodb'
import { createLocalReq, isolateObjectProperty, type Payload, type PayloadRequest } from 'payload'
import { endLeftTransactions } from './leftTransactions'
import { hasErrorLabel } from './mongoError'

/** Every Payload call inside gets this `req`, every raw write this `session`. */
export type Transaction = { req: PayloadRequest; session: ClientSession }

// Everybody who writes in one country conflicts in its audit stream: with short pauses, twenty at once succeed.
const LONGEST_PAUSE_MS = 500

/** After so many conflicts, about half a second, a stopped server is perhaps what is in the way. */
const CONFLICTS_WITH_A_LEFT_ONE = 5

/**
 * Work that took longer is retried only once. An import may conflict with somebody else's write at its very end, in the
 * audit stream; but the server ends a transaction after a minute, and such work would be ended again, up to fifteen
 * times.
 */
const LONG_MS = 20_000

type LocalRequest = Parameters<typeof createLocalReq>[0]

/**
 * Runs `work` in one transaction: all of its writes are stored, or it throws and none is. May run `work` several times,
 * so `work` must have no other effects. Long work is tried twice at most. An error labelled
 * UnknownTransactionCommitResult means that the result is unknown: check before a retry.
 */
export async function withTransaction<T>(
  payload: Payload,
  work: (transaction: Transaction) => Promise<T>,
  { attempts = 15, longMs = LONG_MS, ...local }: { attempts?: number; longMs?: number } & LocalRequest = {},
): Promise<T> {
  let longOnes = 0
  for (let attempt = 1; ; attempt++) {
    const begun = performance.now()
    try {
      return await attemptOnce({ payload, work, local })
    } catch (error) {
      if (performance.now() - begun > longMs) longOnes += 1
      const isOver = attempt >= attempts || longOnes > 1
      if (isOver || !hasErrorLabel({ error, label: 'TransientTransactionError' })) throw error
      if (attempt % CONFLICTS_WITH_A_LEFT_ONE === 0) await endLeftTransactions(payload)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(20 * 2 ** attempt, LONGEST_PAUSE_MS)))
    }
  }
}

/**
 * Makes the adapter refuse a write whose request was in a transaction that a nested failure has ended; without it Payload
 * commits that write alone. Call it once, in `onInit`.
 */
export function failClosed(payload: Payload): void {
  const adapter: Record<string, unknown> = Object(payload.db)
  for (const name of WRITES) {
    const original = adapter[name]
    if (!isWrite(original)) continue
    adapter[name] = async function (this: unknown, args: WriteArgs) {
      const expected = args?.req?.context?.txExpected
      if (expected) {
        const id = await args.req?.transactionID
        if (id !== expected || !payload.db.sessions[id]?.inTransaction())
          throw new Error(`db.${name}: the transaction of this request was ended by a nested failure`)
      }
      return original.call(this, args)
    }
  }
}

type WriteArgs = { req?: Partial<PayloadRequest> }
type Write = (this: unknown, args: WriteArgs) => Promise<unknown>

const isWrite = (value: unknown): value is Write => typeof value === 'function'

const WRITES = [
  'create',
  'updateOne',
  'updateMany',
  'deleteOne',
  'deleteMany',
  'upsert',
  'createVersion',
  'updateVersion',
  'deleteVersions',
  'createGlobal',
  'updateGlobal',
  'createGlobalVersion',
  'updateGlobalVersion',
  'updateJobs',
]

type AttemptArgs<T> = { payload: Payload; work: (transaction: Transaction) => Promise<T>; local: LocalRequest }

async function attemptOnce<T>({ payload, work, local }: AttemptArgs<T>): Promise<T> {
  const req = await ownRequest({ payload, local })
  const id = await payload.db.beginTransaction({
    readConcern: { level: 'snapshot' },
    writeConcern: { w: 'majority', j: true },
  })
  const session = id ? payload.db.sessions[id] : undefined
  if (!id || !session) throw new Error('withTransaction: transactions are off (no replicaSet in the URL)')
  req.transactionID = id
  req.context.txExpected = id
  let isCommitting = false
  try {
    const result = await work({ req, session })
    if ((await req.transactionID) !== id || payload.db.sessions[id] !== session || !session.inTransaction())
      throw new Error('withTransaction: a nested operation ended the transaction; nothing was committed')
    isCommitting = true
    delete payload.db.sessions[id]
    await commit(session)
    return result
  } catch (error) {
    if (isCommitting) await release({ payload, session })
    else await payload.db.rollbackTransaction(id)
    throw error
  } finally {
    if (isCommitting) await session.endSession().catch(() => {})
  }
}

/**
 * After a commit without an answer the driver sends no abort, and an open transaction keeps its documents locked for a
 * minute: this tells the server to end the session. If the commit did succeed, this changes nothing.
 */
async function release({ payload, session }: { payload: Payload; session: ClientSession }): Promise<void> {
  const admin = payload.db.connection.getClient().db().admin()
  await admin.command({ killSessions: [session.id] }).catch(() => {})
}

/** Uses a caller's request without leaving the transaction or its guard on it. */
async function ownRequest({ payload, local }: { payload: Payload; local: LocalRequest }): Promise<PayloadRequest> {
  const given = local.req
  if (given?.transactionID) throw new Error('withTransaction: already inside a transaction')
  const req = given && isolateObjectProperty(given, ['transactionID', 'context', 'payloadDataLoader'])
  return createLocalReq({ ...local, req, context: { ...local.context } }, payload)
}

const COMMIT_ATTEMPTS = 5

async function commit(session: ClientSession): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await session.commitTransaction()
      return
    } catch (error) {
      if (!hasErrorLabel({ error, label: 'UnknownTransactionCommitResult' }) || attempt >= COMMIT_ATTEMPTS) throw error
    }
  }
}
