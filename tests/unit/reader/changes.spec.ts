import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { ChangeClass, ChangeNote } from '@/domain/changeNote'
import { MOST_SEARCHED } from '@/domain/regroupedPairs'
import { MASTER, type ManifestEntry, type Release } from '@/domain/release'
import type { SectionContent } from '@/domain/section'
import { pathOf, readAddress } from '@/domain/siteAddress'
import { askedAt, nameOfAsked } from '@/reader/asked'
import { MOST_COMPARED } from '@/reader/changesView'
import { pageAt } from '@/reader/pageAt'
import type { ReaderSource } from '@/reader/source'
import { writePage } from '@/reader/writtenPage'
import { elementsOf, misplaced } from './html'
import { comparing, content, p, releases, sampleSource } from './publishedSample'

async function open(address: string, source: ReaderSource = sampleSource) {
  const url = new URL(address, 'https://toolkits.example.org')
  const page = await pageAt({ path: url.pathname, search: url.searchParams, origin: url.origin, source })
  const { gzipped, status } = await writePage(page)
  return { status, html: gunzipSync(gzipped).toString() }
}

const read = async (address: string, source?: ReaderSource) => (await open(address, source)).html
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const headingsIn = (html: string, level: 'h2' | 'h3') =>
  [...html.matchAll(new RegExp(`<${level}[^>]*>(.*?)</${level}>`, 'g'))].map(([, words = '']) => wordsOf(words))

const note = (key: string, given: ChangeClass, words: string): ChangeNote => ({
  ...{ key, class: given, note: words, decideBy: null },
})

const [first] = releases
if (!first) throw new Error('The sample has no release')

const entry = (key: string, blob: string, given: Partial<ManifestEntry> = {}): ManifestEntry => ({
  ...{ key, slug: key, parent: null, rank: key, mode: 'inherit', blob, provenance: {} },
  ...given,
})

/** A common framework with these releases, whose sections say what their hashes do. */
function lineOf(...line: (Partial<Release> & Pick<Release, 'version' | 'manifest'>)[]): {
  source: ReaderSource
  asked: string[]
} {
  const all = line.map(
    (given, index): Release => ({
      ...(first as Release),
      ...{ id: `c${index}`, country: MASTER, seq: index + 1, languages: ['en'], notes: '' },
      ...given,
    }),
  )
  const asked: string[] = []
  // “a 2” has an English text only; “a 2 1” also a French one, “a 2 1 1” also an Italian one. “= a b” says just that.
  const contentOf = (hash: string): SectionContent => {
    if (hash.startsWith('= ')) return content(hash, 'Title', { body: { en: [p(hash.slice(2))] } })
    const [key, days, jours, giorni] = hash.split(' ')
    const french = jours ? { fr: [p(`Demander dans les ${jours} jours.`)] } : {}
    const italian = giorni ? { it: [p(`Chiedere entro ${giorni} giorni.`)] } : {}
    return content(hash, `Title of ${key}`, { body: { en: [p(`Ask within ${days} days.`)], ...french, ...italian } })
  }
  const source: Omit<ReaderSource, 'changes' | 'regroupings' | 'differences'> = {
    heads: all.map(({ manifest: _, pictures: __, ...head }) => head),
    apart: [],
    release: async (id) => all.find((one) => one.id === id),
    newestWith: async () => undefined,
    contents: async (hashes) => {
      asked.push(...hashes)
      return new Map(hashes.map((hash) => [hash, contentOf(hash)]))
    },
    facts: async (hashes) => new Map(hashes.map((hash) => [hash, contentOf(hash)])),
  }
  return { source: comparing(source), asked }
}

const at = (rest: string) => `/common/en/special-needs${rest}`
const FROM_TO = at('/v/2.0/changes/1.0')

describe('the address of what changed', () => {
  test('has both releases, and a section if it is about one', () => {
    for (const path of [FROM_TO, `${FROM_TO}/assess`]) {
      const found = readAddress(path)
      expect(found.ok && found.address).toMatchObject({ version: '2.0', since: '1.0' })
      expect(found.ok && pathOf(found.address)).toBe(path)
    }
  })

  test('does not take the place of a section with the address “changes”', () => {
    const found = (path: string) => {
      const known = readAddress(path)
      return known.ok ? known.address : null
    }
    expect(found(at('/v/2.0/changes'))).toMatchObject({ section: 'changes', version: '2.0' })
    expect(found(at('/v/2.0/changes/compare'))).toMatchObject({ section: 'changes', compare: true })
    expect(found(at('/changes'))).toMatchObject({ section: 'changes' })
    expect(found(at('/changes/1.0'))).toBeNull()
    expect(found(at('/v/2.0/changes/1.0/assess/more'))).toBeNull()
  })

  test('is one for two releases, in whatever order they are named or chosen', () => {
    const { heads, apart } = sampleSource
    const named = (address: string) => {
      const { pathname, searchParams } = new URL(address, 'https://x.example')
      return nameOfAsked(askedAt({ path: pathname, search: searchParams, heads, apart }))
    }
    const page = named(at('/v/10.0/changes/9.0'))
    expect(page).toBe(at('/v/10.0/changes/9.0'))
    for (const other of ['/v/9.0/changes/10.0', '?from=9.0&to=10.0', '?to=9.0&from=10.0', '/v/9.0?from=9.0&to=10.0'])
      expect(named(at(other))).toBe(page)
    for (const other of ['?from=9.0', '?from=&to=10.0', '?to=10.0']) expect(named(at(other))).toBe(at(''))
    expect(named(at('/v/10.0/changes/9.0/assess?view=sentences'))).toBe(`${page}/assess?view=sentences`)
    expect(named(at('/v/10.0/changes/9.0?view=sentences&c=1'))).toBe(page)
  })
})

describe('what changed between two releases', () => {
  test('is one link away from every page of a release', async () => {
    const link = 'href="/ie/en/special-needs/v/2.0/changes/1.4">What changed since 1.4</a>'
    for (const page of ['', '/compare', '/v/2.0', '/assess']) {
      expect(await read(`/ie/en/special-needs${page}`)).toContain(link)
    }
    // The first release has nothing before it.
    expect(await read('/ie/en/special-needs/v/1.4')).not.toContain('What changed since')
    expect(await read('/')).toContain('href="/common/en/special-needs/v/2.2/changes/2.1">What changed since 2.1</a>')
  })

  test('is linked where a version says that there is a newer common framework, in whole and for each section', async () => {
    expect(await read('/ie/en/special-needs')).toContain(
      'href="/common/en/special-needs/v/2.2/changes/2.1">See what changed in 2.2</a>',
    )
    const section = '/common/en/special-needs/v/2.2/changes/2.1/assess'
    expect(await read('/ie/en/special-needs/assess')).toContain(`href="${section}">See what changed in 2.2</a>`)
    expect((await open(section)).html).toContain('<ins>')
  })

  test('names each section with what happened to it, how many words differ, why the country differs, and the words', async () => {
    const html = await read('/ie/en/special-needs/v/2.0/changes/1.4')
    const words = wordsOf(html)
    expect(words).toContain('Ireland: what changed from release 1.4 to release 2.0')
    expect(words).toContain('5 of 9 sections changed.')
    expect(headingsIn(html, 'h2')).toEqual(['Changed sections'])
    expect(headingsIn(html, 'h3')).toEqual([
      '2.1 Assess special needs',
      '2.2 The personal interview',
      '2.3 Family tracing through consulates',
      '2.4 Women in direct provision',
      'Words used in this toolkit',
    ])
    expect(words).toMatch(/2\.1 Assess special needs Only this section : 2\.1 Assess special needs Changed Adapted/)
    expect(words).toMatch(/\d+ differences; \d+ words added, \d+ removed/)
    expect(words).toContain('Reason: National law. Irish law sets a deadline.')
    expect(words).toMatch(/2\.3 Family tracing through consulates .{0,80}No longer used Not used here/)
    expect(words).toMatch(/2\.4 Women in direct provision .{0,80}New National section The text: \d+ words/)
    expect(words).toMatch(/Words used in this toolkit .{0,80}Removed/)
    expect(words).toContain('4 sections are the same')
    // A section that the country does not use is not gone: its page says why.
    expect(words).toMatch(/The text: \d+ words Title \[removed\] Family tracing/)
    // The removed section can be read only in the release that has it.
    expect(html).toContain('href="/ie/en/special-needs/v/1.4/old"')
    expect(html).toContain('href="/ie/en/special-needs/v/2.0/women"')
  })

  test('has the words of the first section open and all others folded, without a script', async () => {
    const html = await read('/ie/en/special-needs/v/2.0/changes/1.4')
    const folds = elementsOf(html.replace('<!doctype html>', '')).filter(
      ({ name, parents }) => name === 'details' && parents.some(({ attributes }) => attributes.class === 'change'),
    )
    expect(folds.map(({ attributes }) => 'open' in attributes)).toEqual([true, ...folds.slice(1).map(() => false)])
    expect(folds.length).toBeGreaterThan(3)
    expect(html).not.toContain('<script')
    expect(misplaced(html.replace('<!doctype html>', ''))).toEqual([])
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  const changed = ['u', 's', 'n', 'c', 'x', 'e']
  const manifest = (days: number) => [
    ...changed.filter((key) => key !== 'n' || days > 1).map((key) => entry(key, `${key} ${days}`)),
    entry('z', 'z 0'),
  ]

  test('begins with what is urgent and substantive, and ends with the small corrections together', async () => {
    const changes = [
      note('e', 'editorial', 'Spelling.'),
      note('s', 'substantive', 'A new deadline.'),
      note('u', 'urgent', 'Do not ring this number.'),
      note('c', 'clarification', 'The same in clearer words.'),
    ]
    const { source } = lineOf(
      { version: '1.0', manifest: manifest(1) },
      { version: '2.0', notes: 'The law changed.', manifest: manifest(2), changes },
    )
    const html = await read(FROM_TO, source)
    expect(headingsIn(html, 'h2')).toEqual([
      'Urgent changes',
      'Substantive changes',
      'New and removed sections',
      'Other changes',
      'Small corrections',
    ])
    expect(headingsIn(html, 'h3').map((title) => title.at(-1))).toEqual(['u', 's', 'n', 'c', 'x'])
    const words = wordsOf(html)
    expect(words).toContain('6 of 7 sections changed. 1 change is urgent: read it first.')
    expect(words).toMatch(/Urgent Changed Do not ring this number\./)
    expect(words).toMatch(/Release 2\.0, 1 June 2026: The law changed\./)
    expect(words).toMatch(/Small corrections 2 Title of e Spelling\. 1 difference; 1 word added, 1 removed/)
    // One release: its number beside each note says nothing.
    expect(words).not.toContain('In release 2.0:')
  })

  test('marks the language of what the coordinator said of a release, on a page in another language', async () => {
    const both: Pick<Release, 'languages'> = { languages: ['en', 'fr'] }
    const { source } = lineOf(
      { version: '1.0', manifest: [entry('a', 'a 1 1')], ...both },
      { version: '2.0', manifest: [entry('a', 'a 2 2')], ...both, notes: 'The law changed.' },
      { version: '3.0', manifest: [entry('a', 'a 3 3')], ...both },
      { version: '3.0', manifest: [], kind: 'withdrawal', notes: 'A deadline was wrong.' },
    )
    const inFrench = async (path: string) => (await open(`/common/fr/special-needs${path}`, source)).html
    for (const path of ['/v/2.0/changes/1.0', '/v/2.0'])
      expect(await inFrench(path), path).toContain('<span lang="en">The law changed.</span>')
    for (const path of ['/v/3.0', '/v/3.0/changes/2.0'])
      expect(await inFrench(path), path).toContain('<span lang="en">A deadline was wrong.</span>')
    expect((await open(at('/v/2.0'), source)).html).not.toContain('lang="en">The law changed.')
  })

  test('has the notes of all releases in between, the newest last, each under its number', async () => {
    const { source } = lineOf(
      { version: '1.0', manifest: manifest(1) },
      { version: '1.1', manifest: manifest(2), changes: [note('u', 'urgent', 'Old danger.')], notes: 'In haste.' },
      { version: '2.0', manifest: manifest(3), changes: [note('u', 'editorial', 'Spelling.')] },
    )
    const words = wordsOf(await read(FROM_TO, source))
    expect(words).toContain('In release 1.1: Old danger. In release 2.0: Spelling.')
    expect(words).toContain('In haste.')
    expect(words).toMatch(/Urgent changes 5 Title of u/)
    expect(wordsOf(await read(at('/v/2.0/changes/1.1'), source))).not.toContain('Old danger.')
  })

  test('says from where to where a section moved, also if its words changed, and in a small correction', async () => {
    const { source } = lineOf(
      {
        version: '1.0',
        manifest: [
          entry('a', 'a 1', { rank: 'm' }),
          entry('b', 'b 1', { rank: 'n' }),
          entry('c', 'c 1', { rank: 'o' }),
        ],
      },
      {
        version: '2.0',
        manifest: [
          entry('a', 'a 2', { rank: 'z' }),
          entry('b', 'b 1', { rank: 'n' }),
          entry('c', 'c 1', { rank: 'c' }),
        ],
        changes: [note('c', 'editorial', 'A better place.'), note('a', 'substantive', 'Later.')],
      },
    )
    const words = wordsOf(await read(FROM_TO, source))
    expect(words).toMatch(/Substantive Changed Moved: 1 → 3 Later\./)
    expect(words).toMatch(/Title of c Moved: 3 → 1 A better place\./)
    // It only has another number.
    expect(words).toContain('2 of 3 sections changed.')
  })

  test('marks a note as the language in which the coordinator writes', async () => {
    const { source } = lineOf(
      { version: '1.0', manifest: manifest(1), languages: ['en', 'fr'] },
      { version: '2.0', manifest: manifest(2), languages: ['en', 'fr'], changes: [note('u', 'urgent', 'In English.')] },
    )
    expect(await read('/common/fr/special-needs/v/2.0/changes/1.0', source)).toContain(
      '<span lang="en">In English.</span>',
    )
    expect(await read(FROM_TO, source)).toContain('<span>In English.</span>')
  })

  test('says so if the earlier release was not published in the language', async () => {
    const { source } = lineOf(
      { version: '1.0', manifest: manifest(1) },
      { version: '2.0', manifest: manifest(1), languages: ['en', 'fr'] },
    )
    expect(wordsOf(await read('/common/fr/special-needs/v/2.0/changes/1.0', source))).toContain(
      'L’édition 1.0 n’a pas été publiée en français',
    )
    expect(wordsOf(await read(FROM_TO, source))).toContain('No section changed.')
  })

  describe('in the language of the toolkit only', () => {
    const keys = ['e', 'u', 's', 'b', 'z']
    const both = ['en', 'fr'] as const
    const { source } = lineOf(
      { version: '1.0', manifest: keys.map((key) => entry(key, `${key} 1 1`)), languages: [...both] },
      {
        version: '2.0',
        manifest: keys.map((key) => entry(key, { b: 'b 2 2', z: 'z 1 1' }[key] ?? `${key} 2 1`)),
        languages: [...both],
        changes: [
          note('e', 'editorial', 'Spelling.'),
          note('u', 'urgent', 'Do not ring this number.'),
          note('s', 'substantive', 'A new deadline.'),
          note('b', 'clarification', 'The same in clearer words.'),
        ],
      },
    )
    const french = '/common/fr/special-needs/v/2.0/changes/1.0'

    test('is named on the page of another language, the urgent first, with its note and where its words are', async () => {
      const html = await read(french, source)
      const words = wordsOf(html)
      expect(headingsIn(html, 'h2').at(-1)).toBe('Modifié en anglais, pas encore en français')
      const list = html.slice(html.indexOf('<h2 id="elsewhere"'))
      expect([...list.matchAll(/href="([^"]*)" hrefLang="en"/gi)].map(([, href]) => href)).toEqual(
        ['u', 's', 'e'].map((key) => `${FROM_TO}/${key}`),
      )
      expect(wordsOf(list)).toMatch(
        /Title of u Urgente Modifiée Do not ring this number\. Voir la modification en anglais/,
      )
      expect(list).toContain('<span lang="en">Do not ring this number.</span>')
      expect(words).toContain('1 section sur 5 a changé.')
      expect(words).toContain('3 sections n’ont changé qu’en anglais : 1 modification est urgente.')
      expect(words).toContain('1 section est la même')
      expect(misplaced(html.replace('<!doctype html>', ''))).toEqual([])
    })

    test('is said on the page of the section, with the note and the link', async () => {
      const html = await read(`${french}/u`, source)
      const words = wordsOf(html)
      expect(words).toContain('En français, cette section est la même dans l’édition 1.0 et dans l’édition 2.0.')
      expect(words).toMatch(/Modifié en anglais, pas encore en français\. Urgente Modifiée Do not ring this number\./)
      expect(html).toContain(`href="${FROM_TO}/u"`)
      expect(wordsOf(await read(`${french}/z`, source))).not.toContain('pas encore en français')
    })

    test('is also named in a national version; one without that language uses its first one', async () => {
      const national = lineOf(
        ...[1, 2].map((days): Partial<Release> & Pick<Release, 'version' | 'manifest'> => ({
          ...{ version: `${days}.0`, country: 'ch', languages: ['fr', 'it'] },
          about: { ...first.about, country: { fr: 'Suisse', it: 'Svizzera' } },
          manifest: [entry('a', `a 1 ${days} 1`, { mode: 'adapt' }), entry('z', 'z 1 1 1')],
        })),
      )
      const words = wordsOf(await read('/ch/it/special-needs/v/2.0/changes/1.0', national.source))
      expect(words).not.toContain('Nessuna sezione')
      expect(words).toContain('1 sezione è cambiata solo in francese.')
      expect(words).toContain('Modificato in francese, non ancora in italiano 1 Title of a')
      expect(await read('/ch/fr/special-needs/v/2.0/changes/1.0', national.source)).not.toContain('id="elsewhere"')
    })

    test('is not asked the other way round, nor of a release that was not published in that language', async () => {
      expect(await read(FROM_TO, source)).not.toContain('id="elsewhere"')
      const other = lineOf(
        { version: '1.0', manifest: [entry('a', 'a 1 1')], languages: ['fr'] },
        { version: '2.0', manifest: [entry('a', 'a 2 1')], languages: [...both] },
      )
      expect(await read(french, other.source)).not.toContain('id="elsewhere"')
    })
  })

  test('offers every two releases that are not withdrawn, with a form that needs no script', async () => {
    const { source } = lineOf(
      { version: '1.0', manifest: manifest(1) },
      { version: '1.1', manifest: manifest(2) },
      { version: '1.1', manifest: [], kind: 'withdrawal' },
      { version: '2.0', manifest: manifest(3), languages: ['en', 'fr'] },
    )
    const html = await read(FROM_TO, source)
    expect(html).toContain(`action="${at('')}" method="get"`)
    const [from = '', to = ''] = html.split('<select').slice(1)
    expect([...from.matchAll(/value="([^"]*)"( selected)?/g)].map(([one]) => one)).toEqual([
      'value="1.0" selected',
      'value="2.0"',
    ])
    expect(to).toContain('value="2.0" selected')
    expect(await read(at('?from=2.0&to=1.0'), source)).toBe(html)
    // In French only the later release can be the second one.
    const french = await read('/common/fr/special-needs/v/2.0/changes/1.0', source)
    expect(french.split('id="to"')[1]?.match(/<option/g)).toHaveLength(1)
  })

  test('reads the texts of the sections that changed, and of no other', async () => {
    const { source, asked } = lineOf(
      { version: '1.0', manifest: [entry('a', 'a 1'), entry('b', 'b 1'), entry('z', 'z 0')] },
      { version: '2.0', manifest: [entry('a', 'a 2'), entry('b', 'b 2'), entry('z', 'z 0')] },
    )
    await read(FROM_TO, source)
    expect(new Set(asked)).toEqual(new Set(['a 1', 'a 2', 'b 1', 'b 2']))
    asked.length = 0
    await read(`${FROM_TO}/a`, source)
    expect(new Set(asked)).toEqual(new Set(['a 1', 'a 2']))
  })

  test('is not made if a text that differs cannot be read, and does not need one that is the same', async () => {
    const { source } = lineOf(
      { version: '1.0', manifest: [entry('a', 'a 1'), entry('z', 'z 0')] },
      { version: '2.0', manifest: [entry('a', 'a 2'), entry('z', 'z 0')] },
    )
    const without = (unreadable: string): ReaderSource =>
      comparing({
        ...source,
        contents: async (hashes) => {
          const found = new Map(await source.contents(hashes))
          if (found.has(unreadable)) found.set(unreadable, new Error('It cannot be read'))
          return found
        },
      })
    for (const path of [FROM_TO, `${FROM_TO}/a`])
      await expect(open(path, without('a 1'))).rejects.toThrow('It cannot be read')
    expect((await open(FROM_TO, without('z 0'))).status).toBe(200)
  })

  test('shows the words of a limited number of sections, and says so', async () => {
    const many = (days: number) =>
      Array.from({ length: MOST_COMPARED + 1 }, (_, index) => entry(`k${1000 + index}`, `k${index} ${days}`))
    const { source, asked } = lineOf({ version: '1.0', manifest: many(1) }, { version: '2.0', manifest: many(2) })
    const html = await read(FROM_TO, source)
    expect(wordsOf(html)).toContain(`This page shows the words of the first ${MOST_COMPARED} changed sections.`)
    expect(html.match(/<details/g)).toHaveLength(MOST_COMPARED)
    expect(headingsIn(html, 'h3')).toHaveLength(MOST_COMPARED + 1)
    expect(asked).toContain('k0 2')
    expect((await open(`${FROM_TO}/k${1000 + MOST_COMPARED}`, source)).html).toContain('<ins>')
  })

  test('of one section reads no other section, once it is known which were divided or joined', async () => {
    const others = (days: number) => Array.from({ length: 60 }, (_, index) => entry(`k${index}`, `k${index} ${days}`))
    const [one, other] = ['first second third fourth fifth', 'sixth seventh eighth ninth tenth eleventh twelfth last']
    const { source, asked } = lineOf(
      { version: '1.0', manifest: [...others(1), entry('whole', `= ${one} ${other}`)] },
      { version: '2.0', manifest: [...others(2), entry('whole', `= ${one}`), entry('part', `= ${other}`)] },
    )
    const readBy = async (path: string) => {
      asked.length = 0
      const words = wordsOf(await read(`${FROM_TO}${path}`, source))
      return { words, contents: [...asked] }
    }
    await readBy('/k0')
    for (const at of [1, 30, 59])
      expect((await readBy(`/k${at}`)).contents.toSorted()).toEqual([`k${at} 1`, `k${at} 2`])
    for (const path of ['/whole', '/part']) {
      const { contents, words } = await readBy(path)
      expect(words).toMatch(/Divided|was in another section before/)
      expect(contents.toSorted()).toEqual([`= ${one}`, `= ${one} ${other}`, `= ${other}`])
    }
  })

  test('names no divided section where too many differ to look for them', async () => {
    const [one, other] = ['first second third fourth fifth', 'sixth seventh eighth ninth tenth eleventh twelfth last']
    const isDivided = async (differing: number) => {
      const many = (days: number) =>
        Array.from({ length: differing - 2 }, (_, index) => entry(`k${1000 + index}`, `k${index} ${days}`))
      const { source } = lineOf(
        { version: '1.0', manifest: [...many(1), entry('whole', `= ${one} ${other}`)] },
        { version: '2.0', manifest: [...many(2), entry('whole', `= ${one}`), entry('part', `= ${other}`)] },
      )
      const words = wordsOf(await read(`${FROM_TO}/part`, source))
      return words.includes('was in another section before')
    }
    expect(await isDivided(MOST_SEARCHED)).toBe(true)
    expect(await isDivided(MOST_SEARCHED + 1)).toBe(false)
  })

  test('does not exist for releases, sections and languages that were not published', async () => {
    for (const path of [
      ...['/v/2.2/changes/9.9', '/v/9.9/changes/2.1', '/v/2.2/changes/2.1/no-such', '/v/x/changes/y'],
      ...['?from=2.1&to=9.9', '?from=x&to=y'],
    ])
      expect((await open(at(path))).status, path).toBe(404)
    expect((await open('/common/el/special-needs/v/2.2/changes/2.1')).status).toBe(404)
    expect((await open('/it/en/special-needs/v/2.2/changes/2.1')).status).toBe(404)
    expect(wordsOf(await read(at('/v/2.2/changes/9.9')))).toContain('Common framework has no release 9.9 of this')
  })

  test('of a release with itself asks for two different ones', async () => {
    const { status, html } = await open(at('/v/2.2/changes/2.2'))
    expect(status).toBe(200)
    expect(wordsOf(html)).toContain('Both are release 2.2. Choose two different releases.')
    expect(html).toContain('<form')
  })
})

describe('a withdrawn release', () => {
  const manifest = (days: number) => [entry('a', `a ${days}`)]
  const { source } = lineOf(
    { version: '1.0', manifest: manifest(1) },
    { version: '1.1', manifest: manifest(7), changes: [note('a', 'urgent', 'Said in the withdrawn one.')] },
    { version: '1.1', manifest: [], kind: 'withdrawal', notes: 'A deadline was wrong.' },
    { version: '2.0', manifest: manifest(3), changes: [note('a', 'substantive', 'Said in 2.0.')] },
  )

  test('is not compared: its page says so and why, shows none of its words, and offers others', async () => {
    for (const path of ['/v/1.1/changes/1.0', '/v/2.0/changes/1.1', '/v/2.0/changes/1.1/a', '?from=1.1&to=2.0']) {
      const { status, html } = await open(at(path), source)
      expect(status, path).toBe(410)
      const words = wordsOf(html)
      expect(words).toContain('Release 1.1 was withdrawn on')
      expect(words).toContain('A deadline was wrong.')
      expect(words).not.toMatch(/Ask within|Said in|Title of/)
      expect(html).toContain('<form')
      expect(html).not.toContain('value="1.1"')
    }
  })

  test('between two others adds no note, but what it said of how much a change matters counts', async () => {
    const words = wordsOf(await read(FROM_TO, source))
    expect(words).toContain('Said in 2.0.')
    expect(words).not.toContain('Said in the withdrawn one.')
    expect(words).toContain('Urgent')
    expect(words).toContain('1 [end of removed]')
  })

  test('is not what a page compares itself with', async () => {
    const contents = await read(at(''), source)
    expect(contents).toContain(`href="${FROM_TO}"`)
    expect(contents).not.toContain('/changes/1.1')
    expect(await read(at('/v/1.1'), source)).not.toContain('/changes/')
  })
})

describe('what changed in one section', () => {
  const page = '/ie/en/special-needs/v/2.0/changes/1.4'

  test('shows its whole text with the marks, or the places before and after', async () => {
    const html = await read(`${page}/assess`)
    expect(wordsOf(html)).toContain('2.1 Assess special needs: what changed from release 1.4 to release 2.0')
    expect(html).toContain('<ins>')
    expect(html).toContain('Signs of a special need')
    const pairs = await read(`${page}/assess?view=sentences`)
    expect(pairs).toContain('class="pair"')
    expect(wordsOf(pairs)).toContain('Ireland 1.4')
  })

  test('leads to the previous and the next changed section', async () => {
    const links = (html: string) =>
      [...html.matchAll(/class="(back|on)" href="([^"]*)"/g)].map(([, name, href]) => `${name} ${href}`)
    expect(links(await read(`${page}/assess`))).toEqual([`on ${page}/interview`])
    expect(links(await read(`${page}/interview`))).toEqual([`back ${page}/assess`, `on ${page}/tracing`])
    expect(links(await read(`${page}/old`))).toEqual([`back ${page}/women`])
  })

  test('says so if nothing did', async () => {
    const { status, html } = await open(`${page}/trafficking`)
    expect(status).toBe(200)
    expect(wordsOf(html)).toContain('In English, this section is the same in release 1.4 and in release 2.0.')
    expect(wordsOf(html)).toContain('Trafficking in human beings')
  })

  test('shows a removed section, which the later release does not have', async () => {
    const html = await read(`${page}/old`)
    expect(wordsOf(html)).toContain('Removed')
    expect(html).toContain('<del>')
    expect(html).not.toContain('href="/ie/en/special-needs/v/2.0/old"')
  })
})
