import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { dataDirectory } from '@/database/dataDirectory'
import type { EmbeddedDatabase } from '@/database/embedded'
import { freePort } from '@/database/freePort'
import { withLockFile } from '@/database/lockFile'

type Command = { command: string; args: string[] }

type BuildArgs = {
  root?: string
  env?: NodeJS.ProcessEnv
  onProgress?: (line: string) => void
  /** `next build` by default. */
  build?: Command
}

/** Builds the application unless the last build was made from the same files. Two simultaneous calls build once. */
export async function buildOnce({ root = process.cwd(), env, onProgress, build = next('build') }: BuildArgs = {}) {
  await mkdir(dataDirectory(), { recursive: true })
  await withLockFile({
    path: join(dataDirectory(), 'build.lock'),
    onWait: ({ pid }) => onProgress?.(`Waiting for process ${pid}, which builds the application`),
    work: async () => {
      const stamp = join(root, '.next', 'built-from')
      const source = await hashOfSource(root)
      if ((await readFile(stamp, 'utf8').catch(() => '')) === source) return
      onProgress?.('Building the application (about a minute, only after a change)')
      await rm(stamp, { force: true })
      const began = Date.now()
      const beat = setInterval(
        () => onProgress?.(`Still building (${Math.round((Date.now() - began) / 1000)} s)`),
        20_000,
      )
      await runToTheEnd({ ...build, root, env }).finally(() => clearInterval(beat))
      await mkdir(join(root, '.next'), { recursive: true })
      await writeFile(stamp, source)
    },
  })
}

type ServerArgs = {
  port: number
  /** The address that it listens on: by default all of this machine. */
  host?: string
  env: NodeJS.ProcessEnv
  onProgress?: (line: string) => void
  /** `next start` by default. It reports when it listens, as that does. */
  server?: Command
  timeoutMs?: number
}

export type Server = { url: string; stop: () => Promise<void>; process: ChildProcess }

/**
 * Starts the built application and resolves when it is healthy; throws with its last output if it is not ready in time,
 * or if another program uses its port, whose answers do not count.
 */
export async function startServer({
  port,
  host,
  env,
  onProgress,
  server,
  timeoutMs = 90_000,
}: ServerArgs): Promise<Server> {
  const { command, args } = server ?? next('start', '-p', String(port), ...(host ? ['-H', host] : []))
  const url = `http://localhost:${port}`
  if ((await freePort({ wanted: port })) !== port)
    throw new Error(`Port ${port} is taken by another program. Start again: a free one is chosen then.`)
  onProgress?.(`Starting the server on ${url}`)
  // In a process group of its own: Next starts workers, and all of them must end.
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const lastOutput = keepLastOutput(child)
  const listening = isListening(child)
  const endWithUs = () => killGroup({ child, signal: 'SIGKILL' })
  process.once('exit', endWithUs)
  const stop = async () => {
    await stopGroup(child)
    process.off('exit', endWithUs)
  }
  const failure = await waitUntilHealthy({ child, listening, url, timeoutMs })
  if (!failure) return { url, stop, process: child }
  await stop()
  throw new Error(`The server did not start: ${failure}. Its last output:\n${lastOutput()}`)
}

/**
 * Rejects if the server ends although nobody stopped it: otherwise the caller would wait for a signal with nothing at
 * the address.
 */
export async function untilItFails({ process: child }: Pick<Server, 'process'>): Promise<never> {
  if (!hasEnded(child)) await once(child, 'exit')
  const how = child.signalCode ?? `exit code ${child.exitCode}`
  throw new Error(
    `The server has ended by itself (${how}), so nothing can be read or written any more. Start it again.`,
  )
}

/** The same for the database: without it the server answers nobody, but does not end. */
export async function untilDatabaseFails({ ended }: Pick<EmbeddedDatabase, 'ended'>): Promise<never> {
  await ended
  throw new Error(
    'The database has ended by itself, so nothing can be read or written any more. What was saved is kept. Start it again.',
  )
}

const SOURCES = [
  'package-lock.json',
  'tsconfig.json',
  'payload.config.ts',
  'collections',
  'migrations',
  'src',
  'public',
]

async function hashOfSource(root: string): Promise<string> {
  const configs = (await readdir(root)).filter((name) => name.startsWith('next.config.'))
  const hash = createHash('sha256')
  for (const source of [...configs, ...SOURCES]) {
    for (const file of await filesUnder(join(root, source))) {
      hash.update(`${relative(root, file)}\0`).update(await readFile(file))
    }
  }
  return hash.digest('hex')
}

async function filesUnder(path: string): Promise<string[]> {
  if (!(await exists(path))) return []
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => undefined)
  if (!entries) return [path]
  const files = entries.filter((entry) => entry.isFile())
  return files.map((entry) => join(entry.parentPath, entry.name)).sort()
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

function next(...args: string[]): Command {
  return { command: process.execPath, args: [createRequire(import.meta.url).resolve('next/dist/bin/next'), ...args] }
}

async function runToTheEnd({
  command,
  args,
  root,
  env,
}: Command & { root: string; env: NodeJS.ProcessEnv | undefined }) {
  const child = spawn(command, args, { cwd: root, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] })
  const lastOutput = keepLastOutput(child)
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(`The application could not be built:\n${lastOutput()}`)
}

// Enough for the error of a build and its stack.
const KEPT_CHARACTERS = 6_000

function keepLastOutput(child: ChildProcess): () => string {
  let kept = ''
  const keep = (text: string) => {
    kept = (kept + text).slice(-KEPT_CHARACTERS)
  }
  child.stdout?.setEncoding('utf8').on('data', keep)
  child.stderr?.setEncoding('utf8').on('data', keep)
  return () => kept.trim()
}

/** What Next writes once it has its port; if another program was faster, it ends instead. */
const LISTENS = /\bReady in\b/

function isListening(child: ChildProcess): () => boolean {
  let listens = false
  child.stdout?.on('data', (text: string) => {
    listens ||= LISTENS.test(text)
  })
  return () => listens
}

type HealthArgs = { child: ChildProcess; listening: () => boolean; url: string; timeoutMs: number }

/** Undefined if it is healthy, otherwise why not. */
async function waitUntilHealthy({ child, listening, url, timeoutMs }: HealthArgs): Promise<string | undefined> {
  const deadline = Date.now() + timeoutMs
  let answer = 'no answer'
  let failure = ''
  child.once('error', (error) => {
    failure = error.message
  })
  while (Date.now() < deadline) {
    if (failure) return failure
    if (hasEnded(child)) return `it ended with ${child.signalCode ?? child.exitCode}`
    if (listening()) {
      const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
      await response?.body?.cancel()
      if (response?.status === 200) return undefined
      answer = response ? `/api/health answers ${response.status}` : 'no answer'
    }
    await pause(200)
  }
  return `${answer} within ${timeoutMs / 1000} s`
}

// Running requests may finish first.
const GRACE_MS = 10_000

async function stopGroup(child: ChildProcess): Promise<void> {
  if (hasEnded(child) || !child.pid) return
  const ended = once(child, 'exit')
  killGroup({ child, signal: 'SIGTERM' })
  const hard = setTimeout(() => killGroup({ child, signal: 'SIGKILL' }), GRACE_MS)
  await ended
  clearTimeout(hard)
}

function killGroup({ child, signal }: { child: ChildProcess; signal: NodeJS.Signals }) {
  if (!child.pid || hasEnded(child)) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It has just ended by itself.
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null
