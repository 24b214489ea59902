'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { isSameJson } from '@/domain/canonicalJson'
import { withAnswer, withPair } from '@/domain/importPlan/choices'
import { LANGUAGES, type Language } from '@/domain/language'
import { isEmptyField } from '@/domain/richText/sameText'
import { LONGEST_TOOLKIT_SLUG, slugOf, TOOLKIT_SLUG } from '@/domain/slug'
import { SignIcon } from '@/icons/SignIcon'
import { KEPT_OF_TITLE, opening } from '@/messages/opening'
import type { Translator } from '@/messages/translate'
import { LONGEST_TOOLKIT_TITLE } from '@/stored/longestToolkitTitle'
import { browserTranslator } from '../editor/browserTranslator'
import { Field, fieldAttributes } from '../editor/Field'
import type { WrongField } from '../markFields'
import { Result, type ResultShown } from '../Result'
import { useLeaveWarning } from '../useLeaveWarning.client'
import { frameworkAddress, SIGN_IN } from '../words/addresses'
import type { NamedCountry } from '../words/byCountryName'
import { languageName } from '../words/languageName'
import type { TypedWords } from './Decisions'
import { ImportPreview } from './ImportPreview'
import type { ImportAnswer, ShownPreview } from './importAnswer'
import {
  answered,
  answersLost,
  type Chosen,
  chosenIn,
  hasChoices,
  type ImportWork,
  NO_WORK,
  unanswered,
  asking as withQuestion,
  withTyped,
} from './importWork'
import { PROBLEMS, problemsIn, sayNote } from './Notes'
import { usePreviewInHistory } from './previewHistory.client'
import { countMarks } from './sectionMarks'
import {
  type Answered,
  type Sending as Asked,
  type Choices,
  type ImportForm,
  NO_CHOICES,
  type Progress,
  sendDocument,
} from './sendDocument'
import '../editor/editor.css'

export type KnownToolkit = { slug: string; title: string; language: Language }

const NEW = ''
/** Not the address of a toolkit: nothing is preselected. */
const UNCHOSEN = '?'
/** The server refuses more; a person who chose too much is told before sending. */
const MOST_BYTES = 50 * 1024 * 1024

/** The message about an import with an unknown result: while it is checked, and what was found. */
const AFTER = {
  stopped: {
    looking: 'editor.import.stopping',
    nothing: 'editor.import.stopped',
    done: 'editor.import.stopped-late',
  },
  unconfirmed: {
    looking: 'editor.import.unconfirmed',
    nothing: 'editor.import.unconfirmed-nothing',
    done: 'editor.import.unconfirmed-done',
  },
} as const

type Imported = Extract<ImportAnswer, { kind: 'imported' }>

/** Choose files and where they go, preview the changes, import. */
export function ImportSteps({
  words,
  pageLanguage,
  toolkits,
  countries,
  chosen,
  isForNew,
}: {
  words: Record<string, string>
  pageLanguage: Language
  toolkits: KnownToolkit[]
  /** All countries, in the order of their names. */
  countries: readonly NamedCountry[]
  chosen: string
  /** Does the person want to start a toolkit? */
  isForNew: boolean
}) {
  const router = useRouter()
  const t = useMemo(() => browserTranslator({ words, language: pageLanguage }), [words, pageLanguage])
  const first = toolkits.find(({ slug }) => slug === chosen)
  const [files, setFiles] = useState<File[]>([])
  const [slug, setSlug] = useState(first?.slug ?? (isForNew || toolkits.length === 0 ? NEW : UNCHOSEN))
  const [ownTitle, setOwnTitle] = useState<string | null>(null)
  const [ownSlug, setOwnSlug] = useState('')
  const [language, setLanguage] = useState<Language>(first?.language ?? pageLanguage)
  const [shown, setShown] = useState<ResultShown>({ kind: 'nothing' })
  const [step, setStep] = useState<'form' | 'preview'>('form')
  const [work, setWork] = useState<ImportWork>(NO_WORK)
  const [imported, setImported] = useState<Imported | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const titleField = useRef<HTMLInputElement>(null)
  const formHeading = useRef<HTMLHeadingElement>(null)
  const message = useRef<HTMLDivElement>(null)
  const asking = useRef<AbortController | null>(null)
  /** A running import, or one whose result is being requested. */
  const writing = useRef<'begun' | 'stopped' | null>(null)
  const [isWriting, setIsWriting] = useState(false)
  /** Own words as they are in their fields, so that none are lost with a field, whatever was already sent. */
  const typed = useRef<Record<string, string>>({})
  /** Did the person press the import button while the preview was requested again? */
  const pressed = useRef(false)
  const [isStopping, setIsStopping] = useState(false)
  /** Was the form reached by the browser's Back? */
  const cameBack = useRef(false)
  const inHistory = usePreviewInHistory(goTo)

  const latestStep = useRef(step)
  latestStep.current = step
  const preview = step === 'preview' ? (work.shown?.preview ?? null) : null
  const hasPreview = preview !== null
  const { choices } = chosenIn(work)
  const isNew = slug === NEW
  const title = ownTitle ?? work.shown?.preview.title ?? ''
  const newSlug = ownSlug || (title ? slugOf(title, new Set(toolkits.map((one) => one.slug))) : '')
  const form: ImportForm = { files, slug: isNew ? newSlug : slug, title: isNew ? title : '', language }
  const isRunning = shown.kind === 'running'
  const titleWrong = preview && isNew ? wrongTitle({ title, t }) : null
  const whyNot = preview && whyNotYet({ preview, t })
  const problems = preview && !preview.isPossible ? problemsIn({ preview, t }).length : 0

  useLeaveWarning(hasChoices(work) && !imported)

  useEffect(() => {
    if (hasPreview || imported) heading.current?.focus()
    else if (cameBack.current) formHeading.current?.focus()
    cameBack.current = false
  }, [hasPreview, imported])

  // Files can be chosen before the page is ready. They are read before a button can be pressed, which would otherwise
  // find none.
  useLayoutEffect(() => setFiles([...(chooser.current?.files ?? [])]), [])

  /** Handles the browser's Back and Forward. */
  function goTo(wanted: 'form' | 'preview'): void {
    // The result of an import is shown in any case.
    if (writing.current === 'begun') asking.current?.abort()
    else if (writing.current === null) {
      stop()
      setShown({ kind: 'nothing' })
    }
    setQuestion(null)
    setImported(null)
    setStep(wanted === 'preview' && work.shown ? 'preview' : 'form')
    cameBack.current = wanted === 'form'
  }

  /** Cancels the request to the server; the screen keeps what it shows, and its input. */
  function stop(): void {
    if (!asking.current) return
    asking.current.abort()
    asking.current = null
    setWork(unanswered)
    setShown({ kind: 'nothing' })
  }

  function toFiles(): void {
    chooser.current?.focus()
  }

  /** A running import continues: choices made in the meantime are ignored. */
  function setWriting(now: 'begun' | 'stopped' | null): void {
    writing.current = now
    setIsWriting(now !== null)
  }

  /** Any new choice in the form makes another preview: the decisions in the last one are lost, after a question. */
  function choosing<Value>(set: (value: Value) => void) {
    return (value: Value) => {
      if (writing.current !== null) return showFiles()
      const go = () => {
        set(value)
        stop()
        forgetWork()
        setShown({ kind: 'nothing' })
      }
      if (hasChoices(work)) setQuestion({ go })
      else go()
    }
  }

  function forgetWork(): void {
    setWork(NO_WORK)
    typed.current = {}
  }

  /** Requests a preview or an import; an earlier request that is still open is cancelled. */
  async function ask(asked: Omit<Asked, 'document' | 'signal' | 'onProgress'>): Promise<ImportAnswer | null> {
    asking.current?.abort()
    const mine = new AbortController()
    asking.current = mine
    const answer = await sendDocument({
      ...asked,
      document: work.shown?.preview.document ?? '',
      signal: mine.signal,
      onProgress: (progress) => {
        if (asking.current === mine) setShown({ kind: 'running', text: sayProgress({ progress, t }) })
      },
    })
    if (asking.current !== mine) return null
    asking.current = null
    return answer
  }

  /**
   * Requests a preview with these choices, and shows it, with `texts`; returns the answer. Answers to questions that no
   * longer exist are reported with the words that were written, because they are nowhere else by then.
   */
  async function look(chosen: Chosen, texts: string[] = []): Promise<ImportAnswer | null> {
    const before = work.shown?.preview
    setWork((now) => withQuestion(now, chosen))
    setShown({ kind: 'running', text: t('editor.import.reading') })
    // A new toolkit has nothing that a document could be compared with, whatever its address will be.
    const answer = await ask({ order: { ...form, slug: isNew ? '' : slug, ...chosen } })
    if (answer) take(answer)
    if (answer?.kind !== 'preview' || !before || isUnreadable(answer.preview)) return answer
    const all = [...texts, ...sayLost(answersLost({ before, after: answer.preview, choices: chosen.choices }))]
    if (all.length > 0) setShown({ kind: 'problem', title: t('editor.bar.problem'), texts: all })
    return answer
  }

  function sayLost(lost: Answered[]): string[] {
    if (lost.length === 0) return []
    const own = lost.flatMap((one) =>
      typeof one === 'object' ? [t('editor.import.words-lost', { words: one.text })] : [],
    )
    return [t('editor.import.answers-lost', { count: lost.length }), ...own]
  }

  function take(given: ImportAnswer): void {
    const answer =
      given.kind === 'preview' && isUnreadable(given.preview) ? refusedFile({ preview: given.preview, t }) : given
    if (answer.kind === 'preview') {
      setWork((now) => answered(now, answer.preview))
      if (step !== 'preview') inHistory.enter()
      setStep('preview')
    } else setWork(unanswered)
    if (answer.kind === 'imported') {
      forgetWork()
      setFiles([])
      setOwnTitle(null)
      setOwnSlug('')
      setStep('form')
      setImported(answer)
      inHistory.end()
      router.refresh()
    }
    const isMadeAnew =
      pressed.current && answer.kind === 'preview' && whyNotYet({ preview: answer.preview, t }) === null
    pressed.current = false
    setShown(
      isMadeAnew
        ? { kind: 'done', text: t('editor.import.made-anew') }
        : resultOf({ answer, isPreviewShown: preview !== null, toFiles, t }),
    )
    if (answer.kind === 'refused') message.current?.scrollIntoView({ block: 'nearest' })
  }

  async function lookFirst(): Promise<void> {
    if (isRunning) return
    const problem = problemOf({ form, slug, isTitleKnown: ownTitle !== null && title !== '', toolkits, t })
    if (problem !== null) return setShown(problemInForm({ ...problem, toFiles, t }))
    await look(chosenIn(work))
  }

  /** Imports what the preview shows, from the same input. */
  async function importNow({ preview: seen, chosen }: NonNullable<ImportWork['shown']>): Promise<void> {
    if (writing.current !== null) return
    const said = withTyped({ choices: chosen.choices, typed: typed.current })
    if (isRunning || !isSameJson(said, chosen.choices)) {
      // What was chosen or typed last is shown before it is imported.
      pressed.current = true
      if (!isRunning) await look({ ...chosen, choices: said })
      return
    }
    const problem = problemOf({ form, slug, isTitleKnown: true, toolkits, t })
    if (problem !== null) return setShown({ kind: 'problem', title: t('editor.bar.problem'), ...problem })
    setShown({ kind: 'running', text: t('editor.import.importing') })
    setQuestion(null)
    const order = { ...form, ...chosen }
    setWriting('begun')
    const answer = await ask({ order, seen: seen.seen })
    if (answer?.kind === 'stopped' || answer?.kind === 'unconfirmed')
      return sayWhatWasWritten({ chosen, seen, why: answer.kind })
    setWriting(null)
    if (answer?.kind === 'refused' && answer.movedOn) {
      // Answers stay valid if the question is the same, the others are asked again.
      await look(chosen, answer.texts)
      return
    }
    if (answer) take(answer)
  }

  /** An import whose result is unknown was either rolled back completely or done: the toolkit itself shows which. */
  async function sayWhatWasWritten({
    chosen,
    seen,
    why,
  }: {
    chosen: Chosen
    seen: ShownPreview
    why: 'stopped' | 'unconfirmed'
  }): Promise<void> {
    const words = AFTER[why]
    setWriting('stopped')
    setShown({ kind: 'running', text: t(words.looking) })
    setIsStopping(true)
    const order = { ...form, ...chosen, choices: NO_CHOICES }
    const now = await ask({ order })
    setIsStopping(false)
    setWriting(null)
    if (!now) return
    if (now.kind !== 'preview') {
      // Only the check is refused here, which says nothing about the import.
      if (now.kind !== 'refused') return take({ kind: 'unknown' })
      if (now.isOtherPerson) return take({ ...now, texts: [t('editor.import.other-person')] })
      return take(now.signedOut ? now : { kind: 'unknown' })
    }
    const { last } = now.preview
    if (last?.id === seen.last?.id) {
      if (now.preview.seen === seen.seen) return setShown({ kind: 'done', text: t(words.nothing) })
      await look(chosen, [t(words.nothing)])
      return
    }
    // Somebody else has imported after this person, or instead of them: nobody knows which.
    if (!last?.isOwn) return take({ kind: 'unknown' })
    setWork(answered(withQuestion(NO_WORK, { level: order.level, choices: NO_CHOICES }), now.preview))
    setSlug(order.slug)
    const texts = [t(words.done), t('editor.import.counts', { ...seen.counts, decide: 0 })]
    const about = latestStep.current === 'preview' ? [t('editor.import.stopped-late-preview')] : []
    setShown({ kind: 'problem', title: t('editor.bar.problem'), texts: [...texts, ...about] })
    router.refresh()
  }

  function answerOne(id: string, given: Answered | null): void {
    choose(withAnswer({ choices, id, answer: given }))
  }

  function answerSeveral(ids: string[], given: Answered): void {
    const said = Object.fromEntries(ids.map((id) => [id, given]))
    choose({ ...choices, resolutions: { ...choices.resolutions, ...said } })
  }

  function pair(index: number, key: string | null | undefined): void {
    const before = preview?.sections.find((section) => section.index === index)?.key
    choose(withPair({ choices, index, key, before }))
  }

  /** Each choice requests a new preview, which shows its effect and what is still open. */
  function choose(chosen: Choices): void {
    if (writing.current !== null) return
    void look({ ...chosenIn(work), choices: withTyped({ choices: chosen, typed: typed.current }) })
  }

  /** Another cut has other sections, so the answers do not apply to it. */
  function cutAt(level: string): void {
    if (writing.current !== null) return
    const go = () => void look({ level, choices: NO_CHOICES })
    if (hasChoices(work)) setQuestion({ go })
    else go()
  }

  function keepChoices(): void {
    setQuestion(null)
    showFiles()
  }

  /** Nothing is lost: the file field shows again what it had. */
  function showFiles(): void {
    if (chooser.current) chooser.current.files = listOf(files)
  }

  const ownWords: TypedWords = {
    of: (id) => typed.current[id],
    type: (id, text) => {
      typed.current[id] = text
    },
  }

  const stopButton =
    isRunning && !isStopping ? (
      <button type="button" className="btn second" onClick={() => asking.current?.abort()}>
        {t('editor.import.stop')}
      </button>
    ) : null

  const hasNoTitle = titleWrong !== null && isEmptyField(title) && isEmptyField(preview?.title)
  const titleError = hasNoTitle ? `${t('editor.import.no-title')} ${titleWrong}` : (titleWrong ?? undefined)
  // In the form, and in the preview, which shows the title of the document.
  const newToolkitFields = (
    <>
      <Field
        id="import-title"
        label={t('editor.import.title')}
        hint={hasPreview ? undefined : t('editor.import.title-hint')}
        error={titleError}
        errorMark=""
      >
        <input
          {...fieldAttributes({ id: 'import-title', error: titleError })}
          ref={titleField}
          name="title"
          type="text"
          maxLength={LONGEST_TOOLKIT_TITLE}
          readOnly={isWriting}
          value={title}
          onChange={(event) => setOwnTitle(event.target.value)}
        />
      </Field>
      <Field id="import-slug" label={t('editor.import.slug')} hint={t('editor.import.slug-hint')} errorMark="">
        <input
          id="import-slug"
          name="slug"
          type="text"
          maxLength={LONGEST_TOOLKIT_SLUG}
          readOnly={isWriting}
          value={newSlug}
          onChange={(event) => setOwnSlug(event.target.value)}
        />
      </Field>
    </>
  )

  if (imported) {
    return <ImportDone imported={imported} heading={heading} t={t} onAgain={() => setImported(null)} />
  }
  return (
    <div className="import-steps stack-l" data-form>
      {question ? (
        <LosesChoices
          t={t}
          onLose={() => {
            setQuestion(null)
            question.go()
          }}
          onKeep={keepChoices}
        />
      ) : null}
      {/* Hidden, not removed: the browser keeps the files that were chosen. */}
      <section className="panel stack" aria-labelledby="choose-title" hidden={hasPreview}>
        <h2 id="choose-title" tabIndex={-1} ref={formHeading}>
          {t('editor.import.choose')}
        </h2>
        <Field id="import-files" label={t('editor.import.files')} hint={t('editor.import.files-hint')} errorMark="">
          <input
            id="import-files"
            name="files"
            ref={chooser}
            type="file"
            multiple
            aria-disabled={isWriting || undefined}
            accept=".docx,.md,.markdown,.zip,.png,.jpg,.jpeg,.gif,.webp"
            onChange={(event) => choosing(setFiles)([...(event.target.files ?? [])])}
          />
        </Field>
        <div className="cols c2">
          <Field id="import-toolkit" label={t('editor.import.toolkit')} errorMark="">
            <select
              id="import-toolkit"
              name="toolkit"
              aria-disabled={isWriting || undefined}
              value={slug}
              onChange={(event) =>
                choosing((chosen: string) => {
                  setSlug(chosen)
                  const known = toolkits.find((one) => one.slug === chosen)
                  if (known) setLanguage(known.language)
                })(event.target.value)
              }
            >
              {slug === UNCHOSEN ? <option value={UNCHOSEN}>{t('editor.import.toolkit-choose')}</option> : null}
              {toolkits.map((one) => (
                <option key={one.slug} value={one.slug}>
                  {one.title}
                </option>
              ))}
              <option value={NEW}>{t('editor.import.new-toolkit')}</option>
            </select>
          </Field>
          <Field id="import-language" label={t('editor.import.language')} errorMark="">
            <select
              id="import-language"
              aria-disabled={isWriting || undefined}
              value={language}
              onChange={(event) =>
                choosing(setLanguage)(LANGUAGES.find((one) => one === event.target.value) ?? language)
              }
            >
              {LANGUAGES.map((one) => (
                <option key={one} value={one}>
                  {languageName(t, one)}
                </option>
              ))}
            </select>
          </Field>
          {isNew && !hasPreview ? newToolkitFields : null}
        </div>
        <p className="muted xs">{t('editor.import.no-real-case')}</p>
        <div className="row">
          <button type="button" className="btn" aria-disabled={isRunning || undefined} onClick={() => void lookFirst()}>
            {t('editor.import.look')}
          </button>
          {preview ? null : stopButton}
        </div>
        {preview ? null : (
          <div ref={message}>
            <Result shown={shown} />
          </div>
        )}
      </section>
      {preview ? (
        <section className="stack-l" aria-labelledby="preview-title">
          <div className="row end preview-head">
            <div>
              <h2 id="preview-title" tabIndex={-1} ref={heading}>
                {t('editor.import.preview')}
              </h2>
              <p>
                {sayWhere({
                  file: fileName({ files, file: preview.file, t }),
                  toolkit: isNew
                    ? opening(title.trim(), KEPT_OF_TITLE)
                    : (toolkits.find((one) => one.slug === slug)?.title ?? slug),
                  language,
                  t,
                })}{' '}
                <span>{t('editor.import.counts', countMarks(preview, choices.resolutions))}</span>
              </p>
            </div>
            <button type="button" className="btn second" onClick={inHistory.back}>
              {t('editor.import.another-file')}
            </button>
          </div>
          {isNew ? <div className="cols c2">{newToolkitFields}</div> : null}
          <ImportPreview
            preview={preview}
            choices={choices}
            askedLevel={work.asked?.level ?? null}
            countries={countries}
            isBusy={isRunning}
            isWriting={isWriting}
            ownWords={ownWords}
            language={language}
            pageLanguage={pageLanguage}
            t={t}
            onLevel={cutAt}
            onAnswer={answerOne}
            onPair={pair}
            onAnswerSeveral={answerSeveral}
          />
          <div className={shown.kind === 'nothing' ? 'actions row end' : 'actions row end is-telling'}>
            <div className="why">
              <p className={whyNot || titleWrong ? undefined : 'muted'} id="import-words">
                {whyNot ?? titleWrong ?? t('editor.import.all-or-nothing')}
                {problems > 0 ? (
                  <>
                    {' '}
                    <a href={`#${PROBLEMS}`}>{t('editor.import.to-problems', { count: problems })}</a>
                  </>
                ) : null}
              </p>
              <Result shown={shown} />
            </div>
            <div className="row">
              {isRunning ? (
                stopButton
              ) : (
                <button type="button" className="btn second" onClick={inHistory.back}>
                  {t('editor.import.nothing')}
                </button>
              )}
              <button
                type="button"
                className="btn"
                data-imports
                aria-disabled={isRunning || whyNot !== null || undefined}
                aria-describedby="import-words"
                onClick={() => {
                  if (problems > 0) document.getElementById(PROBLEMS)?.focus()
                  else if (whyNot === null && titleWrong !== null) titleField.current?.focus()
                  else if (whyNot === null && work.shown) void importNow(work.shown)
                }}
              >
                {t('editor.import.do', { count: writtenBy(preview), gone: preview.counts.gone })}
              </button>
            </div>
          </div>
        </section>
      ) : null}
    </div>
  )
}

/**
 * In the form the sentence about the files is beside them: it is not repeated beside the button, which says how many
 * problems there are and leads to the files.
 */
function problemInForm({
  texts,
  wrong,
  toFiles,
  t,
}: {
  texts: string[]
  wrong: WrongField[]
  toFiles: () => void
  t: Translator
}): Extract<ResultShown, { kind: 'problem' }> {
  const beside = wrong.filter(({ field }) => field === 'files').map(({ text }) => text)
  if (beside.length === 0) return { kind: 'problem', title: t('editor.bar.problem'), texts, wrong }
  return {
    kind: 'problem',
    title: t('editor.import.problems-beside', { count: texts.length }),
    texts: texts.filter((text) => !beside.includes(text)),
    wrong,
    wayOut: { label: t('editor.import.to-files'), take: toFiles },
  }
}

/** The message about an answer; a preview and a completed import show themselves. */
function resultOf({
  answer,
  isPreviewShown,
  toFiles,
  t,
}: {
  answer: ImportAnswer
  isPreviewShown: boolean
  toFiles: () => void
  t: Translator
}): ResultShown {
  switch (answer.kind) {
    case 'preview':
    case 'imported':
      return { kind: 'nothing' }
    case 'refused': {
      const { signedOut, texts, wrong } = answer
      if (!signedOut && !isPreviewShown) return problemInForm({ texts, wrong, toFiles, t })
      const problem = { kind: 'problem' as const, title: t('editor.bar.problem'), wrong }
      if (!signedOut) return { ...problem, texts }
      // In a new window: what was chosen and decided is only on this page.
      const link = { label: t('editor.sign-in'), href: SIGN_IN }
      return { ...problem, texts: [...texts, t('editor.import.sign-in-kept')], link }
    }
    case 'stopped':
      return { kind: 'done', text: t(isPreviewShown ? 'editor.import.stopped-preview' : 'editor.import.stopped') }
    case 'unconfirmed':
      return { kind: 'problem', title: t('editor.bar.problem'), texts: answer.texts }
    case 'unknown':
      return { kind: 'problem', title: t('editor.bar.problem'), texts: [t('editor.import.unknown')] }
    default:
      return answer satisfies never
  }
}

/** Which file goes into which toolkit; a new one may have no title yet. */
function sayWhere({
  file,
  toolkit,
  language,
  t,
}: {
  file: string
  toolkit: string
  language: Language
  t: Translator
}): string {
  const words = { file, language: t(`words.language.${language}`) }
  return toolkit === '' ? t('editor.import.into-new', words) : t('editor.import.into', { ...words, toolkit })
}

/** Several texts are counted, without their pictures; one is named, like a folder. */
function fileName({ files, file, t }: { files: readonly File[]; file: string; t: Translator }): string {
  const count = files.filter(({ name }) => !/\.(png|jpe?g|gif|webp)$/i.test(name)).length
  return count > 1 ? t('editor.import.several', { count }) : file
}

function sayProgress({ progress: { step, done, of }, t }: { progress: Progress; t: Translator }): string {
  switch (step) {
    case 'reading':
      return of > 1 ? t('editor.import.reading-step', { done, of }) : t('editor.import.reading')
    case 'comparing':
      return t('editor.import.comparing')
    case 'writing':
      return t('editor.import.writing-step', { done, of })
    default:
      return step satisfies never
  }
}

/** What is done if the person agrees to lose the choices. */
type Question = { go: () => void }

/** Asks before choices are lost that are nowhere else. The answer is beside the question, and the focus returns. */
function LosesChoices({ t, onLose, onKeep }: { t: Translator; onLose: () => void; onKeep: () => void }) {
  const words = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const before = document.activeElement
    words.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <section className="panel wash stack" aria-labelledby="loses-words">
      <p id="loses-words" tabIndex={-1} ref={words}>
        {t('editor.import.loses')}
      </p>
      <div className="row">
        <button type="button" className="btn second" onClick={onKeep}>
          {t('editor.import.loses-keep')}
        </button>
        <button type="button" className="btn" onClick={onLose}>
          {t('editor.import.loses-go')}
        </button>
      </div>
    </section>
  )
}

function listOf(files: readonly File[]): FileList {
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  return transfer.files
}

/** How many sections the import writes. */
function writtenBy({ sections }: ShownPreview): number {
  return sections.filter(({ status, moved }) => status !== 'same' || moved).length
}

function ImportDone({
  imported: { counts, created, toolkit },
  heading,
  t,
  onAgain,
}: {
  imported: Imported
  heading: React.RefObject<HTMLHeadingElement | null>
  t: Translator
  onAgain: () => void
}) {
  return (
    <section className="panel stack" aria-labelledby="done-title">
      <h2 id="done-title" tabIndex={-1} ref={heading}>
        <SignIcon sign="tick" /> {created ? t('editor.import.done-new') : t('editor.import.done')}
      </h2>
      <p>{t('editor.import.counts', { ...counts, decide: 0 })}</p>
      <p>{t('editor.import.done-next')}</p>
      <div className="row">
        <a className="btn" href={frameworkAddress({ id: toolkit })}>
          {t('editor.import.open')}
        </a>
        <button type="button" className="btn second" onClick={onAgain}>
          {t('editor.import.again')}
        </button>
      </div>
    </section>
  )
}

/** What is wrong with the title of a new toolkit; null if nothing is. */
function wrongTitle({ title, t }: { title: string; t: Translator }): string | null {
  if (isEmptyField(title)) return t('editor.import.title-missing')
  const count = title.trim().length
  return count > LONGEST_TOOLKIT_TITLE
    ? t('editor.import.title-too-long', { count, limit: LONGEST_TOOLKIT_TITLE })
    : null
}

/** What prevents the import, in one sentence; null if nothing does. */
function whyNotYet({ preview, t }: { preview: ShownPreview; t: Translator }): string | null {
  if (!preview.isPossible) return t('editor.import.not-possible', { count: problemsIn({ preview, t }).length })
  return preview.open.length > 0 ? t('editor.import.undecided', { count: preview.open.length }) : null
}

/** Nothing of the document could be read, and no other cut of it could help. */
function isUnreadable({ sections, levels, isPossible }: ShownPreview): boolean {
  return !isPossible && sections.length === 0 && levels.length < 2
}

/** What is wrong with the document is wrong with the files that were chosen. */
function refusedFile({ preview: { problems, notes }, t }: { preview: ShownPreview; t: Translator }): ImportAnswer {
  const wrong = notes.filter(({ kind }) => kind === 'problem')
  const texts = [
    ...problems,
    ...(wrong.length > 0 ? wrong : notes).map((note) => (wrong.length > 1 ? sayNote({ note, t }) : note.text)),
  ]
  return {
    kind: 'refused',
    texts,
    wrong: texts.slice(0, 1).map((text) => ({ field: 'files', text })),
    movedOn: false,
    wantsFiles: false,
    signedOut: false,
    isOtherPerson: false,
  }
}

/** What must be corrected before anything is sent, and in which field. */
function problemOf({
  form: { files, slug, title },
  slug: chosen,
  isTitleKnown,
  toolkits,
  t,
}: {
  form: ImportForm
  slug: string
  /** Otherwise the document gives it. */
  isTitleKnown: boolean
  toolkits: KnownToolkit[]
  t: Translator
}): { texts: string[]; wrong: WrongField[] } | null {
  const wrongIn = (field: string, text: string) => ({ texts: [text], wrong: [{ field, text }] })
  if (files.length === 0) return wrongIn('files', t('refusal.import-file-missing'))
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES)
    return wrongIn('files', t('import.files-too-large', { limit: 50 }))
  if (chosen === UNCHOSEN) return wrongIn('toolkit', t('editor.import.toolkit-missing'))
  if (chosen !== NEW || !isTitleKnown) return null
  const aboutTitle = wrongTitle({ title, t })
  if (aboutTitle !== null) return wrongIn('title', aboutTitle)
  if (!TOOLKIT_SLUG.test(slug)) return wrongIn('slug', t('editor.import.slug-wrong'))
  return toolkits.some((one) => one.slug === slug) ? wrongIn('slug', t('editor.import.slug-taken')) : null
}
