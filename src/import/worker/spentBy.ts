import { readFile } from 'node:fs/promises'

/** What a process uses: memory now, in bytes, and seconds of processor time since its start. */
export type Spent = { memory: number; seconds: number }

/** What a process uses; null if the system does not tell (only Linux is supported) or the process has ended. */
export async function spentBy(pid: number): Promise<Spent | null> {
  const [status, stat] = await Promise.all(
    ['status', 'stat'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')),
  )
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status ?? '')?.[1]
  // After the name, which may contain blanks and brackets: state is field 3, user and system time 14 and 15 (proc(5)),
  // in hundredths.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  const ticks = Number(fields[11]) + Number(fields[12])
  return kilobytes === undefined || Number.isNaN(ticks)
    ? null
    : { memory: Number(kilobytes) * 1024, seconds: ticks / 100 }
}
