'use client'

import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Language } from '@/domain/language'
import { isEmptyField } from '@/domain/richText/sameText'
import { TEXT_FIELDS } from '@/domain/section'
import type { UpdatePart } from '@/domain/sectionBaseline'
import {
  fieldOfPlace,
  languagesBesideChange,
  leftTranslations,
  type SectionUpdate,
  sectionsOf,
  type UpdateChoice,
  type Waiting,
} from '@/domain/updates/updates'
import type { ActionWords } from '../actionWords'
import { browserTranslator } from '../editor/browserTranslator'
import { ReasonFields } from '../editor/ReasonFields.client'
import { RestoredNote } from '../editor/RestoredNote'
import { isSameValue, type Reasons } from '../editor/sectionValues'
import { TextFields, type Writing } from '../editor/TextFields.client'
import { sayTimeOfDay } from '../editor/timeOfDay'
import { UnreadableWords } from '../editor/UnreadableWords.client'
import type { KeptOnServer } from '../editor/useCopyKeeper.client'
import { whenWritten } from '../editor/whenWritten'
import { useOwnForm } from '../frame/MadeFor.client'
import { RadioCard } from '../RadioCard'
import { Result } from '../Result'
import { useAction } from '../useAction.client'
import { useLeaveWarning } from '../useLeaveWarning.client'
import { languageName } from '../words/languageName'
import { FormParts } from './FormParts'
import { sayLeft } from './sayLeft'
import { UnrecordedWords } from './UnrecordedWords.client'
import { UpdateChanges } from './UpdateChanges'
import { UpdateChecks, UpdatePlaces } from './UpdatePlaces.client'
import { UpdateResult } from './UpdateResult.client'
import type { UpdateCard } from './updateCards'
import {
  blankDraft,
  type DecidedOn,
  decisionOf,
  type EditedText,
  fieldOfChange,
  inputOf,
  isEdited,
  needsWhy,
  reasonsOf,
  textDecisionOf,
  type UpdateDraft,
  unanswered,
  withAnswerAt,
  withoutWritten,
  withReasons,
  withTaken,
  withWritten,
} from './updateDraft'
import { changesNothing, mergedText, previewOf } from './updatePreview'
import { useKeptDraft } from './useKeptDraft.client'

export type UpdateFormProps = {
  words: Record<string, string>
  actionWords: ActionWords
  pageLanguage: Language
  userId: string
  /** What this person has chosen and typed before, on whatever device. */
  onServer: KeptOnServer
  /** What the decision is about (`textsDecided`). */
  about: string
  /** What the person decides on: the update of a section as they saw it. */
  where: DecidedOn
  country: string
  /** The names of the sections that are decided, by their keys. */
  names: Record<string, string>
  sides: Waiting['sides']
  together: Waiting['together']
  update: SectionUpdate
  /** What both sides changed, in each language in which one of them changed something. */
  panes: { language: Language; common: ReactNode; ours: ReactNode; offered: { id: string; view: ReactNode }[] }[]
  /** The language that is shown first. */
  opening: Language
  titles: { common: string; ours: string }
  /** The message that stands in the place of our changes if there are none. */
  oursNothing: 'updates.one.ours-same' | 'updates.one.ours-none' | 'updates.one.ours-omitted'
  /** Why our text differs, as a sentence; null if no reason is stored. */
  reason: string | null
  stored: Reasons
  /** The language in which the explanation is read and written. */
  explainedIn: Language
  /** Changed parts of the section that are no words. */
  otherParts: readonly UpdatePart[]
  cards: UpdateCard[]
  first: UpdateChoice | null
  mayDecide: boolean
  /** Nothing is decided during a pause, which the screen says above. */
  isPaused: boolean
  /** Where somebody who is not of the country decides in its place; null if they do, or may not. */
  inPlace: string | null
  /** The name of the section that comes next; null if none does. */
  next: string | null
  /** The address of the list of updates. */
  list: string
  /** The address of the screen that follows, which says what was recorded. */
  afterwards: string
  /** Where the person asks the coordinator, or sees what was asked; null if they do not ask. */
  ask: { href: string; label: string } | null
  /** What a decision does to the edition, which is in review or published; null if it does nothing. */
  editionNote: string | null
}

/** One update: both sides, the choice, the result as it would be, and why. Nothing is stored before it is recorded. */
export function UpdateForm(props: UpdateFormProps) {
  const { cards, first, mayDecide, pageLanguage, panes, sides, stored, together, update, where } = props
  const t = useMemo(
    () => browserTranslator({ words: props.words, language: pageLanguage }),
    [props.words, pageLanguage],
  )
  const blank = blankDraft({ choice: first, stored })
  const mergeOf = useMerges(sides)
  const placesOf = (of: UpdateDraft, one: Language) => mergeOf(of, one).conflicts
  const kept = useKeptDraft({ ...props, blank, placesOf })
  const { draft, latest, change, earlier, isTouched, forget, discardEarlier } = kept
  const [language, setLanguage] = useState(props.opening)
  const pending = useRef(0)
  /** Is the decision being recorded, or is it already? A second press comes before the page is drawn again. */
  const sending = useRef(false)
  const frame = useRef<HTMLFormElement>(null)
  const discards = useRef(0)
  const [editing, setEditing] = useState<ReadonlySet<Language>>(new Set())
  const ownForm = useOwnForm()
  const action = useAction({ next: props.afterwards, words: props.actionWords })
  const { run, running, shown } = action
  useLeaveWarning(isTouched && mayDecide)

  const merges = (one: Language) => mergeOf(draft, one)
  const mergedIn = (of: UpdateDraft) => (one: Language) => mergeOf(of, one).text
  const previewed = (of: UpdateDraft) => {
    const decision = textDecisionOf({ draft: of, merged: mergedIn(of) })
    return decision && previewOf({ waiting: { sides, together }, decision })
  }
  const decide = (of: UpdateDraft) => {
    const asksWhy = needsWhy(of.choice, update, previewed(of))
    return decisionOf({ draft: of, asksWhy, update, language: props.explainedIn, stored, merged: mergedIn(of) })
  }
  const { answers, choice, declined, written } = draft
  // The reason does not change the result, so typing it does not work the result out again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the decision follows from these parts of the draft
  const preview = useMemo(() => previewed(draft), [sides, together, choice, answers, declined, written])
  const asksWhy = needsWhy(choice, update, preview)
  const leavesOut = preview?.ok === true && preview.leavesOut
  // The reason of an addition is none for a text that differs: nothing of it is in the form.
  const isOfAddition = sectionsOf({ sides, together }).some(({ own }) => own.mode === 'supplement')
  const endsAddition = isOfAddition && stored.reason === '' && (choice === 'combine' || sides.own.mode === 'supplement')
  const listed = new Intl.ListFormat(pageLanguage)
  const nameOf = (one: string) => t('words.quoted', { text: props.names[one] ?? one })
  const chosen = cards.find((card) => card.choice === choice)
  const isCombined = draft.choice === 'combine'
  const beside = useMemo(() => languagesBesideChange(sides), [sides])
  // Whoever edited a text has read it.
  const unread = beside.filter((one) => draft.written[one] === undefined)
  const combinesNothing = useMemo(
    () => isCombined && unread.length > 0 && !together && preview !== null && changesNothing(sides, preview),
    [isCombined, unread.length, together, sides, preview],
  )
  const left = (isCombined || choice === 'accept') && preview?.ok ? leftTranslations(preview.decided) : []
  const openIn = (of: UpdateDraft) =>
    sides.languages.flatMap((one) => {
      if (of.choice !== 'combine') return []
      const count = unanswered(of, { language: one, conflicts: mergeOf(of, one).conflicts }).length
      return count > 0 ? [{ language: one, count }] : []
    })
  const openPlaces = openIn(draft)
  const isBlocked = draft.choice === null || openPlaces.length > 0 || combinesNothing

  /** Shows the first place of a language that is still to be answered, and moves the focus to it. */
  function goToPlace(one: Language): void {
    flushSync(() => setLanguage(one))
    const place = frame.current?.querySelector<HTMLElement>('[data-place="open"]')
    place?.scrollIntoView({ block: 'center' })
    place?.querySelector('input')?.focus({ preventScroll: true })
  }

  /** Shows another language, and moves the focus to its choice: what was pressed may be gone. */
  function showIn(one: Language): void {
    flushSync(() => setLanguage(one))
    frame.current?.querySelector<HTMLElement>('[name="shown-language"]:checked')?.focus()
  }

  /** What was refused of the former choice is not said of this one; that somebody was faster, or no answer came, is. */
  function choose(choice: UpdateChoice): void {
    if (shown.kind === 'problem' && shown.wrong && !shown.wayOut) action.forget()
    change((now) => ({ ...now, choice }))
  }

  /** An answer counts only where nothing was edited by hand, also not a moment ago. */
  async function answer(
    field: string,
    make: (draft: UpdateDraft) => UpdateDraft,
    { isTyped = false }: { isTyped?: boolean } = {},
  ): Promise<void> {
    if (editing.has(language) && !isTyped) await whenWritten(pending)
    change((now) => (isEdited(now, { language, field }) ? now : make(now)))
  }

  function discardEdit(): void {
    discards.current += 1
    flushSync(() => {
      setEditing(new Set([...editing].filter((one) => one !== language)))
      change((now) => withoutWritten(now, language))
    })
    frame.current?.querySelector<HTMLElement>('[data-place] input, [data-edit]')?.focus()
  }

  function beginAgain(): void {
    discards.current += 1
    flushSync(() => {
      setEditing(new Set())
      kept.beginAgain()
    })
    document.getElementById('text')?.focus()
  }

  async function record(): Promise<void> {
    if (sending.current || choice === null) return
    const [first] = openPlaces
    if (first) {
      goToPlace(first.language)
      return
    }
    if (combinesNothing) {
      frame.current?.querySelector<HTMLElement>('[data-edit]')?.focus()
      return
    }
    sending.current = true
    await whenWritten(pending)
    // The editor may have handed on words that were typed before the button was pressed.
    const now = latest.current
    const decided = decide(now)
    const input =
      decided && openIn(now).length === 0
        ? inputOf({ draft: now, decision: decided, where: { ...where, language: props.explainedIn } })
        : null
    // What is recorded stays so: the form is on the page until the next screen is there.
    sending.current = input !== null && (await run({ action: 'decide-update', input }))
    // What was typed since then was not recorded: it stays.
    if (sending.current && latest.current === now) forget()
  }
  useUpdateKeys({ record: () => void record(), form: frame })

  // In another language readers get the common text, so nothing of it is decided.
  const isDecided = isCombined && sides.languages.includes(language)
  const isEditedHere = draft.written[language] !== undefined
  const placesHere = isDecided ? merges(language).conflicts.length : 0
  const openHere = openPlaces.find((one) => one.language === language)?.count ?? 0
  const placesTitle = openHere > 0 ? t('updates.parts.places', { count: openHere }) : t('updates.places.title')
  const pane = panes.find((one) => one.language === language)
  const isWithCommonText = hasCommonText(sides, language)
  const inSource = isWithCommonText ? null : panes.find((one) => one.language === sides.sourceLanguage)?.common
  const languages = [...new Set([...sides.languages, ...panes.map((one) => one.language)])]
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
      <UnrecordedWords typed={earlier} t={t} onDiscard={discardEarlier} />
      <UnreadableWords words={kept.unreadable} t={t} onDiscard={kept.discardUnreadable} />
      {kept.begun ? (
        <BegunNote
          begun={kept.begun}
          isChosen={draft.choice !== null}
          typed={kept.typed}
          language={pageLanguage}
          t={t}
          onDiscard={beginAgain}
        />
      ) : null}
      {languages.length > 1 ? (
        <fieldset className="row language-choice">
          <legend>{t('updates.one.languages')}</legend>
          {languages.map((one) => (
            <label key={one} className="tick-label">
              <input type="radio" name="shown-language" checked={one === language} onChange={() => setLanguage(one)} />
              {languageName(t, one)}
            </label>
          ))}
        </fieldset>
      ) : null}
      {mayDecide ? (
        <FormParts
          parts={[
            { id: 'common-h', title: t('updates.parts.changes') },
            { id: 'decision', title: t('updates.one.legend') },
            ...(placesHere > 0 ? [{ id: `places-${language}`, title: placesTitle }] : []),
            { id: 'result-h', title: t('updates.parts.result') },
            ...(asksWhy ? [{ id: 'why-title', title: t('editor.why.reason') }] : []),
          ]}
          t={t}
        />
      ) : null}
      <div className="cols c2">
        <section className="panel" aria-labelledby="common-h">
          <h2 id="common-h">{props.titles.common}</h2>
          {pane?.common ?? (
            <p className="muted">
              {t(isWithCommonText ? 'updates.one.same-in' : 'updates.one.no-text-in', {
                language: t(`words.language.${language}`),
              })}
            </p>
          )}
          {inSource ? (
            <>
              <p className="muted">
                {t('updates.one.changed-in', { language: t(`words.language.${sides.sourceLanguage}`) })}
              </p>
              {inSource}
            </>
          ) : null}
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
          {pane?.ours ?? (
            <p className="muted">
              {props.oursNothing === 'updates.one.ours-same' && languages.length > 1
                ? t('updates.one.ours-same-in', {
                    common: isWithCommonText ? 'some' : 'none',
                    language: t(`words.language.${language}`),
                  })
                : t(props.oursNothing)}
            </p>
          )}
          {props.reason ? <p className="muted">{props.reason}</p> : null}
        </section>
      </div>
      {mayDecide ? (
        <>
          <Cards cards={cards} choice={draft.choice} t={t} onChoose={choose} />
          {isDecided ? (
            <UpdateChanges
              offered={pane?.offered ?? []}
              declined={draft.declined[language] ?? []}
              isLocked={(id) => isEdited(draft, { language, field: fieldOfChange(id) })}
              t={t}
              onTake={(id, isTaken) =>
                void answer(fieldOfChange(id), (now) =>
                  withTaken(now, { language, id, isTaken, placesOf: (of) => mergeOf(of, language).conflicts }),
                )
              }
            />
          ) : null}
          {isDecided ? (
            <UpdatePlaces
              conflicts={merges(language).conflicts}
              answers={draft.answers[language] ?? {}}
              isLocked={(place) => isEdited(draft, { language, field: fieldOfPlace(place) })}
              language={language}
              pageLanguage={pageLanguage}
              t={t}
              onAnswer={(place, value, isTyped) =>
                void answer(
                  fieldOfPlace(place),
                  (now) =>
                    withAnswerAt(now, {
                      ...{ language, place, answer: value },
                      places: mergeOf(now, language).conflicts,
                    }),
                  { isTyped },
                )
              }
            />
          ) : null}
          {isDecided && !isEditedHere ? (
            <UpdateChecks checks={merges(language).checks} language={language} t={t} />
          ) : null}
          {isCombined && unread.length > 0 ? (
            <p className="note">
              {t('updates.result.beside', {
                languages: listed.format(unread.map((one) => t(`words.language.${one}`))),
                source: t(`words.language.${sides.sourceLanguage}`),
              })}
            </p>
          ) : null}
          {left.length > 0 ? (
            <p className="note">{sayLeft({ left, source: sides.sourceLanguage, language: pageLanguage, t })}</p>
          ) : null}
          <section className="stack" aria-labelledby="result-h">
            <h2 id="result-h">{t('updates.result.title')}</h2>
            {preview && choice ? (
              <UpdateResult
                sides={sides}
                preview={preview}
                language={language}
                pageLanguage={pageLanguage}
                together={together}
                choice={choice}
                offered={cards.map((card) => card.choice)}
                nameOf={nameOf}
                shownIn={languages}
                onShow={showIn}
                t={t}
              />
            ) : (
              <p className="muted">{t('updates.bar.choose')}</p>
            )}
            {isDecided ? (
              <EditResult
                key={language}
                written={draft.written[language]}
                isOpen={isEditedHere || editing.has(language)}
                merged={merges(language).text}
                writing={{
                  collection: 'variant-sections',
                  country: props.country,
                  language,
                  pageLanguage,
                  pending,
                  t,
                }}
                discards={discards}
                onOpen={() => setEditing(new Set([...editing, language]))}
                onDiscard={discardEdit}
                onWrite={(changes) =>
                  change((now) => withWritten(now, { language, changes, merged: mergeOf(now, language).text }))
                }
              />
            ) : null}
          </section>
          {asksWhy ? (
            <ReasonFields
              mode={leavesOut ? 'omit' : 'adapt'}
              {...(leavesOut && together
                ? { title: t(choice === 'keep' ? 'updates.why.in-one' : 'editor.why.title') }
                : {})}
              lead={t(leavesOut ? `updates.why.lead-${together ? 'several' : 'omit'}` : 'updates.why.lead')}
              // The reason of another choice is not the one that was being typed.
              key={draft.choice === 'park' ? 'parked' : 'differs'}
              values={reasonsOf(draft)}
              change={(changes) => change((now) => withReasons(now, changes))}
              language={props.explainedIn}
              isChosen={draft.choice !== 'park' && stored.reason !== ''}
              t={t}
              notes={[
                ...(endsAddition && preview?.ok && !leavesOut ? [t('updates.why.of-addition')] : []),
                ...(together && preview?.ok
                  ? [t('updates.why.several', { sections: listed.format(preview.explained.map(nameOf)) })]
                  : []),
              ]}
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
              onChange={({ target: { value } }) => change((now) => ({ ...now, note: value }))}
            />
          </div>
          <div className="stack-s">
            {props.editionNote ? <p>{props.editionNote}</p> : null}
            <p className="muted">{t('updates.bar.back')}</p>
            <p className="muted xs">{t('updates.bar.keys')}</p>
          </div>
          <div className="actions row end">
            <div className="why row">
              {combinesNothing ? (
                <p id="update-why">
                  {t('updates.bar.combines-nothing', {
                    languages: listed.format(unread.map((one) => t(`words.language.${one}`))),
                  })}
                </p>
              ) : null}
              {chosen && !isBlocked ? (
                <p>{t('updates.bar.recorded', { choice: t('words.quoted', { text: chosen.name }) })}</p>
              ) : null}
              {chosen ? null : <p id="update-why">{t('updates.bar.choose')}</p>}
              <OpenPlaces places={openPlaces} t={t} onGo={goToPlace} />
              <Result shown={shown} />
            </div>
            {props.ask ? (
              <a className="btn second" href={props.ask.href}>
                {props.ask.label}
              </a>
            ) : null}
            <a className="btn second" href={props.list} data-keeps="">
              {t('updates.bar.later')}
            </a>
            <button
              type="submit"
              className="btn"
              aria-disabled={isBlocked || running || undefined}
              aria-describedby={isBlocked ? 'update-why' : undefined}
            >
              {props.next ? t('updates.bar.record-next', { section: props.next }) : t('updates.bar.record')}
            </button>
          </div>
        </>
      ) : props.isPaused ? null : props.inPlace ? (
        <div className="note row end">
          <p>{t('updates.one.in-place')}</p>
          <a className="btn second" href={props.inPlace}>
            {t('updates.one.in-place-do')}
          </a>
        </div>
      ) : (
        <p className="note">{t('updates.one.read-only')}</p>
      )}
    </form>
  )
}

/** Says that the form goes on with a decision that the person began before, and what has changed since then. */
function BegunNote({
  begun: { typedAt, besidesAt, isAskedAgain },
  isChosen,
  typed,
  language,
  t,
  onDiscard,
}: {
  begun: NonNullable<ReturnType<typeof useKeptDraft>['begun']>
  /** Has the person chosen what to do? */
  isChosen: boolean
  typed: () => number
  language: Language
  t: ReturnType<typeof browserTranslator>
  onDiscard: () => void
}) {
  const when = { now: new Date(), language, t }
  const elsewhere = sayTimeOfDay({ ...when, at: typedAt, key: 'editor.draft.elsewhere' })
  const again = isAskedAgain && !isChosen ? t('updates.kept.choose-again') : ''
  return (
    <RestoredNote
      title={t('updates.kept.begun')}
      here={isAskedAgain ? again : t('updates.kept.as-left')}
      typed={typed}
      elsewhere={elsewhere && `${elsewhere} ${again}`}
      besides={sayTimeOfDay({ ...when, at: besidesAt, key: 'updates.kept.besides' })}
      t={t}
      onDiscard={onDiscard}
    />
  )
}

/** Has the common framework words in this language, before or now? */
function hasCommonText({ base, newest }: Waiting['sides'], language: Language): boolean {
  return [base, newest].some((side) => TEXT_FIELDS.some((field) => !isEmptyField(side?.content[field][language])))
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
    <fieldset id="decision">
      <legend>{t('updates.one.legend')}</legend>
      <div className="opts four">
        {cards.map((card) => (
          <RadioCard
            key={card.choice}
            name="choice"
            value={card.choice}
            isChosen={choice === card.choice}
            isForbidden={Boolean(card.forbidden)}
            title={card.name}
            does={card.forbidden ? t('updates.one.forbidden', { why: card.forbidden }) : card.does}
            onChoose={() => onChoose(card.choice)}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** What is still to be answered before the decision can be recorded, with the way to it in each language. */
function OpenPlaces({
  places,
  t,
  onGo,
}: {
  places: readonly { language: Language; count: number }[]
  t: ReturnType<typeof browserTranslator>
  onGo: (language: Language) => void
}) {
  if (places.length === 0) return null
  const count = places.reduce((sum, one) => sum + one.count, 0)
  return (
    <div id="update-why" className="row">
      <p className="muted">{t('updates.bar.open-places', { count })}</p>
      {places.map(({ language, count }) => (
        <button key={language} type="button" className="btn quiet sm" onClick={() => onGo(language)}>
          {t('updates.bar.open-in', { language: languageName(t, language), count })}
        </button>
      ))}
    </div>
  )
}

/** Why answers and single changes cannot be chosen any more, and how they can again. */
function EditedNote({
  language,
  t,
  onDiscard,
}: {
  language: Language
  t: ReturnType<typeof browserTranslator>
  onDiscard: () => void
}) {
  return (
    <p className="note">
      {t('updates.result.edited', { language: t(`words.language.${language}`) })}{' '}
      <button type="button" className="btn quiet sm" onClick={onDiscard}>
        {t('updates.result.again')}
      </button>
    </p>
  )
}

/** The merged text in the editor, once the person wants to edit it: the editor takes a moment to open. */
function EditResult({
  written,
  isOpen,
  merged,
  writing,
  discards,
  onOpen,
  onDiscard,
  onWrite,
}: {
  written: Partial<EditedText> | undefined
  isOpen: boolean
  merged: EditedText
  writing: Omit<Writing, 'round' | 'isNewest'>
  /** How often an edit was discarded: what the editor hands on afterwards is not taken. */
  discards: RefObject<number>
  onOpen: () => void
  onDiscard: () => void
  onWrite: (changes: Partial<EditedText>) => void
}) {
  const { t } = writing
  const round = useRound({ text: merged.body, isKept: written?.body !== undefined })
  const newest = useRef(round)
  newest.current = round
  const before = discards.current
  if (!isOpen)
    return (
      <p>
        <button type="button" className="btn second" data-edit onClick={onOpen}>
          {t('updates.result.edit')}
        </button>
      </p>
    )
  return (
    <div className="panel stack">
      {written ? <EditedNote language={writing.language} t={t} onDiscard={onDiscard} /> : null}
      <TextFields
        writing={{ ...writing, round, isNewest: () => discards.current === before && newest.current === round }}
        values={{ ...merged, ...written }}
        change={onWrite}
      />
    </div>
  )
}

/** Another number for each other merged text: the editor then opens again with it, unless what was typed is kept. */
function useRound({ text, isKept }: { text: EditedText['body']; isKept: boolean }): number {
  const [shown, setShown] = useState({ round: 0, text })
  const isOther = !isKept && shown.text !== text && !isSameValue(shown.text, text)
  if (isOther) setShown({ round: shown.round + 1, text })
  return isOther ? shown.round + 1 : shown.round
}

/** Gives the merged text of a draft in one language; it is worked out again only after another answer in that language. */
function useMerges(sides: Waiting['sides']) {
  const known = useRef(new Map<Language, { given: unknown[]; merged: ReturnType<typeof mergedText> }>())
  return (draft: UpdateDraft, language: Language) => {
    const [answers, declined] = [draft.answers[language], draft.declined[language]]
    const given = [sides, answers, declined]
    const found = known.current.get(language)
    if (found?.given.every((one, at) => one === given[at])) return found.merged
    const merged = mergedText({ sides, language, answers, declined })
    known.current.set(language, { given, merged })
    return merged
  }
}

/**
 * Alt + Page Down and Alt + Page Up open the next and the previous update, Ctrl + Enter records: only after the person has
 * clicked in the form or moved into it, and not while the keys are held. Otherwise keys that were meant for one update would
 * record the next one, which nobody has read.
 */
function useUpdateKeys({ record, form }: { record: () => void; form: RefObject<HTMLFormElement | null> }): void {
  const latest = useRef(record)
  latest.current = record
  useEffect(() => {
    let isUsed = false
    const use = ({ target }: Event): void => {
      if (target instanceof Node && form.current?.contains(target)) isUsed = true
    }
    const press = (event: KeyboardEvent): void => {
      const { target } = event
      const other = target instanceof Element ? target.closest('form') : null
      // In a question, or an answer, the key must not record a decision.
      const isElsewhere = other !== null && other !== form.current
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isElsewhere) {
        event.preventDefault()
        if (isUsed && !event.repeat) latest.current()
      }
      const rel = event.altKey ? { PageDown: 'next', PageUp: 'prev' }[event.key] : undefined
      const link = rel ? document.querySelector<HTMLAnchorElement>(`a[data-update="${rel}"]`) : null
      if (!link) return
      event.preventDefault()
      link.click()
    }
    document.addEventListener('keydown', press)
    for (const kind of ['focusin', 'pointerdown']) document.addEventListener(kind, use)
    return () => {
      document.removeEventListener('keydown', press)
      for (const kind of ['focusin', 'pointerdown']) document.removeEventListener(kind, use)
    }
  }, [form])
}
