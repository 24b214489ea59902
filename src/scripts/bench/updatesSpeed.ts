import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { dataDirectory } from '@/database/dataDirectory'
import { startEmbeddedDatabase } from '@/database/embedded'
import { freePort } from '@/database/freePort'
import { DEMO_PASSWORD, people } from '../demo/people'
import { localEnvironment } from '../localEnvironment'
import { buildOnce, type Server, startServer } from '../production'
import { cookieHeader, signIn } from '../signIn'
import { measureOffered } from './offeredSpeed'
import { markdownTable, milliseconds, type Target, target } from './target'

type Say = (line: string) => void

/** What a browser says of an address that somebody typed: without it, a session is not accepted. */
const TYPED = { 'sec-fetch-site': 'none' }

/** A title that every screen shows. */
const SHOWN = 'section-0 en'

/** In turn, and the best of each counts. */
const ROUNDS = 5

const figures = z.object({
  first: z.number(),
  again: z.number(),
  waiting: z.number(),
  ratio: z.number(),
  toolkit: z.string(),
  variant: z.string(),
  key: z.string(),
})

/**
 * Thirty countries, 300 sections and three languages: how long it takes to say what a release changes in all of them,
 * whether sections that nobody changed cost anything, and how fast the screens about it open.
 */
export async function measureUpdates({ say }: { say: Say }): Promise<Target[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'toolkit-bench-'))
  const embedded = await startEmbeddedDatabase({ dataDir, cacheDir: join(dataDirectory(), 'bin'), onProgress: say })
  let server: Server | null = null
  try {
    const local = await localEnvironment({ databaseUri: embedded.uri('bench'), dataDir })
    const env = { ...local, MEDIA_DIR: join(dataDir, 'media'), NODE_ENV: 'production' as const }
    await buildOnce({ env, onProgress: say })
    say('Filling the database: 30 countries that adapt 100 of 300 sections')
    const program = fileURLToPath(new URL('./updatesWorld.ts', import.meta.url))
    const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, program], {
      env,
      maxBuffer: 64 * 1024 * 1024,
    })
    const found = figures.parse(JSON.parse(stdout.slice(stdout.lastIndexOf('{'))))
    say(`\n${found.waiting} sections wait in all countries. In a new process it takes ${milliseconds(found.first)} to`)
    say(`say what, and ${milliseconds(found.again)} when the common texts are in memory.`)
    const port = await freePort({ wanted: 3640 })
    server = await startServer({ port, host: '127.0.0.1', env: { ...env, SERVER_URL: `http://localhost:${port}` } })
    return [
      target({ what: 'Updates of a release, 30 countries', measured: found.first, most: 20_000, show: milliseconds }),
      target({ what: 'Twice as many sections, the others unchanged', measured: found.ratio, most: 1.1 }),
      ...(await measureScreens({ server, found, say })),
      measureOffered(),
    ]
  } finally {
    await server?.stop()
    await embedded.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function measureScreens({
  server,
  found,
  say,
}: {
  server: Server
  found: z.infer<typeof figures>
  say: Say
}): Promise<Target[]> {
  const cookie = cookieHeader(await signIn(server, { email: people.coordinator.email, password: DEMO_PASSWORD }))
  const version = `/admin/version/${found.variant}`
  const pages = {
    Overview: `/admin/overview?toolkit=${found.toolkit}`,
    Workspace: version,
    'List of updates': `${version}/updates`,
    'One update': `${version}/updates/${found.key}`,
  }
  const times = new Map<string, Opened[]>()
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, path] of Object.entries(pages)) {
      times.set(name, [...(times.get(name) ?? []), await opened({ url: `${server.url}${path}`, cookie })])
    }
  }
  const first = (name: string) => times.get(name)?.[0] ?? { shown: Number.NaN, whole: Number.NaN }
  const best = (name: string) => Math.min(...(times.get(name)?.slice(1) ?? []).map(({ whole }) => whole))
  say('\n### Until the texts of the screen are there, and until it is there whole\n')
  const rows = Object.keys(pages).map((name) => [
    ...[name, milliseconds(first(name).shown), milliseconds(first(name).whole), milliseconds(best(name))],
  ])
  say(markdownTable({ head: ['Screen', 'First time: texts', 'First time: whole', 'Later: whole'], rows }))
  return [
    target({ what: 'Overview, opened first', measured: first('Overview').shown, most: 1000, show: milliseconds }),
    ...Object.keys(pages).map((name) =>
      target({ what: `${name}, opened again`, measured: best(name), most: 1000, show: milliseconds }),
    ),
  ]
}

/** When the texts of a screen had come, and when all of it had: the overview looks for changes made alike after its texts. */
type Opened = { shown: number; whole: number }

async function opened({ url, cookie }: { url: string; cookie: string }): Promise<Opened> {
  const began = performance.now()
  const response = await fetch(url, { headers: { cookie, ...TYPED }, redirect: 'manual' })
  const decoder = new TextDecoder()
  let html = ''
  let shown = Number.NaN
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    html += decoder.decode(part.value, { stream: true })
    if (Number.isNaN(shown) && html.includes(SHOWN)) shown = performance.now() - began
  }
  if (response.status !== 200 || Number.isNaN(shown)) throw new Error(`${url} does not show ${SHOWN}`)
  return { shown, whole: performance.now() - began }
}
