import { type ReactNode, useId } from 'react'
import type { Translator } from '@/messages/translate'

/** Each change of the common framework, to be taken or left alone; all are taken at first. One alone is the whole update. */
export function UpdateChanges({
  offered,
  declined,
  isLocked,
  t,
  onTake,
}: {
  /** The changes in one language, each with the words that it changes. */
  offered: readonly { id: string; view: ReactNode }[]
  /** The changes that the person does not take. */
  declined: readonly string[]
  /** Was the text with this change edited by hand? Then it cannot be left any more. */
  isLocked: (id: string) => boolean
  t: Translator
  onTake: (id: string, isTaken: boolean) => void
}) {
  const name = useId()
  if (offered.length < 2) return null
  return (
    <details className="panel" open={declined.length > 0 || undefined}>
      <summary>{t('updates.changes.title', { count: offered.length })}</summary>
      <div className="stack">
        <p className="muted">{t('updates.changes.lead')}</p>
        {offered.map(({ id, view }, at) => (
          <div key={id} className="stack-s">
            <label className="tick-label">
              <input
                type="checkbox"
                checked={!declined.includes(id)}
                disabled={isLocked(id)}
                aria-describedby={`${name}-${at}`}
                onChange={({ target }) => onTake(id, target.checked)}
              />
              {t('updates.changes.take', { number: at + 1 })}
            </label>
            <div id={`${name}-${at}`}>{view}</div>
          </div>
        ))}
      </div>
    </details>
  )
}
