import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { CollectionConfig, Payload, PayloadRequest } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { endLeftTransactions } from '@/database/leftTransactions'
import { type Transaction, withTransaction } from '@/database/transaction'
import { databaseUri } from '../setup/databaseUri'
import { whileFailing } from '../setup/failPoint'
import { newDatabaseOn, operationsOf, payloadOn } from './payloadOn'

let payload: Payload
let operations: ReturnType<typeof operationsOf>

beforeAll(async () => {
  // As the application connects.
  const uri = `${newDatabaseOn(databaseUri())}&readConcernLevel=majority&w=majority`
  payload = await payloadOn({ uri, collections: [letters, replies] })
  operations = operationsOf(payload)
})

afterEach(async () => {
  for (const name of ['letters', 'replies']) await payload.db.connection.collection(name).deleteMany({})
})

afterAll(async () => {
  await payload.db.connection.dropDatabase()
  await payload.destroy()
})

describe('withTransaction', () => {
  test('stores the writes to two collections, including raw ones, and returns the result', async () => {
    const result = await withTransaction(payload, async ({ req, session }) => {
      await operations.create({ collection: 'letters', data: { title: 'a' }, req })
      await payload.db.connection.collection('replies').insertOne({ title: 'b' }, { session })
      return 'done'
    })
    expect(result).toBe('done')
    expect(await stored()).toEqual({ letters: ['a'], replies: ['b'] })
  })

  test('stores nothing in either collection when the work throws', async () => {
    const work = withTransaction(payload, async ({ req, session }) => {
      await operations.create({ collection: 'letters', data: { title: 'a' }, req })
      await payload.db.connection.collection('replies').insertOne({ title: 'b' }, { session })
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await stored()).toEqual({ letters: [], replies: [] })
  })

  test('loses none of 20 increments of one document at the same time', async () => {
    const { id } = await operations.create({ collection: 'letters', data: { title: 'a', count: 0 } })
    const increment = () =>
      withTransaction(
        payload,
        async ({ req }) => {
          const { count } = await operations.findByID({ collection: 'letters', id, req })
          await operations.update({ collection: 'letters', id, data: { count: Number(count) + 1 }, req })
        },
        { attempts: 50 },
      )
    await Promise.all(Array.from({ length: 20 }, increment))
    expect(await operations.findByID({ collection: 'letters', id })).toMatchObject({ count: 20 })
  })

  test('retries with the request of the caller, and leaves no transaction on it', async () => {
    const context: PayloadRequest['context'] = { from: 'caller' }
    const req: Partial<PayloadRequest> = { context }
    let runs = 0
    const result = await withTransaction(
      payload,
      async (transaction) => {
        runs++
        await operations.create({ collection: 'letters', data: { title: 'a' }, req: transaction.req })
        if (runs === 1) throw writeConflict()
        return transaction.req.context.from
      },
      { req },
    )
    expect(result).toBe('caller')
    expect(runs).toBe(2)
    expect(await stored()).toEqual({ letters: ['a'], replies: [] })
    expect(req.transactionID).toBeUndefined()
    expect(context).toEqual({ from: 'caller' })
  })

  test('retries slow work only once, and passes on its error', async () => {
    let runs = 0
    const ended = writeConflict()
    const work = async ({ req }: Transaction) => {
      runs++
      await operations.create({ collection: 'letters', data: { title: 'a' }, req })
      await new Promise((resolve) => setTimeout(resolve, 50))
      throw ended
    }
    await expect(withTransaction(payload, work, { attempts: 5, longMs: 40 })).rejects.toBe(ended)
    expect(runs).toBe(2)
    await expect(withTransaction(payload, work, { attempts: 5 })).rejects.toBe(ended)
    expect(runs).toBe(7)
    expect(await stored()).toEqual({ letters: [], replies: [] })
  })

  test('refuses to begin inside a transaction', async () => {
    const nested = withTransaction(payload, ({ req }) => withTransaction(payload, async () => {}, { req }))
    await expect(nested).rejects.toThrow('already inside a transaction')
  })

  test('throws and stores nothing if the work swallows a nested failure', async () => {
    const work = withTransaction(payload, async ({ req }) => {
      await operations.create({ collection: 'letters', data: { title: 'a' }, req })
      await operations.findByID({ collection: 'replies', id: NOBODY, req }).catch(() => {})
    })
    await expect(work).rejects.toThrow('nested')
    expect(await stored()).toEqual({ letters: [], replies: [] })
  })

  test('prevents every write after a swallowed failure', async () => {
    const work = withTransaction(payload, async ({ req }) => {
      await operations.create({ collection: 'letters', data: {}, req }).catch(() => {})
      await operations.create({ collection: 'replies', data: { title: 'late' }, req }).catch(() => {})
      await operationsOf(payload.db).create({ collection: 'replies', data: { title: 'later' }, req })
    })
    await expect(work).rejects.toThrow('ended by a nested failure')
    expect(await stored()).toEqual({ letters: [], replies: [] })
  })

  test('repeats a commit whose answer was lost, and stores once', async () => {
    await whileCommitsFail(3, () =>
      withTransaction(payload, ({ req }) => operations.create({ collection: 'letters', data: { title: 'a' }, req })),
    )
    expect(await stored()).toEqual({ letters: ['a'], replies: [] })
  })

  test('releases the document if the commit never succeeds', async () => {
    const { id } = await operations.create({ collection: 'letters', data: { title: 'a' } })
    const work = whileCommitsFail(1_000, () =>
      withTransaction(payload, ({ req }) =>
        operations.update({ collection: 'letters', id, data: { title: 'b' }, req }),
      ),
    )
    await expect(work).rejects.toSatisfy((error) => error.hasErrorLabel('UnknownTransactionCommitResult'))
    await operations.update({ collection: 'letters', id, data: { title: 'c' } })
    expect(await stored()).toEqual({ letters: ['c'], replies: [] })
  })
})

describe('a process that was killed in a transaction', () => {
  test('is not in the way of the next transaction', async () => {
    const { id } = await operations.create({ collection: 'letters', data: { title: 'a' } })
    await kill(await processThatHolds('letters'))
    await withTransaction(payload, ({ req }) =>
      operations.update({ collection: 'letters', id, data: { title: 'b' }, req }),
    )
    expect(await stored()).toEqual({ letters: ['b'], replies: [] })
  })

  test('is not in the way of a server that starts, and a running one keeps its transaction', async () => {
    await operations.create({ collection: 'letters', data: { title: 'a' } })
    await operations.create({ collection: 'replies', data: { title: 'a' } })
    const running = await processThatHolds('replies')
    try {
      await kill(await processThatHolds('letters'))
      await endLeftTransactions(payload)
      await payload.db.connection.collection('letters').updateMany({}, { $set: { title: 'b' } })
      expect((await stored()).letters).toEqual(['b'])
      running.stdin?.write('commit')
      await once(running, 'exit')
      expect((await stored()).replies).toEqual(['held'])
    } finally {
      await kill(running)
    }
  })
})

describe('the guards of a collection', () => {
  test.each(['create', 'read'])(
    'turn a nested %s that a hook swallows into an error, with nothing stored',
    async (nested) => {
      const create = operations.create({ collection: 'letters', data: { title: 'a', nested } })
      await expect(create).rejects.toThrow('ended by a nested failure')
      expect(await stored()).toEqual({ letters: [], replies: [] })
    },
  )

  test('allow an operation whose nested operations succeed', async () => {
    await operations.create({ collection: 'letters', data: { title: 'a', nested: 'none' } })
    expect(await stored()).toEqual({ letters: ['a'], replies: ['answer to a'] })
  })
})

const NOBODY = '0123456789abcdef01234567'

const replies: CollectionConfig = { slug: 'replies', fields: [{ name: 'title', type: 'text', required: true }] }

const letters: CollectionConfig = {
  slug: 'letters',
  fields: [
    { name: 'title', type: 'text', required: true },
    { name: 'count', type: 'number' },
    { name: 'nested', type: 'text' },
  ],
  hooks: {
    afterChange: [
      async ({ doc, operation, req }) => {
        if (operation !== 'create' || !doc.nested) return
        if (doc.nested === 'create')
          await operationsOf(req.payload)
            .create({ collection: 'replies', data: {}, req })
            .catch(() => {})
        if (doc.nested === 'read')
          await operationsOf(req.payload)
            .findByID({ collection: 'replies', id: NOBODY, req })
            .catch(() => {})
        await operationsOf(req.payload).create({
          collection: 'replies',
          data: { title: `answer to ${doc.title}` },
          req,
        })
      },
    ],
  },
}

async function stored() {
  const titles = async (collection: string) =>
    (await payload.db.connection.collection(collection).find().toArray()).map(({ title }) => title)
  return { letters: await titles('letters'), replies: await titles('replies') }
}

/** A process with an open transaction that wrote to the documents of the collection; what it reads makes it commit. */
async function processThatHolds(collection: string): Promise<ChildProcess> {
  const program = `
    import { MongoClient } from 'mongodb'
    const client = await new MongoClient(process.argv[1]).connect()
    const session = client.startSession()
    session.startTransaction()
    await client.db().collection('${collection}').updateMany({}, { $set: { title: 'held' } }, { session })
    process.stdin.once('data', async () => {
      await session.commitTransaction()
      process.exit()
    })
    console.log('holds')`
  const uri = new URL(databaseUri())
  uri.pathname = `/${payload.db.connection.db?.databaseName}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, uri.href], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  if (!child.kill('SIGKILL')) return
  await once(child, 'exit')
}

/** The connection breaks at each of the next commits, before the server commits. */
function whileCommitsFail<T>(times: number, work: () => Promise<T>): Promise<T> {
  return whileFailing(
    payload,
    { commands: ['commitTransaction'], mode: { times }, how: { closeConnection: true } },
    work,
  )
}

function writeConflict() {
  return Object.assign(new Error('WriteConflict'), {
    hasErrorLabel: (label: string) => label === 'TransientTransactionError',
  })
}
