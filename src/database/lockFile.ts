import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { isRunning, ownProcess, type RunningProcess, runningProcess } from './runningProcess'

type LockArgs<T> = { path: string; work: () => Promise<T>; onWait?: (holder: RunningProcess) => void; waitMs?: number }

// A start may hold the lock while it downloads the database program.
const LONGEST_WAIT_MS = 10 * 60_000

/** Runs `work` while no other process (nor another call in this one) runs work with the same file. */
export async function withLockFile<T>({ path, work, onWait, waitMs = LONGEST_WAIT_MS }: LockArgs<T>): Promise<T> {
  await acquire({ path, onWait, waitMs })
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function acquire({
  path,
  onWait,
  waitMs,
}: Required<Pick<LockArgs<never>, 'path' | 'waitMs'>> & { onWait?: LockArgs<never>['onWait'] }) {
  const deadline = Date.now() + waitMs
  const me = JSON.stringify(await ownProcess())
  for (let hasTold = false; !(await create({ path, content: me })); ) {
    const holder = await holderOf(path)
    if (!holder || !(await isRunning(holder))) {
      await removeStale({ path, holder })
      continue
    }
    if (Date.now() > deadline)
      throw new Error(`Process ${holder.pid} has held ${path} for too long. End it or delete the file.`)
    if (!hasTold) onWait?.(holder)
    hasTold = true
    await pause(100)
  }
}

/** A link appears together with its content, so nobody ever reads a half-written lock. */
async function create({ path, content }: { path: string; content: string }): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, content)
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function holderOf(path: string): Promise<RunningProcess | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '')
  try {
    return runningProcess.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Two processes may find the same stale lock: the one that removed a new lock by mistake restores it. */
async function removeStale({ path, holder }: { path: string; holder: RunningProcess | undefined }) {
  const aside = `${path}.${randomUUID()}`
  const isMoved = await rename(path, aside).then(
    () => true,
    () => false,
  )
  if (!isMoved) return
  const moved = await holderOf(aside)
  if (moved && (moved.pid !== holder?.pid || moved.started !== holder?.started)) await link(aside, path).catch(() => {})
  await rm(aside, { force: true })
}
