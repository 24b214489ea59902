import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * The highest memory use in bytes: of the leading process, and of all processes of its group together. What processes
 * share, the program of Node itself, is counted once (proportional set size, proc(5) smaps_rollup).
 */
export type MostMemory = { leader: number; group: number }

const LOOKED_AT_MS = 200

/**
 * Watches the memory of a process and its group until `isOver`. All is 0 if the system does not tell (only Linux is
 * supported).
 */
export async function mostMemory({ leader, isOver }: { leader: number; isOver: () => boolean }): Promise<MostMemory> {
  const most: MostMemory = { leader: 0, group: 0 }
  while (!isOver()) {
    const now = await memoryNow(leader)
    most.leader = Math.max(most.leader, now.leader)
    most.group = Math.max(most.group, now.group)
    await pause(LOOKED_AT_MS)
  }
  return most
}

async function memoryNow(leader: number): Promise<MostMemory> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number)
  const members = await Promise.all(pids.map(async (pid) => ((await groupOf(pid)) === leader ? await shareOf(pid) : 0)))
  return { leader: members[pids.indexOf(leader)] ?? 0, group: members.reduce((sum, memory) => sum + memory, 0) }
}

async function shareOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1024
}

/** Field 5 of proc(5)'s stat, counted after the name, which may contain blanks and brackets. */
async function groupOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2])
}
