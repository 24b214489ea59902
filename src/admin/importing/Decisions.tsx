'use client'

import { POLICIES } from '@/domain/section'
import type { Translator } from '@/messages/translate'
import type { ShownDecision } from './importAnswer'
import { isOpen } from './openDecisions'
import type { Answered } from './sendDocument'
import { TakeBack } from './TakeBack'

type Given = {
  decisions: ShownDecision[]
  resolutions: Record<string, Answered>
  t: Translator
  onAnswer: (id: string, answer: Answered | null) => void
}

/** What both changed at one place, each with its answers; nothing is chosen beforehand. */
export function Decisions({ decisions, resolutions, t, onAnswer }: Given) {
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
            t={t}
            onAnswer={onAnswer}
          />
        ))}
      </div>
      <OwnWords decision={decision} chosen={resolutions[decision.id]} t={t} onAnswer={onAnswer} />
      {isOpen(decision, resolutions) ? null : <TakeBack t={t} onTakeBack={() => onAnswer(decision.id, null)} />}
    </fieldset>
  ))
}

function Answer({
  answer,
  decision,
  chosen,
  t,
  onAnswer,
}: {
  answer: string
  decision: ShownDecision
  chosen: Answered | undefined
  t: Translator
  onAnswer: Given['onAnswer']
}) {
  const { id, ours } = decision
  const name = (['ours', 'theirs', 'both', 'own'] as const).find((one) => one === answer)
  const value: Answered | null =
    answer === 'ours' || answer === 'theirs' || answer === 'both' ? answer : answer === 'own' ? { text: ours } : null
  if (value === null || !name) return null
  const isChosen = typeof value === 'string' ? chosen === value : typeof chosen === 'object'
  return (
    <label className="opt">
      <input type="radio" name={id} checked={isChosen} onChange={() => onAnswer(id, value)} />
      <strong>{t(`editor.import.answer.${name}`)}</strong>
      <span>{wordsOf({ answer, decision, t })}</span>
    </label>
  )
}

function OwnWords({
  decision: { id },
  chosen,
  t,
  onAnswer,
}: {
  decision: ShownDecision
  chosen: Answered | undefined
  t: Translator
  onAnswer: Given['onAnswer']
}) {
  if (typeof chosen !== 'object') return null
  return (
    <div className="field">
      <label htmlFor={`own-${id}`}>{t('editor.import.own-words')}</label>
      <textarea
        id={`own-${id}`}
        rows={3}
        defaultValue={chosen.text}
        onBlur={(event) => onAnswer(id, { text: event.target.value })}
      />
    </div>
  )
}

/** The words that an answer would leave there. */
function wordsOf({ answer, decision, t }: { answer: string; decision: ShownDecision; t: Translator }): string {
  const { kind, ours, theirs } = decision
  const side = answer === 'theirs' ? 'theirs' : 'ours'
  if (kind === 'gone' || kind === 'left-out' || kind === 'whole') return t(`editor.import.${kind}.${side}`)
  const said = (words: string) => (words === '' ? t('editor.import.nothing-there') : shown({ kind, words, t }))
  switch (answer) {
    case 'ours':
      return said(ours)
    case 'theirs':
      return said(theirs)
    case 'both':
      return `${shown({ kind, words: ours, t })} … ${shown({ kind, words: theirs, t })}`
    default:
      return t('editor.import.own-hint')
  }
}

function shown({ kind, words, t }: { kind: string; words: string; t: Translator }): string {
  const policy = kind === 'policy' ? POLICIES.find((one) => one === words) : undefined
  if (policy) return t(`words.policy.${policy}`)
  const line = words.replace(/\s+/gu, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 160).replace(/\s\S*$/u, '')} …` : line
}

/** Why somebody has to decide, as a sentence. */
export function sayDecision({ kind, about }: ShownDecision, t: Translator): string {
  switch (kind) {
    case 'whole':
    case 'gone':
    case 'left-out':
    case 'policy':
    case 'guidance':
    case 'position':
      return t(`editor.import.decide.${kind}`)
    case 'value':
      return about === 'kind' || about === 'link' || about === 'columns'
        ? t(`files.conflict.${about}`)
        : t('files.conflict.value', { about })
    case 'words':
    case 'deleted':
    case 'inserted':
    case 'place':
      return t(`files.conflict.${kind}`)
    default:
      return t('editor.import.decide.whole')
  }
}
