import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Db } from 'mongodb'
import { type Server, startServer } from '../production'

/** Inside the project, because Next accepts nothing outside its root. */
const DIRECTORY = join(process.cwd(), '.data', 'bench-components')

/** What they show. */
const PUBLISHED = join(DIRECTORY, 'published.json')

const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next')

/**
 * The pages of the site as Next pages made of server components, for comparison: the same elements, rendered at each
 * request. They have an easier task than such a page would have: what is published is in their memory, and each page's
 * elements are made once, so only Next's own rendering is left. They have no session, no preview and no script of their
 * own.
 */
const FILES: Record<string, string> = {
  'app/layout.tsx': `import type { ReactNode } from 'react'

export default function Layout({ children }: { children: ReactNode }) {
  return children
}
`,
  'app/api/health/route.ts': `export const dynamic = 'force-dynamic'

export function GET() {
  return new Response('ok')
}
`,
  'app/[[...path]]/page.tsx': `import { readFileSync } from 'node:fs'
import type { ReactNode } from 'react'
import { knownChanges } from '@/reader/knownChanges'
import { knownDifferences } from '@/reader/knownDifferences'
import { knownRegroupings } from '@/reader/knownRegroupings'
import { pageAt } from '@/reader/pageAt'
import { parseContent } from '@/stored/content'
import { parseHead, parseRelease } from '@/stored/release'

export const dynamic = 'force-dynamic'

const published = JSON.parse(readFileSync(process.env.PUBLISHED ?? '', 'utf8'))
const releases = new Map(published.releases.map((one) => [one.id, parseRelease(one)]))
const contents = new Map(published.contents.map(([hash, json]) => [hash, parseContent(json, 'Blob ' + hash)]))
const pick = async (hashes) => new Map(hashes.flatMap((hash) => (contents.has(hash) ? [[hash, contents.get(hash)]] : [])))
const changes = knownChanges({ contents: pick })
const source = {
  heads: published.releases.map(parseHead),
  apart: [],
  release: async (id) => releases.get(id),
  newestWith: async () => undefined,
  contents: pick,
  facts: pick,
  changes,
  regroupings: knownRegroupings({ contents: pick, changes }),
  differences: knownDifferences({ contents: pick }),
}
const made = new Map<string, ReactNode>()

export default async function Page({ params }) {
  const path = '/' + ((await params).path ?? []).join('/')
  if (!made.has(path)) {
    const page = await pageAt({ path, search: new URLSearchParams(), origin: process.env.SERVER_URL, source })
    made.set(path, page.element)
  }
  return made.get(path)
}
`,
  'next.config.mjs': `export default {
  poweredByHeader: false,
  turbopack: { root: ${JSON.stringify(process.cwd())} },
  typescript: { ignoreBuildErrors: true },
}
`,
  'tsconfig.json': `{ "extends": "../../tsconfig.json", "compilerOptions": { "paths": { "@/*": ["../../src/*"] } }, "include": ["**/*.tsx"] }
`,
  // Otherwise Next uses those of the application, which are the nearest above.
  'instrumentation.ts': `export function register() {}
`,
  'proxy.ts': `export function proxy() {}

export const config = { matcher: '/nothing/is/here' }
`,
}

/** Builds them. Their content comes later. */
export async function buildComponentsSite({ env }: { env: NodeJS.ProcessEnv }): Promise<void> {
  await rm(DIRECTORY, { recursive: true, force: true })
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(DIRECTORY, name)), { recursive: true })
    await writeFile(join(DIRECTORY, name), text)
  }
  // Next loads the page while it builds it, when there is nothing to show.
  await writeFile(PUBLISHED, JSON.stringify({ releases: [], contents: [] }))
  const child = spawn(process.execPath, [NEXT, 'build'], {
    cwd: DIRECTORY,
    env: { ...env, PUBLISHED },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-6_000)
    })
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(`The pages of server components could not be built:\n${output}`)
}

/** Starts them with what is published in this database. */
export async function startComponentsSite({
  database,
  port,
  env,
}: {
  database: Db
  port: number
  env: NodeJS.ProcessEnv
}): Promise<Server> {
  const releases = await database.collection('releases').find().sort({ seq: 1 }).toArray()
  const contents = await database.collection<{ _id: string; json: unknown }>('blobs').find().toArray()
  const published = {
    releases: releases.map(({ _id, ...release }) => ({ ...release, id: _id })),
    contents: contents.map(({ _id, json }) => [_id, json]),
  }
  await writeFile(PUBLISHED, JSON.stringify(published))
  return startServer({
    port,
    env: { ...env, PUBLISHED },
    server: { command: process.execPath, args: [NEXT, 'start', DIRECTORY, '-p', String(port), '-H', '127.0.0.1'] },
  })
}
