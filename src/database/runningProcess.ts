import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { z } from 'zod'

/**
 * A process, distinguished from a later one with the same number: containers assign the same numbers at every start.
 */
export type RunningProcess = z.infer<typeof runningProcess>

export const runningProcess = z.object({ pid: z.number().int().positive(), started: z.string() })

/** The process that runs under this number now; undefined if there is none (a zombie does not count). */
export async function processWithPid(pid: number): Promise<RunningProcess | undefined> {
  const started = process.platform === 'linux' ? await startOnLinux(pid) : await startByPs(pid)
  return started ? { pid, started } : undefined
}

/** The process that runs this code. */
export async function ownProcess(): Promise<RunningProcess> {
  return (await processWithPid(process.pid)) ?? { pid: process.pid, started: 'unknown' }
}

/** Whether exactly this process still runs. */
export async function isRunning(expected: RunningProcess): Promise<boolean> {
  return (await processWithPid(expected.pid))?.started === expected.started
}

/** Waits until the process has ended; false if it still runs after that time. */
export async function hasEndedWithin({ process, ms }: { process: RunningProcess; ms: number }): Promise<boolean> {
  const deadline = Date.now() + ms
  while (await isRunning(process)) {
    if (Date.now() > deadline) return false
    await pause(50)
  }
  return true
}

async function startOnLinux(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // After the name, which may contain blanks and brackets: state is field 3, start time field 22 (proc(5)).
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields?.[0] === 'Z' ? undefined : fields?.[19]
}

async function startByPs(pid: number): Promise<string | undefined> {
  const ps = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => undefined)
  return ps?.stdout.trim() || undefined
}
