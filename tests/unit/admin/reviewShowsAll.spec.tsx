import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { comparedAbout } from '@/admin/review/comparedAbout'
import { ReviewChanges } from '@/admin/review/ReviewChanges'
import { reviewedLanguages } from '@/admin/review/reviewedLanguages'
import { aboutDifference } from '@/admin/review/reviewState'
import type { ByLanguage, Language } from '@/domain/language'
import { type About, MASTER, type ManifestEntry, type Release } from '@/domain/release'
import { type Block, block, type RichText, type Run } from '@/domain/richText/richText'
import type { SectionContent } from '@/domain/section'
import { pathOf } from '@/domain/siteAddress'
import { translatorFor } from '@/messages/translate'
import { knownChanges } from '@/reader/knownChanges'
import { knownDifferences } from '@/reader/knownDifferences'
import { knownRegroupings } from '@/reader/knownRegroupings'
import { pageAt } from '@/reader/pageAt'
import type { ReaderSource } from '@/reader/source'
import type { Edition } from '@/stored/editions'
import { plainAbout } from '../plainAbout'
import { plainRelease } from '../plainRelease'
import { everyBlock } from '../reader/publishedSample'
import { content, entry, words } from './factories'

/*
 * A reviewer answers for what readers get. So the review page must show every word that a page of the site shows for
 * this release and did not show before. Each place of a release that holds words holds a unique mark: “qcaption12q”.
 */

const MARK = /q[a-z]+\d+q/g
let serial = 0
const mark = (name: string) => `q${name}${++serial}q`
const marks = (name: string, ...languages: Language[]): ByLanguage<string> =>
  Object.fromEntries(languages.map((language) => [language, mark(`${name}${language}`)]))
const texts = (name: string, ...languages: Language[]): ByLanguage<RichText> =>
  Object.fromEntries(languages.map((language) => [language, words(mark(`${name}${language}`))]))
const picture = (media: string, given: { alt?: string; caption?: string } = {}): Block =>
  block('image', {
    id: media,
    attrs: { media, alt: given.alt ?? mark('alt') },
    runs: [{ type: 'text', text: given.caption ?? mark('caption'), marks: [] }],
  })

/** Every kind of block, with a mark in each of its texts, titles, descriptions and addresses. */
function marked(blocks: RichText): RichText {
  const ofRun = (run: Run): Run => {
    if (run.type === 'break') return run
    if (run.type === 'footnote') return { ...run, text: `${run.text} ${mark('footnote')}` }
    const link = run.link === undefined ? {} : { link: `${run.link}/${mark('link')}` }
    return { ...run, text: `${run.text} ${mark('run')}`, ...link }
  }
  return blocks.map((one) => {
    const attrs = { ...one.attrs }
    for (const name of ['title', 'alt']) if (attrs[name]) attrs[name] = `${attrs[name]} ${mark(name)}`
    const isAddress = ['url', 'email', 'phone'].includes(String(attrs.name))
    return { ...one, attrs, runs: isAddress ? one.runs : one.runs.map(ofRun), children: marked(one.children) }
  })
}

type State = { entry: Partial<ManifestEntry>; content: Partial<SectionContent> }
type Version = Record<string, State>

const state = (given: Partial<ManifestEntry> = {}, said: Partial<SectionContent> = {}): State => ({
  entry: given,
  content: said,
})
const adapted = (given: Partial<ManifestEntry>, said: Partial<SectionContent> = {}) =>
  state({ mode: 'adapt', reason: 'other', ...given }, said)
const local = (given: Partial<ManifestEntry>, said: Partial<SectionContent> = {}) =>
  state({ mode: 'local', ...given }, said)
const why = (...languages: Language[]) => ({ explanation: marks('why', ...languages), sources: mark('sources') })

const stored = new Map<string, SectionContent>()

/** `common` is the release of the common framework that the release is based on. */
function release(given: Partial<Release>, version: Version, common?: Release): Release {
  const id = given.id ?? ''
  const baseOf = (key: string) => common?.manifest.find((one) => one.key === key)?.blob
  const manifest = Object.entries(version).map(([key, one]): ManifestEntry => {
    const said = content(key, { title: { en: `Section ${key}` }, ...one.content })
    // Equal words have the same blob, as in the database.
    const blob = one.entry.blob ?? Buffer.from(JSON.stringify(said)).toString('hex').padEnd(64, '0')
    stored.set(blob, said)
    return { ...entry(key), baseBlob: baseOf(key), ...one.entry, blob }
  })
  return { ...plainRelease, languages: ['en', 'fr'], manifestHash: id, ...given, manifest }
}

function sourceOf(releases: readonly Release[]): ReaderSource {
  const pick = async (hashes: readonly string[]) =>
    new Map(hashes.flatMap((hash) => (stored.has(hash) ? [[hash, stored.get(hash) as SectionContent] as const] : [])))
  const changes = knownChanges({ contents: pick })
  return {
    heads: releases,
    apart: [],
    release: async (wanted) => releases.find((one) => one.id === wanted),
    newestWith: async ({ releases: among, section }) =>
      releases.findLast(({ id, manifest }) => among.includes(id) && manifest.some(({ slug }) => slug === section))?.id,
    contents: pick,
    facts: pick,
    changes,
    regroupings: knownRegroupings({ contents: pick, changes }),
    differences: knownDifferences({ contents: pick }),
  }
}

/** The marks that the pages of a release show in a language, each with a page that shows it. */
async function onTheSite(one: Release, releases: readonly Release[], language: Language): Promise<Map<string, string>> {
  const source = sourceOf(releases.slice(0, releases.indexOf(one) + 1))
  const top = pathOf({ country: one.country, language, toolkit: one.about.slug })
  const sections = one.manifest.map(({ slug }) => `${top}/${slug}`)
  const comparing = [top, ...sections].flatMap((path) => [`${path}/compare`, `${path}/compare?view=sentences`])
  const found = new Map<string, string>()
  // A mark that several pages show is listed with one of them.
  for (const path of [...comparing, top, ...sections, `/?lang=${language}`]) {
    const { pathname, searchParams, origin } = new URL(path, 'https://toolkits.example.org')
    const page = await pageAt({ path: pathname, search: searchParams, origin, source })
    for (const [word] of renderToStaticMarkup(page.element).matchAll(MARK)) found.set(word, path)
  }
  return found
}

/**
 * The same for any language: a reader whose language the release lacked gets the words of the languages that it had.
 */
async function inAnyLanguage(one: Release, releases: readonly Release[]): Promise<Set<string>> {
  // The start page of the site is the same in all of them.
  const all = await Promise.all((['en', 'fr'] as const).map((language) => onTheSite(one, releases, language)))
  return new Set(all.flatMap((found) => [...found.keys()]))
}

const placed = ({ manifest }: Release) =>
  manifest.map((one) => ({ entry: one, content: stored.get(one.blob) ?? expect.fail() }))

/** The review page in a language, without the words that it shows as removed: nobody reads those afterwards. */
function review({ after, before, language }: { after: Release; before: Release; language: Language }): string {
  const isFirst = before.country === MASTER
  const about = aboutDifference({
    edition: { country: after.country, pinnedAbout: after.about } as Edition,
    earlier: isFirst ? null : before,
    against: before,
  })
  const state = {
    sent: placed(after),
    before: placed(before),
    about: comparedAbout(about),
    against: before,
    isFirst,
    isAgainstCommon: isFirst,
    follows: after.baseline ?? null,
    source: 'en' as const,
  }
  const reader = 'en'
  const changes = reviewedLanguages({ review: state, languages: after.languages, asked: language, reader })
  const shown = <ReviewChanges review={state} changes={changes} edition="e" reader={reader} say={say} />
  return renderToStaticMarkup(shown).replace(/<del>.*?<\/del>/gs, ' ')
}
const say = translatorFor('en')

/** What somebody sees of a page: its words and the targets of its links. */
const seen = (html: string) => new Set(html.replace(/<(?:a href="([^"]*)"|[^>]*)[^>]*>/g, ' $1 ').match(MARK))

/**
 * The words that the site shows now, that it did not show before, and that the reviewer was not shown; each with its
 * page.
 */
async function unseen({
  after,
  before,
  releases,
}: {
  after: Release
  before: Release
  releases: Release[]
}): Promise<string[]> {
  const result: string[] = []
  const base = releases.find(({ id }) => id === after.baseline?.release) ?? expect.fail()
  const common = await inAnyLanguage(base, releases)
  for (const language of after.languages) {
    const known = before.languages.includes(language)
      ? new Set((await onTheSite(before, releases, language)).keys())
      : await inAnyLanguage(before, releases)
    const shown = seen(review({ after, before, language }))
    for (const [word, page] of await onTheSite(after, releases, language)) {
      // The comparison page also shows the common text, which is already published and not the country's.
      const isCommon = page.includes('/compare') && common.has(word)
      if (!known.has(word) && !shown.has(word) && !isCommon) result.push(`${word} on ${page}`)
    }
  }
  return result
}

const about = (name: string): About => ({
  ...plainAbout,
  title: marks(`${name}title`, 'en', 'fr'),
  description: marks(`${name}description`, 'en', 'fr'),
})
const aboutOfCountry = (name: string): About => ({ ...about(name), country: marks(`${name}country`, 'en', 'fr') })

/** The text of the common framework; `text` is a later version of it. */
const commonText = (languages: Language[]): Partial<SectionContent> => ({
  title: marks('title', ...languages),
  summary: marks('summary', ...languages),
  body: texts('body', ...languages),
})
const KEYS = [
  'reasons',
  'words',
  'bare',
  'added',
  'taken',
  'stays',
  'ours',
  'plain',
  'foreign',
  'lost',
  'again',
  'anew',
] as const
const first = Object.fromEntries(KEYS.map((key) => [key, commonText(key === 'foreign' ? ['en'] : ['en', 'fr'])]))
const second = Object.fromEntries(KEYS.map((key) => [key, commonText(key === 'foreign' ? ['en'] : ['en', 'fr'])]))
const inherited = (of: typeof first, key: (typeof KEYS)[number]) => state({}, of[key])

const m1 = release(
  { id: 'm1', about: about('common') },
  Object.fromEntries(KEYS.map((key) => [key, inherited(first, key)])),
)
const m2 = release(
  { id: 'm2', seq: 2, version: '2.0', about: m1.about },
  Object.fromEntries(KEYS.map((key) => [key, inherited(second, key)])),
)

const country = { country: 'mt', baseline: { release: 'm1', version: '1.0', seq: 1 } }
const addition = texts('addition', 'en', 'fr')
const ourWords = { body: texts('ours', 'en', 'fr') }
const ownPicture = picture('pic1')
const kept = { title: marks('title', 'en', 'fr'), body: { en: [ownPicture] } }

const c1: Version = {
  reasons: adapted(why('en', 'fr'), { ...first.reasons, ...ourWords }),
  words: adapted(why('en', 'fr'), { ...first.words, body: texts('ours', 'en', 'fr') }),
  bare: state({ mode: 'supplement' }, { ...first.bare, addition }),
  added: inherited(first, 'added'),
  taken: inherited(first, 'taken'),
  stays: state({ mode: 'omit', reason: 'other', ...why('en') }, first.stays),
  again: state({ mode: 'omit', reason: 'other', ...why('en') }, first.again),
  anew: state({ mode: 'omit', reason: 'other', ...why('en') }, first.anew),
  ours: adapted(why('en'), { ...first.ours, body: texts('ours', 'en', 'fr') }),
  plain: inherited(first, 'plain'),
  foreign: inherited(first, 'foreign'),
  lost: adapted(why('en', 'fr'), { ...first.lost, body: texts('ours', 'en', 'fr') }),
  place: local(why('en', 'fr'), kept),
  sources: local({ explanation: marks('why', 'en') }, { title: marks('title', 'en') }),
  address: local({ slug: mark('slug') }, { title: marks('title', 'en') }),
}
const c2: Version = {
  // Only the reason for differing changed.
  reasons: adapted({ ...why('en', 'fr'), reason: 'national-law' }, { ...first.reasons, ...ourWords }),
  words: adapted(c1.words?.entry ?? {}, { ...first.words, ...commonText(['en', 'fr']) }),
  bare: state({ mode: 'supplement', ...why('en', 'fr') }, { ...first.bare, addition }),
  added: state({ mode: 'supplement', ...why('en', 'fr') }, { ...first.added, addition: texts('addition', 'en') }),
  // Sections left out since, left out as before but with other common text, and left out after having national words.
  taken: state({ mode: 'omit', reason: 'other', ...why('en', 'fr') }, second.taken),
  stays: state({ mode: 'omit', reason: 'other', ...why('en', 'fr') }, second.stays),
  ours: state({ mode: 'omit', reason: 'other', ...why('fr') }, first.ours),
  // Sections that are used again: as they were, and with national words.
  again: inherited(first, 'again'),
  anew: adapted(why('en', 'fr'), { ...first.anew, body: texts('ours', 'en', 'fr') }),
  plain: inherited(second, 'plain'),
  // A translated section, and a section without words in one language: another language replaces them.
  foreign: state(
    {},
    { ...first.foreign, title: marks('title', 'en', 'fr'), body: { ...first.foreign?.body, ...texts('body', 'fr') } },
  ),
  lost: adapted({ explanation: marks('why', 'en') }, { title: marks('title', 'en', 'fr'), body: texts('ours', 'en') }),
  place: local(
    { ...why('en', 'fr'), rank: 'a', parent: 'plain' },
    { ...kept, body: { en: [{ ...ownPicture, attrs: { ...ownPicture.attrs, alt: mark('alt') } }] } },
  ),
  sources: local({ ...c1.sources?.entry, ...why('en', 'fr') }, c1.sources?.content),
  address: local({ slug: mark('slug') }, c1.address?.content),
  brand: local(
    { ...why('en', 'fr'), slug: mark('slug') },
    // The title is in both languages, the text in one: it replaces the missing text under a title in the page's
    // language.
    {
      title: marks('title', 'en', 'fr'),
      summary: marks('summary', 'fr'),
      body: { en: [...marked(everyBlock), picture('pic2')] },
    },
  ),
  unexplained: local({ slug: mark('slug') }, { title: marks('title', 'en'), ...ourWords }),
}

describe('the review page shows every word that readers get and did not get before, in each language', () => {
  const before = release({ ...country, id: 'c1', about: aboutOfCountry('c1') }, c1, m1)

  it('of a release after another one', async () => {
    const based = { ...country, baseline: { release: 'm2', version: '2.0', seq: 2 } }
    const after = release({ ...based, id: 'c2', seq: 2, version: '2.0', about: aboutOfCountry('c2') }, c2, m2)
    expect(await unseen({ after, before, releases: [m1, m2, before, after] })).toEqual([])
  })

  it.each([['the first', c1] as const, ['the later', c2] as const])(
    'of a first release with %s text',
    async (_, version) => {
      const after = release({ ...country, id: 'f1', about: aboutOfCountry('f1') }, version, m1)
      expect(await unseen({ after, before: m1, releases: [m1, after] })).toEqual([])
    },
  )

  it('of a release in a new language whose words were stored but not released before', async () => {
    const english = release({ ...country, id: 'e1', languages: ['en'], about: before.about }, c1, m1)
    const after = release({ ...country, id: 'e2', seq: 2, version: '2.0', about: before.about }, c1, m1)
    expect(await unseen({ after, before: english, releases: [m1, english, after] })).toEqual([])
  })
})
