import type { Language } from '@/domain/language'
import { localeOf } from '@/messages/dates'
import type { Translator } from '@/messages/translate'

const EARLIER = {
  'editor.bar.saved': 'editor.bar.saved-earlier',
  'editor.stale.when': 'editor.stale.when-earlier',
  'editor.draft.elsewhere': 'editor.draft.elsewhere-earlier',
  'editor.draft.besides': 'editor.draft.besides-earlier',
  'updates.kept.besides': 'updates.kept.besides-earlier',
} as const

/** A sentence with the time of a save; with a date it has another preposition. Empty if nothing was saved. */
export function sayTimeOfDay({
  at,
  now,
  language,
  key,
  t,
}: {
  at: string
  now: Date
  language: Language
  key: keyof typeof EARLIER
  t: Translator
}): string {
  const time = timeOfDay({ at, now, language })
  if (time === '') return ''
  return t(isSameDay(at, now) ? key : EARLIER[key], { time })
}

/** The time of a save in the person's time zone: 14:02, with the date if it was not today. */
export function timeOfDay({ at, now, language }: { at: string; now: Date; language: Language }): string {
  const date = new Date(at)
  if (at === '' || Number.isNaN(date.getTime())) return ''
  const locale = localeOf(language)
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  return new Intl.DateTimeFormat(
    locale,
    isSameDay(at, now) ? time : { ...time, day: 'numeric', month: 'short' },
  ).format(date)
}

function isSameDay(at: string, now: Date): boolean {
  return new Date(at).toDateString() === now.toDateString()
}
