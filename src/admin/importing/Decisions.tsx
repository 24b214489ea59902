'use client'

import { POLICIES } from '@/domain/section'
import { opening } from '@/messages/opening'
import type { Translator } from '@/messages/translate'
import { sayDecision } from '../words/sayDecision'
import type { ShownDecision } from './importAnswer'
import { isOpen } from './openDecisions'
import type { Answered } from './sendDocument'
import { TakeBack } from './TakeBack'

/** What was typed as own words, by the id of the question; it is not sent before the field is left. */
export type TypedWords = { of: (id: string) => string | undefined; type: (id: string, text: string) => void }

type Given = {
  decisions: ShownDecision[]
  resolutions: Record<string, Answered>
  /** An import is being saved: choices are disabled. */
  isWriting: boolean
  ownWords: TypedWords
  t: Translator
  onAnswer: (id: string, answer: Answered | null) => void
}

/** The conflicts between both sides, each with its answers; none is preselected. */
export function Decisions({ decisions, resolutions, isWriting, ownWords, t, onAnswer }: Given) {
  return decisions.map((decision) => (
    <fieldset key={decision.id} id={`decide-${decision.id}`} className="stack">
      <legend>{sayDecision(decision, t)}</legend>
      <div className="opts four">
        {decision.answers.map((answer) => (
          <Answer
            key={answer}
            answer={answer}
            decision={decision}
            chosen={resolutions[decision.id]}
            isWriting={isWriting}
            t={t}
            onAnswer={onAnswer}
          />
        ))}
      </div>
      <OwnWords
        decision={decision}
        chosen={resolutions[decision.id]}
        isWriting={isWriting}
        ownWords={ownWords}
        t={t}
        onAnswer={onAnswer}
      />
      {isOpen(decision, resolutions) ? null : (
        <TakeBack isWriting={isWriting} t={t} onTakeBack={() => onAnswer(decision.id, null)} />
      )}
    </fieldset>
  ))
}

function Answer({
  answer,
  decision,
  chosen,
  isWriting,
  t,
  onAnswer,
}: Pick<Given, 'isWriting' | 't' | 'onAnswer'> & {
  answer: string
  decision: ShownDecision
  chosen: Answered | undefined
}) {
  const { id, ours } = decision
  const name = (['ours', 'theirs', 'both', 'own'] as const).find((one) => one === answer)
  const value: Answered | null =
    answer === 'ours' || answer === 'theirs' || answer === 'both' ? answer : answer === 'own' ? { text: ours } : null
  if (value === null || !name) return null
  const isChosen = typeof value === 'string' ? chosen === value : typeof chosen === 'object'
  return (
    <label className="opt">
      <input
        type="radio"
        name={id}
        checked={isChosen}
        aria-disabled={isWriting || undefined}
        onChange={() => onAnswer(id, value)}
      />
      <strong>{t(`editor.import.answer.${name}`)}</strong>
      <span>{wordsOf({ answer, decision, t })}</span>
    </label>
  )
}

function OwnWords({
  decision: { id },
  chosen,
  isWriting,
  ownWords,
  t,
  onAnswer,
}: Omit<Given, 'decisions' | 'resolutions'> & { decision: ShownDecision; chosen: Answered | undefined }) {
  if (typeof chosen !== 'object') return null
  return (
    <div className="field">
      <label htmlFor={`own-${id}`}>{t('editor.import.own-words')}</label>
      <textarea
        id={`own-${id}`}
        rows={3}
        readOnly={isWriting}
        defaultValue={ownWords.of(id) ?? chosen.text}
        onChange={(event) => ownWords.type(id, event.target.value)}
        onBlur={({ relatedTarget, target: { value } }) => {
          // The import button sends it itself: a message here would move the button away from the pointer.
          const isForImport = relatedTarget instanceof Element && relatedTarget.matches('[data-imports]')
          if (value !== chosen.text && !isForImport) onAnswer(id, { text: value })
        }}
      />
    </div>
  )
}

/** The words that an answer would give. */
function wordsOf({ answer, decision, t }: { answer: string; decision: ShownDecision; t: Translator }): string {
  const { kind, about, ours, theirs } = decision
  const side = answer === 'theirs' ? 'theirs' : 'ours'
  if (kind === 'gone' || kind === 'left-out' || kind === 'whole') return t(`editor.import.${kind}.${side}`)
  const said = (words: string) => (words === '' ? t('editor.import.nothing-there') : shown({ kind, about, words, t }))
  switch (answer) {
    case 'ours':
      return said(ours)
    case 'theirs':
      return said(theirs)
    case 'both':
      return `${shown({ kind, about, words: ours, t })} … ${shown({ kind, about, words: theirs, t })}`
    default:
      return t('editor.import.own-hint')
  }
}

type Shown = Pick<ShownDecision, 'kind' | 'about'> & { words: string; t: Translator }

function shown({ kind, about, words, t }: Shown): string {
  const policy = kind === 'policy' ? POLICIES.find((one) => one === words) : undefined
  if (policy) return t(`words.policy.${policy}`)
  const line = (some: string) => opening(some.replace(/\s+/gu, ' ').trim(), 160)
  // The sides can differ in the last detail only.
  return about === 'details' ? words.split('\n').map(line).join(' · ') : line(words)
}
