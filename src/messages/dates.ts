import type { Language } from '@/domain/language'

/** The locale for dates; for English the British order of day and month, because the toolkits are European. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language
}

/** A date in words: 4 December 2026, 1er octobre 2026. In UTC, so that a release has the same date everywhere. */
export function longDate(iso: string, language: Language): string {
  return dateIn(iso, language, 'long')
}

/** A date for tables and lists: 4 Dec 2026. */
export function shortDate(iso: string, language: Language): string {
  return dateIn(iso, language, 'medium')
}

function dateIn(iso: string, language: Language, dateStyle: 'long' | 'medium'): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return ''
  const said = new Intl.DateTimeFormat(localeOf(language), { dateStyle, timeZone: 'UTC' }).format(date)
  // In French the first of a month is an ordinal; Intl does not do this.
  return language === 'fr' ? said.replace(/^1(?= )/, '1er') : said
}
