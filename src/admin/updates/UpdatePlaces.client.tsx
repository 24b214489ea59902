'use client'

import { useId } from 'react'
import type { Language } from '@/domain/language'
import type { Check, Conflict, Resolution, Resolutions } from '@/domain/merge/merge'
import { opening } from '@/messages/opening'
import type { Translator } from '@/messages/translate'
import { sayDecision } from '../words/sayDecision'
import type { PlacedConflict } from './updatePreview'

/** A text can be both kept and deleted by nobody: then only one of the sides can be chosen. */
const ANSWERS = {
  words: ['theirs', 'ours', 'both', 'own'],
  inserted: ['theirs', 'ours', 'both', 'own'],
  deleted: ['theirs', 'ours'],
  value: ['theirs', 'ours'],
  place: ['theirs', 'ours'],
} as const satisfies Record<Conflict['kind'], readonly string[]>

/** The places that both changed, each with its answers; none is preselected, and without an answer ours stays. */
export function UpdatePlaces({
  conflicts,
  answers,
  language,
  t,
  onAnswer,
}: {
  conflicts: readonly PlacedConflict[]
  answers: Resolutions
  language: Language
  t: Translator
  onAnswer: (id: string, answer: Resolution) => void
}) {
  if (conflicts.length === 0) return null
  return (
    <section className="stack" aria-labelledby={`places-${language}`}>
      <h3 id={`places-${language}`}>{t('updates.places.title')}</h3>
      <p className="muted">{t('updates.places.lead')}</p>
      {conflicts.map((conflict) => (
        <Place key={conflict.id} {...{ conflict, language, t }} answer={answers[conflict.id]} onAnswer={onAnswer} />
      ))}
    </section>
  )
}

function Place({
  conflict,
  answer,
  language,
  t,
  onAnswer,
}: {
  conflict: PlacedConflict
  answer: Resolution | undefined
  language: Language
  t: Translator
  onAnswer: (id: string, answer: Resolution) => void
}) {
  const id = useId()
  const { kind, about, ours, theirs, within } = conflict
  const said = (words: string) => {
    const line = words.replace(/\s+/gu, ' ').trim()
    return line === '' ? <em>{t('updates.places.nothing')}</em> : <span lang={language}>{opening(line, 200)}</span>
  }
  return (
    <fieldset className="stack-s">
      <legend>{sayDecision({ kind, about: about ?? '' }, t)}</legend>
      {within ? (
        <p className="muted">
          {t('updates.places.within')} <span lang={language}>“{opening(within, 160)}”</span>
        </p>
      ) : null}
      <div className="opts four">
        {ANSWERS[kind].map((one) => {
          const value: Resolution = one === 'own' ? { text: ours } : one
          const isChosen = typeof answer === 'object' ? one === 'own' : answer === one
          return (
            <label className="opt" key={one}>
              <input type="radio" name={id} checked={isChosen} onChange={() => onAnswer(conflict.id, value)} />
              <strong>{t(`updates.places.${one}`)}</strong>
              <span>
                {one === 'own' ? t('updates.places.own-hint') : null}
                {one === 'theirs' ? said(theirs) : null}
                {one === 'ours' ? said(ours) : null}
                {one === 'both' ? (
                  <>
                    {said(ours)} … {said(theirs)}
                  </>
                ) : null}
              </span>
            </label>
          )
        })}
      </div>
      {typeof answer === 'object' ? (
        <div className="field">
          <label htmlFor={`${id}-own`}>{t('updates.places.own-label')}</label>
          <textarea
            id={`${id}-own`}
            rows={3}
            lang={language}
            value={answer.text}
            onChange={({ target }) => onAnswer(conflict.id, { text: target.value })}
          />
        </div>
      ) : null}
    </fieldset>
  )
}

/** The paragraphs in which changes of both were merged: a person reads them before the decision. */
export function UpdateChecks({ checks, language, t }: { checks: readonly Check[]; language: Language; t: Translator }) {
  if (checks.length === 0) return null
  return (
    <section className="stack-s panel" aria-labelledby={`checks-${language}`}>
      <h3 id={`checks-${language}`}>{t('updates.checks.title')}</h3>
      <p className="muted">{t('updates.checks.lead')}</p>
      <ul lang={language}>
        {checks.map(({ kind, field, block, text }) => (
          <li key={`${kind} ${field} ${block}`}>{opening(text.replace(/\s+/gu, ' ').trim(), 400)}</li>
        ))}
      </ul>
    </section>
  )
}
