import { type Document, ObjectId } from 'mongodb'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ManifestEntry } from '@/domain/release'
import { siteOf } from '@/reader/site'
import { type Application, SERVER_URL, startApplication } from '../setup/application'
import { type Edition, factoriesFor, words } from '../setup/factories'

let application: Application
let published: Edition
let start: () => { read: (path: string) => Promise<{ status: number; html: string }>; kept: () => number }
let restore: (() => Promise<unknown>)[] = []

/** Ireland and France have published; each has words of its own in the first section. */
beforeAll(async () => {
  application = await startApplication()
  const given = factoriesFor(application)
  const { readerDatabase, siteOrigin } = await import('@/reader/queries')
  start = () => {
    const site = siteOf({ database: readerDatabase(), origin: siteOrigin, bytes: 1_000_000 })
    return {
      kept: () => site.size().pages,
      // A request that fails is answered with 500 by the program that serves the site.
      read: (path) =>
        site.answer(new Request(new URL(path, SERVER_URL))).then(
          async (answer) => ({ status: answer.status, html: await answer.text() }),
          (error: unknown) => ({ status: 500, html: String(error) }),
        ),
    }
  }
  const section = (title: string) => ({ source: 'a', depth: 1, title, body: words(`Common text of ${title}.`) })
  const toolkit = await given.toolkit({ sections: ['Before you start', 'The conversation', 'Referral'].map(section) })
  published = await given.edition({ variant: await given.variant({ toolkit }), state: 'published' })
  await given.edition({ variant: await given.variant({ toolkit, country: 'fr' }), state: 'published' })
})

afterEach(async () => {
  for (const undo of restore.reverse()) await undo()
  restore = []
})

afterAll(() => application.stop())

const at = (path = '', country = 'ie') => `/${country}/en/${published.variant.toolkit.slug}${path}`
type Stored = { _id: unknown; [field: string]: unknown }
// The collections declare their ids as object ids; those of blobs are hashes.
const stored = (collection: string) => application.payload.db.connection.collection<Stored>(collection)

/** Writes past every guard, until the end of the test. Servers that run keep what they have read. */
async function change(country: string, changed: (document: Document) => Document): Promise<string> {
  const release = await stored('releases').findOne({ country })
  if (!release) throw new Error(`There is no release of ${country}`)
  restore.push(() => stored('releases').replaceOne({ _id: release._id }, release))
  await stored('releases').updateOne({ _id: release._id }, { $set: changed(release) })
  return String(release._id)
}

/** The release of this country names another content for the section with this address. */
function changeSection(country: string, slug: string, given: Partial<ManifestEntry>): Promise<string> {
  return change(country, ({ manifest }) => ({
    manifest: manifest.map((entry: ManifestEntry) => (entry.slug === slug ? { ...entry, ...given } : entry)),
  }))
}

async function statusOf(server: ReturnType<typeof start>, ...paths: string[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const path of paths) found[path] = (await server.read(path)).status
  return found
}

/** The pages of Ireland for which the text of its first section, or the common text below it, is needed. */
const withFirst = () => [at('/before-you-start'), at('/before-you-start/compare'), at('/compare')]

describe('a content that a release names and that is not stored', () => {
  test.each([
    ['the common text', { baseBlob: 'a'.repeat(64) }],
    ['the text of the country', { blob: 'a'.repeat(64) }],
  ])('makes no page that needs it, and other pages are answered: %s', async (_, missing) => {
    await changeSection('ie', 'before-you-start', missing)
    const server = start()
    expect(await statusOf(server, ...withFirst())).toEqual(Object.fromEntries(withFirst().map((one) => [one, 500])))
    expect(server.kept()).toBe(0)
    expect((await server.read(at('/before-you-start/compare'))).html).toContain('a'.repeat(64))
    const others = ['/', at(), at('/referral'), at('/referral/compare'), at('/before-you-start', 'fr')]
    expect(await statusOf(server, ...others)).toEqual(Object.fromEntries(others.map((one) => [one, 200])))
  })
})

describe('a content that cannot be read', () => {
  const hash = 'b'.repeat(64)
  const isWrong = async () => {
    const title = { en: 'Referral' }
    const json = { key: 'k', title, policy: 'odd' }
    await stored('blobs').insertOne({ _id: hash, json })
    restore.push(() => stored('blobs').deleteOne({ json }))
  }

  test('makes no page that needs its words; lists show the address of the section, and are not kept', async () => {
    await isWrong()
    await changeSection('master', 'referral', { blob: hash })
    const server = start()
    const common = await server.read(at('', 'common'))
    expect(common.status, common.html).toBe(200)
    expect(common.html).toContain('>referral<')
    expect(common.html).toContain('The conversation')
    expect(await statusOf(server, '/', at('/the-conversation', 'common'))).toEqual({
      '/': 200,
      [at('/the-conversation', 'common')]: 200,
    })
    expect(server.kept()).toBe(0)
    expect((await server.read(at('/referral', 'common'))).status).toBe(500)
    expect(await statusOf(server, at(), at('/referral'), at('/compare'))).toEqual({
      [at()]: 200,
      [at('/referral')]: 200,
      [at('/compare')]: 200,
    })
    expect(server.kept()).toBe(3)
  })
})

describe('a publication that cannot be read', () => {
  const seventh = { languages: ['en', 'pt'] }
  const health = () => application.request(null, 'GET', '/api/health')
  const degraded = async () => (await health()).body.degraded ?? []

  test('takes the pages of its country away, and no others; the start page names the country', async () => {
    await change('ie', () => seventh)
    const server = start()
    const own = [at(), at('/v/1.0'), at('/referral'), at('/compare'), at('/no-such-section')]
    expect(await statusOf(server, ...own)).toEqual(Object.fromEntries(own.map((one) => [one, 500])))
    const others = ['/', at('', 'fr'), at('/before-you-start/compare', 'fr'), at('', 'common')]
    expect(await statusOf(server, ...others)).toEqual(Object.fromEntries(others.map((one) => [one, 200])))
    expect((await server.read(at('', 'zz'))).status).toBe(404)
    const { html } = await server.read('/')
    expect(html).toContain('because of an error: Ireland.')
    expect(html).not.toContain('href="/ie/')
    expect(html).toContain('href="/fr/')
  })

  test('never lets an older release take the place of the newest', async () => {
    const { slug } = published.variant.toolkit
    const release = await stored('releases').findOne({ slug, country: 'ie' })
    const newest = { ...release, _id: new ObjectId(), seq: 2, version: '2.0', ...seventh }
    const server = start()
    expect((await server.read(at())).status).toBe(200)
    await stored('releases').insertOne(newest)
    restore.push(() => stored('releases').deleteOne({ version: '2.0', country: 'ie' }))
    expect(await statusOf(server, at(), at('/v/1.0'), '/')).toEqual({ [at()]: 500, [at('/v/1.0')]: 500, '/': 200 })
  })

  test('of the common framework leaves national versions readable, which say nothing about it that may be wrong', async () => {
    const server = start()
    expect((await server.read('/')).html).toContain('Follows common framework 1.0, the newest')
    await change('master', () => seventh)
    const other = start()
    const { status, html } = await other.read('/')
    expect(status).toBe(200)
    expect(html).toContain('because of an error: Common framework.')
    expect(html).toContain('Follows common framework 1.0<')
    expect(await statusOf(other, at(), at('/referral'), at('', 'common'))).toEqual({
      [at()]: 200,
      [at('/referral')]: 200,
      [at('', 'common')]: 500,
    })
  })

  test('that does not name its line makes no page: any could be outdated', async () => {
    const id = await change('ie', () => ({ ...seventh, country: 7 }))
    expect((await start().read(at('', 'fr'))).status).toBe(500)
    expect(await degraded()).toContain(`Release ${id} in the list`)
  })

  test('is logged once, and is in the answer of /api/health until it can be read', async () => {
    const lines: { msg?: string }[] = []
    const { logger } = application.payload
    application.payload.logger = pino({}, { write: (line: string) => lines.push(JSON.parse(line)) }) as never
    restore.push(async () => {
      application.payload.logger = logger
    })
    expect((await start().read('/')).status).toBe(200)
    const id = await change('ie', () => seventh)
    for (const server of [start(), start()]) expect((await server.read('/')).status).toBe(200)
    expect(await health()).toMatchObject({ status: 200, body: { ok: true } })
    expect(await degraded()).toContain(`Release ${id} in the list`)
    expect(lines.filter(({ msg }) => msg?.includes(id)).length).toBe(1)
    await restore.pop()?.()
    expect((await start().read('/')).status).toBe(200)
    expect(await degraded()).not.toContain(`Release ${id} in the list`)
  })

  test('is shown again by a server that runs, a minute after it was repaired at the latest', async () => {
    await change('ie', () => seventh)
    const server = start()
    expect(await statusOf(server, at(), '/')).toEqual({ [at()]: 500, '/': 200 })
    await restore.pop()?.()
    vi.useFakeTimers({ toFake: ['Date'] })
    restore.push(async () => vi.useRealTimers())
    vi.setSystemTime(Date.now() + 60_000)
    expect((await server.read(at())).status).toBe(200)
    expect((await server.read('/')).html).not.toContain('because of an error')
  })

  test('takes the pages of its country away if only its manifest cannot be read, and stays in /api/health', async () => {
    const id = await changeSection('ie', 'referral', { mode: 'odd' as ManifestEntry['mode'] })
    expect(await statusOf(start(), at(), at('', 'fr'), '/')).toEqual({ [at()]: 500, [at('', 'fr')]: 200, '/': 200 })
    // Another server reads the list, in which the publication has no fault.
    expect((await start().read('/')).status).toBe(200)
    expect(await degraded()).toContain(`Release ${id}`)
  })

  test('leaves the versions readable that do not follow it yet, if only its manifest cannot be read', async () => {
    const { slug } = published.variant.toolkit
    const release = await stored('releases').findOne({ slug, country: 'master' })
    const manifest = release && (release.manifest as ManifestEntry[]).map((entry) => ({ ...entry, mode: 'odd' }))
    await stored('releases').insertOne({ ...release, _id: new ObjectId(), seq: 2, version: '2.0', manifest })
    restore.push(() => stored('releases').deleteOne({ version: '2.0', country: 'master' }))
    const server = start()
    const others = [at(), at('/referral'), at('/referral/compare'), at('/v/1.0'), at('/referral', 'fr')]
    expect(await statusOf(server, ...others)).toEqual(Object.fromEntries(others.map((one) => [one, 200])))
    expect((await server.read(at('/referral'))).html).toContain('Common framework 2.0 is available')
    expect(server.kept()).toBe(0)
    expect((await server.read(at('', 'common'))).status).toBe(500)
  })
})
