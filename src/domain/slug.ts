import { latin } from './latin'

const MAX_LENGTH = 60

/** Parts of addresses that mean something else: `…/compare` and `…/v/2.1`. */
const RESERVED = ['compare', 'v']

/**
 * The part of an address that stands for a title: Latin letters and digits in lower case, words joined by hyphens, at most 60
 * characters, never empty, none of `taken`. Greek is written in Latin letters (`poios-apofasizei`), accents go, other scripts are left out.
 */
export function slugOf(title: string, taken: ReadonlySet<string> = new Set()): string {
  const words = (latin(title).match(/[a-z0-9]+/g) ?? ['section']).join('-')
  for (let n = 1; ; n++) {
    const ending = n === 1 ? '' : `-${n}`
    const slug = words.slice(0, MAX_LENGTH - ending.length).replace(/-$/, '') + ending
    if (!taken.has(slug) && !RESERVED.includes(slug)) return slug
  }
}

/** Can a section have this address as it is? Those that were given before addresses were Latin stay: links lead to them. */
export function isSlug(value: string): boolean {
  const isWritten = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.test(value) && value === value.toLowerCase()
  return isWritten && value.length <= MAX_LENGTH && !RESERVED.includes(value)
}

/** How the address of a toolkit is written: small letters and digits of Latin, joined by hyphens. */
export const TOOLKIT_SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
export const LONGEST_TOOLKIT_SLUG = MAX_LENGTH
