'use client'

import { type ReactNode, useMemo, useState } from 'react'
import type { Language } from '@/domain/language'
import { MOST_PROPOSAL_CHARACTERS } from '@/domain/proposals'
import type { OwnField } from '@/domain/section'
import type { ActionWords } from '../actionWords'
import { browserTranslator } from '../editor/browserTranslator'
import { Field } from '../editor/Field'
import { Result } from '../Result'
import { useAction } from '../useAction.client'
import { useLeaveWarning } from '../useLeaveWarning.client'

/** A text that can be proposed alone, with its own paragraphs if it is a rich text. */
export type OfferedField = { field: OwnField; blocks: { id: string; shown: ReactNode }[] }

type Choice = { kind: 'whole' } | { kind: 'fields' | 'blocks'; field: OwnField }

/** What of its text the country proposes, and why. Nothing of the text changes. */
export function ProposeForm({
  words,
  actionWords,
  pageLanguage,
  isSection,
  languages,
  fields,
  shown,
  shownTitle,
  input,
  section,
  next,
}: {
  words: Record<string, string>
  actionWords: ActionWords
  pageLanguage: Language
  /** Only the country has the section: it is proposed as a whole. */
  isSection: boolean
  /** The names of the languages in which there is text of the country's own. */
  languages: string
  fields: OfferedField[]
  /** The country's text with its differences. */
  shown: ReactNode
  shownTitle: string
  input: { variant: string; key: string; seen: number; language: Language }
  /** The address of the section. */
  section: string
  /** The address of the proposal that was sent (see `addressAfter`). */
  next: string
}) {
  const t = useMemo(() => browserTranslator({ words, language: pageLanguage }), [words, pageLanguage])
  const [choice, setChoice] = useState<Choice>({ kind: 'whole' })
  const [ticked, setTicked] = useState<string[]>([])
  const [message, setMessage] = useState('')
  const { run, running, shown: result } = useAction({ next, words: actionWords })
  useLeaveWarning(message.trim() !== '' && !running)
  const blocks = choice.kind === 'blocks' ? (fields.find(({ field }) => field === choice.field)?.blocks ?? []) : []
  const ids = blocks.map(({ id }) => id).filter((id) => ticked.includes(id))
  const isBlocked = choice.kind === 'blocks' && ids.length === 0

  async function send(): Promise<void> {
    if (running || isBlocked) return
    const part =
      choice.kind === 'whole'
        ? { part: { kind: 'whole' } }
        : {
            part:
              choice.kind === 'fields'
                ? { kind: 'fields', fields: [choice.field] }
                : { kind: 'blocks', field: choice.field, ids },
            languages: [input.language],
          }
    await run({ action: 'propose-section', input: { ...input, ...part, message } })
  }

  const choices: Choice[] = [
    { kind: 'whole' },
    ...(isSection ? [] : fields).flatMap(({ blocks, field }): Choice[] => [
      ...(fields.length > 1 ? [{ kind: 'fields' as const, field }] : []),
      ...(blocks.length > 1 ? [{ kind: 'blocks' as const, field }] : []),
    ]),
  ]
  return (
    <form
      className="stack"
      autoComplete="off"
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <div className="cols c2">
        <div className="stack">
          <fieldset>
            <legend>{t('proposals.what')}</legend>
            <div className="pairs">
              {choices.map((one) => (
                <label className="opt" key={nameOf(one)}>
                  <input
                    type="radio"
                    name="what"
                    checked={nameOf(one) === nameOf(choice)}
                    onChange={() => setChoice(one)}
                  />
                  <strong>
                    {one.kind === 'whole'
                      ? t(isSection ? 'proposals.whole-section' : 'proposals.whole')
                      : t(one.kind === 'fields' ? 'proposals.field' : 'proposals.blocks', {
                          field: t(`history.field.${one.field}`),
                        })}
                  </strong>
                  {one.kind === 'whole' ? <span>{t('proposals.in-languages', { languages })}</span> : null}
                </label>
              ))}
            </div>
          </fieldset>
          {choice.kind === 'blocks' ? (
            <fieldset aria-describedby={isBlocked ? 'choose-one' : undefined}>
              <legend>{t('proposals.choose')}</legend>
              {blocks.map(({ id, shown }, index) => (
                <div className="stack-s" key={id}>
                  <label className="tick-label">
                    <input
                      type="checkbox"
                      checked={ticked.includes(id)}
                      onChange={() =>
                        setTicked(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id])
                      }
                    />
                    {t('proposals.block', { number: index + 1 })}
                  </label>
                  <div className="text">{shown}</div>
                </div>
              ))}
            </fieldset>
          ) : null}
          <Field id="proposal-message" label={t('proposals.message')} hint={t('proposals.message-hint')} errorMark="">
            <textarea
              id="proposal-message"
              name="message"
              rows={4}
              maxLength={MOST_PROPOSAL_CHARACTERS}
              value={message}
              onChange={({ target }) => setMessage(target.value)}
            />
          </Field>
        </div>
        <section className="pane" aria-labelledby="ours-h">
          <header>
            <h3 id="ours-h">{shownTitle}</h3>
          </header>
          <div className="text">{shown}</div>
        </section>
      </div>
      <div className="actions row end">
        <div className="why">
          {isBlocked ? (
            <p className="muted" id="choose-one">
              {t('proposals.choose-one')}
            </p>
          ) : null}
          <Result shown={result} />
        </div>
        <a className="btn second" href={section}>
          {t('editor.back-to-text')}
        </a>
        <button
          type="submit"
          className="btn"
          aria-disabled={running || isBlocked || undefined}
          aria-describedby={isBlocked ? 'choose-one' : undefined}
        >
          {t('proposals.send')}
        </button>
      </div>
    </form>
  )
}

function nameOf(choice: Choice): string {
  return choice.kind === 'whole' ? 'whole' : `${choice.kind} ${choice.field}`
}
