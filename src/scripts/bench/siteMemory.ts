import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Db, ObjectId } from 'mongodb'
import { z } from 'zod'
import { markdownTable, type Target, target } from './target'

const keptNow = z.object({
  /** How many pages have been asked for. */
  asked: z.number(),
  pages: z.number(),
  bytes: z.number(),
  /** The memory that the process takes from the machine, and how much of it is in use. */
  rss: z.number(),
  used: z.number(),
})
export type KeptNow = z.infer<typeof keptNow>

/** Less than this many pages take, so that it is full long before the end. */
const MOST_BYTES = 16 * 1024 * 1024
const PAGES = 10_000

/**
 * How a site's memory grows while ten thousand different pages are requested, each once. Adds releases to the database.
 */
export async function measureMemory({
  database,
  env,
  say,
}: {
  database: Db
  env: NodeJS.ProcessEnv
  say: (line: string) => void
}): Promise<Target[]> {
  const found = await keepPages({ addresses: await addCountries(database), env })
  say(`\n### ${PAGES} different pages, with ${megabytes(MOST_BYTES)} to keep them\n`)
  say(
    markdownTable({
      head: ['Asked for', 'Kept', 'Bytes kept', 'In use', 'Resident'],
      rows: found.map(({ asked, pages, bytes, used, rss }) => [
        String(asked),
        String(pages),
        megabytes(bytes),
        megabytes(used),
        megabytes(rss),
      ]),
    }),
  )
  const most = Math.max(...found.map(({ bytes }) => bytes))
  const [first, last] = [found[0], found.at(-1)]
  const grown = (last?.used ?? Number.NaN) - (first?.used ?? Number.NaN)
  return [
    target({ what: 'Bytes kept of the pages, at most', measured: most, most: MOST_BYTES, show: megabytes }),
    // Cached facts about texts, and what the engine has not freed yet, are not in the bytes of the pages.
    target({
      what: 'Memory in use after them, more than before',
      measured: grown,
      most: 2 * MOST_BYTES,
      show: megabytes,
    }),
  ]
}

/** Publishes what Ireland did under the names of other countries; returns the addresses of their pages. */
async function addCountries(database: Db): Promise<string[]> {
  const releases = database.collection('releases')
  const release = await releases.findOne({ country: 'ie' })
  if (!release) throw new Error('The sample has no release of Ireland')
  const { _id, ...of } = release
  const slugs: string[] = of.manifest.map(({ slug }: { slug: string }) => slug)
  const countries = Array.from({ length: Math.ceil(PAGES / (2 * slugs.length)) }, (_, at) => `x${at.toString(36)}`)
  await releases.insertMany(countries.map((country) => ({ ...of, _id: new ObjectId(), country })))
  return countries
    .flatMap((country) =>
      slugs.flatMap((slug) => [slug, `${slug}/compare`].map((end) => `/${country}/en/${of.slug}/${end}`)),
    )
    .slice(0, PAGES)
}

async function keepPages({ addresses, env }: { addresses: string[]; env: NodeJS.ProcessEnv }): Promise<KeptNow[]> {
  const program = fileURLToPath(new URL('./keepPages.ts', import.meta.url))
  const child = spawn(process.execPath, ['--expose-gc', ...process.execArgv, program, String(MOST_BYTES)], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(addresses.join('\n'))
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`Asking for many pages ended with ${code}.`)
  return z.array(keptNow).parse(JSON.parse(output))
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
