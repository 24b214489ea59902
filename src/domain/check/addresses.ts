import { phoneLink } from '../phoneLink'
import type { Block, Run } from '../richText/richText'
import { plainTextOf } from '../richText/runs'
import { allBlocks } from '../richText/walk'
import { isMailOrNone, linkTarget } from '../safeUrl'
import { readAddress } from '../siteAddress'
import { type CheckedText, placeIn } from './checkedText'
import type { Finding, FindingPlace } from './finding'

/** What is known of the site to which a text belongs. */
export type KnownSite = {
  /** The beginning of its addresses: `https://example.org`. */
  origin: string
  /** The address of the toolkit in it. */
  toolkit: string
  /** The addresses of all sections, by the country's code or `master`. Other places are not known. */
  sections: ReadonlyMap<string, ReadonlySet<string>>
}

/** An address that a text gives to its readers, and where it stands. */
export type GivenAddress = { address: string; at: FindingPlace }

/** Finds addresses that readers cannot follow, in links and in contacts, and those of sections that are gone. */
export function wrongAddresses(text: CheckedText, site: KnownSite): Finding[] {
  const links = linksIn(text).flatMap((given) => wrongLink(given, site))
  const contacts = text.blocks.flatMap((one) =>
    allBlocks([one.block]).flatMap((block) =>
      block.kind === 'contact' ? wrongContact(block, placeIn(text, one)) : [],
    ),
  )
  return [...links, ...contacts]
}

/** Returns the addresses of all links of a text, each once at one place. */
export function linksIn(text: CheckedText): GivenAddress[] {
  return text.blocks.flatMap((one) => {
    const at = placeIn(text, one)
    const addresses = allBlocks([one.block]).flatMap(addressesOf)
    return [...new Set(addresses)].map((address) => ({ address, at }))
  })
}

function addressesOf({ kind, attrs, runs }: Block): string[] {
  if (kind === 'field') return attrs.name === 'url' && runs.length > 0 ? [plainTextOf(runs).trim()] : []
  return runs.flatMap((run) => linkOf(run) ?? [])
}

function linkOf(run: Run): string | undefined {
  return run.type === 'text' ? run.link : undefined
}

function wrongLink({ address, at }: GivenAddress, { origin, sections, toolkit }: KnownSite): Finding[] {
  const target = linkTarget(address)
  if (target === undefined) return [{ is: 'link-wrong', address, at }]
  if (target.startsWith('#')) return [{ is: 'place-gone', address, at }]
  const path = target.startsWith(`${origin}/`) ? target.slice(origin.length) : target
  if (!path.startsWith('/')) return []
  const read = readAddress(path.replace(/[?#].*$/s, ''))
  if (!read.ok || read.address.toolkit !== toolkit || read.address.version !== undefined) return []
  const { country, section } = read.address
  const known = sections.get(country)
  return known && section !== undefined && !known.has(section) ? [{ is: 'section-gone', address, at }] : []
}

function wrongContact(contact: Block, at: FindingPlace): Finding[] {
  const [email, phone] = ['email', 'phone'].map((name) => fieldOf(contact, name))
  return [
    ...(isMailOrNone(email ?? '') ? [] : [{ is: 'mail-wrong' as const, address: email ?? '', at }]),
    ...(!phone || phoneLink(phone) ? [] : [{ is: 'phone-unclear' as const, number: phone, at }]),
  ]
}

function fieldOf({ children }: Block, name: string): string {
  const field = children.find(({ attrs }) => attrs.name === name)
  return field ? plainTextOf(field.runs).trim() : ''
}
