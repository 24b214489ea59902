import type { Language } from '@/domain/language'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import type { PausedUpdates } from './pausedUpdates'

/** How many urgent changes wait for the end of a pause, and by when the first is to be decided; nothing if none waits. */
export function UrgentDuringPause({
  paused: { days, urgent },
  language,
  say,
}: {
  paused: PausedUpdates
  language: Language
  say: Translator
}) {
  if (urgent === 0) return null
  const [first] = days
  return (
    <p>
      <strong>{say('admin.newer.urgent', { count: urgent })}</strong>
      {first ? ` ${say('admin.newer.urgent-by', { count: days.length, date: longDate(first, language) })}` : null}
    </p>
  )
}
