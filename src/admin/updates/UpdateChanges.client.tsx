'use client'

import { useId, useMemo } from 'react'
import type { Language } from '@/domain/language'
import { offeredChanges, type UpdateSides } from '@/domain/updates/updates'
import type { Translator } from '@/messages/translate'
import { SectionDifference } from '@/textView/SectionDifference'

/** Each change of the common framework, to be taken or left alone; all are taken at first. One alone is the whole update. */
export function UpdateChanges({
  sides,
  declined,
  language,
  pageLanguage,
  t,
  onTake,
}: {
  sides: UpdateSides
  /** The changes that the person does not take. */
  declined: readonly string[]
  language: Language
  pageLanguage: Language
  t: Translator
  onTake: (id: string, isTaken: boolean) => void
}) {
  const name = useId()
  const offered = useMemo(() => offeredChanges(sides, language), [sides, language])
  if (offered.length < 2) return null
  return (
    <details className="panel" open={declined.length > 0 || undefined}>
      <summary>{t('updates.changes.title', { count: offered.length })}</summary>
      <div className="stack">
        <p className="muted">{t('updates.changes.lead')}</p>
        {offered.map(({ id, change }, at) => (
          <div key={id} className="stack-s">
            <label className="tick-label">
              <input
                type="checkbox"
                checked={!declined.includes(id)}
                aria-describedby={`${name}-${at}`}
                onChange={({ target }) => onTake(id, target.checked)}
              />
              {t('updates.changes.take', { number: at + 1 })}
            </label>
            <div id={`${name}-${at}`} className="text diff">
              <SectionDifference
                change={change}
                language={language}
                pageLanguage={pageLanguage}
                t={t}
                only="changes"
                headingOffset={2}
                anchor={`c${at}-`}
              />
            </div>
          </div>
        ))}
      </div>
    </details>
  )
}
