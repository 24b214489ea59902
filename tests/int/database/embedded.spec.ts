import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { startEmbeddedDatabase } from '@/database/embedded'
import { hasEndedWithin, processWithPid } from '@/database/runningProcess'

const cacheDir = inject('mongodCacheDir')

/**
 * The data of a database that was started and stopped: starting with them takes half the time of starting without data.
 */
let usedBefore = ''
let dataDir = ''
let cleanUp: Array<() => Promise<unknown>> = []

beforeAll(async () => {
  usedBefore = await mkdtemp(join(tmpdir(), 'embedded-'))
  const first = await startEmbeddedDatabase({ dataDir: usedBefore, cacheDir })
  await first.stop()
})

afterAll(() => rm(usedBefore, { recursive: true, force: true }))

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'embedded-'))
})

afterEach(async () => {
  for (const step of cleanUp.reverse()) await step()
  cleanUp = []
  await rm(dataDir, { recursive: true, force: true })
})

describe('the embedded database without data', () => {
  test('keeps its documents and its address when it restarts', async () => {
    const first = await start()
    await withNotes(first.uri, (notes) => notes.insertOne({ text: 'kept' }))
    await first.stop()

    const second = await start()
    expect(second).toMatchObject({ reused: false })
    expect(second.uri('x')).toBe(first.uri('x'))
    expect(await textsIn(second.uri)).toEqual(['kept'])
  })

  test('reports that it has stopped, even if nobody stopped it', async () => {
    const { ended, pid } = await start()
    process.kill(pid, 'SIGKILL')
    await expect(ended).resolves.toBeUndefined()
  })

  test('is started once by three processes that start at the same moment', async () => {
    const starts = await Promise.all([startInProcess(), startInProcess(), startInProcess()])
    expect(new Set(starts.map(({ pid }) => pid)).size).toBe(1)
    expect(starts.filter(({ reused }) => !reused)).toHaveLength(1)
  })
})

describe('the embedded database with data of an earlier start', () => {
  beforeEach(() => cp(usedBefore, dataDir, { recursive: true }))

  test('keeps its documents if its port was taken in the meantime', async () => {
    const first = await start()
    await withNotes(first.uri, (notes) => notes.insertOne({ text: 'kept' }))
    await first.stop()
    await listenOn(Number(new URL(first.uri('x')).port))

    const second = await start()
    expect(second.uri('x')).not.toBe(first.uri('x'))
    expect(await textsIn(second.uri)).toEqual(['kept'])
  })

  test('is found and used by a second start, which does not stop it', async () => {
    const first = await start()
    const second = await start()
    expect(second).toMatchObject({ reused: true, pid: first.pid })

    await second.stop()
    await withNotes(first.uri, (notes) => notes.insertOne({ text: 'still there' }))
  })

  test('stops when the process that started it is killed, and the next start has its documents', async () => {
    const first = await startInProcess()
    await withNotes(
      () => first.uri,
      (notes) => notes.insertOne({ text: 'kept' }),
    )
    const mongod = await existingProcess(first.pid)
    first.process.kill('SIGKILL')
    expect(await hasEndedWithin({ process: mongod, ms: 10_000 })).toBe(true)

    const second = await start()
    expect(await textsIn(second.uri)).toEqual(['kept'])
  })

  test('starts again if the process that started it was killed a moment ago', async () => {
    const first = await startInProcess()
    await withNotes(
      () => first.uri,
      (notes) => notes.insertOne({ text: 'kept' }),
    )
    first.process.kill('SIGKILL')
    await once(first.process, 'exit')

    const second = await start()
    expect(second).toMatchObject({ reused: false })
    expect(await textsIn(second.uri)).toEqual(['kept'])
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('stops cleanly when its process gets %s', async (signal) => {
    const first = await startInProcess()
    const mongod = await existingProcess(first.pid)
    first.process.kill(signal)
    expect(await hasEndedWithin({ process: mongod, ms: 10_000 })).toBe(true)
    expect(await readFile(join(dataDir, 'mongodb', 'mongod.lock'), 'utf8')).toBe('')
  })

  test('recovers every acknowledged write after mongod itself was killed', async () => {
    const first = await start()
    await withNotes(first.uri, (notes) => notes.insertOne({ text: 'kept' }))
    process.kill(first.pid, 'SIGKILL')
    await hasEndedWithin({ process: await existingProcess(first.pid).catch(() => gone), ms: 5_000 })

    const second = await start()
    expect(second).toMatchObject({ reused: false })
    expect(await textsIn(second.uri)).toEqual(['kept'])
  })

  test('starts despite the lock file of a killed start', async () => {
    await writeFile(join(dataDir, 'mongodb.lock'), JSON.stringify({ pid: process.pid, started: 'before the reboot' }))
    expect(await start()).toMatchObject({ reused: false })
  })

  test('requires the password that is stored with the data, which only their owner may read', async () => {
    const { uri } = await start()
    const stranger = new URL(uri('notes'))
    const { password } = stranger
    stranger.username = ''
    stranger.password = ''
    await expect(textsIn(() => stranger.href)).rejects.toMatchObject({ codeName: 'Unauthorized' })
    stranger.username = 'toolkit'
    stranger.password = 'toolkit'
    await expect(textsIn(() => stranger.href)).rejects.toMatchObject({ codeName: 'AuthenticationFailed' })
    expect(await readFile(join(dataDir, 'mongodb.password'), 'utf8')).toBe(password)
    for (const file of ['mongodb.password', 'mongodb.key'])
      expect((await stat(join(dataDir, file))).mode & 0o777, file).toBe(0o600)
  })

  test.each(['of an older version', 'whose password was lost'])(
    'gives data %s a new password and keeps them',
    async (which) => {
      const first = await start()
      await withNotes(first.uri, (notes) => notes.insertOne({ text: 'kept' }))
      await first.stop()
      if (which === 'of an older version') {
        const state = join(dataDir, 'mongodb.json')
        const { asksForPassword: _, ...older } = JSON.parse(await readFile(state, 'utf8'))
        await writeFile(state, JSON.stringify(older))
      }
      await rm(join(dataDir, 'mongodb.password'))

      const second = await start()
      expect(new URL(second.uri('x')).password).not.toBe(new URL(first.uri('x')).password)
      expect(await textsIn(second.uri)).toEqual(['kept'])
    },
  )

  test('acknowledges a write only when most members have it in their journal', async () => {
    const { uri } = await start()
    const client = await MongoClient.connect(uri('x'))
    cleanUp.push(() => client.close())
    const { defaultWriteConcern } = await client.db().admin().command({ getDefaultRWConcern: 1 })
    expect(defaultWriteConcern).toMatchObject({ w: 'majority', j: true })
  })
})

const gone = { pid: 2 ** 22 + 1, started: '' }

async function start() {
  const database = await startEmbeddedDatabase({ dataDir, cacheDir })
  cleanUp.push(database.stop)
  return database
}

/** Starts it in its own process, which then waits for ever. */
async function startInProcess(): Promise<{ process: ChildProcess; pid: number; reused: boolean; uri: string }> {
  const script = join(import.meta.dirname, 'startAndWait.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, cacheDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  cleanUp.push(async () => {
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await once(child, 'exit')
  })
  const [line] = await once(child.stdout, 'data')
  const started = JSON.parse(String(line))
  const mongod = await existingProcess(started.pid)
  cleanUp.unshift(async () => expect(await hasEndedWithin({ process: mongod, ms: 10_000 })).toBe(true))
  return { process: child, ...started }
}

async function existingProcess(pid: number) {
  const found = await processWithPid(pid)
  if (!found) throw new Error(`no process ${pid}`)
  return found
}

type Uri = (databaseName: string) => string

async function withNotes<T>(uri: Uri, work: (notes: Notes) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(uri('notes'))
  try {
    return await work(notesOf(client))
  } finally {
    await client.close()
  }
}

type Notes = ReturnType<typeof notesOf>
const notesOf = (client: MongoClient) => client.db().collection<{ text: string }>('notes')

const textsIn = (uri: Uri) => withNotes(uri, async (notes) => (await notes.find().toArray()).map(({ text }) => text))

async function listenOn(port: number) {
  const server = createServer((socket) => socket.destroy())
  await once(server.listen(port, '127.0.0.1'), 'listening')
  cleanUp.push(async () => server.close())
}
