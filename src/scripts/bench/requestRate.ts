import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { z } from 'zod'

/**
 * Requests per second, and the server's processor time for each in milliseconds; NaN if the system does not tell (only
 * Linux is supported).
 */
export type RequestRate = { perSecond: number; processor: number }

const report = z.object({
  requests: z.object({ average: z.number(), total: z.number() }),
  non2xx: z.number(),
  errors: z.number(),
})

/**
 * Requests one address of a server repeatedly, on 20 connections, for this many seconds, compressed like browsers.
 * Throws if an answer is not the page.
 */
export async function requestRate({
  url,
  server,
  seconds,
}: {
  url: string
  /** Its process. */
  server: number | undefined
  seconds: number
}): Promise<RequestRate> {
  const program = createRequire(import.meta.url).resolve('autocannon/autocannon.js')
  const before = await processorTime(server)
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, '--connections', '20', '--duration', String(seconds), '--headers', 'Accept-Encoding=gzip', '--json', url],
    { maxBuffer: 16 * 1024 * 1024 },
  )
  const taken = (await processorTime(server)) - before
  const { requests, non2xx, errors } = report.parse(JSON.parse(stdout))
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} answers were not the page, ${errors} did not come`)
  return { perSecond: requests.average, processor: taken / requests.total }
}

/**
 * Milliseconds of processor time that a process has used: fields 14 and 15 of proc(5)'s stat, in hundredths of a
 * second.
 */
async function processorTime(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
  return 10 * (Number(user) + Number(system))
}
