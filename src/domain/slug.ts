import { latin } from './latin'

const MAX_LENGTH = 60

/** Parts of addresses that mean something else: `…/compare` and `…/v/2.1`. */
export const RESERVED_SLUGS: readonly string[] = ['compare', 'v']

/**
 * The part of an address that stands for a title: Latin letters and digits in lower case, words joined by hyphens, at most 60
 * characters, never empty, none of `taken`. Greek is written in Latin letters (`poios-apofasizei`), accents go, other scripts are left out.
 */
export function slugOf(title: string, taken: ReadonlySet<string> = new Set()): string {
  const isFree = (slug: string) => !taken.has(slug) && !RESERVED_SLUGS.includes(slug)
  const words = latin(title).match(/[a-z0-9]+/g)
  const base = cut((words ?? ['section']).join('-'), MAX_LENGTH)
  if (isFree(base)) return base
  for (let n = 2; ; n++) {
    const ending = `-${n}`
    const slug = cut(base, MAX_LENGTH - ending.length) + ending
    if (!taken.has(slug)) return slug
  }
}

/** Can a section have this address as it is? Those that were given before addresses were Latin stay: links lead to them. */
export function isSlug(value: string): boolean {
  const isWritten = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.test(value) && value === value.toLowerCase()
  return isWritten && value.length <= MAX_LENGTH && !RESERVED_SLUGS.includes(value)
}

/** How the address of a toolkit is written: small letters and digits of Latin, joined by hyphens. */
export const TOOLKIT_SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
export const LONGEST_TOOLKIT_SLUG = MAX_LENGTH

function cut(slug: string, length: number): string {
  return slug.slice(0, length).replace(/-+$/, '')
}
