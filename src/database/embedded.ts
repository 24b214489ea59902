import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { MongoInstance, MongoInstanceEvents } from 'mongodb-memory-server-core/lib/util/MongoInstance.js'
import { type Credentials, keptCredentials, makeCredentials } from './credentials'
import { type DatabaseState, readState, writeState } from './databaseState'
import { freePort } from './freePort'
import { withLockFile } from './lockFile'
import { findMongod, type Mongod } from './mongodBinary'
import { dataDirectoryServedOn, ensureAccount, type Member, makeWritableReplicaSet, REPLICA_SET } from './replicaSet'
import { hasEndedWithin, isRunning, ownProcess, processWithPid } from './runningProcess'

export type EmbeddedDatabase = {
  /** The connection string of one database in it. */
  uri: (databaseName: string) => string
  /** Stops it cleanly, if this call started it; a reused one is left to the process that started it. */
  stop: () => Promise<void>
  /** Another process had started it, and it stops when that process ends. */
  reused: boolean
  pid: number
  /** Resolves when it has stopped, on request or not; never for a reused one, which its own process watches. */
  ended: Promise<void>
}

export type StartArgs = {
  /** The data are in `mongodb` below it and are used again at the next start. */
  dataDir: string
  /** The directory of downloaded database programs: `bin` below the data directory by default. */
  cacheDir?: string
  /** Further options for mongod. */
  mongodArguments?: string[]
  onProgress?: (line: string) => void
}

/**
 * Starts a real mongod with the data in `dataDir`, as a replica set of one, or finds the one that another process runs
 * with them. It requires the password that is stored with the data; data without one get one. It stops with this
 * process, however that ends. An acknowledged write is in the journal on disk.
 */
export async function startEmbeddedDatabase(args: StartArgs): Promise<EmbeddedDatabase> {
  const { dataDir, onProgress = () => {} } = args
  await mkdir(join(dataDir, 'mongodb'), { recursive: true })
  const files = filesIn(await realpath(dataDir))
  return withLockFile({
    path: files.lock,
    onWait: ({ pid }) => onProgress(`Waiting for process ${pid}, which starts or stops the database`),
    work: async () => {
      const state = await readState(files.state)
      return (await findRunning({ state, files })) ?? startNew({ ...args, onProgress, state, files })
    },
  })
}

type Files = ReturnType<typeof filesIn>

const filesIn = (dataDir: string) => ({
  dataDir,
  dbPath: join(dataDir, 'mongodb'),
  state: join(dataDir, 'mongodb.json'),
  lock: join(dataDir, 'mongodb.lock'),
  binaries: join(dataDir, 'bin'),
})

// After a crash mongod first repairs its data from the journal.
const LONGEST_LAUNCH_MS = 120_000
const LONGEST_SHUTDOWN_MS = 30_000

/** The mongod of a running owner is used; that of a dead one is about to stop, and this waits for it. */
async function findRunning({ state, files }: { state: DatabaseState | undefined; files: Files }) {
  if (!state?.running || !(await isRunning(state.running.mongod))) return undefined
  const { mongod, owner } = state.running
  if (!(await isRunning(owner))) {
    process.kill(mongod.pid, 'SIGTERM')
    if (await hasEndedWithin({ process: mongod, ms: LONGEST_SHUTDOWN_MS })) return undefined
    throw new Error(`The database process ${mongod.pid} of an earlier start does not end. End it, then start again.`)
  }
  const credentials = state.asksForPassword ? await keptCredentials(files.dataDir) : undefined
  if ((await dataDirectoryServedOn({ port: state.port, credentials })) !== files.dbPath) {
    throw new Error(
      `The database process ${mongod.pid} holds ${files.dbPath} but does not answer on port ${state.port}.`,
    )
  }
  return {
    uri: uriOf({ port: state.port, credentials }),
    stop: async () => {},
    reused: true,
    pid: mongod.pid,
    ended: NEVER,
  }
}

type StartNewArgs = StartArgs & { onProgress: (line: string) => void; state: DatabaseState | undefined; files: Files }

async function startNew(args: StartNewArgs): Promise<EmbeddedDatabase> {
  const { state, files, onProgress } = args
  const mongod = await findMongod({ cacheDir: args.cacheDir ?? files.binaries, lastUsed: state?.binary, onProgress })
  const port = await freePort({ wanted: state?.port, host: '127.0.0.1' })
  onProgress(`Starting MongoDB ${mongod.version}`)
  const launched = { mongod, port, dbPath: files.dbPath, more: args.mongodArguments ?? [] }
  const kept = state?.asksForPassword ? await keptCredentials(files.dataDir) : undefined
  const credentials = kept ?? (await withNewPassword({ launched, dataDir: files.dataDir }))
  const { instance, pid } = await launch({ ...launched, credentials })
  const ended = new Promise<void>((resolve) => instance.once(MongoInstanceEvents.instanceClosed, () => resolve()))
  try {
    await makeWritableReplicaSet({ port, credentials })
    const running = { mongod: (await processWithPid(pid)) ?? { pid, started: '' }, owner: await ownProcess() }
    await writeState({
      path: files.state,
      state: { port, binary: mongod.path, asksForPassword: true, running },
    })
  } catch (error) {
    await instance.stop()
    throw error
  }
  const stop = once(() => stopOurs({ instance, pid, files }))
  return { uri: uriOf({ port, credentials }), stop, reused: false, pid, ended }
}

const NEVER = new Promise<void>(() => {})

type NewPasswordArgs = { launched: Omit<LaunchArgs, 'credentials'>; dataDir: string }

/** Starts the database once without a password, to give its account one; data of an older version have none. */
async function withNewPassword({ launched, dataDir }: NewPasswordArgs): Promise<Credentials> {
  const account = await makeCredentials(dataDir)
  const { port } = launched
  const { instance } = await launch({ ...launched, credentials: undefined })
  try {
    await makeWritableReplicaSet({ port, credentials: undefined })
    await ensureAccount({ port, account })
  } finally {
    await instance.stop()
  }
  return account
}

type LaunchArgs = {
  mongod: Mongod
  port: number
  dbPath: string
  more: string[]
  /** Undefined for a database that needs no password. */
  credentials: Credentials | undefined
}

async function launch({ mongod, port, dbPath, more, credentials }: LaunchArgs) {
  const instance = new MongoInstance({
    instance: {
      port,
      dbPath,
      ip: '127.0.0.1',
      replSet: REPLICA_SET,
      storageEngine: 'wiredTiger',
      launchTimeout: LONGEST_LAUNCH_MS,
      args: [...MONGOD_OPTIONS, ...more],
      ...(credentials ? { auth: true, keyfileLocation: credentials.keyFile } : {}),
    },
    binary: { systemBinary: mongod.path, version: mongod.version },
    // Outside our process group: Ctrl-C in a terminal must not stop the database before the server.
    spawn: { detached: true },
  })
  // The server stops the database with a command.
  if (credentials) instance.extraConnectionOptions = { auth: credentials, authSource: 'admin' }
  const complaints: string[] = []
  instance.on(MongoInstanceEvents.instanceSTDOUT, (text: string) =>
    complaints.push(...text.split('\n').filter(isComplaint)),
  )
  instance.on(MongoInstanceEvents.instanceSTDERR, (text: string) => complaints.push(text))
  try {
    await instance.start()
  } catch (error) {
    throw new Error(whyItDidNotStart({ error, complaints, mongod, dbPath }), { cause: error })
  }
  const pid = instance.mongodProcess?.pid
  if (!pid) throw new Error('mongod ended right after its start')
  complaints.length = 0
  return { instance, pid }
}

const MONGOD_OPTIONS = [
  '--quiet',
  '--nounixsocket',
  // By default mongod uses half of the memory, and writes statistics to disk every second.
  ...['--wiredTigerCacheSizeGB', '1'],
  ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  // By default each start writes 300 MB for its journal before there is anything to write.
  ...['--wiredTigerEngineConfigString', 'log=(prealloc=false,file_max=16MB)'],
  // By default a primary waits 15 s after SIGTERM for others to take over: there are none.
  ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'],
]

const isComplaint = (line: string) => /"s":"[EF]"/.test(line)

type Failure = { error: unknown; complaints: string[]; mongod: Mongod; dbPath: string }

function whyItDidNotStart({ error, complaints, mongod, dbPath }: Failure): string {
  const said = complaints.join('\n')
  const last = complaints.at(-1)?.slice(0, 600) ?? (error instanceof Error ? error.message : String(error))
  const start = `MongoDB ${mongod.version} (${mongod.path}) did not start on ${dbPath}:`
  if (/featureCompatibilityVersion|Wrong mongod version/.test(said))
    return `${start} another version of MongoDB wrote these data. Set MONGOD_BINARY to a mongod of that version. ${last}`
  if (/DBPathInUse|another mongod instance/.test(said)) return `${start} another mongod uses these data. End it first.`
  return `${start} ${last}`
}

/** Under the lock, so that a start at this moment waits and does not use a database that is about to stop. */
async function stopOurs({
  instance,
  pid,
  files,
}: {
  instance: MongoInstance
  pid: number
  files: Files
}): Promise<void> {
  await withLockFile({
    path: files.lock,
    work: async () => {
      await instance.stop()
      const state = await readState(files.state)
      if (state?.running?.mongod.pid === pid)
        await writeState({ path: files.state, state: { ...state, running: undefined } })
    },
  })
}

const uriOf =
  ({ port, credentials }: Member) =>
  (databaseName: string) => {
    const account = credentials ? `${credentials.username}:${credentials.password}@` : ''
    const source = credentials ? '&authSource=admin' : ''
    return `mongodb://${account}127.0.0.1:${port}/${databaseName}?replicaSet=${REPLICA_SET}${source}`
  }

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= work()
    return running
  }
}
