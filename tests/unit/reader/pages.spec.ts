import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '@/domain/language'
import { type About, MASTER, type ManifestEntry, type Release } from '@/domain/release'
import type { SectionContent } from '@/domain/section'
import { translate } from '@/messages/translate'
import { differenceOf } from '@/reader/difference'
import { homeView } from '@/reader/homeView'
import { pageAt } from '@/reader/pageAt'
import { respond } from '@/reader/respond'
import type { ReaderSource } from '@/reader/source'
import { styleAddress, styleSheet } from '@/reader/style/styleSheet'
import { writePage } from '@/reader/writtenPage'
import { parseRelease } from '@/stored/release'
import { elementsOf, misplaced } from './html'
import { adapted, comparing, contents, p, content as plainContent, releases, sampleSource } from './publishedSample'

const SITE = 'https://toolkits.example.org'

async function open(address: string, { source = sampleSource, headers = {} as Record<string, string> } = {}) {
  const url = new URL(address, SITE)
  const page = await pageAt({ path: url.pathname, search: url.searchParams, origin: url.origin, source })
  const response = respond(await writePage(page), new Request(url, { headers }))
  const { status, headers: sent } = response
  return { status, headers: sent, html: await response.text(), isPartial: page.isPartial === true }
}

async function read(address: string): Promise<string> {
  return (await open(address)).html
}

/** Every address that can be reached by links from the start page, with its page. */
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

/** The text in the row of each country on the start page. */
function rowsOf(html: string): Map<string, string> {
  const rows = elementsOf(html.replace('<!doctype html>', '')).filter(
    ({ name, attributes }) => name === 'li' && attributes.class === 'country',
  )
  return new Map(rows.map(({ text }) => [/^(Ireland|Cyprus|Spain|France)/.exec(text)?.[0] ?? text, text]))
}

/** The sample with more releases: for each its properties, and the release whose text it has. */
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

/** The sample, with the origin of each field of a section of Cyprus. */
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

/** The sample, in which Cyprus adds something to a section: its content has the hash `added`. */
function addedInCyprus(
  source: ReaderSource,
  addition: SectionContent['addition'],
  place: Pick<SectionContent, 'additionPlace'> = {},
): ReaderSource {
  const { 'assess-cy': assess } = contents
  if (!assess) throw new Error('The sample has no such section')
  const added = (hashes: readonly string[]) =>
    hashes.includes('added') ? [['added', { ...assess, addition, ...place }] as const] : []
  return comparing({
    ...source,
    contents: async (hashes) => new Map([...(await source.contents(hashes)), ...added(hashes)]),
    facts: async (hashes) => new Map([...(await source.facts(hashes)), ...added(hashes)]),
  })
}

/** The sample, with other words for a section of Cyprus and for the common text that it is based on. */
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
  return comparing({
    ...source,
    contents: async (hashes) => new Map([...(await source.contents(hashes)), ...words]),
    facts: async (hashes) => new Map([...(await source.facts(hashes)), ...words]),
  })
}

/** Common framework 2.2, which France is based on, is withdrawn; Ireland and Cyprus are based on 2.1. */
const withdrawal = {
  id: 'm3',
  of: 'm2',
  given: { seq: 3, kind: 'withdrawal' as const, publishedAt: '2026-11-10T00:00:00Z', manifest: [] },
}
const withdrawnCommon = sourceWith([withdrawal])

/** Then 2.3 is released, with the text of 2.1. */
const releasedAgain = sourceWith([
  withdrawal,
  { id: 'm4', of: 'm1', given: { seq: 4, version: '2.3', publishedAt: '2026-11-12T00:00:00Z' } },
])

/** The sample, and all of it again as another toolkit. */
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
  test('has no broken links', () => {
    const bad = [...pages].filter(([, { status }]) => status !== 200).map(([address, { status }]) => [address, status])
    // The withdrawn version of Spain says that it was withdrawn.
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

test('the style sheet is under 10 KB, and its address changes with its content', () => {
  expect(gzipSync(styleSheet).length).toBeLessThan(10_000)
  expect(styleAddress).toMatch(/^\/assets\/reader-[0-9a-f]{12}\.css$/)
  expect(styleSheet).not.toContain('/*')
})

test('the start page uses the requested language, and never guesses another', async () => {
  for (const language of LANGUAGES) expect(await read(`/?lang=${language}`)).toContain(`<html lang="${language}"`)
  const { html } = await open('/', { headers: { 'accept-language': 'el' } })
  expect(html).toContain('<html lang="en"')
  expect(await read('/?lang=xx')).toContain('<html lang="en"')
})

describe('the start page', () => {
  test('says how each country follows the common framework', async () => {
    const html = await read('/')
    expect(html).toContain('Follows common framework 2.1; no decision on 2.2 published yet')
    expect(html).toContain('Follows common framework 2.2, the newest')
    expect(html).toContain('Withdrawn: do not use')
  })

  test('names a withdrawn basis only for countries based on it, and says that no common framework is in use', async () => {
    const { html } = await open('/', { source: withdrawnCommon })
    const countries = rowsOf(html)
    expect(countries.get('France')).toContain('Follows common framework 2.2, which has been withdrawn')
    expect(countries.get('Ireland')).toContain('Follows common framework 2.1')
    expect(countries.get('Ireland')).not.toMatch(/withdrawn|newest|open/)
    const common = html.slice(html.indexOf('Common framework</h2>'))
    expect(common).toContain('No common framework is in use now: release 2.2 was withdrawn on 10 November 2026.')
    expect(common).toContain('href="/common/en/special-needs"')
    for (const language of LANGUAGES.filter((other) => other !== 'en'))
      expect((await open(`/?lang=${language}`, { source: withdrawnCommon })).html).not.toMatch(/withdrawn|No common/)
  })

  test('ignores withdrawn releases when it says how far a country is behind, and links a withdrawn basis to the release in use', async () => {
    const countries = rowsOf((await open('/', { source: releasedAgain })).html)
    expect(countries.get('Ireland')).toContain('Follows common framework 2.1; no decision on 2.3 published yet')
    expect(countries.get('France')).toContain(
      'Follows common framework 2.2, which has been withdrawn; no decision on 2.3 published yet',
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

  test('calls a toolkit by its title in the newest common framework, and each release by its own title', async () => {
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

  test('says so if nothing is published', async () => {
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
      'Ireland has not yet published a decision on its changes in 1 section. Until then, this text follows common framework 2.1.',
    )
  })

  test('say what was removed since the previous release, and link to where it can still be read', async () => {
    const html = await read('/ie/en/special-needs')
    expect(html).toMatch(
      /1 section was removed\. It is still in release 1\.4:<\/p><ul[^>]*><li><a href="\/ie\/en\/special-needs\/v\/1\.4\/old">Words used in this toolkit<\/a>/,
    )
    expect(await read('/ie/en/special-needs/v/1.4')).not.toContain('removed')
  })

  test('compare the common framework with the last earlier release that was not withdrawn', async () => {
    const { html } = await open('/common/en/special-needs', { source: releasedAgain })
    expect(html).toContain('What changed in release 2.3')
    expect(html).toContain('No section changed since release 2.1.')
  })

  test('compare a country with the last earlier release that was not withdrawn, and name nothing from a withdrawn one', async () => {
    const of2 = { id: 'ie3', of: 'ie2', given: { seq: 3, kind: 'withdrawal' as const } }
    const again = { id: 'ie4', of: 'ie1', given: { seq: 4, version: '2.1' } }
    const { html } = await open('/ie/en/special-needs', { source: sourceWith([of2, again]) })
    expect(html).toContain('No section changed since release 1.4.')
    expect(html).not.toMatch(/Women in direct provision|v\/2\.0\//)

    // 1.4 is the first release: if it is withdrawn, there is nothing to compare with.
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

  test('say in every language, and only then, that the common framework they are based on was withdrawn', async () => {
    const said = {
      en: 'follows common framework 2.2, which has been withdrawn',
      fr: 'suit le cadre commun 2.2, qui a été retiré',
      es: 'sigue el marco común 2.2, que ha sido retirado',
      it: 'segue il quadro comune 2.2, che è stato ritirato',
      el: 'ακολουθεί το κοινό πλαίσιο 2.2, το οποίο έχει αποσυρθεί',
      de: 'folgt der gemeinsamen Fassung 2.2, die zurückgezogen wurde',
    }
    for (const released of [withdrawnCommon, releasedAgain]) {
      const inAll: ReaderSource = {
        ...released,
        heads: released.heads.map((head) => (head.id === 'fr1' ? { ...head, languages: [...LANGUAGES] } : head)),
      }
      for (const language of LANGUAGES)
        expect((await open(`/fr/${language}/special-needs`, { source: inAll })).html).toContain(said[language])
      const { html } = await open('/ie/en/special-needs', { source: released })
      expect(html).toContain('follows common framework 2.1')
      expect(html).not.toContain('2.1, which has been withdrawn')
    }
    expect(await read('/fr/fr/special-needs')).not.toContain('retiré')
  })

  test('say that nothing changed only if nothing was removed either, and link only to existing pages', async () => {
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

  test('say the same about each section as the confirmation before the release', async () => {
    const source = comparing({
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
      // Only its guidance for countries changed, and its title in a language that is not read here.
      contents: async (hashes) => {
        const found = new Map(await sampleSource.contents(hashes))
        const title = { en: 'Understand', fr: 'Autre' }
        const guidance = { en: 'You may shorten this.' }
        return found.set('told', { ...plainContent('understand', 'Understand'), title, guidance })
      },
    })
    const { html } = await open('/ie/en/special-needs', { source })
    const marks = [...html.matchAll(/(?:Changed|New|Moved|No longer used|Used again) (?:in|as of) release 2\.0/g)].map(
      ([said]) => said,
    )
    expect(marks.toSorted()).toEqual([
      // For one section, only the reason changed.
      'Changed in release 2.0',
      'Changed in release 2.0',
      'Changed in release 2.0',
      'Moved in release 2.0',
      'New in release 2.0',
      'No longer used as of release 2.0',
    ])
    const list = html.slice(html.indexOf('What changed in release 2.0'), html.indexOf('still in release 1.4'))
    expect(list).not.toContain('/understand"')
    expect(list).toContain('/trafficking"')
    expect(list).toContain('/words"')
  })

  test('tell the readers of each language what changes for them, including words that replace missing ones', async () => {
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

  test('have no marks for the common framework', async () => {
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
    expect(html).toContain('Common framework 2.2 changes it. Ireland has not yet published a decision on this.')
    expect(html).toContain('href="/common/en/special-needs/assess"')
  })

  test('announces a reason for its differences only if the country gives one', async () => {
    const source: ReaderSource = {
      ...sampleSource,
      release: async (id) => {
        const release = await sampleSource.release(id)
        if (!release) return release
        const manifest = release.manifest.map(({ reason: _, explanation: __, sources: ___, ...entry }) => entry)
        return { ...release, manifest }
      },
    }
    const { html } = await open('/ie/en/special-needs/assess', { source })
    expect(html).toMatch(/See the \d+ differences</)
    expect(translate('en', 'reader.see-differences', { count: 1 })).toBe('See the difference')
  })

  test('of one country only says so', async () => {
    expect(await read('/ie/en/special-needs')).toContain('Exists only for Ireland')
  })

  test('that is adapted in another language says that it is the common text here, original or translated', async () => {
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

  test('whose missing words come from the common text says so, whatever other languages say', async () => {
    const body = { en: 'common', el: 'translation', de: 'national' } as const
    const source = assessedInCyprus({ title: body, summary: { en: 'common', el: 'missing', de: 'national' }, body })
    const { html } = await open('/cy/el/special-needs/assess', { source })
    expect(html).toContain('Με αλλαγές για την Κύπρο σε άλλη γλώσσα. Εδώ όπως στο κοινό πλαίσιο 2.1.')
  })

  test('says whose the replacing words are: for a summary that only the country has, and for its translation', async () => {
    const title = { en: 'common', el: 'translation' } as const
    const own = assessedInCyprus({ title, summary: { en: 'national', el: 'common' }, body: title })
    expect((await open('/cy/el/special-needs/assess', { source: own })).html).toContain('Κοινό κείμενο με αλλαγές')
    const common = { en: 'common', el: 'common' } as const
    const summary = { en: 'translation', el: 'missing' } as const
    const translated = assessedInCyprus({ title: common, summary, body: common }, { mode: 'inherit' })
    const { html } = await open('/cy/el/special-needs/assess', { source: translated })
    expect(html).toContain('Μεταφράστηκε εν μέρει από την Κύπρο.')
  })

  test('names both languages if its missing parts are shown in two languages', async () => {
    const base = { title: { en: 'Assess', el: 'Αξιολόγηση' }, summary: {}, body: { en: [p('The text.')] } }
    const ours = { ...base, addition: { fr: [p('Et à Chypre.')] } }
    const written = writtenInCyprus({ mode: 'supplement', provenance: { body: { el: 'missing' } } }, { base, ours })
    // Without a newer common text that would be announced.
    const source = { ...written, heads: withdrawnCommon.heads }
    const { html } = await open('/cy/el/special-needs/assess', { source })
    expect(html).toContain('Εμφανίζονται στα αγγλικά και γαλλικά με σήμανση.')
  })

  test('that is only translated says by whom, compares no words, and shows the original text', async () => {
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

  test("names the language of a country's explanation if it is not the language of the page", async () => {
    const source = assessedInCyprus({ body: { el: 'national' } }, { explanation: { en: 'The law of Cyprus.' } })
    const { html } = await open('/cy/el/special-needs/assess/compare', { source })
    expect(html).toMatch(/Όχι ακόμη στα ελληνικά: κείμενο στα αγγλικά[\s\S]*<p lang="en">The law of Cyprus\.<\/p>/)
  })

  test('with a field that the country emptied says so in that language, and where it is missing', async () => {
    const source = assessedInCyprus({
      title: { en: 'common', el: 'common' },
      summary: { en: 'national', el: 'missing' },
      body: { en: 'common', el: 'translation' },
    })
    expect((await open('/cy/en/special-needs/assess', { source })).html).toContain('Common text, changed for Cyprus.')
    expect((await open('/cy/el/special-needs/assess', { source })).html).toContain('Κοινό κείμενο με αλλαγές')
  })

  test('that the newer common framework no longer has links to that framework, not to a missing page', async () => {
    const source: ReaderSource = {
      ...sampleSource,
      release: async (id) => {
        const release = await sampleSource.release(id)
        const isNewest = release?.country === MASTER && release.version === '2.2'
        return isNewest ? { ...release, manifest: release.manifest.filter(({ slug }) => slug !== 'assess') } : release
      },
    }
    const { html } = await open('/ie/en/special-needs/assess', { source })
    expect(html).toContain(
      'Common framework 2.2 no longer contains this section. Ireland has not yet published a decision on this.',
    )
    expect(html).not.toContain('href="/common/en/special-needs/assess"')
    expect(html).toContain('href="/common/en/special-needs"')
  })

  test("shows the country's addition in a box of its own", async () => {
    const html = await read('/ie/en/special-needs/interview')
    expect(html).toContain('Added by Ireland')
    expect(html).toMatch(/<section class="by"[\s\S]*In Ireland the person may refuse/)
  })

  test.each<[string, SectionContent['additionPlace'], RegExp]>([
    ['before the text', { where: 'before' }, /Κι εδώ[\s\S]*Πότε<\/h2>[\s\S]*Η αξιολόγηση γίνεται νωρίς/],
    [
      'after the block that the country chose',
      { where: 'after-block', block: String(contents['assess-cy']?.body.el?.[0]?.id), words: 'Πότε' },
      /Πότε<\/h2>[\s\S]*Κι εδώ[\s\S]*Η αξιολόγηση γίνεται νωρίς/,
    ],
    ['after the text', undefined, /Πότε<\/h2>[\s\S]*Η αξιολόγηση γίνεται νωρίς[\s\S]*Κι εδώ/],
  ])('shows the addition %s, on its page and in the comparison', async (_, additionPlace, order) => {
    const ours = { addition: { el: [p('Κι εδώ.')] }, additionPlace }
    const title = { el: 'Αξιολόγηση' }
    const base = { title, body: contents['assess-cy']?.body }
    const source = writtenInCyprus({ mode: 'supplement' }, { base, ours: { title, ...ours } })
    for (const page of ['assess', 'assess/compare']) {
      const { html } = await open(`/cy/el/special-needs/${page}`, { source })
      expect(html.slice(html.indexOf('<main')), page).toMatch(order)
    }
  })

  test('that is left out gives the reason, and the common text collapsed', async () => {
    const html = await read('/ie/en/special-needs/tracing')
    expect(html).toContain('Ireland does not use this section of the common framework.')
    expect(html).toContain('Requests through consulates are not possible in Ireland.')
    expect(html).toMatch(/<details class="left-out">[\s\S]*the common text of this section/)
  })

  test('keeps the ticks that are in its address', async () => {
    const html = await read('/ie/en/special-needs/assess?c=1&c=3&c=x&c=-1')
    const boxes = elementsOf(html.replace('<!doctype html>', '')).filter(
      ({ attributes }) => attributes.type === 'checkbox',
    )
    expect(boxes.map(({ attributes }) => 'checked' in attributes)).toEqual([true, false, true])
  })

  test('can be cited by a permanent address, with the beginning of its hash', async () => {
    const html = await read('/ie/en/special-needs/assess')
    expect(html).toContain('href="/ie/en/special-needs/v/2.0/assess"')
    expect(html).toMatch(/Check code [0-9a-f]{4}-[0-9a-f]{4}/)
  })

  test('shows the sample notice of its toolkit', async () => {
    expect(await read('/ie/en/special-needs/assess')).toContain('Not legal advice')
  })
})

describe('an older release', () => {
  test('says that it is old and links to the same section in the newest release', async () => {
    const html = await read('/ie/en/special-needs/v/1.4/words')
    expect(html).toContain('You are reading release 1.4, 3 March 2026')
    expect(html).toContain('<a href="/ie/en/special-needs/words">Go to this section in release 2.0</a>')
  })

  test('links to the contents if the newest release does not have the section', async () => {
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
  test('shows added and removed words with text for screen readers', async () => {
    const html = await read('/ie/en/special-needs/assess/compare')
    expect(html).toContain('<ins>')
    expect(html).toContain('[added]')
    expect(html).toContain('Irish law sets a deadline.')
  })

  test('has a separate page for before and after', async () => {
    const html = await read('/ie/en/special-needs/assess/compare?view=sentences')
    expect(html).toContain('Common framework 2.1')
    expect(html).toContain('class="pair"')
    expect(html).not.toContain('<ins>')
  })

  test('says so if the common framework has no text in the language, and does not show everything as new', async () => {
    const html = await read('/cy/el/special-needs/assess/compare')
    expect(html).toContain('Το κοινό πλαίσιο δεν έχει εδώ κείμενο στα ελληνικά')
    expect(html).not.toContain('<ins>')
  })

  test('links only to languages in which something is published', async () => {
    // Adapted in Greek, which the common framework lacks; the common framework has French, which Cyprus does not
    // publish.
    const french = { title: { en: 'Assess', fr: 'Évaluer' }, body: { en: [p('The text.')], fr: [p('Le texte.')] } }
    const adapted = { title: { ...french.title, el: 'Αξιολόγηση' }, body: { ...french.body, el: [p('Δικό μας.')] } }
    const source = writtenInCyprus({}, { base: french, ours: adapted })
    const { html } = await open('/cy/el/special-needs/assess/compare', { source })
    expect(html).toContain('href="/cy/en/special-needs/assess/compare"')
    expect(html).not.toContain('/cy/fr/')
  })

  test('says that the words of a supplemented section, or one adapted in another language, are a translation', async () => {
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

  test('shows an addition to a partly translated or untranslated section, and the common text that is not compared', async () => {
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

  test('of all sections ignores a translated summary, and counts an own summary with the same words', async () => {
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

  test('shows the original of a translated summary, and not the text that is compared', async () => {
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

  test('works in a language that has everything to compare, whatever else the country has in another language', () => {
    const base = plainContent('k', 'Report', { summary: {}, body: { en: [p('Within 30 days.')] } })
    const content = { ...base, summary: { el: 'Σύνοψη.' }, body: { en: [p('Within 10 days.')] } }
    const entry = adapted
    expect(differenceOf({ entry, content, base, language: 'en' })).toMatchObject({ is: 'different' })
    // A summary that the common framework has only in another language is no obstacle either; its translation is not a
    // change.
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
    // Spaces are no words: the text is not called the common text, and nothing can be marked.
    const spaced = { ...base, body: { en: [p('Within\u00a030 days.')] } }
    expect(differenceOf({ entry, content: spaced, base, language: 'en' })).toEqual({ is: 'same-words' })
    expect(differenceOf({ entry, content: base, base, language: 'en' })).toEqual({ is: 'same' })
    // A chapter without a text can have an addition below a translated title.
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

  test('of all sections names those that have the same words', async () => {
    const differences: ReaderSource['differences'] = async (asked) => {
      const found = await sampleSource.differences(asked)
      return new Map([...found].map(([key, one]) => [key, one.is === 'different' ? { is: 'same-words' } : one]))
    }
    expect(await read('/ie/en/special-needs/compare')).not.toContain('Same words')
    const { html } = await open('/ie/en/special-needs/compare', { source: { ...sampleSource, differences } })
    expect(html).toContain('<span class="muted">Same words</span>')
    expect(html).toMatch(/6 sections are the common text\. 2 sections differ\./)
  })

  test('of all sections is made once: the next request in that language reads and compares no texts', async () => {
    const asked: number[] = []
    const source = comparing({
      ...sampleSource,
      contents: (hashes) => {
        asked.push(hashes.length)
        return sampleSource.contents(hashes)
      },
    })
    const first = await open('/ie/en/special-needs/compare', { source })
    expect(asked.filter((texts) => texts > 0).length).toBe(1)
    asked.length = 0
    const again = await open('/ie/en/special-needs/compare', { source })
    expect(asked.filter((texts) => texts > 0)).toEqual([])
    expect(again.html).toBe(first.html)
  })

  test('of the common framework with itself does not exist', async () => {
    expect((await open('/common/en/special-needs/assess/compare')).status).toBe(404)
  })
})

test.each([
  ['an earlier release of the country', 'ie1', '/ie/en/special-needs'],
  ['the newest release of the country', 'ie2', '/ie/en/special-needs/v/1.4/assess'],
])('a page that depends on a listed release is not made if that is not there: %s', async (_, gone, address) => {
  const source: ReaderSource = {
    ...sampleSource,
    release: async (id) => (id === gone ? undefined : sampleSource.release(id)),
  }
  expect((await open(address)).status).toBe(200)
  await expect(open(address, { source })).rejects.toThrow(gone)
})

describe('a newer common framework whose sections cannot be read', () => {
  const failing = (fault: () => unknown): ReaderSource => ({
    ...sampleSource,
    release: async (id) => (id === 'm2' ? Promise.resolve(fault()).then(() => undefined) : sampleSource.release(id)),
  })
  const broken = () => parseRelease({ ...releases.find(({ id }) => id === 'm2'), manifest: [{ mode: 'odd' }] })
  const pages = ['/ie/en/special-needs', '/ie/en/special-needs/assess', '/ie/en/special-needs/interview']

  test.each(pages)('is named with its number and without a link, and the page is not kept: %s', async (address) => {
    expect(broken).toThrow('m2')
    const whole = await open(address)
    expect(whole).toMatchObject({ status: 200, isPartial: false })
    expect(whole.html).toContain('ommon framework 2.2')
    for (const fault of [async () => broken(), async () => undefined]) {
      const without = await open(address, { source: failing(fault) })
      expect(without).toMatchObject({ status: 200, isPartial: true })
      expect(without.html).toContain('Common framework 2.2 is available')
      expect(without.html).toContain('Ireland has not yet published a decision on it. Until then, this text follows')
      expect(without.html).not.toContain('Read common framework 2.2')
      expect(without.html).not.toContain('It does not change this section')
    }
  })

  test.each([...pages, '/'])('that cannot be queried makes no page: %s', async (address) => {
    const late = async () => Promise.reject(new Error('The query took too long'))
    await expect(open(address, { source: failing(late) })).rejects.toThrow('took too long')
  })

  test('takes only the stages away from the start page', async () => {
    expect(await open('/', { source: failing(async () => broken()) })).toMatchObject({ status: 200, isPartial: true })
  })
})

test('the start page says what cannot be shown of a toolkit of which nothing can be read, by names in order', async () => {
  const apart = ['it', 'fr', MASTER].map((country) => ({ slug: 'special-needs', country, withdrawals: [] }))
  const { status, html } = await open('/', { source: { ...sampleSource, heads: [], apart } })
  expect(status).toBe(200)
  expect(html).toContain('because of an error: Common framework, France, and Italy.')
  expect(html.includes('Nothing has been published')).toBe(false)
})

test('the common framework comes first among what cannot be shown, also if a country comes before by its name', () => {
  const apart = ['fr', 'es', MASTER, 'cy'].map((country) => ({ slug: 'special-needs', country, withdrawals: [] }))
  const [toolkit] = homeView({ language: 'es', heads: [], apart }).toolkits
  expect(toolkit?.apart).toEqual(['Marco común', 'Chipre', 'España', 'Francia'])
})

test('a list of removed sections that lacks a title is not kept', async () => {
  const source: ReaderSource = {
    ...sampleSource,
    release: async (id) => {
      const found = await sampleSource.release(id)
      const manifest = found?.manifest.map((entry) => (entry.slug === 'old' ? { ...entry, blob: 'gone' } : entry))
      return found && manifest && { ...found, manifest }
    },
  }
  expect(await open('/ie/en/special-needs')).toMatchObject({ status: 200, isPartial: false })
  expect(await open('/ie/en/special-needs', { source })).toMatchObject({ status: 200, isPartial: true })
})

test('a changed section is not compared with a common text that is not given', () => {
  const { assess } = contents
  if (!assess) throw new Error('The sample has no such section')
  const entry: ManifestEntry = {
    key: 'assess',
    slug: 'assess',
    parent: null,
    rank: 'a0',
    mode: 'adapt',
    blob: 'x',
    provenance: {},
  }
  const compare = () => differenceOf({ entry, content: assess, base: undefined, language: 'en' })
  expect(compare).toThrow('assess')
})

describe('an unknown address', () => {
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
  ])('%s: 404 in %s, with a link to existing pages', async (address, language, instead) => {
    const { status, html } = await open(address)
    expect(status).toBe(404)
    expect(html).toContain(`<html lang="${language}"`)
    expect(html).toContain(`href="${instead}"`)
  })

  test.each([
    ['/nothing?lang=de', ['Frankreich', 'Irland', 'Zypern']],
    ['/mt/el/special-needs', ['Γαλλία', 'Ιρλανδία', 'Κύπρος']],
  ])('%s: lists the countries by their names', async (address, wanted) => {
    const names = elementsOf((await read(address)).replace('<!doctype html>', ''))
      .filter(({ name, parents }) => name === 'a' && parents.some((parent) => parent.name === 'main'))
      .flatMap(({ text }) => /^(\p{L}+) \d/u.exec(text)?.[1] ?? [])
    expect([...new Set(names)]).toEqual(wanted)
  })

  test('mentions a toolkit or a country only if the address names one', async () => {
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

  test('uses the language that its address asks for, in its path or as the start page does', async () => {
    expect(await read('/nothing?lang=el')).toContain('<html lang="el"')
    expect(await read('/ie/xx/special-needs?lang=de')).toContain('<html lang="de"')
    expect(await read('/cy/el?lang=de')).toContain('<html lang="el"')
    expect(await read('/nothing?lang=xx')).toContain('<html lang="en"')
  })

  test('uses the requested language in everything it offers, including its links', async () => {
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

  test('says for each link which toolkit it belongs to, if there are several', async () => {
    const { html } = await open('/cy/el/nothing', { source: twoToolkits })
    expect(html).toContain(
      '<a href="/cy/el/other" hrefLang="el"><span lang="en">Another toolkit</span>: Κύπρος 2.0, ελληνικά</a>',
    )
  })

  test('links to the release that had the section', async () => {
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

  test('is not sent again while unchanged, and is sent again when a newer release changes the page', async () => {
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
