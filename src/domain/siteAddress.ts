import { isLanguage, type Language } from './language'
import { MASTER } from './release'

/** The common framework's segment of addresses, in the place of a country's code. */
const COMMON = 'common'

/** What a reader's page address names. */
export type Address = {
  /** A country's code or `master`. */
  country: string
  language: Language
  toolkit: string
  /** The number of a requested release; missing for the newest. */
  version?: string
  /** The slug of a section; missing for the contents. */
  section?: string
  compare?: true
  /** The number of the earlier release that the one of `version` is compared with: the page says what changed. */
  since?: string
}

/** The readable parts of an address, which may be too short or wrong. */
export type AddressRead = { ok: true; address: Address } | { ok: false; country?: string; language?: Language }

/**
 * Reads `/{country}/{language}/{toolkit}[/v/{version}][/{section}][/compare]`, and what changed:
 * `/{country}/{language}/{toolkit}/v/{version}/changes/{since}[/{section}]`.
 */
export function readAddress(path: string): AddressRead {
  const [country, language, toolkit, ...rest] = segmentsOf(path)
  const place = {
    country: country === COMMON ? MASTER : country,
    language: isLanguage(language) ? language : undefined,
  }
  // `master` is our internal word: one page has one address.
  if (!place.country || country === MASTER || !place.language || !toolkit) return { ok: false, ...place }
  const view = readView(rest)
  if (!view) return { ok: false, ...place }
  return { ok: true, address: { country: place.country, language: place.language, toolkit, ...view } }
}

/** The address of a page; the reverse of `readAddress`. */
export function pathOf(address: Address, { sentences }: { sentences?: true } = {}): string {
  const country = address.country === MASTER ? COMMON : address.country
  const parts = [country, address.language, address.toolkit]
  if (address.version) parts.push('v', address.version)
  if (address.since) parts.push('changes', address.since)
  if (address.section) parts.push(address.section)
  if (address.compare) parts.push('compare')
  return `/${parts.map(encodeURIComponent).join('/')}${sentences ? '?view=sentences' : ''}`
}

export function homePath(language: Language): string {
  return language === 'en' ? '/' : `/?lang=${language}`
}

/** A section may be called `changes`: then its address ends there, or with `compare`, which is no number. */
function readChanges([first, since, section, ...more]: string[]): View | null {
  if (first !== 'changes' || since === undefined || since === 'compare' || more.length > 0) return null
  return { since, ...(section === undefined ? {} : { section }) }
}

type View = Pick<Address, 'version' | 'since' | 'section' | 'compare'>

function readView(rest: string[]): View | null {
  if (rest[0] === 'v') {
    const [, version, ...below] = rest
    const view = version ? (readChanges(below) ?? readView(below)) : null
    return version && view && !view.version ? { ...view, version } : null
  }
  const [first, second, ...more] = rest
  if (more.length > 0) return null
  if (first === undefined) return {}
  if (first === 'compare') return second === undefined ? { compare: true } : null
  if (second === undefined) return { section: first }
  return second === 'compare' ? { section: first, compare: true } : null
}

function segmentsOf(path: string): string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => {
      try {
        return decodeURIComponent(segment)
      } catch {
        return segment
      }
    })
}
