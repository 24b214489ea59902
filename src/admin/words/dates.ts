import type { Language } from '@/domain/language'

/** What a date is formatted by; in English British order of day and month: the toolkits are European. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language
}

/** A day as people say it: 4 December 2026. */
export function longDate(iso: string, language: Language): string {
  return dateIn(iso, language, 'long')
}

/** A day for tables: 4 Dec 2026. */
export function shortDate(iso: string, language: Language): string {
  return dateIn(iso, language, 'medium')
}

function dateIn(iso: string, language: Language, dateStyle: 'long' | 'medium'): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return ''
  // In UTC, as on the site: a release has one date everywhere.
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle, timeZone: 'UTC' }).format(date)
}
