import type { Language } from '@/domain/language'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import { isByUpdate, type ReviewEvent } from '@/stored/reviewHistory'
import { precisionOf, sharedMinutes } from '../history/entries'
import { LocalTime } from '../words/LocalTime.client'

/**
 * The steps of a review so far, each with its date, the role of the person, and the message. Roles, never names. Steps
 * of one day also have their time.
 */
export function History({
  events,
  userId,
  language,
  say,
}: {
  events: ReviewEvent[]
  userId: string
  language: Language
  say: Translator
}) {
  if (events.length === 0) return <p className="muted">{say('admin.history.none')}</p>
  const moments = events.map(({ at }) => at)
  const shared = sharedMinutes(moments)
  const days = moments.map(dayOf)
  const when = (at: string) =>
    days.filter((day) => day === dayOf(at)).length > 1 ? (
      <LocalTime at={at} language={language} precise={precisionOf({ at, shared })} />
    ) : (
      longDate(at, language)
    )
  return (
    <ol className="thread">
      {events.map(({ id, actor, at, comment, event }) => (
        <li key={id}>
          {isByUpdate({ event, comment }) ? (
            <p>
              <strong>{say('admin.history.update')}</strong> <span className="muted">{when(at)}</span>
            </p>
          ) : (
            <p>
              <strong>{say(`admin.history.${event}`)}</strong>{' '}
              <span className="muted">
                {say(actor === userId ? 'admin.history.you' : `admin.history.by-${WHO[event]}`)}, {when(at)}
              </span>
            </p>
          )}
          {comment ? <p className="said">{comment}</p> : null}
        </li>
      ))}
    </ol>
  )
}

function dayOf(at: string): string {
  return at.slice(0, 'yyyy-mm-dd'.length)
}

const WHO = {
  edit: 'country',
  submit: 'country',
  'ask-for-changes': 'reviewer',
  approve: 'reviewer',
  publish: 'coordinator',
  withdraw: 'coordinator',
} as const
