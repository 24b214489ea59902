import { latin } from './latin'

const MAX_LENGTH = 60

/** Parts of addresses that mean something else: `…/compare` and `…/v/2.1`. */
const RESERVED = ['compare', 'v']

/**
 * Turns a title into a part of an address: lower-case Latin letters and digits, words joined by hyphens, 1 to 60
 * characters, never one of `taken`. Greek is transcribed (`poios-apofasizei`); accents and other scripts are dropped.
 */
export function slugOf(title: string, taken: ReadonlySet<string> = new Set()): string {
  const words = (latin(title).match(/[a-z0-9]+/g) ?? ['section']).join('-')
  for (let n = 1; ; n++) {
    const ending = n === 1 ? '' : `-${n}`
    const slug = words.slice(0, MAX_LENGTH - ending.length).replace(/-$/, '') + ending
    if (!taken.has(slug) && !RESERVED.includes(slug)) return slug
  }
}

/** Can a section have this address? Addresses from before they were Latin stay valid: links use them. */
export function isSlug(value: string): boolean {
  const isWritten = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.test(value) && value === value.toLowerCase()
  return isWritten && value.length <= MAX_LENGTH && !RESERVED.includes(value)
}

/** The form of a toolkit's address: lower-case Latin letters and digits, joined by hyphens. */
export const TOOLKIT_SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
export const LONGEST_TOOLKIT_SLUG = MAX_LENGTH
