import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { block } from '@/domain/richText/richText'
import type { ReaderDatabase } from '@/reader/queries'
import { type Site, siteOf } from '@/reader/site'
import { type Crawl, crawl, differencesBetween } from '@/scripts/attack/crawl'
import { type Application, SERVER_URL, startApplication } from '../setup/application'
import { type Edition, type Factories, factoriesFor, resultOf, words } from '../setup/factories'
import { toRelease } from '../setup/toRelease'

let application: Application
let given: Factories
let published: Edition
let connect: () => ReaderDatabase
let database: ReaderDatabase
let origin: () => Promise<string>

/** Ireland and France have published; the common text of the second section has tick boxes. */
beforeAll(async () => {
  application = await startApplication()
  given = factoriesFor(application)
  // Not earlier, because the reader imports the configuration.
  const queries = await import('@/reader/queries')
  connect = queries.readerDatabase
  database = connect()
  origin = queries.siteOrigin
  const section = (title: string) => ({ source: 'a', depth: 1, title, body: words(`Common text of ${title}.`) })
  const entries = ['Ask', 'Listen'].map((text) => block('entry', { attrs: { text } }))
  const toolkit = await given.toolkit({
    sections: [
      section('Before you start'),
      { ...section('The conversation'), body: [block('checklist', { children: entries })] },
      section('Referral'),
    ],
  })
  published = await given.edition({ variant: await given.variant({ toolkit }), state: 'published' })
  await given.edition({ variant: await given.variant({ toolkit, country: 'fr' }), state: 'published' })
})

afterAll(() => application.stop())

type Node = Site & {
  /** The queries to the database since this was last read. */
  asked: () => string[]
  read: (address: string, headers?: Record<string, string>) => Promise<{ status: number; html: string }>
}

/** A server on the shared database, with its own pages and its own knowledge of releases and texts. */
function startNode({ bytes = 1_000_000, ...changed }: { bytes?: number } & Partial<ReaderDatabase> = {}): Node {
  const questions: string[] = []
  const noted =
    <Given extends unknown[], Found>(name: string, ask: (...given: Given) => Found) =>
    (...parameters: Given) => {
      questions.push(name)
      return ask(...parameters)
    }
  const from = { ...connect(), ...changed }
  const site = siteOf({
    database: {
      state: noted('state', from.state),
      publications: noted('publications', from.publications),
      release: noted('release', from.release),
      newestWith: noted('newestWith', from.newestWith),
      contents: noted('contents', from.contents),
      facts: noted('facts', from.facts),
      changes: noted('changes', from.changes),
      regroupings: noted('regroupings', from.regroupings),
      differences: noted('differences', from.differences),
    },
    origin,
    bytes,
  })
  return {
    ...site,
    asked: () => questions.splice(0),
    read: async (address, headers = {}) => {
      const response = await site.answer(new Request(new URL(address, SERVER_URL), { headers }))
      return { status: response.status, html: await response.text() }
    },
  }
}

function crawled({ read }: Node): Promise<Crawl> {
  return crawl(async (address) => {
    // Style sheets and pictures are answered elsewhere.
    if (/^\/(assets|files)\//.test(address)) return { status: 200, bytes: new Uint8Array() }
    const { status, html } = await read(address)
    return { status, bytes: new TextEncoder().encode(html) }
  })
}

const at = (path = '', country = 'ie') => `/${country}/en/${published.variant.toolkit.slug}${path}`

async function releaseCommon(version: string): Promise<void> {
  const toolkit = published.variant.toolkit.id
  const [first] = published.variant.toolkit.sections
  const { docs } = await application.payload.find({
    collection: 'sections',
    where: { id: { equals: first?.id } },
    depth: 0,
    overrideAccess: true,
  })
  const keeper = await given.coordinator()
  const place = { toolkit, key: first?.key, language: 'en', seen: docs[0]?.rev }
  resultOf(await application.act(keeper, 'save-section', { ...place, title: `Before you start ${version}` }))
  resultOf(await application.act(keeper, 'release-master', await toRelease(application.payload, { toolkit, version })))
}

async function withdraw(country: string): Promise<void> {
  const input = { toolkit: published.variant.toolkit.id, country, seen: 1, reason: 'A deadline was wrong.' }
  resultOf(await application.act(await given.coordinator(), 'withdraw-release', input))
}

describe('a page', () => {
  test('is made once for all simultaneous requests, and then answered with one small query to the database', async () => {
    const node = startNode()
    const all = await Promise.all(Array.from({ length: 20 }, () => node.read(at('/before-you-start/compare'))))
    expect(new Set(all.map(({ status, html }) => `${status} ${html}`)).size).toBe(1)
    expect(all[0]?.status).toBe(200)
    expect(node.asked().toSorted()).toEqual(['contents', 'facts', 'publications', 'release'])
    expect(node.size().pages).toBe(1)
    await node.read(at('/before-you-start/compare'))
    expect(node.asked()).toEqual(['state'])
    await Promise.all(Array.from({ length: 20 }, () => node.read(at('/before-you-start/compare'))))
    expect(node.asked()).toEqual(['state'])
  })

  test('from memory equals a newly made one byte for byte, at every address', async () => {
    const [keeping, forgetful] = [startNode(), startNode({ bytes: 0 })]
    const first = await crawled(keeping)
    expect(first.size).toBeGreaterThan(20)
    keeping.asked()
    const again = await crawled(keeping)
    expect(new Set(keeping.asked())).toEqual(new Set(['state']))
    expect(differencesBetween(first, again)).toEqual([])
    expect(differencesBetween(again, await crawled(forgetful))).toEqual([])
    expect(forgetful.size()).toEqual({ pages: 0, bytes: 0, underWay: 0 })
  })

  test('that could not be made is not kept: all who waited for it get the error, and the next request gets the page', async () => {
    let fails = true
    const node = startNode({
      contents: async (hashes) => {
        if (fails) throw new Error('The database is away')
        return database.contents(hashes)
      },
    })
    const all = await Promise.allSettled(Array.from({ length: 3 }, () => node.read(at('/referral'))))
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    fails = false
    expect((await node.read(at('/referral'))).html).toContain('Common text of Referral.')
  })

  test('is not sent if the database does not say what is published', async () => {
    let fails = false
    const node = startNode({ state: () => (fails ? Promise.reject(new Error('It is away')) : database.state()) })
    await node.read(at('/referral'))
    fails = true
    await expect(node.read(at('/referral'))).rejects.toThrow('It is away')
    fails = false
    expect((await node.read(at('/referral'))).status).toBe(200)
  })
})

describe('the parts of an address', () => {
  test('that name the host are in no page, nor is any header of the request', async () => {
    const node = startNode()
    const { html } = await node.read(at('/referral'))
    expect(html).toContain(`localhost:3000${at('/v/1.0/referral')}`)
    node.asked()
    const elsewhere = new URL(at('/referral'), 'https://evil.example')
    const headers = { 'X-Forwarded-Host': 'evil.example', Host: 'evil.example', Cookie: 'toolkit-token=x' }
    const response = await node.answer(new Request(elsewhere, { headers }))
    expect(await response.text()).toBe(html)
    expect(node.asked()).toEqual(['state'])
  })

  test('that no page reads do not make another page', async () => {
    const node = startNode()
    const { html } = await node.read(at('/referral'))
    const { pages } = node.size()
    node.asked()
    for (const question of ['?x=1', '?lang=fr', '?view=sentences', '?c=1', '?c=2&c=x', '?utm_source=a&utm_source=b'])
      expect((await node.read(`${at('/referral')}${question}`)).html).toBe(html)
    expect((await node.read(`${at('/referral').replace('/en/', '//%65n/')}/`)).html).toBe(html)
    expect(new Set(node.asked())).toEqual(new Set(['state']))
    expect(node.size().pages).toBe(pages)
  })

  test('that tick boxes are only for that request: nobody else gets them, and they are not kept', async () => {
    const node = startNode()
    const { html: plain } = await node.read(at('/the-conversation'))
    const size = node.size()
    const { html: first } = await node.read(`${at('/the-conversation')}?c=1`)
    const { html: second } = await node.read(`${at('/the-conversation')}?c=2&c=7`)
    expect(first).toContain('<input type="checkbox" name="c" checked="" value="1"/>')
    expect(second).toContain('<input type="checkbox" name="c" checked="" value="2"/>')
    expect(second).not.toContain('value="7"')
    expect(plain).not.toContain('checked')
    expect((await node.read(at('/the-conversation'))).html).toBe(plain)
    expect(node.size()).toEqual(size)
    // If the first request has ticks, the stored page has none.
    const other = startNode()
    expect((await other.read(`${at('/the-conversation')}?c=1`)).html).toBe(first)
    expect((await other.read(at('/the-conversation'))).html).toBe(plain)
  })
})

describe('the memory', () => {
  test('never exceeds its limit, whatever is requested, and every request is answered', async () => {
    const bytes = 40_000
    const node = startNode({ bytes })
    const most: number[] = []
    const large = await crawled({
      ...node,
      read: async (address) => {
        const found = await node.read(address)
        most.push(node.size().bytes)
        return found
      },
    })
    expect(Math.max(...most)).toBeGreaterThan(bytes / 2)
    expect(Math.max(...most)).toBeLessThanOrEqual(bytes)
    expect(node.size().pages).toBeLessThan(large.size / 2)
    expect(node.size().underWay).toBe(0)
    expect(differencesBetween(large, await crawled(startNode()))).toEqual([])
  })

  test('keeps its pages even if hundreds of unknown addresses are requested', async () => {
    const node = startNode({ bytes: 300_000 })
    const real = [at(), at('/referral'), at('/compare'), at('/before-you-start/compare')]
    for (const address of real) await node.read(address)
    const { slug } = published.variant.toolkit
    for (let at = 0; at < 100; at++) {
      const nowhere = [
        `/no-${at}`,
        `/ie/en/no-${at}`,
        `/ie/en/${slug}/v/${at}.9`,
        `/ie/en/${slug}/no-${at}`,
        `/n${at}/en/${slug}`,
      ]
      for (const address of nowhere) expect((await node.read(address)).status).toBe(404)
    }
    expect(node.size().bytes).toBeLessThanOrEqual(300_000)
    node.asked()
    for (const address of real) await node.read(address)
    expect(node.asked()).toEqual(['state', 'state', 'state', 'state'])
  })

  test('has one page for all addresses outside the site, and needs no queries for it', async () => {
    const node = startNode()
    await node.read('/nothing')
    const { pages } = node.size()
    node.asked()
    for (const address of ['/a', '/b/c', '/nothing/en/at/all', '/%ff', '/x?lang=en'])
      expect((await node.read(address)).status).toBe(404)
    expect(node.size().pages).toBe(pages + 1)
    expect(new Set(node.asked())).toEqual(new Set(['state']))
  })
})

describe('a publication', () => {
  test('is shown by every server from the next request', async () => {
    const nodes = [startNode(), startNode()]
    const addresses = ['/', at(), at('/before-you-start'), at('', 'common'), '/nothing']
    const everywhere = () => Promise.all(nodes.map((node) => Promise.all(addresses.map((one) => node.read(one)))))
    await everywhere()
    await releaseCommon('2.0')
    const fresh = startNode({ bytes: 0 })
    const now = await Promise.all(addresses.map((one) => fresh.read(one)))
    expect(now[2]?.html).toContain('Common framework 2.0 changes it.')
    expect(now[3]?.html).toContain('Before you start 2.0')
    expect(await everywhere()).toEqual([now, now])
  })

  test('is in what changed since the one before, which every server makes once and answers from memory', async () => {
    const { slug } = published.variant.toolkit
    const [node, other, forgetful] = [startNode(), startNode(), startNode({ bytes: 0 })]
    const page = `/common/en/${slug}/v/2.0/changes/1.0`
    const { status, html } = await node.read(page)
    expect(status).toBe(200)
    expect(html).toContain('<ins>')
    node.asked()
    const chosen = [page, `/common/en/${slug}/v/1.0/changes/2.0`, `/common/en/${slug}?from=1.0&to=2.0`]
    for (const address of [...chosen, `/common/en/${slug}?to=1.0&from=2.0`, `${page}?x=1`])
      expect((await node.read(address)).html).toBe(html)
    expect(new Set(node.asked())).toEqual(new Set(['state']))
    expect(await other.read(page)).toEqual({ status, html })
    expect(await forgetful.read(page)).toEqual({ status, html })
    const section = await node.read(`${page}/before-you-start`)
    expect(section.html).toContain('<ins>')
    expect(await forgetful.read(`${page}/before-you-start`)).toEqual(section)
    // The same section of releases that do not exist yet, or of a draft.
    for (const unknown of [`/common/en/${slug}/v/9.0/changes/1.0`, `${page}/no-such`, at('/v/1.0/changes/0.9')])
      expect((await node.read(unknown)).status).toBe(404)
  })

  test('only makes those pages again that may show it', async () => {
    const node = startNode()
    await node.read(at('/before-you-start'))
    await node.read(at('/before-you-start', 'fr'))
    await node.read('/')
    await withdraw('fr')
    node.asked()
    await node.read(at('/before-you-start'))
    expect(node.asked()).toEqual(['state', 'publications'])
    expect((await node.read(at('/before-you-start', 'fr'))).status).toBe(410)
    expect((await node.read('/')).html).toContain('Withdrawn')
  })

  test('that happens while a page is made is in the next page, even if the older page is finished later', async () => {
    let go = () => {}
    const held = new Promise<void>((resolve) => {
      go = resolve
    })
    let begun = () => {}
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve
    })
    let isFirst = true
    const node = startNode({
      contents: async (hashes) => {
        const found = await database.contents(hashes)
        if (!isFirst) return found
        isFirst = false
        begun()
        await held
        return found
      },
    })
    const early = node.read(at('/before-you-start'))
    await hasBegun
    await releaseCommon('3.0')
    expect((await node.read(at('/before-you-start'))).html).toContain('Common framework 3.0 changes it.')
    go()
    expect((await early).html).toContain('Common framework 2.0 changes it.')
    expect((await node.read(at('/before-you-start'))).html).toContain('Common framework 3.0 changes it.')
  })

  test('that is withdrawn is gone from the next request', async () => {
    const nodes = [startNode(), startNode()]
    for (const node of nodes) expect((await node.read(at())).status).toBe(200)
    await withdraw('ie')
    for (const node of nodes) {
      expect((await node.read(at())).status).toBe(410)
      expect((await node.read(at('/v/1.0/before-you-start'))).html).toContain('This release was withdrawn on')
    }
  })

  test('that is withdrawn is compared with no other from the next request, and none of its words is shown', async () => {
    const { slug, id: toolkit } = published.variant.toolkit
    const nodes = [startNode(), startNode()]
    const page = `/common/en/${slug}/v/3.0/changes/2.0`
    for (const node of nodes) {
      const { status, html } = await node.read(page)
      expect(status).toBe(200)
      expect(html).toContain('Before you start')
    }
    const newest = await application.payload.find({
      collection: 'releases',
      where: { toolkit: { equals: toolkit }, country: { equals: 'master' } },
      sort: '-seq',
      limit: 1,
      overrideAccess: true,
    })
    const input = { toolkit, country: 'master', seen: newest.docs[0]?.seq, reason: 'A deadline was wrong.' }
    resultOf(await application.act(await given.coordinator(), 'withdraw-release', input))
    for (const node of nodes) {
      for (const address of [page, `${page}/before-you-start`]) {
        const { status, html } = await node.read(address)
        expect(status).toBe(410)
        expect(html).toContain('Release 3.0 was withdrawn on')
        expect(html).not.toContain('Before you start')
      }
      expect((await node.read(`/common/en/${slug}/v/2.0/changes/1.0`)).status).toBe(200)
    }
  })

  test('that has a section is found among others: the one with the highest number', async () => {
    const { heads } = await database.publications()
    const common = heads.filter(({ country, kind }) => country === 'master' && kind === 'release')
    expect(common.length).toBeGreaterThan(1)
    const among = common.map(({ id }) => id)
    expect(await database.newestWith({ releases: among, section: 'referral' })).toBe(among.at(-1))
    expect(await database.newestWith({ releases: among.slice(0, 1), section: 'referral' })).toBe(among[0])
    expect(await database.newestWith({ releases: among, section: 'no-such-section' })).toBeUndefined()
    expect(await database.newestWith({ releases: [], section: 'referral' })).toBeUndefined()
  })

  test('is looked up in an index alone', async () => {
    const { db } = application.payload.db.connection
    if (!db) throw new Error('There is no database')
    const profile = db.collection('system.profile')
    await db.command({ profile: 2 })
    try {
      await database.state()
      const asked = await profile.find({ ns: /\.releases$/ }).toArray()
      expect(asked.map(({ op, docsExamined }) => `${op} ${docsExamined}`).toSorted()).toEqual(['command 0', 'query 0'])
    } finally {
      await db.command({ profile: 0 })
      await profile.drop()
    }
  })
})
