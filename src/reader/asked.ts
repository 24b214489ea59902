import { isLanguage, type Language } from '@/domain/language'
import { MASTER } from '@/domain/release'
import { type Address, homePath, pathOf, readAddress } from '@/domain/siteAddress'
import { compareVersions } from '@/domain/versionNumber'
import type { ReleaseHead } from '@/stored/release'
import type { LineApart } from './readableLines'

/**
 * What is requested, without what no page reads. Names of unpublished things are omitted unless their page shows them,
 * so that there are few pages for what does not exist.
 */
export type Asked =
  | { is: 'home'; language: Language }
  /** A page of a toolkit with at least one publication. */
  | { is: 'version'; address: Address; sentences: boolean; ticked: ReadonlySet<number> }
  /** An address outside the site, or one of an unknown toolkit; the country only if it has published something. */
  | { is: 'unknown'; country?: string; language: Language; why?: 'reader.not-found-toolkit' }

/** Reads an address with its query. */
export function askedAt({
  path,
  search,
  heads,
  apart,
}: {
  path: string
  search: URLSearchParams
  heads: readonly ReleaseHead[]
  apart: readonly LineApart[]
}): Asked {
  if (path === '/') return { is: 'home', language: languageIn(search) ?? 'en' }
  const read = readAddress(path)
  const country = (code: string | undefined) =>
    code === MASTER || heads.some((head) => head.country === code) ? { country: code } : {}
  if (!read.ok)
    return { is: 'unknown', ...country(read.country), language: read.language ?? languageIn(search) ?? 'en' }
  const { address } = read
  const slugs = [...heads.map(({ about }) => about.slug), ...apart.map(({ slug }) => slug)]
  if (!slugs.includes(address.toolkit))
    return {
      is: 'unknown',
      ...country(address.country),
      language: address.language,
      why: 'reader.not-found-toolkit',
    }
  const isCompared = address.section !== undefined && (address.compare === true || address.since !== undefined)
  const isRead = address.section !== undefined && !isCompared
  return {
    is: 'version',
    address: earlierFirst(address.section || address.compare || address.since ? address : chosenIn(search, address)),
    sentences: isCompared && search.get('view') === 'sentences',
    ticked: isRead ? ticksIn(search) : new Set(),
  }
}

/** The two releases that the form for comparing them adds to the address of the contents: `?from=1.0&to=2.0`. */
function chosenIn(search: URLSearchParams, address: Address): Address {
  const [since, version] = [search.get('from'), search.get('to')]
  return since && version ? { ...address, since, version } : address
}

/** Two releases are always compared from the earlier to the later one, so that they have one page. */
function earlierFirst(address: Address): Address {
  const { since, version } = address
  if (!since || !version || compareVersions(since, version) <= 0) return address
  return { ...address, since: version, version: since }
}

/** A name that two requests share only if they are answered with the same page, apart from its ticked boxes. */
export function nameOfAsked(asked: Asked): string {
  if (asked.is === 'home') return homePath(asked.language)
  if (asked.is === 'version') return pathOf(asked.address, asked.sentences ? { sentences: true } : {})
  // Not a path: it does not begin with a slash.
  return ['unknown', asked.country ?? '', asked.language, asked.why ?? ''].join(' ')
}

/** The language that an address requests as those of the start page do: `?lang=el`. */
function languageIn(search: URLSearchParams): Language | undefined {
  const wanted = search.get('lang')
  return isLanguage(wanted) ? wanted : undefined
}

/** Boxes that an address ticks: `?c=1&c=3`. */
function ticksIn(search: URLSearchParams): Set<number> {
  return new Set(
    search
      .getAll('c')
      .map(Number)
      .filter((number) => Number.isInteger(number) && number > 0),
  )
}
