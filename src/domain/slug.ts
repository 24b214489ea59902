const MAX_LENGTH = 60

/** Parts of addresses that mean something else: `…/compare` and `…/v/2.1`. */
export const RESERVED_SLUGS: readonly string[] = ['compare', 'v']

/**
 * The part of an address that stands for a title: lower case, words joined by hyphens, at most 60 characters, never
 * empty, none of `taken`. Letters of every script stay (`ποιος-αποφασιζει`), accents go.
 */
export function slugOf(title: string, taken: ReadonlySet<string> = new Set()): string {
  const isFree = (slug: string) => !taken.has(slug) && !RESERVED_SLUGS.includes(slug)
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  const base = cut((words ?? ['section']).join('-'), MAX_LENGTH)
  if (isFree(base)) return base
  for (let n = 2; ; n++) {
    const ending = `-${n}`
    const slug = cut(base, MAX_LENGTH - ending.length) + ending
    if (!taken.has(slug)) return slug
  }
}

/** By whole characters: half of a pair would be no letter. */
function cut(slug: string, length: number): string {
  return [...slug].slice(0, length).join('').replace(/-+$/, '')
}
