import type { Language } from '@/domain/language'
import { MASTER, type Release } from '@/domain/release'
import { saidIn } from '@/domain/said'
import { STAGES, type Stage } from '@/domain/section'
import { type Address, pathOf } from '@/domain/siteAddress'
import type { MessageKey } from '@/messages/catalogues'
import { type Params, translatorFor } from '@/messages/translate'
import { isNotUnderstood } from '@/stored/parsed'
import type { ReleaseHead } from '@/stored/release'
import { type Asked, askedAt } from './asked'
import { behindCommon } from './behindCommon'
import { comparisonView, overviewView } from './comparisonView'
import { contentIn } from './contentIn'
import { contentsView, type Previous } from './contentsView'
import { countryWords } from './countryWords'
import { SaidWords } from './frame/SaidWords'
import { homeView } from './homeView'
import type { Page } from './page'
import { pageOfChanges } from './pageOfChanges'
import { ComparisonPage } from './pages/ComparisonPage'
import { ContentsPage } from './pages/ContentsPage'
import { HomePage } from './pages/HomePage'
import { type Instead, NotFoundPage } from './pages/NotFoundPage'
import { OverviewPage } from './pages/OverviewPage'
import { SectionPage } from './pages/SectionPage'
import { WithdrawnPage } from './pages/WithdrawnPage'
import { placesInOrder } from './placesInOrder'
import { COMMON_FRAMEWORK, commonHeadsOf, countriesIn, countryOf, toolkitOf, toolkitsIn } from './published'
import type { ReaderCountry, ReaderToolkit } from './records'
import { releaseOf } from './releaseOf'
import { boxesOn, sectionView } from './sectionView'
import type { ReaderSource } from './source'
import { publicationsOf, standingsOf } from './standing'
import { titlesIn } from './titlesIn'
import { type VersionView, versionView } from './versionView'

type OfVersion = { address: Address; origin: string; source: ReaderSource } & Pick<
  Extract<Asked, { is: 'version' }>,
  'sentences' | 'ticked'
>

/** The page at an address of the reader, for every address: an unknown one gets a page that says what exists. */
export function pageAt({
  path,
  search,
  ...given
}: {
  path: string
  search: URLSearchParams
  origin: string
  source: ReaderSource
}): Promise<Page> {
  return pageFor({ asked: askedAt({ path, search, ...given.source }), ...given })
}

/** The requested page. `origin` is the address of the site for readers. */
export async function pageFor({
  asked,
  origin,
  source,
}: {
  asked: Asked
  origin: string
  source: ReaderSource
}): Promise<Page> {
  switch (asked.is) {
    case 'home':
      return homePage({ language: asked.language, source })
    case 'version':
      return versionPage({ ...asked, origin, source })
    case 'unknown':
      return unknownPage({ ...asked, source })
    default:
      return asked satisfies never
  }
}

async function homePage({ language, source }: { language: Language; source: ReaderSource }): Promise<Page> {
  const { heads, apart } = source
  const found = await Promise.all(toolkitsIn(heads).map(async ({ id }) => [id, await stagesOf(id, source)] as const))
  const isPartial = found.some(([, one]) => !one.isComplete)
  const stages = new Map(found.map(([id, one]) => [id, one.stages]))
  const view = homeView({ language, heads, apart, stages })
  return { status: 200, language, element: <HomePage view={view} />, isPartial }
}

/** The stages of a toolkit's common framework, and whether it could be read: the start page is shown without them. */
async function stagesOf(toolkit: string, source: ReaderSource): Promise<{ stages: Stage[]; isComplete: boolean }> {
  const line = source.heads.filter((head) => head.toolkit === toolkit && head.country === MASTER)
  const { newest } = publicationsOf(line)
  if (!newest) return { stages: [], isComplete: true }
  const release = await readableRelease(source, newest)
  if (!release) return { stages: [], isComplete: false }
  const { facts, isComplete } = await titlesIn(source, release)
  const there = new Set([...facts.values()].flatMap((one) => one.stages))
  return { stages: STAGES.filter((stage) => there.has(stage)), isComplete }
}

async function versionPage(asked: OfVersion): Promise<Page> {
  const { address, source } = asked
  const { language } = address
  const apart = source.apart.filter(({ slug }) => slug === address.toolkit)
  // An older release must not take the place of the newest one.
  if (apart.some(({ country }) => country === address.country))
    throw new Error(`Not all publications of ${address.country} of ${address.toolkit} can be read`)
  const all = source.heads.filter(({ about }) => about.slug === address.toolkit)
  const [toolkit] = toolkitsIn(all)
  if (!toolkit) throw new Error(`Nothing is published of ${address.toolkit}`)

  const heads = all.filter((head) => head.country === address.country)
  const { newest, withdrawn, releases } = publicationsOf(heads)
  const known = { toolkit, all, language }
  const last = heads.at(-1)
  if (!last || releases.length === 0) return notFound({ ...known, why: { key: 'reader.not-found-country' } })
  if (!address.version && withdrawn) {
    const view = {
      language,
      toolkit: toolkitOf(withdrawn),
      country: countryOf(withdrawn),
      withdrawal: withdrawn,
      heads,
    }
    return { status: 410, language, element: <WithdrawnPage view={view} /> }
  }

  const head = address.version ? releases.find(({ version }) => version === address.version) : newest
  const country = countryOf(head ?? last)
  const words = countryWords(country, language)
  if (!head)
    return notFound({
      ...known,
      country,
      why: noSuchRelease(words.name, address.version ?? ''),
    })
  if (!head.languages.includes(language))
    return notFound({
      ...known,
      country,
      head,
      why: {
        key: 'reader.not-found-language',
        params: { country: words.name, language: translatorFor(language)(`words.language.${language}`) },
      },
    })

  const commonHeads = commonHeadsOf({ heads: all, apart })
  const version = versionView({ address, release: head, heads, commonHeads, origin: asked.origin })
  if (address.since) {
    const earlier = releases.find(({ version: number }) => number === address.since)
    const page = earlier && (await pageOfChanges({ version, earlier, heads, sentences: asked.sentences, source }))
    if (page) return page
    if (!earlier) return notFound({ ...known, country, head, why: noSuchRelease(words.name, address.since) })
    return notFound({ ...known, country, head, ...(await sectionNotFound({ asked, head, heads })) })
  }
  const release = await releaseOf(source, head)
  const newerCommon = version.newerCommon && (await readableRelease(source, version.newerCommon))
  const isPartial = version.newerCommon !== undefined && newerCommon === undefined
  const read = newerCommon ? { newerCommon } : {}
  const page = await pageOfRelease({ ...asked, version, ...read, isPartial, release, heads, commonHeads })
  return page ?? notFound({ ...known, country, head, ...(await sectionNotFound({ asked, head, heads })) })
}

type OfRelease = OfVersion & {
  version: VersionView
  release: Release
  heads: ReleaseHead[]
  /** All publications of the common framework. */
  commonHeads: ReleaseHead[]
  /** The newer common framework that it does not follow yet, if there is one that can be read. */
  newerCommon?: Release
  /** Is something left out that could not be read? */
  isPartial: boolean
}

/** The page within a release; undefined if the release has no such section or view. */
async function pageOfRelease(given: OfRelease): Promise<Page | undefined> {
  const { address, version, release, heads, newerCommon, source } = given
  const { language } = address
  // The others are compared with the common framework.
  if (address.compare && version.isCommon) return undefined
  const entry = release.manifest.find(({ slug }) => slug === address.section)
  if (address.section && !entry) return undefined
  const { facts, isComplete } = await titlesIn(source, release)
  const shown = { status: 200, language, isPartial: given.isPartial || !isComplete } as const

  if (!entry) {
    if (address.compare) {
      const differences = await source.differences({ manifest: release.manifest, language })
      const view = overviewView({ version, release, facts, differences })
      return { ...shown, element: <OverviewPage view={view} /> }
    }
    // Readers do not have withdrawn text, and nothing from it is named.
    const { before } = version
    const earlier = before && (await releaseOf(source, before))
    const previous = earlier && (await previousOf({ earlier, release, language, source }))
    const view = contentsView({
      version,
      release,
      facts,
      ...(previous ? { previous } : {}),
      ...(newerCommon ? { newerCommon } : {}),
    })
    const isPartial = shown.isPartial || previous?.isComplete === false
    return { ...shown, isPartial, element: <ContentsPage view={view} standings={standingsOf(heads)} /> }
  }

  const contents = await source.contents([entry.blob, ...(entry.baseBlob ? [entry.baseBlob] : [])])
  const content = contentIn(contents, entry.blob)
  const base = entry.baseBlob ? contentIn(contents, entry.baseBlob) : undefined
  const common = { version, release, entry, content, facts, ...(base ? { base } : {}) }

  if (address.compare) {
    const view = comparisonView({ ...common, sentences: given.sentences })
    return view && { ...shown, element: <ComparisonPage view={view} /> }
  }
  const readable = { ...source, release: (id: string) => readableRelease(source, { id }) }
  const behind = base ? await behindCommon({ ...given, entry, content, base, language, source: readable }) : null
  const view = sectionView({
    ...common,
    behind,
    ...(newerCommon ? { newerCommon } : {}),
    pictures: release.pictures,
    ticked: given.ticked,
  })
  const inNewest = await isInNewest({ version, section: entry.slug, source })
  const isPartial = shown.isPartial || behind === 'unknown'
  return { ...shown, isPartial, element: <SectionPage view={view} inNewest={inNewest} />, boxes: boxesOn(view) }
}

/**
 * What became of the sections of an earlier release; for those that this one lacks only the titles are read.
 * `isComplete` says whether all of them could be.
 */
async function previousOf({
  earlier,
  release,
  language,
  source,
}: {
  earlier: Release
  release: Release
  language: Language
  source: ReaderSource
}): Promise<Previous & { isComplete: boolean }> {
  const changes = await source.changes({ before: earlier, after: release, language })
  const removed = changes.filter(({ became }) => became === 'removed').map(({ section }) => section.entry)
  return { release: earlier, changes, ...(await titlesIn(source, { manifest: removed })) }
}

async function isInNewest({
  version,
  section,
  source,
}: {
  version: VersionView
  section: string
  source: ReaderSource
}): Promise<boolean> {
  const { standing, language } = version
  if (standing.is === 'newest' || !standing.newest?.languages.includes(language)) return false
  const { manifest } = await releaseOf(source, standing.newest)
  return manifest.some(({ slug }) => slug === section)
}

/**
 * The release of a listed publication; undefined if it is not there or has values that cannot be read, which its next reader
 * finds too. Throws every other error, such as a query that takes too long.
 */
async function readableRelease(source: ReaderSource, { id }: Pick<ReleaseHead, 'id'>): Promise<Release | undefined> {
  try {
    return await source.release(id)
  } catch (error) {
    if (isNotUnderstood(error)) return undefined
    throw error
  }
}

function noSuchRelease(country: string, version: string): Known['why'] {
  return { key: 'reader.not-found-version', params: { country, version } }
}

type Known = {
  toolkit: ReaderToolkit
  all: readonly ReleaseHead[]
  language: Language
  country?: ReaderCountry
  head?: ReleaseHead
  why: { key: MessageKey; params?: Params }
  /** A release that has what this one lacks. */
  first?: Instead
}

/** An unknown address of a known toolkit: links to the nearest existing pages. */
function notFound({ toolkit, all, language, country, head, why, first }: Known): Page {
  const title = saidIn(toolkit.title, { language, source: toolkit.sourceLanguage })
  const element = (
    <NotFoundPage
      view={{
        language,
        why,
        name: title ? <SaidWords said={title} /> : toolkit.slug,
        sample: toolkit.sample,
        instead: [
          ...(first ? [first] : []),
          ...(country ? placesOf({ toolkit, country, heads: all, language, head }) : []),
          ...(country
            ? []
            : everywhere(all, language).flatMap((one) => placesOf({ toolkit, country: one, heads: all, language }))),
        ],
      }}
    />
  )
  return { status: 404, language, element }
}

/** The common framework, then the countries in the order of their names. */
function everywhere(heads: readonly ReleaseHead[], language: Language): ReaderCountry[] {
  return placesInOrder([COMMON_FRAMEWORK, ...countriesIn(heads)], language)
}

/**
 * The contents of a country's newest release (or of the given one), in each of its languages, that of the page first.
 * All in the words of the page, so that readers can recognise the languages without knowing them.
 */
function placesOf({
  toolkit,
  country,
  heads,
  language,
  head,
  named = false,
}: {
  toolkit: ReaderToolkit
  country: ReaderCountry
  heads: readonly ReleaseHead[]
  language: Language
  head?: ReleaseHead | undefined
  /** Do the links name their toolkit? */
  named?: boolean
}): Instead[] {
  const { newest } = publicationsOf(heads.filter((one) => one.country === country.code))
  const shown = head ?? newest
  if (!shown) return []
  const pinned = shown.seq === newest?.seq ? {} : { version: shown.version }
  const say = translatorFor(language)
  const { name } = countryWords(country, language)
  const title = named && saidIn(toolkit.title, { language, source: toolkit.sourceLanguage })
  return shown.languages
    .toSorted((a, b) => Number(b === language) - Number(a === language))
    .map((spoken) => ({
      href: pathOf({ country: country.code, language: spoken, toolkit: toolkit.slug, ...pinned }),
      words: (
        <>
          {title && (
            <>
              <SaidWords said={title} />:{' '}
            </>
          )}
          {`${name} ${shown.version}, ${say(`words.language.${spoken}`)}`}
        </>
      ),
      language: spoken,
    }))
}

/** Why there is no such section, and the newest other release that has it. */
async function sectionNotFound({
  asked: { address, source },
  head,
  heads,
}: {
  asked: OfVersion
  head: ReleaseHead
  heads: ReleaseHead[]
}): Promise<Pick<Known, 'why' | 'first'>> {
  const { country, language, toolkit, section } = address
  if (!section || (address.compare && country === MASTER))
    return {
      why: { key: 'reader.not-found-common' },
    }
  const why: Known['why'] = { key: 'reader.not-found-section', params: { version: head.version } }
  const others = publicationsOf(heads).releases.filter(
    (other) => other.seq !== head.seq && other.languages.includes(language),
  )
  const newest = await source.newestWith({ releases: others.map(({ id }) => id), section })
  const other = others.find(({ id }) => id === newest)
  if (!other) return { why }
  const href = pathOf({ country, language, toolkit, version: other.version, section })
  return {
    why,
    first: { href, words: translatorFor(language)('reader.not-found-earlier', { version: other.version }) },
  }
}

/**
 * An address outside the site: links to the pages of its country, or to all. `why` only if it names something that does
 * not exist.
 */
function unknownPage({
  country: code,
  language,
  source: { heads },
  why,
}: Omit<Extract<Asked, { is: 'unknown' }>, 'is'> & { source: ReaderSource }): Page {
  const places = everywhere(heads, language)
  const country = places.find((one) => one.code === code)
  const toolkits = toolkitsIn(heads)
  const named = toolkits.length > 1
  const instead = toolkits.flatMap((toolkit) =>
    (country ? [country] : places).flatMap((one) =>
      placesOf({ toolkit, country: one, heads: heads.filter((head) => head.toolkit === toolkit.id), language, named }),
    ),
  )
  const view = { language, instead, ...(why ? { why: { key: why } } : {}) }
  return { status: 404, language, element: <NotFoundPage view={view} /> }
}
