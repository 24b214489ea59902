import type { Language } from '@/domain/language'
import type { Pause } from '@/domain/pause'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'

/** Until when updates are paused, if a last day is set, and why. */
export function sayPause({ reason, until }: Pause, { language, say }: { language: Language; say: Translator }): string {
  return until
    ? say('updates.pause.holds-until', { date: longDate(until, language), reason })
    : say('updates.pause.holds', { reason })
}
