import type { Language } from '@/domain/language'

/** What a date is formatted by; in English British order of day and month: the toolkits are European. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language
}

/** A day as people say it: 4 December 2026, 1er octobre 2026. In UTC, so that a release has one date everywhere. */
export function longDate(iso: string, language: Language): string {
  return dateIn(iso, language, 'long')
}

/** A day for tables and lists: 4 Dec 2026. */
export function shortDate(iso: string, language: Language): string {
  return dateIn(iso, language, 'medium')
}

function dateIn(iso: string, language: Language, dateStyle: 'long' | 'medium'): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return ''
  const said = new Intl.DateTimeFormat(localeOf(language), { dateStyle, timeZone: 'UTC' }).format(date)
  // French says the first of a month with an ordinal; Intl does not.
  return language === 'fr' ? said.replace(/^1(?= )/, '1er') : said
}
