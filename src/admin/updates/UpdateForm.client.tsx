'use client'

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { ByLanguage, Language } from '@/domain/language'
import type { UpdatePart } from '@/domain/sectionBaseline'
import type { SectionUpdate, UpdateChoice, Waiting } from '@/domain/updates/updates'
import type { ActionWords } from '../actionWords'
import { browserTranslator } from '../editor/browserTranslator'
import { whenWritten } from '../editor/editorForms.client'
import { ReasonFields } from '../editor/ReasonFields.client'
import type { Reasons } from '../editor/sectionValues'
import { TextFields, type Writing } from '../editor/TextFields.client'
import { useOwnForm } from '../frame/MadeFor.client'
import { drop, keep, kept, shelf } from '../keptInWindow'
import { Result } from '../Result'
import { useAction } from '../useAction.client'
import { useLeaveWarning } from '../useLeaveWarning.client'
import { UpdateChanges } from './UpdateChanges'
import { UpdateChecks, UpdatePlaces } from './UpdatePlaces.client'
import { UpdateResult } from './UpdateResult.client'
import type { UpdateCard } from './updateCards'
import {
  blankDraft,
  type DecidedOn,
  decisionOf,
  type EditedText,
  inputOf,
  needsWhy,
  reasonsOf,
  type UpdateDraft,
  withAnswer,
  withReasons,
  withTaken,
  withWritten,
} from './updateDraft'
import { mergedText, previewOf } from './updatePreview'

export type UpdateFormProps = {
  words: Record<string, string>
  actionWords: ActionWords
  pageLanguage: Language
  userId: string
  /** What the person decides on: the update of a section as they saw it. */
  where: DecidedOn
  country: string
  sides: Waiting['sides']
  together: Waiting['together']
  update: SectionUpdate
  /** What both sides changed, in each language in which one of them changed something. */
  panes: { language: Language; common: ReactNode; ours: ReactNode; offered: { id: string; view: ReactNode }[] }[]
  /** The language that is shown first. */
  opening: Language
  titles: { common: string; ours: string }
  /** What stands in the place of our changes if there are none. */
  oursNothing: string
  /** Why our text differs, as a sentence; null if no reason is stored. */
  reason: string | null
  stored: Reasons
  /** The language in which the explanation is read and written. */
  explainedIn: Language
  /** Changed parts of the section that are no words. */
  otherParts: readonly UpdatePart[]
  cards: UpdateCard[]
  first: UpdateChoice | null
  languageNames: Record<string, string>
  mayDecide: boolean
  /** Nothing is decided during a pause, which the screen says above. */
  isPaused: boolean
  next: { name: string; href: string } | null
  /** The address of the list of updates. */
  list: string
  /** Where the person asks the coordinator, or sees what was asked; null if they do not ask. */
  ask: { href: string; label: string } | null
}

/** One update: both sides, the choice, the result as it would be, and why. Nothing is stored before it is recorded. */
export function UpdateForm(props: UpdateFormProps) {
  const { cards, first, mayDecide, pageLanguage, panes, sides, stored, together, where } = props
  const t = useMemo(
    () => browserTranslator({ words: props.words, language: pageLanguage }),
    [props.words, pageLanguage],
  )
  const blank = blankDraft({ choice: first, stored })
  const { draft, setDraft, old, isTouched, forget } = useKeptDraft({ ...props, blank })
  const [language, setLanguage] = useState(props.opening)
  const pending = useRef(0)
  const frame = useRef<HTMLFormElement>(null)
  const ownForm = useOwnForm()
  const { run, running, shown } = useAction({ next: props.next?.href ?? props.list, words: props.actionWords })
  useLeaveWarning(isTouched && mayDecide)

  const merges = useMemo(() => {
    const known = new Map<Language, ReturnType<typeof mergedText>>()
    return (one: Language) => {
      const merged =
        known.get(one) ??
        mergedText({ sides, language: one, answers: draft.answers[one], declined: draft.declined[one] })
      known.set(one, merged)
      return merged
    }
  }, [sides, draft.answers, draft.declined])
  const merged = (one: Language): EditedText => merges(one).text
  const decision = decisionOf({ draft, language: props.explainedIn, stored, merged })
  const { answers, choice, declined, written } = draft
  // The reason does not change the result, so typing it does not work the result out again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `merged` follows from the same parts of the draft
  const preview = useMemo(
    () => decision && previewOf({ waiting: { sides, together }, decision }),
    [sides, together, choice, answers, declined, written],
  )
  const isCombined = draft.choice === 'combine'

  async function record(): Promise<void> {
    if (running || !decision) return
    await whenWritten(pending)
    const input = inputOf({ draft, decision, where: { ...where, language: props.explainedIn } })
    if (await run({ action: 'decide-update', input })) forget()
  }
  useUpdateKeys({ record: () => void record() })

  const pane = panes.find((one) => one.language === language)
  const languages = [...new Set([...panes.map((one) => one.language), ...sides.languages])]
  return (
    <form
      className="stack-l"
      {...ownForm}
      ref={frame}
      onSubmit={(event) => {
        event.preventDefault()
        void record()
      }}
    >
      {old ? <OldWords words={old} t={t} /> : null}
      {languages.length > 1 ? (
        <fieldset className="row language-choice">
          <legend>{t('updates.one.languages')}</legend>
          {languages.map((one) => (
            <label key={one} className="tick-label">
              <input type="radio" name="shown-language" checked={one === language} onChange={() => setLanguage(one)} />
              {props.languageNames[one]}
            </label>
          ))}
        </fieldset>
      ) : null}
      <div className="cols c2">
        <section className="panel" aria-labelledby="common-h">
          <h2 id="common-h">{props.titles.common}</h2>
          {pane?.common ?? (
            <p className="muted">{t('updates.one.same-in', { language: props.languageNames[language] ?? '' })}</p>
          )}
          {props.otherParts.length > 0 && props.update.became !== 'new' && props.update.became !== 'gone' ? (
            <p className="muted">
              {t('updates.one.other-changes', {
                parts: new Intl.ListFormat(pageLanguage).format(
                  props.otherParts.map((part) => t(`updates.part.${part}`)),
                ),
              })}
            </p>
          ) : null}
        </section>
        <section className="panel" aria-labelledby="ours-h">
          <h2 id="ours-h">{props.titles.ours}</h2>
          {pane?.ours ?? <p className="muted">{props.oursNothing}</p>}
          {props.reason ? <p className="muted">{props.reason}</p> : null}
        </section>
      </div>
      {mayDecide ? (
        <>
          <Cards cards={cards} choice={draft.choice} t={t} onChoose={(choice) => setDraft({ ...draft, choice })} />
          {isCombined ? (
            <UpdateChanges
              offered={pane?.offered ?? []}
              declined={draft.declined[language] ?? []}
              t={t}
              onTake={(id, isTaken) => setDraft(withTaken(draft, { language, id, isTaken }))}
            />
          ) : null}
          {isCombined ? (
            <UpdatePlaces
              conflicts={merges(language).conflicts}
              answers={draft.answers[language] ?? {}}
              language={language}
              t={t}
              onAnswer={(id, answer) => setDraft(withAnswer(draft, { language, id, answer }))}
            />
          ) : null}
          {isCombined && !draft.written[language] ? (
            <UpdateChecks checks={merges(language).checks} language={language} t={t} />
          ) : null}
          <section className="stack" aria-labelledby="result-h">
            <h2 id="result-h">{t('updates.result.title')}</h2>
            {preview ? (
              <UpdateResult
                sides={sides}
                preview={preview}
                language={language}
                pageLanguage={pageLanguage}
                languageName={props.languageNames[language] ?? ''}
                t={t}
              />
            ) : (
              <p className="muted">{t('updates.bar.choose')}</p>
            )}
            {isCombined && sides.languages.includes(language) ? (
              <EditResult
                key={language}
                draft={draft}
                language={language}
                languageName={props.languageNames[language] ?? ''}
                merged={merged(language)}
                writing={{
                  collection: 'variant-sections',
                  country: props.country,
                  language,
                  round: 0,
                  isNewest: () => true,
                  onSignedOut: () => undefined,
                  pending,
                  t,
                }}
                onWrite={(text) => setDraft(withWritten(draft, language, text))}
              />
            ) : null}
          </section>
          {needsWhy(draft.choice) && props.update.status !== 'told' ? (
            <ReasonFields
              mode={preview?.ok && preview.leavesOut ? 'omit' : 'adapt'}
              // The reason of another choice is not the one that was being typed.
              key={draft.choice === 'park' ? 'parked' : 'differs'}
              values={reasonsOf(draft)}
              change={(changes) => setDraft(withReasons(draft, changes))}
              language={props.explainedIn}
              isChosen={draft.choice !== 'park' && stored.reason !== ''}
              t={t}
            />
          ) : null}
          <div className="field">
            <label htmlFor="update-note">
              {t('updates.why.note')} <span className="hint">{t('updates.why.optional')}</span>
            </label>
            <textarea
              id="update-note"
              name="note"
              rows={2}
              maxLength={5000}
              value={draft.note}
              onChange={({ target }) => setDraft({ ...draft, note: target.value })}
            />
          </div>
          <div className="actions row end">
            <div className="why">
              <p className="muted">{t('updates.bar.recorded')}</p>
              <p className="muted xs">{t('updates.bar.keys')}</p>
              <Result shown={shown} />
            </div>
            {props.ask ? (
              <a className="btn second" href={props.ask.href}>
                {props.ask.label}
              </a>
            ) : null}
            <a className="btn second" href={props.list}>
              {t('updates.bar.later')}
            </a>
            <button
              type="submit"
              className="btn"
              aria-disabled={draft.choice === null || running || undefined}
              aria-describedby={draft.choice === null ? 'update-why' : undefined}
            >
              {props.next ? t('updates.bar.record-next', { section: props.next.name }) : t('updates.bar.record')}
            </button>
            {draft.choice === null ? (
              <p id="update-why" className="muted">
                {t('updates.bar.choose')}
              </p>
            ) : null}
          </div>
        </>
      ) : props.isPaused ? null : (
        <p className="note">{t('updates.one.read-only')}</p>
      )}
    </form>
  )
}

function Cards({
  cards,
  choice,
  t,
  onChoose,
}: {
  cards: UpdateCard[]
  choice: UpdateChoice | null
  t: ReturnType<typeof browserTranslator>
  onChoose: (choice: UpdateChoice) => void
}) {
  return (
    <fieldset>
      <legend>{t('updates.one.legend')}</legend>
      <div className="opts four">
        {cards.map((card) => (
          <label key={card.choice} className={card.forbidden ? 'opt is-forbidden' : 'opt'}>
            <input
              type="radio"
              name="choice"
              value={card.choice}
              checked={choice === card.choice}
              aria-disabled={card.forbidden ? true : undefined}
              // Refused here and not in `onChange`, because the browser has already moved the choice by then.
              onClick={(event) => {
                if (card.forbidden) event.preventDefault()
              }}
              onChange={() => {
                if (!card.forbidden) onChoose(card.choice)
              }}
            />
            <strong>{card.name}</strong>
            <span>{card.forbidden ? t('updates.one.forbidden', { why: card.forbidden }) : card.does}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The merged text in the editor, once the person wants to edit it: the editor takes a moment to open. */
function EditResult({
  draft,
  language,
  languageName,
  merged,
  writing,
  onWrite,
}: {
  draft: UpdateDraft
  language: Language
  languageName: string
  merged: EditedText
  writing: Writing
  onWrite: (text: EditedText | null) => void
}) {
  const { t } = writing
  const [isOpen, setOpen] = useState(draft.written[language] !== undefined)
  const text = draft.written[language] ?? merged
  if (!isOpen)
    return (
      <p>
        <button type="button" className="btn second" onClick={() => setOpen(true)}>
          {t('updates.result.edit')}
        </button>
      </p>
    )
  return (
    <div className="panel stack">
      {draft.written[language] ? (
        <p className="note">
          {t('updates.result.edited', { language: languageName })}{' '}
          <button
            type="button"
            className="btn quiet sm"
            onClick={() => {
              onWrite(null)
              setOpen(false)
            }}
          >
            {t('updates.result.again')}
          </button>
        </p>
      ) : null}
      <TextFields writing={writing} values={text} change={(changes) => onWrite({ ...text, ...changes })} />
    </div>
  )
}

function OldWords({ words, t }: { words: string[]; t: ReturnType<typeof browserTranslator> }) {
  return (
    <div className="note">
      <p>{t('updates.kept')}</p>
      <textarea readOnly rows={4} defaultValue={words.join('\n\n')} aria-label={t('updates.kept')} />
    </div>
  )
}

type Kept = { seen: number; others: string; release: string; draft: UpdateDraft }

/**
 * What the person chose and typed, kept in this window until it is recorded, so that they can leave and come back. If the
 * section or the release is another one meanwhile, only the typed words are shown again.
 */
function useKeptDraft({
  blank,
  userId,
  where: { variant, key, seen, others: together, release },
}: Pick<UpdateFormProps, 'userId' | 'where'> & { blank: UpdateDraft }) {
  const others = JSON.stringify(together)
  const name = `toolkit-update:${userId}:${variant}/${key}`
  const [draft, setShown] = useState(blank)
  const [old, setOld] = useState<string[] | null>(null)
  const [isTouched, setTouched] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen opens
  useEffect(() => {
    const found: Partial<Kept> = kept({ shelf, name })
    if (!isDraft(found.draft)) return
    if (found.seen === seen && (found.others ?? '[]') === others && found.release === release) {
      setShown({ ...blank, ...found.draft })
      setTouched(true)
      return
    }
    const words = typedIn(found.draft)
    if (words.length > 0) setOld(words)
    drop({ shelf, name })
  }, [])
  return {
    draft,
    old,
    isTouched,
    setDraft: (next: UpdateDraft) => {
      setShown(next)
      setTouched(true)
      keep({ shelf, name, value: { seen, others, release, draft: next } satisfies Kept })
    },
    forget: () => {
      setTouched(false)
      drop({ shelf, name })
    },
  }
}

/** Every script of this window can write to the storage. */
function isDraft(value: unknown): value is UpdateDraft {
  const { answers, written, why, note } = Object(value)
  const areObjects = [answers, written, why].every((one) => typeof one === 'object' && one !== null)
  return areObjects && typeof note === 'string'
}

function typedIn({ answers, written, why, whyParked, note }: UpdateDraft): string[] {
  const own = Object.values(answers as ByLanguage<Record<string, unknown>>).flatMap((of) =>
    Object.values(of ?? {}).flatMap((one) =>
      typeof one === 'object' && one !== null ? [String(Object(one).text)] : [],
    ),
  )
  const texts = Object.values(written).flatMap((text) =>
    text ? [text.title, text.summary, plainWords(text.body)] : [],
  )
  return [...own, ...texts, why.explanation, whyParked?.explanation ?? '', note].filter((one) => one.trim() !== '')
}

function plainWords(body: unknown): string {
  const { text, children, root } = Object(body)
  const inside = Array.isArray(children) ? children : root ? [root] : []
  return typeof text === 'string' ? text : inside.map(plainWords).join(' ')
}

/** Alt + Page Down and Alt + Page Up open the next and the previous update, Ctrl + Enter records. */
function useUpdateKeys({ record }: { record: () => void }): void {
  const latest = useRef(record)
  latest.current = record
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        latest.current()
      }
      const rel = event.altKey ? { PageDown: 'next', PageUp: 'prev' }[event.key] : undefined
      const link = rel ? document.querySelector<HTMLAnchorElement>(`a[data-update="${rel}"]`) : null
      if (!link) return
      event.preventDefault()
      link.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
