'use client'

import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import type { Language } from '@/domain/language'
import { REASON_NAMES, type SectionKind } from '@/domain/nationalSave'
import type { Mode } from '@/domain/section'
import type { Needless } from '@/domain/translating'
import type { Translator } from '@/messages/translate'
import { readChangeReasons } from '@/stored/changeReasons'
import { AdditionPlaceFields } from './AdditionPlaceFields.client'
import type { AdditionPlaces } from './additionPlaces'
import { browserTranslator } from './browserTranslator'
import { ChangeReasonFields } from './ChangeReasons.client'
import { chosenMode, type TypedReasons } from './chosenMode'
import { focusField } from './focusField'
import { LiveBeside } from './live/LiveBeside.client'
import { type ModeCard, ModeCards } from './ModeCards.client'
import { ReasonFields } from './ReasonFields.client'
import { SavingBar } from './SavingBar.client'
import { type OtherDifference, StaleComparison } from './StaleComparison.client'
import {
  changedNames,
  type EditorText,
  fitsVariant,
  typedWords,
  type VariantValues,
  wordsOfReasons,
} from './sectionValues'
import { type Missing, missingIn, nationalWrite, unsentNames } from './sectionWrites'
import { staleChange } from './staleChange'
import { TextField, TextFields, type Writing } from './TextFields.client'
import { type Beside, TextPanes } from './TextPanes.client'
import { sayTimeOfDay } from './timeOfDay'
import type { KeptOnServer } from './useCopyKeeper.client'
import { useSaving } from './useSaving.client'
import { WordsFromBefore } from './WordsFromBefore.client'
import { whenWritten } from './whenWritten'
import type { Saved } from './work'
import './editor.css'

export type VariantEditorProps = {
  words: Record<string, string>
  pageLanguage: Language
  language: Language
  userId: string
  variant: string
  country: string
  sectionKey: string
  onServer: KeptOnServer
  kind: SectionKind
  /** This person may only translate. */
  onlyTranslates: boolean
  /** The stored words of this language were written as the country's own, not as a translation. */
  hasOwnWords: boolean
  /** Readers would get stored words of the country, in any language, if it adapted the section. */
  keepsOwnWords: boolean
  /** An addition to this section is stored in another language. */
  hasAdditionElsewhere: boolean
  /** The other languages in which the stored choice is explained, as part of a sentence; empty if there are none. */
  explainedIn: string
  saved: Saved<VariantValues>
  /** What applies again when the country's own text is removed; null for a section that only the country has. */
  common: VariantValues | null
  cards: ModeCard[]
  modeNames: Record<Mode, string>
  beside: Beside
  /** The fields that the common text has in no language: a translation leaves them empty. */
  needless: readonly Needless[]
  /** What saving does to the edition, if anything. */
  editionNote: string | null
  /** Where an addition can stand in the common text. */
  places: AdditionPlaces
  /** The screens that ask which of the country's text to remove: in this language, and in all. */
  restore: { some: string; all: string }
}

/** A text is written for one choice of the country: what somebody types never moves to another choice. */
const CHOICE = ['mode'] as const
/** A translation is valid whatever the country's choice for the section. */
const NO_CHOICE = [] as const

const NO_LABELS = {}

/** The choices for a section with which its readers get the common text, or a translation of it. */
const NOT_ADAPTED: readonly Mode[] = ['inherit', 'supplement']

/** One section of a national version in one language: the country's choice for it, its text, and why. */
export function VariantSectionEditor(props: VariantEditorProps) {
  const {
    cards,
    common,
    explainedIn,
    hasAdditionElsewhere,
    hasOwnWords,
    keepsOwnWords,
    kind,
    language,
    needless,
    onlyTranslates,
    onServer,
    pageLanguage,
    saved,
    sectionKey,
    userId,
    variant,
  } = props
  const t = useMemo(
    () => browserTranslator({ words: props.words, language: pageLanguage }),
    [props.words, pageLanguage],
  )
  const pending = useRef(0)
  const written = useCallback(() => whenWritten(pending), [])
  const place = useMemo(
    () => ({ userId, section: `${variant}/${sectionKey}`, language }),
    [userId, variant, sectionKey, language],
  )
  const work = useSaving({
    place,
    onServer,
    fits: fitsVariant,
    saved,
    written,
    choice: kind === 'translation' ? NO_CHOICE : CHOICE,
    reasons: REASON_NAMES,
  })
  const { base, change, isChanged, round, state, theirs, values } = work
  /** The text that was seen last: a comparison replaces the values of `base`, but not its revision. */
  const [seen, setSeen] = useState(base)
  if (seen.rev !== base.rev) setSeen(base)
  const [missing, setMissing] = useState<Missing[]>([])
  const [isTakenBack, setTakenBack] = useState(false)
  /** How many reasons for single changes the last save dropped. */
  const [dropped, setDropped] = useState(0)
  /** Of this text only: after a save, a discard or taking somebody else's text it is reset. */
  const reasons = useRef<{ of: string; typed: TypedReasons }>({ of: '', typed: {} })
  /**
   * The words should become the translation: what somebody else saved in the meantime does not change that. Another
   * save ends it.
   */
  const [isWished, setWished] = useState(false)
  /** The common text is chosen instead of the country's own: another screen first asks what to remove. */
  const isTaken = !onlyTranslates && common !== null && base.values.mode !== 'inherit' && values.mode === 'inherit'
  // Words typed with the choice are not discarded for it.
  const hasMoreThanChoice = (before: VariantValues) =>
    changedNames({ before, after: values }).some((name) => name !== 'mode')
  const isBlocked = isTaken && hasMoreThanChoice(base.values)
  // If somebody has adapted the section or left it out in the meantime, its words are its own.
  const mayTranslate = NOT_ADAPTED.includes(values.mode)
  const willTranslate = isWished && mayTranslate
  const where = { variant, key: sectionKey, language }
  const unsentOn = useCallback(
    (before: VariantValues) => unsentNames({ before, after: values, kind, onlyTranslates, hasOwnWords }),
    [kind, onlyTranslates, hasOwnWords, values],
  )
  const unsent = useMemo(() => (isTaken ? [] : unsentOn(base.values)), [isTaken, unsentOn, base.values])
  const isUnusedText = hasOwnWords && kind === 'translation' && mayTranslate
  const isChosen = base.values.mode === values.mode && theirs === null
  const because = isBlocked
    ? t('editor.restore-why-chosen', { mode: props.modeNames[base.values.mode] })
    : unsent.length > 0
      ? isUnusedText && isChosen
        ? t('editor.bar.own-words')
        : t('editor.bar.unsent', { mode: props.modeNames[values.mode] })
      : null
  // A reason belongs to its choice, so it goes in the languages that this screen does not show too.
  const elsewhere =
    explainedIn !== '' && !onlyTranslates && values.mode !== 'inherit' && values.mode !== base.values.mode
      ? t('editor.why.elsewhere', { mode: props.modeNames[values.mode], languages: explainedIn })
      : null
  const isOwnNow = kind === 'translation' && !onlyTranslates && seen.values.mode !== 'adapt' && values.mode === 'adapt'
  // Another choice can remove an explanation in another language.
  const staysElsewhere = work.isElsewhere && values.mode === base.values.mode

  function choose(mode: Mode): void {
    const of = `${base.rev} ${round}`
    const typed = reasons.current.of === of ? reasons.current.typed : {}
    const chosen = chosenMode({ mode, saved: base.values, values, typed })
    reasons.current = { of, typed: chosen.typed }
    change(chosen.changes)
  }

  /** What somebody changes is no longer marked as missing. */
  function edit(changes: Partial<VariantValues>): void {
    change(changes)
    setMissing((before) => before.filter((one) => one !== 'change' && !(one in changes)))
  }

  const sayTime = (key: 'editor.bar.saved' | 'editor.stale.when', at: string) =>
    work.isReady ? sayTimeOfDay({ at, now: new Date(), language: pageLanguage, key, t }) : ''

  async function save(from: Saved<VariantValues>, asTranslation = willTranslate): Promise<void> {
    if (!onlyTranslates && common !== null && from.values.mode !== 'inherit' && values.mode === 'inherit') {
      // Nothing is removed without a question, and words typed with the choice are not removed at all.
      return hasMoreThanChoice(from.values)
        ? document.getElementById('saving-words')?.focus()
        : work.leaveFor(props.restore.all)
    }
    if (!asTranslation && unsentOn(from.values).length > 0) return document.getElementById('saving-words')?.focus()
    // A translation has the common text's words, whatever the country's choice for the section.
    const as = (one: VariantValues): VariantValues =>
      onlyTranslates || asTranslation ? { ...one, mode: 'inherit' } : one
    const stored = { hasOwnWords, keepsOwnWords, hasAdditionElsewhere }
    const found = missingIn({ kind, before: as(from.values), after: as(values), ...stored, asTranslation, needless })
    setMissing(found)
    if (found.length > 0) setWished(false)
    const [first] = found
    if (first) return focusField(`section-${first === 'change' ? 'body' : first}`)
    const result = await work.send({
      from,
      write: (change) => {
        const write = nationalWrite({ ...change, kind, onlyTranslates, hasOwnWords, asTranslation })
        return write && { ...write, input: { ...write.input, ...where } }
      },
      made: ({ changeReasons }) =>
        changeReasons === undefined ? {} : { changeReasons: readChangeReasons(changeReasons) },
    })
    // If the screen knew of it, it said so before the save.
    setTakenBack(result?.takenBack === true && props.editionNote === null)
    setDropped(Number(result?.droppedReasons ?? 0))
    if (!result || !asTranslation) return
    setWished(false)
    // The button disappears with its note.
    document.getElementById('saving-words')?.focus()
  }

  async function saveAsTranslation(): Promise<void> {
    setWished(true)
    await save(theirs ?? base, mayTranslate)
  }

  /** The country writes its own words in a language in which there is a common text. */
  const isComparedHere = kind === 'common' && !onlyTranslates && values.mode === 'adapt' && work.isReady
  const { labels = NO_LABELS, source = null } = props.beside
  const translates = kind === 'translation' && (onlyTranslates || values.mode === 'inherit' || values.mode === 'adapt')
  const live =
    isComparedHere && common
      ? { common, commonLanguage: language, labels }
      : source && work.isReady && (kind === 'own' || translates)
        ? { common: source.texts, commonLanguage: source.language, labels }
        : null
  const restorable = common !== null && base.values.mode !== 'inherit' && !onlyTranslates
  const typed = () => typedWords({ before: base.values, after: values })
  // Compared in the browser while somebody types: only the browser has both texts.
  const toMine = useMemo(
    () =>
      theirs &&
      staleChange({
        theirs: theirs.values,
        mine: values,
        common,
        kind,
        hasOwnWords,
        asTranslation: willTranslate,
      }),
    [theirs, values, common, kind, hasOwnWords, willTranslate],
  )
  return (
    <div className="section-editor stack-l" data-form>
      <WordsFromBefore work={work} typed={typed} language={language} pageLanguage={pageLanguage} t={t} />
      {theirs && toMine ? (
        <StaleComparison
          change={toMine.change}
          leftOut={toMine.leftOut}
          others={otherDifferences({
            theirs: theirs.values,
            mine: values,
            modeNames: props.modeNames,
            places: props.places,
            t,
          })}
          isMerged={work.isMerged && toMine.isPublished}
          notes={[
            isOwnNow ? t('editor.stale.own') : null,
            elsewhere,
            staysElsewhere ? t('editor.stale.elsewhere') : null,
          ]}
          when={sayTime('editor.stale.when', theirs.at)}
          language={language}
          pageLanguage={pageLanguage}
          isBusy={state.kind === 'saving'}
          isAwaited={work.isAwaited}
          typed={typed}
          t={t}
          onSaveMine={() => void save(theirs)}
          onTakeTheirs={work.takeSaved}
          onFetch={work.fetchTheirs}
          editionNote={props.editionNote}
        />
      ) : null}
      {cards.length > 0 ? (
        <ModeCards cards={cards} mode={values.mode} note={elsewhere} t={t} onChoose={choose} />
      ) : null}
      <TextPanes
        beside={props.beside}
        live={live && ((isMarked) => <LiveBeside {...live} {...{ values, isMarked, language, pageLanguage, t }} />)}
        title={kind === 'translation' && values.mode !== 'adapt' ? t('editor.translation') : t('editor.our-text')}
        corner={
          restorable ? (
            <RestoreButton
              isBlocked={isChanged || theirs !== null || state.kind === 'saving'}
              t={t}
              onRestore={() => work.leaveFor(props.restore.some)}
            />
          ) : null
        }
        t={t}
      >
        {work.isReady ? (
          <OurText
            kind={kind}
            onlyTranslates={onlyTranslates}
            values={values}
            change={edit}
            missing={missing}
            needless={needless}
            places={props.places}
            note={
              isUnusedText ? (
                <OwnWordsNote
                  t={t}
                  isBusy={state.kind === 'saving'}
                  onUse={isChosen ? () => void saveAsTranslation() : null}
                />
              ) : null
            }
            common={common?.body ?? null}
            writing={{
              collection: 'variant-sections',
              country: props.country,
              ...{ language, pageLanguage, ...work.editing, pending, t },
            }}
          />
        ) : (
          <p className="muted pane-fields">{t('editor.opening')}</p>
        )}
      </TextPanes>
      {!onlyTranslates && values.mode !== 'inherit' ? (
        <ReasonFields
          mode={values.mode}
          values={values}
          change={edit}
          language={language}
          isChosen={base.values.reason !== '' && base.values.mode === values.mode}
          wrong={{
            reason: missing.includes('reason') ? t('editor.missing.reason') : undefined,
            explanation: missing.includes('explanation') ? t('editor.missing.explanation') : undefined,
          }}
          t={t}
        />
      ) : null}
      {isComparedHere && common ? (
        <ChangeReasonFields
          common={common}
          values={values}
          change={edit}
          language={language}
          pageLanguage={pageLanguage}
          t={t}
        />
      ) : null}
      <p role="status" className={dropped > 0 ? 'note' : undefined}>
        {dropped > 0 ? t('editor.change-why.dropped', { count: dropped }) : null}
      </p>
      <SavingBar
        label={t(saveLabel({ kind, before: base.values.mode, after: values.mode, onlyTranslates }))}
        state={state}
        isChanged={isChanged}
        isCompared={theirs !== null}
        isReady={work.isReady}
        because={because}
        leftOut={
          unsent.length > 0
            ? {
                words: () => typedWords({ before: base.values, after: withNames(base.values, values, unsent) }),
                do: () => change(withNames(values, base.values, unsent)),
              }
            : null
        }
        typed={typed}
        saved={sayTime('editor.bar.saved', base.at)}
        note={props.editionNote}
        isTakenBack={isTakenBack}
        t={t}
        onSave={() => {
          setWished(false)
          void save(base, false)
        }}
        onDiscard={work.takeSaved}
      />
    </div>
  )
}

/** Values with some of them replaced. */
function withNames(
  values: VariantValues,
  others: VariantValues,
  names: readonly (keyof VariantValues)[],
): VariantValues {
  return { ...values, ...Object.fromEntries(names.map((name) => [name, others[name]])) }
}

/** Asks what to remove of the saved text; with unsaved changes it waits, and says so. */
function RestoreButton({ isBlocked, t, onRestore }: { isBlocked: boolean; t: Translator; onRestore: () => void }) {
  return (
    <span className="restore">
      <button
        type="button"
        className="btn quiet sm"
        aria-disabled={isBlocked || undefined}
        aria-describedby={isBlocked ? 'restore-why' : undefined}
        onClick={() => {
          if (!isBlocked) onRestore()
        }}
      >
        {t('editor.restore')}
      </button>
      {isBlocked ? (
        <span className="muted xs" id="restore-why">
          {t('editor.restore-why')}
        </span>
      ) : null}
    </span>
  )
}

/** Says that nobody reads the words below, and turns them into the translation if the choice is stored. */
function OwnWordsNote({ t, isBusy, onUse }: { t: Translator; isBusy: boolean; onUse: (() => void) | null }) {
  return (
    <div className="note">
      <p>{t('editor.own-words.note')}</p>
      {onUse ? (
        <p>
          <button
            type="button"
            className="btn second sm"
            aria-disabled={isBusy || undefined}
            onClick={() => !isBusy && onUse()}
          >
            {t('editor.own-words.use')}
          </button>
        </p>
      ) : null}
    </div>
  )
}

/** The fields of the text for the chosen mode: all of it, an addition, or none. */
function OurText({
  kind,
  onlyTranslates,
  values,
  change,
  missing,
  needless,
  places,
  note,
  common,
  writing,
}: {
  kind: SectionKind
  onlyTranslates: boolean
  values: VariantValues
  change: (changes: Partial<VariantValues>) => void
  missing: Missing[]
  needless: readonly Needless[]
  places: AdditionPlaces
  /** Shown above the text. */
  note: ReactNode
  /** The common text in this language; null if the section is only the country's own. */
  common: EditorText | null
  writing: Writing
}) {
  const { t } = writing
  const translates = kind === 'translation' && (onlyTranslates || values.mode !== 'omit')
  const writesText = kind === 'own' || translates || values.mode === 'adapt'
  const writesAddition = !onlyTranslates && kind !== 'own' && values.mode === 'supplement'
  if (!writesText && !writesAddition) {
    return (
      <p className="muted pane-fields">
        {values.mode === 'omit' ? t('editor.mode.omit-shown') : t('editor.mode.inherit-shown')}
      </p>
    )
  }
  return (
    <div className="pane-fields">
      {writesText ? note : null}
      {writesText ? (
        <TextFields
          writing={writing}
          values={values}
          change={change}
          common={common}
          needless={translates && values.mode !== 'adapt' ? needless : []}
          wrong={{
            title: missing.includes('title') ? t('editor.missing.title') : undefined,
            summary: missing.includes('summary') ? t('editor.nothing-to-translate') : undefined,
            body: missing.includes('change')
              ? t(kind === 'translation' ? 'editor.missing.change-translation' : 'editor.missing.change')
              : missing.includes('body')
                ? t('editor.nothing-to-translate')
                : undefined,
          }}
        />
      ) : null}
      {writesAddition ? (
        <TextField
          writing={writing}
          field="addition"
          label={t('editor.addition')}
          error={missing.includes('addition') ? t('editor.missing.addition') : undefined}
          text={values.addition}
          onChange={(addition) => change({ addition })}
        />
      ) : null}
      {writesAddition ? (
        <AdditionPlaceFields
          choice={values.additionPlace}
          places={places}
          change={(additionPlace) => change({ additionPlace })}
          t={t}
        />
      ) : null}
      <p className="muted xs">{t('editor.no-real-case')}</p>
    </div>
  )
}

function otherDifferences({
  theirs,
  mine,
  modeNames,
  places,
  t,
}: {
  theirs: VariantValues
  mine: VariantValues
  modeNames: Record<Mode, string>
  places: AdditionPlaces
  t: Translator
}): OtherDifference[] {
  const placeOf = ({ additionPlace, mode }: VariantValues) => {
    const block = 'block' in additionPlace ? places.blocks.find(({ id }) => id === additionPlace.block) : undefined
    const words = block?.words ? `${t('diff.colon')} ${block.words}` : ''
    return mode === 'supplement' ? `${t(`editor.place.${additionPlace.where}`)}${words}` : ''
  }
  const reasonOf = ({ reason }: VariantValues) => (reason === '' ? '' : t(`words.reason.${reason}`))
  return [
    { label: t('editor.mode.label'), theirs: modeNames[theirs.mode], mine: modeNames[mine.mode] },
    { label: t('editor.place.legend'), theirs: placeOf(theirs), mine: placeOf(mine) },
    { label: t('editor.why.reason'), theirs: reasonOf(theirs), mine: reasonOf(mine) },
    { label: t('editor.why.source'), theirs: theirs.sources, mine: mine.sources },
    { label: t('editor.why.explanation'), theirs: theirs.explanation, mine: mine.explanation },
    { label: t('diff.why.title'), theirs: wordsOfReasons(theirs), mine: wordsOfReasons(mine) },
  ]
}

/** The button says what it will do. */
function saveLabel({
  kind,
  before,
  after,
  onlyTranslates,
}: {
  kind: SectionKind
  before: Mode
  after: Mode
  onlyTranslates: boolean
}) {
  if (kind === 'translation' && (onlyTranslates || (before === 'inherit' && after === 'inherit')))
    return 'editor.save.translation'
  if (kind === 'own' || before === after) return 'editor.save.again'
  if (after === 'adapt') return 'editor.save.adapt'
  if (after === 'supplement') return 'editor.save.supplement'
  if (after === 'omit') return 'editor.save.omit'
  return 'editor.save.inherit'
}
