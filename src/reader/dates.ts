import type { Language } from '@/domain/language'

/** British order of day and month: the toolkits are European. */
const LOCALES: Partial<Record<Language, string>> = { en: 'en-GB' }

/** A day as people say it: 14 September 2026. In UTC, so that a release has one date everywhere. */
export function longDate(iso: string, language: Language): string {
  return dateIn(iso, language, 'long')
}

/** A day for lists: 14 Sept 2026. */
export function shortDate(iso: string, language: Language): string {
  return dateIn(iso, language, 'medium')
}

function dateIn(iso: string, language: Language, dateStyle: 'long' | 'medium'): string {
  return new Intl.DateTimeFormat(LOCALES[language] ?? language, { dateStyle, timeZone: 'UTC' }).format(new Date(iso))
}
