import type { ImportedSection } from '@/domain/importing'
import { isLanguage } from '@/domain/language'

/**
 * What a Word file says about one of its sections: which one it is, and the revision that was written; null if nothing was
 * stored for it, as where a country's version shows the common text.
 */
export type SectionMark = NonNullable<ImportedSection['mark']>

/**
 * The name of the bookmark on the title of a section; null for a key that is no UUID. Word allows 40 letters, digits and
 * underscores, does not tell upper from lower case, and does not list a bookmark that begins with an underscore.
 */
export function nameOfSectionMark({ key, language, rev }: SectionMark): string | null {
  const digits = key.replaceAll('-', '')
  if (!/^[0-9a-f]{32}$/.test(digits) || key !== asUuid(digits)) return null
  return `_tk_${BigInt(`0x${digits}`).toString(36)}_${language}_${rev === null ? 'x' : rev.toString(36)}`
}

/** Reads the name of a bookmark; null if it is not one of ours. */
export function readSectionMark(name: string): SectionMark | null {
  const [, key = '', language, rev = ''] = /^_tk_([0-9a-z]{1,25})_([a-z]{2})_([0-9a-z]{1,6})$/i.exec(name) ?? []
  if (key === '' || !isLanguage(language)) return null
  const digits = [...key.toLowerCase()]
    .reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n)
    .toString(16)
    .padStart(32, '0')
  if (digits.length > 32) return null
  return { key: asUuid(digits), language, rev: rev === 'x' ? null : Number.parseInt(rev, 36) }
}

function asUuid(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
