import type { Language } from '@/domain/language'
import { MASTER } from '@/domain/release'
import { type Said, saidIn } from '@/domain/said'
import { type Address, pathOf } from '@/domain/siteAddress'
import { withdrawalOf } from '@/domain/standing'
import type { ReleaseHead } from '@/stored/release'
import { type CountryWords, countryWords } from './countryWords'
import { countryOf, toolkitOf } from './published'
import type { ReaderToolkit } from './records'
import { publicationsOf, type Standing, standingOf } from './standing'

/** A link to the same page in another language. */
export type LanguageLink = { language: Language; href: string; current: boolean }

/** What every page of one release knows: whose it is, which one, and whether it is the one to use. */
export type VersionView = {
  address: Address
  language: Language
  toolkit: ReaderToolkit
  toolkitTitle: Said<string>
  words: CountryWords
  isCommon: boolean
  /** Was the common framework that this release is based on withdrawn? */
  isBaseWithdrawn: boolean
  release: ReleaseHead
  standing: Standing
  /** Every release of this country, newest first. */
  releases: ReleaseHead[]
  /** The newest earlier release that was not withdrawn. */
  before?: ReleaseHead
  /** A release of the common framework that this version is not yet based on. */
  newerCommon?: ReleaseHead
  languages: LanguageLink[]
  /** The address of the site, for print and citations: https://example.org */
  origin: string
}

export function versionView({
  address,
  release,
  heads,
  commonHeads,
  origin,
}: {
  address: Address
  release: ReleaseHead
  heads: readonly ReleaseHead[]
  commonHeads: readonly ReleaseHead[]
  origin: string
}): VersionView {
  const { language } = address
  // From this release: a title that was changed since does not belong to it.
  const toolkit = toolkitOf(release)
  const country = countryOf(release)
  const publications = publicationsOf(heads)
  const newestCommon = publicationsOf(commonHeads).newest
  const { baseline } = release
  const before = publications.releases.findLast((head) => head.seq < release.seq && !withdrawalOf(head, heads))
  const isBehind = baseline !== undefined && newestCommon !== undefined && newestCommon.seq > baseline.seq
  return {
    address,
    language,
    toolkit,
    toolkitTitle: saidIn(toolkit.title, { language, source: toolkit.sourceLanguage }) ?? {
      value: toolkit.slug,
      language,
      standsIn: false,
    },
    words: countryWords(country, language),
    isCommon: country.code === MASTER,
    isBaseWithdrawn: baseline !== undefined && withdrawalOf(baseline, commonHeads) !== undefined,
    release,
    standing: standingOf(release, publications),
    releases: publications.releases.toReversed(),
    ...(before ? { before } : {}),
    ...(isBehind ? { newerCommon: newestCommon } : {}),
    languages: release.languages.map((other) => ({
      language: other,
      href: pathOf({ ...address, language: other }),
      current: other === language,
    })),
    origin,
  }
}

/** The address of the same release (or of the newest, if none is named) with another section or view. */
export function pathIn(version: VersionView, view: Pick<Address, 'section' | 'compare'> = {}): string {
  const { country, language, toolkit, version: number } = version.address
  return pathOf({ country, language, toolkit, ...(number ? { version: number } : {}), ...view })
}

/** The address that names the release, so that it shows the same text for ever. */
export function permanentPath(version: VersionView, view: Pick<Address, 'section' | 'compare' | 'since'> = {}): string {
  const { country, language, toolkit } = version.address
  return pathOf({ country, language, toolkit, version: version.release.version, ...view })
}

/** The address of what changed from an earlier release to this one, in whole or in one section. */
export function changesPath(version: VersionView, since: Pick<ReleaseHead, 'version'>, section?: string): string {
  return permanentPath(version, { since: since.version, ...(section ? { section } : {}) })
}

/** The address of the newest release of the same country. */
export function newestPath(version: VersionView, view: Pick<Address, 'section' | 'compare'> = {}): string {
  const { country, language, toolkit } = version.address
  return pathOf({ country, language, toolkit, ...view })
}

/**
 * The common framework's newest release, in this page's language or, if it lacks that, in the one it was written in.
 */
export function newerCommonPath(version: VersionView, section?: string): string | undefined {
  const address = newerCommonAddress(version)
  return address && pathOf({ ...address, ...(section ? { section } : {}) })
}

/**
 * What the common framework's newest release changes in the one that this version is based on, in whole or in one
 * section. Undefined if that one was withdrawn: its words are not shown.
 */
export function newerCommonChangesPath(version: VersionView, section?: string): string | undefined {
  const { isBaseWithdrawn, newerCommon, release } = version
  const address = newerCommonAddress(version)
  if (!newerCommon || !address || !release.baseline || isBaseWithdrawn) return undefined
  const pair = { version: newerCommon.version, since: release.baseline.version }
  return pathOf({ ...address, ...pair, ...(section ? { section } : {}) })
}

function newerCommonAddress({ newerCommon, language, toolkit }: VersionView): Address | undefined {
  if (!newerCommon) return undefined
  const [first = toolkit.sourceLanguage] = newerCommon.languages
  const spoken = newerCommon.languages.includes(language)
    ? language
    : newerCommon.languages.includes(toolkit.sourceLanguage)
      ? toolkit.sourceLanguage
      : first
  return { country: MASTER, language: spoken, toolkit: toolkit.slug }
}
