'use client'

import { useId } from 'react'
import type { Language } from '@/domain/language'
import type { Answer, Check, GivenAnswer, GivenAnswers } from '@/domain/merge/merge'
import { isOfForm } from '@/domain/richText/blockKinds'
import { openingOf } from '@/domain/richText/firstWords'
import { opening } from '@/messages/opening'
import type { Translator } from '@/messages/translate'
import { BlockAlone } from '@/textView/BlockAlone'
import { draftPictureAddress } from '../words/addresses'
import { sayDecision } from '../words/sayDecision'
import type { PlacedConflict } from './updatePreview'

/** The answers in their order on the screen. */
const ORDER: readonly Answer[] = ['theirs', 'ours', 'both', 'own']

/** The places that both changed, each with its answers; none is preselected, and without an answer ours stays. */
export function UpdatePlaces({
  conflicts,
  answers,
  isLocked,
  language,
  pageLanguage,
  t,
  onAnswer,
}: {
  conflicts: readonly PlacedConflict[]
  answers: GivenAnswers
  /** Was the text around a place edited by hand? Then no answer reaches it. */
  isLocked: (conflict: PlacedConflict) => boolean
  language: Language
  pageLanguage: Language
  t: Translator
  /** Own words are answered with each key that is pressed (`isTyped`). */
  onAnswer: (conflict: PlacedConflict, answer: GivenAnswer, isTyped: boolean) => void
}) {
  if (conflicts.length === 0) return null
  return (
    <section className="stack" aria-labelledby={`places-${language}`}>
      <h3 id={`places-${language}`}>{t('updates.places.title')}</h3>
      <p className="muted">{t('updates.places.lead')}</p>
      {conflicts.map((conflict) => (
        <Place
          key={conflict.id}
          {...{ conflict, language, pageLanguage, t }}
          answer={answers[conflict.id]}
          isLocked={isLocked(conflict)}
          onAnswer={(answer, isTyped = false) => onAnswer(conflict, answer, isTyped)}
        />
      ))}
    </section>
  )
}

function Place({
  conflict,
  answer,
  isLocked,
  language,
  pageLanguage,
  t,
  onAnswer,
}: {
  conflict: PlacedConflict
  answer: GivenAnswer | undefined
  isLocked: boolean
  language: Language
  pageLanguage: Language
  t: Translator
  onAnswer: (answer: GivenAnswer, isTyped?: boolean) => void
}) {
  const id = useId()
  const { kind, about, ours, theirs, whole, within, versions } = conflict
  const wholeKind = whole?.block.kind
  const said = (words: string) => {
    if (whole && words !== '') return <span lang={language}>{t('words.quoted', { text: openingOf(whole.block) })}</span>
    const line = words.replace(/\s+/gu, ' ').trim()
    return line === '' ? <em>{t('updates.places.nothing')}</em> : <span lang={language}>{opening(line, 200)}</span>
  }
  return (
    <fieldset
      className="stack-s"
      disabled={isLocked}
      data-place={answer === undefined && !isLocked ? 'open' : 'answered'}
    >
      <legend>
        {whole ? t(`updates.places.removed-by-${whole.removedBy}`) : sayDecision({ kind, about: about ?? '' }, t)}
      </legend>
      {whole ? (
        <div className="text panel place-whole">
          {wholeKind && isOfForm(wholeKind, 'entries', 'record') ? (
            <p className="muted">{t(`diff.block.${wholeKind}`)}</p>
          ) : null}
          <BlockAlone {...whole} {...{ language, pageLanguage, t }} />
        </div>
      ) : null}
      {versions ? (
        <div className="cols c2">
          {(['theirs', 'ours'] as const).map((side) => (
            <div key={side} className="text panel place-whole">
              <p className="muted">{t(`updates.places.${side}`)}</p>
              <BlockAlone {...versions[side]} {...{ language, pageLanguage, t }} pictureUrl={draftPictureAddress} />
            </div>
          ))}
        </div>
      ) : null}
      {within && !whole && !versions ? (
        <p className="muted">
          {t('updates.places.within')} <span lang={language}>{t('words.quoted', { text: opening(within, 160) })}</span>
        </p>
      ) : null}
      <div className="opts four">
        {ORDER.filter((one) => conflict.answers.includes(one)).map((one) => {
          const value: GivenAnswer = one === 'own' ? { text: ours } : one
          const isChosen = typeof answer === 'object' ? one === 'own' : answer === one
          return (
            <label className="opt" key={one}>
              <input type="radio" name={id} checked={isChosen} onChange={() => onAnswer(value)} />
              <strong>{t(`updates.places.${one}`)}</strong>
              <span>
                {one === 'own' ? t('updates.places.own-hint') : null}
                {one === 'theirs' && !versions ? said(theirs) : null}
                {one === 'ours' && !versions ? said(ours) : null}
                {one === 'both' && !versions ? (
                  <>
                    {said(ours)} {said(theirs)}
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
            onChange={({ target }) => onAnswer({ text: target.value }, true)}
          />
          {answer.text === ours ? null : (
            <p className="hint">
              {t(answer.text.trim() === '' ? 'updates.places.own-empty' : 'updates.places.own-plain')}
            </p>
          )}
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
          <li key={`${kind} ${field} ${block}`} className="typed-text">
            {opening(text.replace(/[^\S\n]+/gu, ' ').trim(), 400)}
          </li>
        ))}
      </ul>
    </section>
  )
}
