import type { Language } from '@/domain/language'
import { localeOf } from '@/messages/dates'

/** When something was saved, in the place of the person: 14:02, with the day where it was not today. */
export function timeOfDay({ at, now, language }: { at: string; now: Date; language: Language }): string {
  const date = new Date(at)
  if (at === '' || Number.isNaN(date.getTime())) return ''
  const locale = localeOf(language)
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  const isToday = date.toDateString() === now.toDateString()
  return new Intl.DateTimeFormat(locale, isToday ? time : { ...time, day: 'numeric', month: 'short' }).format(date)
}
