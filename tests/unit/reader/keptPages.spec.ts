import { createElement } from 'react'
import { describe, expect, test } from 'vitest'
import type { ReaderDatabase } from '@/reader/queries'
import { siteOf } from '@/reader/site'
import { writePage } from '@/reader/writtenPage'
import type { ReleaseHead } from '@/stored/release'
import { sampleSource } from './publishedSample'

const [ireland] = sampleSource.heads.filter(({ country, kind }) => country === 'ie' && kind === 'release').slice(-1)
if (!ireland) throw new Error('The sample has no release of Ireland')

/** What other countries publish after the page was first requested, one after the other. */
const PUBLICATIONS: [string, ReleaseHead][] = [
  ['Ireland publishes', { ...ireland, id: 'ie3', seq: 3, version: '2.1' }],
  ['a country publishes for the first time', { ...ireland, id: 'mt1', country: 'mt', seq: 1, version: '1.0' }],
  ['Ireland withdraws', { ...ireland, id: 'ie4', seq: 4, version: '2.1', kind: 'withdrawal' }],
]

const MISSING = [
  ['a wrong country of a known toolkit', '/zz/en/special-needs'],
  ['a section in a wrong country', '/zz/en/special-needs/assess'],
  ['a wrong section of a known toolkit', '/fr/fr/special-needs/nothing'],
  ['a wrong section of the common framework', '/common/en/special-needs/nothing'],
  ['a wrong release', '/fr/fr/special-needs/v/9.9'],
  ['a language that the release does not have', '/fr/en/special-needs'],
  ['a wrong toolkit', '/fr/fr/nothing'],
  ['an address outside the site', '/nothing'],
] as const

/**
 * A site on publications that the test adds; `made` counts the pages that were made. With `fails` none can be made.
 */
function siteWith({ bytes, fails = false }: { bytes: number; fails?: boolean }) {
  let heads = sampleSource.heads
  let made = 0
  const state = async () => heads.map(({ id }) => id).join()
  const database: ReaderDatabase = {
    ...sampleSource,
    state,
    publications: async () => ({ state: await state(), heads, apart: [] }),
  }
  const site = siteOf({
    database,
    // It is asked once for each page.
    origin: async () => {
      made++
      if (fails) throw new Error('The page cannot be made')
      return 'https://toolkit.example.org'
    },
    bytes,
  })
  return {
    made: () => made,
    publish: (head: ReleaseHead) => {
      heads = [...heads, head]
    },
    size: site.size,
    answer: (path: string, headers: Record<string, string> = {}) =>
      site.answer(new Request(new URL(path, 'https://toolkit.example.org'), { headers })),
    read: async (path: string) => {
      const answer = await site.answer(new Request(new URL(path, 'https://toolkit.example.org')))
      return { status: answer.status, html: await answer.text() }
    },
  }
}

describe.each(MISSING)('the page for %s', (_, path) => {
  test('is made once, and then answered from memory', async () => {
    const site = siteWith({ bytes: 1_000_000 })
    const first = await site.read(path)
    expect(first.status).toBe(404)
    expect(await site.read(path)).toEqual(first)
    expect(await site.read(path)).toEqual(first)
    expect(site.made()).toBe(1)
  })

  test('equals one that is made now, before and after each publication of another country', async () => {
    const [keeping, forgetful] = [siteWith({ bytes: 1_000_000 }), siteWith({ bytes: 0 })]
    expect(await keeping.read(path)).toEqual(await forgetful.read(path))
    for (const [what, publication] of PUBLICATIONS) {
      for (const site of [keeping, forgetful]) site.publish(publication)
      expect(await keeping.read(path), what).toEqual(await forgetful.read(path))
    }
  })
})

test('the page for a wrong country lists what each country has published now', async () => {
  const site = siteWith({ bytes: 1_000_000 })
  const [address] = MISSING.map(([, path]) => path)
  const listed: string[] = []
  for (const [, publication] of PUBLICATIONS) {
    const { html } = await site.read(address ?? '')
    listed.push(/href="\/ie\/en\/special-needs"[^>]*>(.*?)</.exec(html)?.[1] ?? 'nothing of Ireland')
    site.publish(publication)
  }
  const { html } = await site.read(address ?? '')
  expect([...listed, html.includes('href="/ie/')]).toEqual([
    'Ireland 2.0, English',
    'Ireland 2.1, English',
    'Ireland 2.1, English',
    false,
  ])
})

const MANY = [
  '/',
  ...['', '/compare', '/assess', '/assess/compare', '/nothing'].map((rest) => `/ie/en/special-needs${rest}`),
  ...MISSING.map(([, path]) => path),
]

describe.each([
  ['that were made', false],
  ['that could not be made', true],
])('of pages %s', (_, fails) => {
  test('none is under way when all are answered', async () => {
    const site = siteWith({ bytes: 1_000_000, fails })
    const answers = MANY.map((path) => site.read(path))
    await Promise.allSettled(answers)
    expect(site.made()).toBeGreaterThan(10)
    expect(site.size().underWay).toBe(0)
  })

  test('those under way are shared by all who ask for them', async () => {
    const site = siteWith({ bytes: 1_000_000, fails })
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => site.read('/ie/en/special-needs/assess')))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([fails ? 'rejected' : 'fulfilled']))
    expect(site.made()).toBe(1)
    await site.read('/ie/en/special-needs/assess').catch(() => undefined)
    expect(site.made()).toBe(fails ? 2 : 1)
  })
})

describe('the entity tag of a page', () => {
  test('that says that there is nothing to read does not spare sending it', async () => {
    const site = siteWith({ bytes: 1_000_000 })
    for (const [, path] of MISSING) {
      const first = await site.answer(path)
      const again = await site.answer(path, { 'if-none-match': first.headers.get('etag') ?? '' })
      expect([again.status, await again.text()]).toEqual([404, await first.text()])
    }
  })

  test('differs for another text of the same length', async () => {
    const page = (text: string) => writePage({ status: 200, language: 'en', element: createElement('p', null, text) })
    const [one, other, same] = await Promise.all(['Call today', 'Call never', 'Call today'].map(page))
    expect(one?.gzipped).not.toEqual(other?.gzipped)
    expect(other?.tag).not.toBe(one?.tag)
    expect(same?.tag).toBe(one?.tag)
  })
})
