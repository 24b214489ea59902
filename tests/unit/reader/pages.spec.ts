import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '@/domain/language'
import { type About, MASTER, type ManifestEntry, type Release } from '@/domain/release'
import type { SectionContent } from '@/domain/section'
import { differenceOf } from '@/reader/difference'
import { pageAt } from '@/reader/pageAt'
import { respond } from '@/reader/respond'
import type { ReaderSource } from '@/reader/source'
import { styleAddress, styleSheet } from '@/reader/style/styleSheet'
import { writePage } from '@/reader/writtenPage'
import { elementsOf, misplaced } from './html'
import { contents, p, content as plainContent, releases, sampleSource } from './publishedSample'

const SITE = 'https://toolkits.example.org'

async function open(address: string, { source = sampleSource, headers = {} as Record<string, string> } = {}) {
  const url = new URL(address, SITE)
  const page = await pageAt({ path: url.pathname, search: url.searchParams, origin: url.origin, source })
  const response = respond(await writePage(page), new Request(url, { headers }))
  return { status: response.status, headers: response.headers, html: await response.text() }
}

async function read(address: string): Promise<string> {
  return (await open(address)).html
}

/** Every address that can be reached from the start by links, with its page. */
async function everyPage(): Promise<Map<string, Awaited<ReturnType<typeof open>>>> {
  const pages = new Map<string, Awaited<ReturnType<typeof open>>>()
  const waiting = ['/']
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (pages.has(address)) continue
    const page = await open(address)
    pages.set(address, page)
    for (const { name, attributes } of elementsOf(page.html.replace('<!doctype html>', ''))) {
      const [href = ''] = (name === 'a' ? (attributes.href ?? '') : '').split('#')
      if (href.startsWith('/') && !pages.has(href)) waiting.push(href)
    }
  }
  return pages
}

/** What the start says in the row of each country. */
function rowsOf(html: string): Map<string, string> {
  const rows = elementsOf(html.replace('<!doctype html>', '')).filter(
    ({ name, attributes }) => name === 'li' && attributes.class === 'country',
  )
  return new Map(rows.map(({ text }) => [/^(Ireland|Cyprus|Spain|France)/.exec(text)?.[0] ?? text, text]))
}

/** The sample with more releases: of each what it is, and whose text it has. */
function sourceWith(more: { id: string; of: string; given: Partial<Release> }[]): ReaderSource {
  const published = (id: string) => {
    const one = more.find((other) => other.id === id)
    const release = releases.find((other) => other.id === (one?.of ?? id))
    return release && one ? { ...release, ...one.given, id } : release
  }
  return {
    ...sampleSource,
    heads: [...sampleSource.heads, ...more.flatMap(({ id }) => published(id) ?? [])],
    release: async (id) => published(id),
  }
}

/** The sample, with whose each field of a section of Cyprus is. */
function assessedInCyprus(provenance: ManifestEntry['provenance'], given: Partial<ManifestEntry> = {}): ReaderSource {
  return {
    ...sampleSource,
    release: async (id) => {
      const release = await sampleSource.release(id)
      if (release?.country !== 'cy') return release
      const manifest = release.manifest.map((one) => (one.slug === 'assess' ? { ...one, provenance, ...given } : one))
      return { ...release, manifest }
    },
  }
}

/** The sample, in which Cyprus adds something to a section: its content is at the hash `added`. */
function addedInCyprus(source: ReaderSource, addition: SectionContent['addition']): ReaderSource {
  const { 'assess-cy': assess } = contents
  if (!assess) throw new Error('The sample has no such section')
  const added = (hashes: readonly string[]) =>
    hashes.includes('added') ? [['added', { ...assess, addition }] as const] : []
  return {
    ...source,
    contents: async (hashes) => new Map([...(await source.contents(hashes)), ...added(hashes)]),
    facts: async (hashes) => new Map([...(await source.facts(hashes)), ...added(hashes)]),
  }
}

/** The sample, with other words of a section of Cyprus and of the common text that it is made from. */
function writtenInCyprus(
  given: Partial<ManifestEntry>,
  { base, ours }: Record<'base' | 'ours', Partial<SectionContent>>,
): ReaderSource {
  const { assess, 'assess-cy': section } = contents
  if (!assess || !section) throw new Error('The sample has no such section')
  const source = assessedInCyprus(given.provenance ?? {}, { ...given, blob: 'ours', baseBlob: 'base' })
  const words = new Map([
    ['base', { ...assess, ...base }],
    ['ours', { ...section, ...ours }],
  ])
  return {
    ...source,
    contents: async (hashes) => new Map([...(await source.contents(hashes)), ...words]),
    facts: async (hashes) => new Map([...(await source.facts(hashes)), ...words]),
  }
}

/** Common framework 2.2, which France stands on, is withdrawn; Ireland and Cyprus stand on 2.1. */
const withdrawal = {
  id: 'm3',
  of: 'm2',
  given: { seq: 3, kind: 'withdrawal' as const, publishedAt: '2026-11-10T00:00:00Z', manifest: [] },
}
const withdrawnCommon = sourceWith([withdrawal])

/** And 2.3 is released after it, with the text of 2.1. */
const releasedAgain = sourceWith([
  withdrawal,
  { id: 'm4', of: 'm1', given: { seq: 4, version: '2.3', publishedAt: '2026-11-12T00:00:00Z' } },
])

/** The sample, and all of it once more as another toolkit. */
const otherToolkit = (about: About) => ({ ...about, slug: 'other', title: { en: 'Another toolkit' } })
const twoToolkits: ReaderSource = {
  ...sampleSource,
  heads: [
    ...sampleSource.heads,
    ...sampleSource.heads.map((head) => ({ ...head, toolkit: 't2', about: otherToolkit(head.about) })),
  ],
}

const pages = await everyPage()

describe('the whole site', () => {
  test('has no link that leads nowhere', () => {
    const bad = [...pages].filter(([, { status }]) => status !== 200).map(([address, { status }]) => [address, status])
    // What Spain withdrew says so.
    expect(bad).toEqual([['/es/en/special-needs', 410]])
    expect(pages.size).toBeGreaterThan(60)
  })

  test.each([...pages].map(([address, { html }]) => ({ address, html })))(
    '$address is valid, small and without script',
    ({ html }) => {
      expect(html).toMatch(/^<!doctype html><html lang="[a-z]{2}" dir="ltr">/)
      expect(html).not.toMatch(/<script|<iframe|\son[a-z]+=|\sstyle="/)
      expect(gzipSync(html).length).toBeLessThan(20_000)
      const body = html.replace('<!doctype html>', '')
      expect(misplaced(body)).toEqual([])
      const elements = elementsOf(body)
      const ids = elements.flatMap(({ attributes }) => (attributes.id ? [attributes.id] : []))
      expect(ids).toEqual([...new Set(ids)])
      expect(elements.filter(({ name }) => name === 'h1')).toHaveLength(1)
      const anchors = elements.flatMap(({ attributes }) =>
        attributes.href?.startsWith('#') ? [attributes.href.slice(1)] : [],
      )
      expect(anchors.filter((anchor) => !ids.includes(anchor))).toEqual([])
    },
  )

  test('marks every text that is not in the language of its page', () => {
    const { html } = pages.get('/cy/el/special-needs/words') ?? { html: '' }
    const elements = elementsOf(html.replace('<!doctype html>', ''))
    const english = elements.filter(({ text }) => text.includes('Words used in this toolkit'))
    expect(english.length).toBeGreaterThan(0)
    const inner = elements.filter(({ text, name }) => text === 'Words used in this toolkit' && name === 'span')
    expect(inner).not.toEqual([])
    const unmarked = inner.filter(
      ({ attributes, parents }) =>
        ![attributes, ...parents.map((one) => one.attributes)].some(({ lang }) => lang === 'en'),
    )
    expect(unmarked).toEqual([])
    expect(html).toContain('Όχι ακόμη στα ελληνικά: κείμενο στα αγγλικά')
  })
})

test('the style sheet is under 10 KB and its address changes with it', () => {
  expect(gzipSync(styleSheet).length).toBeLessThan(10_000)
  expect(styleAddress).toMatch(/^\/assets\/reader-[0-9a-f]{12}\.css$/)
  expect(styleSheet).not.toContain('/*')
})

test('the start speaks the language that is asked for, and no other by itself', async () => {
  for (const language of LANGUAGES) expect(await read(`/?lang=${language}`)).toContain(`<html lang="${language}"`)
  const { html } = await open('/', { headers: { 'accept-language': 'el' } })
  expect(html).toContain('<html lang="en"')
  expect(await read('/?lang=xx')).toContain('<html lang="en"')
})

describe('the start', () => {
  test('says how each country follows the common framework', async () => {
    const html = await read('/')
    expect(html).toContain('Based on common framework 2.1; not yet decided on 2.2')
    expect(html).toContain('Based on common framework 2.2, the newest')
    expect(html).toContain('Withdrawn: do not use')
  })

  test('says of a country that its basis is withdrawn only where it is, and by the common framework that none is in use', async () => {
    const { html } = await open('/', { source: withdrawnCommon })
    const countries = rowsOf(html)
    expect(countries.get('France')).toContain('Based on common framework 2.2, which has been withdrawn')
    expect(countries.get('Ireland')).toContain('Based on common framework 2.1')
    expect(countries.get('Ireland')).not.toMatch(/withdrawn|newest|open/)
    const common = html.slice(html.indexOf('Common framework</h2>'))
    expect(common).toContain('No common framework is in use now: release 2.2 was withdrawn on 10 November 2026.')
    expect(common).toContain('href="/common/en/special-needs"')
    for (const language of LANGUAGES.filter((other) => other !== 'en'))
      expect((await open(`/?lang=${language}`, { source: withdrawnCommon })).html).not.toMatch(/withdrawn|No common/)
  })

  test('counts no withdrawn release among those that a country is behind, and leads from a withdrawn basis to what is in use', async () => {
    const countries = rowsOf((await open('/', { source: releasedAgain })).html)
    expect(countries.get('Ireland')).toContain('Based on common framework 2.1; not yet decided on 2.3')
    expect(countries.get('France')).toContain(
      'Based on common framework 2.2, which has been withdrawn; not yet decided on 2.3',
    )
  })

  test('does not show a country that has published nothing', async () => {
    expect(await read('/')).not.toContain('Malta')
  })

  test('lists several toolkits each with its countries', async () => {
    const { html } = await open('/', { source: twoToolkits })
    expect(html).toContain('href="/ie/en/other"')
    expect(html).toContain('href="/ie/en/special-needs"')
    expect(html).toContain('<h1>Toolkits and countries</h1>')
  })

  test('names a toolkit as its newest common framework does, and every release in its own words', async () => {
    const renamed = (about: About) => ({ ...about, title: { en: 'A new title' } })
    const source: ReaderSource = {
      ...sampleSource,
      heads: sampleSource.heads.map((head) => (head.id === 'm2' ? { ...head, about: renamed(head.about) } : head)),
    }
    expect((await open('/', { source })).html).toContain('A new title')
    expect((await open('/common/en/special-needs', { source })).html).toContain('A new title')
    expect((await open('/common/en/special-needs/v/2.1', { source })).html).not.toContain('A new title')
    expect((await open('/ie/en/special-needs', { source })).html).not.toContain('A new title')
  })

  test('says so where nothing is published', async () => {
    const { html, status } = await open('/', {
      source: { ...sampleSource, heads: [] },
    })
    expect(status).toBe(200)
    expect(html).toContain('Nothing has been published yet.')
  })
})

describe('the contents', () => {
  test('show what the country did with every section, and what is new', async () => {
    const html = await read('/ie/en/special-needs')
    for (const word of ['Common text', 'Adapted', 'Supplemented', 'National section', 'Not used here'])
      expect(html).toContain(word)
    expect(html).toContain('Changed in release 2.0')
    expect(html).toContain('New in release 2.0')
    expect(html).toContain(
      'Ireland has not yet decided on its changes in 1 section. Until then, this text follows common framework 2.1.',
    )
  })

  test('say what was removed since the release before, and lead to where it is still to be read', async () => {
    const html = await read('/ie/en/special-needs')
    expect(html).toMatch(
      /1 section was removed\. It is still in release 1\.4:<\/p><ul[^>]*><li><a href="\/ie\/en\/special-needs\/v\/1\.4\/old">Words used in this toolkit<\/a>/,
    )
    expect(await read('/ie/en/special-needs/v/1.4')).not.toContain('removed')
  })

  test('compare the common framework with the last release before that was not withdrawn', async () => {
    const { html } = await open('/common/en/special-needs', { source: releasedAgain })
    expect(html).toContain('What changed in release 2.3')
    expect(html).toContain('No section changed since release 2.1.')
  })

  test('compare a country with the last release before that was not withdrawn, and name nothing of a withdrawn one', async () => {
    const of2 = { id: 'ie3', of: 'ie2', given: { seq: 3, kind: 'withdrawal' as const } }
    const again = { id: 'ie4', of: 'ie1', given: { seq: 4, version: '2.1' } }
    const { html } = await open('/ie/en/special-needs', { source: sourceWith([of2, again]) })
    expect(html).toContain('No section changed since release 1.4.')
    expect(html).not.toMatch(/Women in direct provision|v\/2\.0\//)

    // 1.4 is the first: with it withdrawn, there is nothing to compare with.
    const source = sourceWith([{ ...of2, of: 'ie1' }])
    const firstGone: ReaderSource = {
      ...source,
      heads: source.heads.map((head) => (head.id === 'ie2' ? { ...head, seq: 4 } : head)),
      release: async (id) => {
        const release = await source.release(id)
        return release && id === 'ie2' ? { ...release, seq: 4 } : release
      },
    }
    const first = await open('/ie/en/special-needs', { source: firstGone })
    expect(first.status).toBe(200)
    expect(first.html).not.toMatch(/What changed|Changed in|still in release/)
  })

  test('say in every language that the common framework which they stand on has been withdrawn, and only then', async () => {
    const said = {
      en: 'based on common framework 2.2, which has been withdrawn',
      fr: 'fondée sur le cadre commun 2.2, qui a été retiré',
      es: 'basada en el marco común 2.2, que ha sido retirado',
      it: 'basata sul quadro comune 2.2, che è stato ritirato',
      el: 'βασίζεται στο κοινό πλαίσιο 2.2, το οποίο έχει αποσυρθεί',
      de: 'beruht auf der gemeinsamen Fassung 2.2, die zurückgezogen wurde',
    }
    for (const released of [withdrawnCommon, releasedAgain]) {
      const inAll: ReaderSource = {
        ...released,
        heads: released.heads.map((head) => (head.id === 'fr1' ? { ...head, languages: [...LANGUAGES] } : head)),
      }
      for (const language of LANGUAGES)
        expect((await open(`/fr/${language}/special-needs`, { source: inAll })).html).toContain(said[language])
      const { html } = await open('/ie/en/special-needs', { source: released })
      expect(html).toContain('based on common framework 2.1')
      expect(html).not.toContain('2.1, which has been withdrawn')
    }
    expect(await read('/fr/fr/special-needs')).not.toContain('retiré')
  })

  test('say that nothing changed only where nothing was removed either, and link to no page that is not there', async () => {
    const source: ReaderSource = {
      ...sampleSource,
      release: async (id) => {
        const release = await sampleSource.release(id)
        if (id === 'm2' && release) {
          const before = (await sampleSource.release('m1'))?.manifest ?? []
          return { ...release, manifest: before.filter(({ slug }) => slug !== 'trafficking') }
        }
        return id === 'm1' && release ? { ...release, languages: ['fr'] } : release
      },
    }
    const { html } = await open('/common/en/special-needs', { source })
    expect(html).toContain('1 section was removed. It is still in release 2.1:')
    expect(html).not.toContain('No section changed')
    expect(html).toContain('<li>Trafficking in human beings</li>')
  })

  test('say what became of each section as the question before the release did', async () => {
    const source: ReaderSource = {
      ...sampleSource,
      release: async (id) => {
        const release = await sampleSource.release(id)
        if (!release) return release
        const reason = id === 'ie1' ? 'other' : 'national-law'
        const given: Record<string, Partial<ManifestEntry>> = {
          trafficking: { mode: 'adapt', reason },
          ...(id === 'ie2' ? { understand: { blob: 'told' }, words: { rank: 'z' } } : {}),
        }
        return { ...release, manifest: release.manifest.map((one) => ({ ...one, ...given[one.key] })) }
      },
      // Only what countries are told about it is another, and its title in a language that is not read here.
      contents: async (hashes) => {
        const found = new Map(await sampleSource.contents(hashes))
        const title = { en: 'Understand', fr: 'Autre' }
        const guidance = { en: 'You may shorten this.' }
        return found.set('told', { ...plainContent('understand', 'Understand'), title, guidance })
      },
    }
    const { html } = await open('/ie/en/special-needs', { source })
    const marks = [...html.matchAll(/(?:Changed|New|Moved|Not used|Used again) (?:in|since) release 2\.0/g)].map(
      ([said]) => said,
    )
    expect(marks.toSorted()).toEqual([
      // Of one the reason alone.
      'Changed in release 2.0',
      'Changed in release 2.0',
      'Changed in release 2.0',
      'Moved in release 2.0',
      'New in release 2.0',
      'Not used since release 2.0',
    ])
    const list = html.slice(html.indexOf('What changed in release 2.0'), html.indexOf('still in release 1.4'))
    expect(list).not.toContain('/understand"')
    expect(list).toContain('/trafficking"')
    expect(list).toContain('/words"')
  })

  test('say to readers of each language what changes for them, words that stand in for missing ones among it', async () => {
    expect(await read('/common/fr/special-needs')).toContain('Modifiée dans l’édition 2.2')
  })

  test('do not count as removed what could not be read before either', async () => {
    const source: ReaderSource = {
      ...sampleSource,
      release: async (id) => {
        const release = await sampleSource.release(id)
        if (id !== 'ie1' || !release) return release
        return {
          ...release,
          manifest: release.manifest.map((one) => (one.slug === 'old' ? { ...one, mode: 'omit' as const } : one)),
        }
      },
    }
    expect((await open('/ie/en/special-needs', { source })).html).not.toContain('removed')
  })

  test('of the common framework have no marks', async () => {
    const html = await read('/common/en/special-needs')
    expect(html).not.toContain('class="badge')
    expect(html).toContain('The European rules that apply since June 2026.')
  })
})

describe('a section', () => {
  test('says whose text it is, how much differs and what the common framework changes', async () => {
    const html = await read('/ie/en/special-needs/assess')
    expect(html).toContain('Common text, changed for Ireland.')
    expect(html).toMatch(/See the \d+ differences and why/)
    expect(html).toContain('Common framework 2.2 changes it. Ireland has not yet decided on this.')
    expect(html).toContain('href="/common/en/special-needs/assess"')
  })

  test('that is adapted in another language says in this one that it is the common text, as it is or translated', async () => {
    const source = assessedInCyprus({
      title: { en: 'common', el: 'translation' },
      summary: { en: 'common', el: 'missing' },
      body: { en: 'national', el: 'translation' },
    })
    const { html: greek } = await open('/cy/el/special-needs/assess', { source })
    expect(greek).toContain('Με αλλαγές για την Κύπρο σε άλλη γλώσσα. Εδώ όπως στο κοινό πλαίσιο 2.1.')
    expect(greek, 'the summary stands in').toContain('Μεταφράστηκε εν μέρει από την Κύπρο.')
    const { html: english } = await open('/cy/en/special-needs/assess', { source })
    expect(english).toContain('Common text, changed for Cyprus.')
    expect(english).not.toContain('Translated by')
    expect(await read('/cy/el/special-needs/assess'), 'as it was published before').toContain(
      'Κοινό κείμενο με αλλαγές',
    )
  })

  test('whose missing words are the common text says so, whatever a language says that does not stand in', async () => {
    const body = { en: 'common', el: 'translation', de: 'national' } as const
    const source = assessedInCyprus({ title: body, summary: { en: 'common', el: 'missing', de: 'national' }, body })
    const { html } = await open('/cy/el/special-needs/assess', { source })
    expect(html).toContain('Με αλλαγές για την Κύπρο σε άλλη γλώσσα. Εδώ όπως στο κοινό πλαίσιο 2.1.')
  })

  test('says whose the words are that stand in: of a summary that only the country has, and of its translation', async () => {
    const title = { en: 'common', el: 'translation' } as const
    const own = assessedInCyprus({ title, summary: { en: 'national', el: 'common' }, body: title })
    expect((await open('/cy/el/special-needs/assess', { source: own })).html).toContain('Κοινό κείμενο με αλλαγές')
    const common = { en: 'common', el: 'common' } as const
    const summary = { en: 'translation', el: 'missing' } as const
    const translated = assessedInCyprus({ title: common, summary, body: common }, { mode: 'inherit' })
    const { html } = await open('/cy/el/special-needs/assess', { source: translated })
    expect(html).toContain('Μεταφράστηκε εν μέρει από την Κύπρο.')
  })

  test('of which parts stand in from two languages names both', async () => {
    const base = { title: { en: 'Assess', el: 'Αξιολόγηση' }, summary: {}, body: { en: [p('The text.')] } }
    const ours = { ...base, addition: { fr: [p('Et à Chypre.')] } }
    const written = writtenInCyprus({ mode: 'supplement', provenance: { body: { el: 'missing' } } }, { base, ours })
    // Without a newer common text that it is said to change with.
    const source = { ...written, heads: withdrawnCommon.heads }
    const { html } = await open('/cy/el/special-needs/assess', { source })
    expect(html).toContain('Εμφανίζονται στα αγγλικά και γαλλικά με σήμανση.')
  })

  test('that is only translated says by whom, compares no words, and gives the text that it is a translation of', async () => {
    const origins = { en: 'common', el: 'translation' } as const
    const all = { title: origins, summary: origins, body: origins }
    const source = assessedInCyprus(all, { mode: 'inherit' })
    const { html } = await open('/cy/el/special-needs/assess', { source })
    expect(html, 'the summary stands in').toContain('Όπως στο κοινό πλαίσιο 2.1. Μεταφράστηκε εν μέρει από')
    const { html: compared } = await open('/cy/el/special-needs/assess/compare', { source })
    expect(compared, 'as the page of the section').toContain('ένα μέρος αυτής της ενότητας είναι μετάφραση')
    expect(compared).not.toContain('Τίποτα δεν άλλαξε')
    expect(compared).toContain('Το κοινό κείμενο, στα')
    const partly = assessedInCyprus({ ...all, body: { el: 'common' } }, { mode: 'inherit' })
    const { html: other } = await open('/cy/el/special-needs/assess', { source: partly })
    expect(other, 'the common framework has the text').toContain('Μεταφράστηκε εν μέρει από την Κύπρο.')
    const { html: part } = await open('/cy/el/special-needs/assess/compare', { source: partly })
    expect(part).toContain('ένα μέρος αυτής της ενότητας είναι μετάφραση')
    expect(part).not.toContain('Τίποτα δεν άλλαξε')
    const { html: english } = await open('/cy/en/special-needs/assess/compare', { source })
    expect(english).toContain('Nothing has been changed, added or removed.')
  })

  test('says in which language a country explains its difference, where not in that of the page', async () => {
    const source = assessedInCyprus({ body: { el: 'national' } }, { explanation: { en: 'The law of Cyprus.' } })
    const { html } = await open('/cy/el/special-needs/assess/compare', { source })
    expect(html).toMatch(/Όχι ακόμη στα ελληνικά: κείμενο στα αγγλικά[\s\S]*<p lang="en">The law of Cyprus\.<\/p>/)
  })

  test('of which the country has emptied a field says so in that language, and where it is missing', async () => {
    const source = assessedInCyprus({
      title: { en: 'common', el: 'common' },
      summary: { en: 'national', el: 'missing' },
      body: { en: 'common', el: 'translation' },
    })
    expect((await open('/cy/en/special-needs/assess', { source })).html).toContain('Common text, changed for Cyprus.')
    expect((await open('/cy/el/special-needs/assess', { source })).html).toContain('Κοινό κείμενο με αλλαγές')
  })

  test('that the newer common framework no longer has leads to that framework, not to a page that is not there', async () => {
    const source: ReaderSource = {
      ...sampleSource,
      release: async (id) => {
        const release = await sampleSource.release(id)
        const isNewest = release?.country === MASTER && release.version === '2.2'
        return isNewest ? { ...release, manifest: release.manifest.filter(({ slug }) => slug !== 'assess') } : release
      },
    }
    const { html } = await open('/ie/en/special-needs/assess', { source })
    expect(html).toContain('Common framework 2.2 no longer contains this section. Ireland has not yet decided on this.')
    expect(html).not.toContain('href="/common/en/special-needs/assess"')
    expect(html).toContain('href="/common/en/special-needs"')
  })

  test('shows what the country added in a box of its own', async () => {
    const html = await read('/ie/en/special-needs/interview')
    expect(html).toContain('Added by Ireland')
    expect(html).toMatch(/<section class="by"[\s\S]*In Ireland the person may refuse/)
  })

  test('that is left out gives the reason, and the common text folded away', async () => {
    const html = await read('/ie/en/special-needs/tracing')
    expect(html).toContain('Ireland does not use this section of the common framework.')
    expect(html).toContain('Requests through consulates are not possible in Ireland.')
    expect(html).toMatch(/<details class="left-out">[\s\S]*the common text of this section/)
  })

  test('keeps the ticks that its address has', async () => {
    const html = await read('/ie/en/special-needs/assess?c=1&c=3&c=x&c=-1')
    const boxes = elementsOf(html.replace('<!doctype html>', '')).filter(
      ({ attributes }) => attributes.type === 'checkbox',
    )
    expect(boxes.map(({ attributes }) => 'checked' in attributes)).toEqual([true, false, true])
  })

  test('can be cited by an address that stays, with the beginning of its hash', async () => {
    const html = await read('/ie/en/special-needs/assess')
    expect(html).toContain('href="/ie/en/special-needs/v/2.0/assess"')
    expect(html).toMatch(/Check code [0-9a-f]{4}-[0-9a-f]{4}/)
  })

  test('carries the sample notice of its toolkit', async () => {
    expect(await read('/ie/en/special-needs/assess')).toContain('Not legal advice')
  })
})

describe('an older release', () => {
  test('says that it is old and leads to the same section in the newest', async () => {
    const html = await read('/ie/en/special-needs/v/1.4/words')
    expect(html).toContain('You are reading release 1.4, 3 March 2026')
    expect(html).toContain('<a href="/ie/en/special-needs/words">Go to this section in release 2.0</a>')
  })

  test('leads to the contents where the newest has no such section', async () => {
    expect(await read('/ie/en/special-needs/v/1.4/old')).toContain(
      '<a href="/ie/en/special-needs">Go to release 2.0</a>',
    )
  })

  test('stays readable after the version was withdrawn, with the reason', async () => {
    const { status, html } = await open('/es/en/special-needs/v/1.0/words')
    expect(status).toBe(200)
    expect(html).toContain('This release was withdrawn on 12 October 2026')
    expect(html).toContain('A deadline in 2.1 was wrong.')
    expect((await open('/es/en/special-needs')).html).toContain('href="/es/en/special-needs/v/1.0"')
  })
})

describe('a comparison', () => {
  test('shows words added and removed with words for those who hear the page', async () => {
    const html = await read('/ie/en/special-needs/assess/compare')
    expect(html).toContain('<ins>')
    expect(html).toContain('[added]')
    expect(html).toContain('Irish law sets a deadline.')
  })

  test('before and after is a page of its own', async () => {
    const html = await read('/ie/en/special-needs/assess/compare?view=sentences')
    expect(html).toContain('Common framework 2.1')
    expect(html).toContain('class="pair"')
    expect(html).not.toContain('<ins>')
  })

  test('says so where the common framework has no text in the language, instead of showing all as new', async () => {
    const html = await read('/cy/el/special-needs/assess/compare')
    expect(html).toContain('Το κοινό πλαίσιο δεν έχει εδώ κείμενο στα ελληνικά')
    expect(html).not.toContain('<ins>')
  })

  test('leads to no language in which nothing is published', async () => {
    // Adapted in Greek, which the common framework lacks; it has French, which Cyprus does not publish.
    const french = { title: { en: 'Assess', fr: 'Évaluer' }, body: { en: [p('The text.')], fr: [p('Le texte.')] } }
    const adapted = { title: { ...french.title, el: 'Αξιολόγηση' }, body: { ...french.body, el: [p('Δικό μας.')] } }
    const source = writtenInCyprus({}, { base: french, ours: adapted })
    const { html } = await open('/cy/el/special-needs/assess/compare', { source })
    expect(html).toContain('href="/cy/en/special-needs/assess/compare"')
    expect(html).not.toContain('/cy/fr/')
  })

  test('says of a section that is supplemented, or adapted in another language, that its words are a translation', async () => {
    const origins = { en: 'common', el: 'translation' } as const
    const all = { title: origins, summary: origins, body: origins }
    const added = { el: [p('Και στην Κύπρο.')] }
    const source = addedInCyprus(assessedInCyprus(all, { mode: 'supplement', blob: 'added' }), added)
    const { html } = await open('/cy/el/special-needs/assess/compare', { source })
    expect(html).toContain('μετάφραση του κοινού κειμένου, που έγινε από την Κύπρο')
    expect(html).toContain('Το κοινό κείμενο, στα αγγλικά')
    expect(html).toMatch(/<ins>[\s\S]*Και στην Κύπρο\./)
    const elsewhere = assessedInCyprus({ ...all, body: { en: 'national', el: 'translation' } })
    const { html: adapted } = await open('/cy/el/special-needs/assess/compare', { source: elsewhere })
    expect(adapted).toContain('μετάφραση του κοινού κειμένου, που έγινε από την Κύπρο')
    expect(adapted).not.toContain('δεν έχει εδώ κείμενο')
  })

  test('shows an addition whose section is translated in part or not at all, and the common text that stands beside nothing', async () => {
    const base = { title: { en: 'Assess' }, summary: { en: 'In short.' }, body: { en: [p('The text.')] } }
    const addition = { el: [p('Και στην Κύπρο.')] }
    const origins = { en: 'common', el: 'missing' } as const
    const provenance = { title: { en: 'common', el: 'translation' }, summary: origins, body: origins } as const
    const supplemented = { mode: 'supplement', provenance } as const
    const titled = { ...base, title: { en: 'Assess', el: 'Αξιολόγηση' }, addition }
    const source = writtenInCyprus(supplemented, { base, ours: titled })
    const { html } = await open('/cy/el/special-needs/assess/compare', { source })
    expect(html).toMatch(/<ins>[\s\S]*Και στην Κύπρο\./)
    expect(html).toContain('ένα μέρος αυτής της ενότητας είναι μετάφραση')
    expect(html).toMatch(/Το κοινό κείμενο, στα αγγλικά[\s\S]*In short\.[\s\S]*The text\./)
    const none = { ...supplemented, provenance: { title: origins, summary: origins, body: origins } }
    const untranslated = writtenInCyprus(none, { base, ours: { ...base, addition } })
    const { html: alone } = await open('/cy/el/special-needs/assess/compare', { source: untranslated })
    expect(alone).toMatch(/<ins>[\s\S]*Και στην Κύπρο\./)
    expect(alone).toContain('δεν έχει εδώ κείμενο στα ελληνικά. Εμφανίζεται μόνο η εθνική προσθήκη')
    expect(alone).toMatch(/Το κοινό κείμενο, στα αγγλικά[\s\S]*The text\./)
    const greek = { ...base, body: { ...base.body, el: [p('Το κείμενο.')] } }
    const half = writtenInCyprus(none, { base: greek, ours: { ...greek, addition } })
    const { html: withText } = await open('/cy/el/special-needs/assess/compare', { source: half })
    expect(withText).toMatch(/Το κείμενο\.[\s\S]*Και στην Κύπρο\./)
    expect(withText, 'the common text is there').not.toContain('Εμφανίζεται μόνο η εθνική προσθήκη')
    const { html: english } = await open('/cy/en/special-needs/assess/compare', { source: untranslated })
    expect(english, 'all that is not compared').toMatch(/The common text, in English[\s\S]*In short\.[\s\S]*The text\./)
    expect(english, 'where the addition is shown').toMatch(
      /Compare in:[\s\S]*href="\/cy\/el\/special-needs\/assess\/compare"/,
    )
  })

  test('of all sections counts no translation of a summary, and one that is the country’s own, of the same texts', async () => {
    const base = {
      title: { en: 'Assess', el: 'Αξιολόγηση' },
      summary: { en: 'In short.' },
      body: { el: [p('Κείμενο.')] },
    }
    const ours = { ...base, summary: { en: 'In short.', el: 'Σύνοψη.' } }
    for (const origin of ['translation', 'national'] as const) {
      const source = writtenInCyprus({ provenance: { summary: { el: origin } } }, { base, ours })
      const { html } = await open('/cy/el/special-needs/compare', { source })
      const isDifferent = html.includes('assess/compare">1 διαφορά<')
      expect(isDifferent, origin).toBe(origin === 'national')
    }
  })

  test('gives of a section with a translated summary the summary that it is made from, and not what is compared', async () => {
    const both = { title: { en: 'Assess', el: 'Αξιολόγηση' }, body: { en: [p('30 days.')], el: [p('30 ημέρες.')] } }
    const base = { ...both, summary: { en: 'In short.' } }
    const ours = { ...base, summary: { en: 'In short.', el: 'Σύνοψη.' }, body: { ...both.body, el: [p('10 ημέρες.')] } }
    const provenance = { summary: { en: 'common', el: 'translation' }, body: { el: 'national' } } as const
    const source = writtenInCyprus({ provenance }, { base, ours })
    const { html } = await open('/cy/el/special-needs/assess/compare', { source })
    const [, beside = ''] = html.split('Το κοινό κείμενο, στα αγγλικά')
    expect(beside).toContain('In short.')
    expect(beside).not.toContain('30 ημέρες.')
  })

  test('says that the country has its own words only in another language, and not that the common framework has none', async () => {
    const supplemented = assessedInCyprus({}, { mode: 'supplement', blob: 'added' })
    const source = addedInCyprus(supplemented, { el: [p('Και στην Κύπρο.')] })
    const { html } = await open('/cy/en/special-needs/assess/compare', { source })
    expect(html).toContain('Cyprus has written its own text of this section only in another language')
    expect(html).not.toContain('has no text in English')
  })

  test('is made in a language in which there is all that can be compared, whatever the country has only in another', () => {
    const base = plainContent('k', 'Report', { summary: {}, body: { en: [p('Within 30 days.')] } })
    const content = { ...base, summary: { el: 'Σύνοψη.' }, body: { en: [p('Within 10 days.')] } }
    const entry: ManifestEntry = {
      key: 'k',
      slug: 'k',
      parent: null,
      rank: 'a',
      blob: 'b',
      provenance: {},
      mode: 'adapt',
    }
    expect(differenceOf({ entry, content, base, language: 'en' })).toMatchObject({ is: 'different' })
    // Nor does a summary that the common framework has only in another language; its translation is no change of it.
    const both = { en: [p('Within 30 days.')], el: [p('Σε 30 ημέρες.')] }
    const greek = { ...base, title: { en: 'Report', el: 'Αναφορά' }, summary: { en: 'In short.' }, body: both }
    const ours = { ...greek, summary: { en: 'In short.', el: 'Σύνοψη.' } }
    const own = { ...ours, body: { ...both, el: [p('Σε 10 ημέρες.')] } }
    const inGreek = { entry, base: greek, language: 'el' as const }
    expect(differenceOf({ ...inGreek, content: own })).toMatchObject({
      is: 'different',
      change: { counts: { changes: 2 } },
    })
    const translated = { ...entry, provenance: { summary: { el: 'translation' as const } } }
    expect(differenceOf({ ...inGreek, entry: translated, content: ours })).toEqual({ is: 'same' })
    // Of a chapter without a text there is an addition to be shown below a translated title.
    const chapter = { ...base, body: {} }
    const added = { ...chapter, title: { en: 'Report', el: 'Αναφορά' }, addition: { el: [p('Κι εδώ.')] } }
    const supplemented = { entry: { ...entry, mode: 'supplement' as const }, content: added, base: chapter }
    expect(differenceOf({ ...supplemented, language: 'el' })).toMatchObject({ is: 'different' })
  })

  test('of all sections counts the differences and gives the reasons', async () => {
    const html = await read('/ie/en/special-needs/compare')
    expect(html).toContain('4 sections are the common text. 4 sections differ.')
    expect(html).toContain('National law')
  })

  test('of all sections is made once: who asks again, in one language, makes nobody read and compare the texts', async () => {
    const asked: number[] = []
    const source: ReaderSource = {
      ...sampleSource,
      contents: (hashes) => {
        asked.push(hashes.length)
        return sampleSource.contents(hashes)
      },
    }
    const first = await open('/ie/en/special-needs/compare', { source })
    asked.length = 0
    const again = await open('/ie/en/special-needs/compare', { source })
    expect(asked.filter((texts) => texts > 0)).toEqual([])
    expect(again.html).toBe(first.html)
  })

  test('of the common framework with itself is not there', async () => {
    expect((await open('/common/en/special-needs/assess/compare')).status).toBe(404)
  })
})

describe('an address that nothing is at', () => {
  test.each([
    ['/xx/en/special-needs', 'en', '/ie/en/special-needs'],
    ['/ie/xx/special-needs', 'en', '/ie/en/special-needs'],
    ['/ie/el/special-needs', 'el', '/ie/en/special-needs'],
    ['/ie/en/nothing', 'en', '/ie/en/special-needs'],
    ['/ie/en/special-needs/v/9.9', 'en', '/ie/en/special-needs'],
    ['/ie/en/special-needs/nothing', 'en', '/ie/en/special-needs'],
    ['/ie/en/special-needs/assess/compare/more', 'en', '/ie/en/special-needs'],
    ['/mt/en/special-needs', 'en', '/cy/el/special-needs'],
    ['/master/en/special-needs', 'en', '/common/en/special-needs'],
    ['/ie', 'en', '/ie/en/special-needs'],
    ['/%E0%A4%A', 'en', '/common/en/special-needs'],
  ])('%s: 404 in %s, with a link to what there is', async (address, language, instead) => {
    const { status, html } = await open(address)
    expect(status).toBe(404)
    expect(html).toContain(`<html lang="${language}"`)
    expect(html).toContain(`href="${instead}"`)
  })

  test('speaks of a toolkit or a country only where the address names one', async () => {
    const { html } = await open('/nothing')
    expect(html).toContain('<h1>Page not found</h1><p class="lead">Check the address, or continue from here.')
    expect(html).not.toMatch(/toolkit has|this country/)
    expect(await read('/mt/en/special-needs')).toContain('This toolkit has no published version for this country.')
    expect(await read('/ie/en/nothing')).toContain('No toolkit has this address.')
  })

  test.each(['/nothing', '/cy/el', '/ie', '/ie/en/special-needs/housing/x', '/ie/en/nothing', '/mt/en/special-needs'])(
    '%s: says each thing once',
    async (address) => {
      const paragraphs = elementsOf((await read(address)).replace('<!doctype html>', ''))
        .filter(({ name, parents }) => name === 'p' && parents.some((parent) => parent.name === 'main'))
        .map(({ text }) => text)
      expect(paragraphs.length).toBeGreaterThan(0)
      expect(paragraphs).toEqual([...new Set(paragraphs)])
    },
  )

  test('speaks the language that its address asks for, in its path or as the start does', async () => {
    expect(await read('/nothing?lang=el')).toContain('<html lang="el"')
    expect(await read('/ie/xx/special-needs?lang=de')).toContain('<html lang="de"')
    expect(await read('/cy/el?lang=de')).toContain('<html lang="el"')
    expect(await read('/nothing?lang=xx')).toContain('<html lang="en"')
  })

  test('speaks the language that was asked for in all that it offers, its links too', async () => {
    const { html } = await open('/cy/el/nothing')
    const { html: withoutGreek } = await open('/ie/el/special-needs')
    for (const page of [html, withoutGreek]) {
      const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
      expect(main.replace(/<[^>]*>/g, ' ')).not.toMatch(/[A-Za-z]/)
    }
    expect(html.indexOf('Κύπρος 2.0, ελληνικά')).toBeGreaterThan(0)
    expect(html.indexOf('Κύπρος 2.0, ελληνικά')).toBeLessThan(html.indexOf('Κύπρος 2.0, αγγλικά'))
    expect(withoutGreek).toContain('<a href="/ie/en/special-needs" hrefLang="en">Ιρλανδία 2.0, αγγλικά</a>')
  })

  test('says of each link which toolkit it leads to, where there are several', async () => {
    const { html } = await open('/cy/el/nothing', { source: twoToolkits })
    expect(html).toContain(
      '<a href="/cy/el/other" hrefLang="el"><span lang="en">Another toolkit</span>: Κύπρος 2.0, ελληνικά</a>',
    )
  })

  test('leads to the release that had the section', async () => {
    expect(await read('/ie/en/special-needs/old')).toContain('href="/ie/en/special-needs/v/1.4/old"')
  })
})

describe('an answer', () => {
  test('allows nothing that the page does not need', async () => {
    const { headers } = await open('/ie/en/special-needs/assess')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-language')).toBe('en')
  })

  test('is not sent twice, and is sent again when a newer release changes what the page says', async () => {
    const address = '/ie/en/special-needs/assess'
    const etag = (await open(address)).headers.get('etag') ?? ''
    expect((await open(address, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect(etag).toMatch(/^W\//)
    expect((await open(address, { headers: { 'if-none-match': etag.slice(2) } })).status).toBe(304)
    const source: ReaderSource = {
      ...sampleSource,
      heads: sampleSource.heads.filter((head) => head.id !== 'm2'),
    }
    expect((await open(address, { source, headers: { 'if-none-match': etag } })).status).toBe(200)
  })
})
