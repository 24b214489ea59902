import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { MongoClient } from 'mongodb'
import { z } from 'zod'
import { dataDirectory } from '@/database/dataDirectory'
import { startEmbeddedDatabase } from '@/database/embedded'
import { freePort } from '@/database/freePort'
import { DEMO_TOOLKIT } from '../demo/seedDemo'
import { localEnvironment } from '../localEnvironment'
import { buildOnce, type Server, startServer } from '../production'
import { buildComponentsSite, startComponentsSite } from './componentsSite'
import { type RequestRate, requestRate } from './requestRate'
import { measureMemory } from './siteMemory'
import { markdownTable, type Target, target } from './target'

type Say = (line: string) => void

/** A section that Ireland has adapted, and its comparison. */
const SECTION = `/ie/en/${DEMO_TOOLKIT}/contacts`
const PAGES = { section: SECTION, comparison: `${SECTION}/compare`, start: '/' }
type PageName = keyof typeof PAGES
const NAMES: PageName[] = ['section', 'comparison', 'start']

/** In turn, and the best of each counts, so that one busy moment of the machine does not affect all of them. */
const ROUNDS = 3
const SECONDS = 4

/**
 * The site with the sample, built and started as in production, twice on one database: its request rate from memory,
 * compared with pages of server components and with itself without a cache; whether both servers show a publication at
 * the first request; and its memory use.
 */
export async function measureSite({ say }: { say: Say }): Promise<Target[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'toolkit-bench-'))
  const embedded = await startEmbeddedDatabase({ dataDir, cacheDir: join(dataDirectory(), 'bin'), onProgress: say })
  const databaseUri = embedded.uri('bench')
  const client = await MongoClient.connect(databaseUri)
  const servers: Server[] = []
  try {
    const local = await localEnvironment({ databaseUri, dataDir })
    const env = { ...local, MEDIA_DIR: join(dataDir, 'media'), NODE_ENV: 'production' as const }
    await Promise.all([buildOnce({ env, onProgress: say }), run(['src/scripts/demo/fill.ts'], env)])
    say('Building the pages of server components')
    await buildComponentsSite({ env })
    const start = async (
      given: Record<string, string>,
      how?: (port: number, env: NodeJS.ProcessEnv) => Promise<Server>,
    ) => {
      const port = await freePort({ wanted: 3600 + servers.length })
      const all = { ...env, ...given }
      const server = await (how?.(port, all) ?? startServer({ port, host: '127.0.0.1', env: all }))
      servers.push(server)
      return server
    }
    const first = await start({})
    const second = await start({})
    const forgetful = await start({ SITE_MEMORY_MB: '0' })
    const components = await start({}, (port, given) =>
      startComponentsSite({ database: client.db(), port, env: given }),
    )
    return [
      ...(await compareRates({ memory: first, forgetful, components, say })),
      await comparePublications({ nodes: [first, second], env, say }),
      ...(await measureMemory({ database: client.db(), env, say })),
    ]
  } finally {
    for (const server of servers) await server.stop()
    await client.close()
    await embedded.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

type Sites = { memory: Server; forgetful: Server; components: Server }

async function compareRates({ say, ...sites }: Sites & { say: Say }): Promise<Target[]> {
  const style = /\/assets\/[^"]*/.exec(await read(`${sites.memory.url}/`))?.[0] ?? ''
  await assertSame(sites)
  const best = new Map<string, RequestRate>()
  const measure = async (name: string, server: Server, path: string) => {
    const rate = await requestRate({ url: `${server.url}${path}`, server: server.process.pid, seconds: SECONDS })
    const known = best.get(name)
    best.set(name, {
      perSecond: Math.max(rate.perSecond, known?.perSecond ?? 0),
      processor: Math.min(rate.processor, known?.processor ?? Number.POSITIVE_INFINITY),
    })
  }
  for (let round = 0; round < ROUNDS; round++) {
    await measure('style', sites.memory, style)
    for (const page of NAMES)
      for (const [site, server] of Object.entries(sites)) await measure(`${page} ${site}`, server, PAGES[page])
  }
  const of = (name: string) => best.get(name) ?? { perSecond: Number.NaN, processor: Number.NaN }
  say('\n### Requests a second on 20 connections, and milliseconds of processor time for each\n')
  const shown = (name: string) => `${of(name).perSecond.toFixed(0)} (${of(name).processor.toFixed(2)} ms)`
  say(
    markdownTable({
      head: ['Page', 'From memory', 'Made at each request', 'Server components'],
      rows: NAMES.map((page) => [
        page,
        ...['memory', 'forgetful', 'components'].map((site) => shown(`${page} ${site}`)),
      ]),
    }),
  )
  say(
    `\nThe style sheet, a route handler that answers with a constant text: ${shown('style')}. That is what Next itself takes.`,
  )
  const ratio = (page: PageName, site: keyof Sites) => of(`${page} memory`).perSecond / of(`${page} ${site}`).perSecond
  return [
    target({ what: 'Section, to a page of server components', measured: ratio('section', 'components'), least: 4 }),
    target({
      what: 'Comparison, to a page of server components',
      measured: ratio('comparison', 'components'),
      least: 4,
    }),
    // At most the rate of Next itself: making a comparison, too, became faster with what the site remembers besides pages.
    target({ what: 'Comparison, to one made at each request', measured: ratio('comparison', 'forgetful'), least: 4 }),
  ]
}

/** What is compared must show the same. */
async function assertSame({ memory, forgetful, components }: Sites): Promise<void> {
  for (const path of Object.values(PAGES)) {
    const kept = await read(memory.url + path)
    if (kept !== (await read(forgetful.url + path))) throw new Error(`${path} is not the same from memory`)
    if (textOf(kept) !== textOf(await read(components.url + path)))
      throw new Error(`${path} of server components shows something else`)
  }
}

function textOf(html: string): string {
  const [body] = /<body.*<\/footer>/s.exec(html) ?? []
  if (!body) throw new Error('A page has no body')
  return body
    .replaceAll(/<!--.*?-->/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}

async function read(url: string): Promise<string> {
  const response = await fetch(url)
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}`)
  return response.text()
}

const asked = z.object({ asked: z.number(), shown: z.number() })

async function comparePublications({
  nodes,
  env,
  say,
}: {
  nodes: Server[]
  env: NodeJS.ProcessEnv
  say: Say
}): Promise<Target> {
  const program = fileURLToPath(new URL('./publishAndAsk.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...process.execArgv, program, ...nodes.map(({ url }) => url)],
    { env },
  )
  const found = asked.parse(JSON.parse(stdout.slice(stdout.lastIndexOf('{'))))
  say(
    `\n${found.asked} first requests after a publication or a withdrawal, to ${nodes.length} servers: ${found.shown} show it.`,
  )
  return target({
    what: 'First requests after a publication that show it',
    measured: found.shown / found.asked,
    least: 1,
    show: (share) => `${(share * 100).toFixed(0)} %`,
  })
}

async function run(program: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [...process.execArgv, ...program], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await once(child, 'exit')
  if (child.exitCode !== 0) throw new Error(`${program} ended with ${child.exitCode}`)
}
