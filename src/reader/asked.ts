import { isLanguage, type Language } from '@/domain/language'
import { MASTER } from '@/domain/release'
import { type Address, homePath, pathOf, readAddress } from './address'
import type { ReleaseHead } from './records'

/**
 * What somebody asks for, without what no page reads. What is not published is left out as far as its page does not name it, so that
 * there are few pages of what is not there.
 */
export type Asked =
  | { is: 'home'; language: Language }
  /** A page of a toolkit of which something is published. */
  | { is: 'version'; address: Address; sentences: boolean; ticked: ReadonlySet<number> }
  /** No address of ours, or one of a toolkit that is not there; the country only where it has published something. */
  | { is: 'unknown'; country?: string; language: Language; why?: 'reader.not-found-toolkit' }

/** Reads an address, with what is behind its question mark. */
export function askedAt({
  path,
  search,
  heads,
}: {
  path: string
  search: URLSearchParams
  heads: readonly ReleaseHead[]
}): Asked {
  if (path === '/') return { is: 'home', language: languageIn(search) ?? 'en' }
  const read = readAddress(path)
  const country = (code: string | undefined) =>
    code === MASTER || heads.some((head) => head.country === code) ? { country: code } : {}
  if (!read.ok)
    return { is: 'unknown', ...country(read.country), language: read.language ?? languageIn(search) ?? 'en' }
  const { address } = read
  if (!heads.some(({ about }) => about.slug === address.toolkit))
    return {
      is: 'unknown',
      ...country(address.country),
      language: address.language,
      why: 'reader.not-found-toolkit',
    }
  const isCompared = address.section !== undefined && address.compare === true
  const isRead = address.section !== undefined && !address.compare
  return {
    is: 'version',
    address,
    sentences: isCompared && search.get('view') === 'sentences',
    ticked: isRead ? ticksIn(search) : new Set(),
  }
}

/** A name that two askings have in common only where they are answered with the same page, but for what is ticked on it. */
export function nameOfAsked(asked: Asked): string {
  if (asked.is === 'home') return homePath(asked.language)
  if (asked.is === 'version') return pathOf(asked.address, asked.sentences ? { sentences: true } : {})
  // No path: it does not begin with a slash.
  return ['unknown', asked.country ?? '', asked.language, asked.why ?? ''].join(' ')
}

/** The language that an address asks for as the start's do: `?lang=el`. */
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
