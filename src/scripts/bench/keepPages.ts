// Requests from one site, in a process of its own, every page whose address comes in, and prints what is kept and what
// the process takes: before, and after each thousand.
import { text } from 'node:stream/consumers'
import { readerDatabase, siteOrigin } from '@/reader/queries'
import { siteOf } from '@/reader/site'
import type { KeptNow } from './siteMemory'

const EVERY = 1_000

const site = siteOf({ database: readerDatabase(), origin: siteOrigin, bytes: Number(process.argv[2]) })
const pages = (await text(process.stdin)).split('\n')
const found: KeptNow[] = []
// What is loaded once, with the first page, does not count as growth.
await ask('/')
note(0)
for (const [at, address] of pages.entries()) {
  await ask(address)
  if ((at + 1) % EVERY === 0) note(at + 1)
}
process.stdout.write(JSON.stringify(found))
process.exit(0)

async function ask(address: string): Promise<void> {
  const response = await site.answer(new Request(new URL(address, 'http://localhost')))
  if (response.status !== 200) throw new Error(`${address} answers ${response.status}`)
  await response.arrayBuffer()
}

function note(asked: number): void {
  // Without it, garbage would be counted (--expose-gc).
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  found.push({ asked, ...site.size(), rss, used: heapUsed + external })
}
