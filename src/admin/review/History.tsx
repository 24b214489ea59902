import type { Language } from '@/domain/language'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import { isByUpdate, type ReviewEvent } from '@/stored/reviewHistory'

/** The steps of a review so far, each with its date, the role of the person, and the message. Roles, never names. */
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
  return (
    <ol className="thread">
      {events.map(({ id, actor, at, comment, event }) => (
        <li key={id}>
          {isByUpdate({ event, comment }) ? (
            <p>
              <strong>{say('admin.history.update')}</strong> <span className="muted">{longDate(at, language)}</span>
            </p>
          ) : (
            <p>
              <strong>{say(`admin.history.${event}`)}</strong>{' '}
              <span className="muted">
                {say(actor === userId ? 'admin.history.you' : `admin.history.by-${WHO[event]}`)},{' '}
                {longDate(at, language)}
              </span>
            </p>
          )}
          {comment ? <p className="said">{comment}</p> : null}
        </li>
      ))}
    </ol>
  )
}

const WHO = {
  edit: 'country',
  submit: 'country',
  'ask-for-changes': 'reviewer',
  approve: 'reviewer',
  publish: 'coordinator',
  withdraw: 'coordinator',
} as const
