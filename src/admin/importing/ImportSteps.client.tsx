'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useRef, useState } from 'react'
import { LANGUAGES, type Language } from '@/domain/language'
import { slugOf } from '@/domain/slug'
import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import { browserTranslator } from '../editor/browserTranslator'
import { Field } from '../editor/Field'
import { Result, type ResultShown } from '../Result'
import { frameworkAddress } from '../words/addresses'
import { ImportPreview } from './ImportPreview'
import type { ImportAnswer, ShownPreview } from './importAnswer'
import { type Answered, type Choices, type ImportOrder, NO_CHOICES, sendDocument } from './sendDocument'
import '../editor/editor.css'

export type KnownToolkit = { slug: string; title: string; language: Language }

const NEW = ''
/** The server refuses more; who chose too much learns it before sending. */
const MOST_BYTES = 50 * 1024 * 1024

type Imported = Extract<ImportAnswer, { kind: 'imported' }>

/** Choose files and where they go, look at what would change, import. */
export function ImportSteps({
  words,
  pageLanguage,
  toolkits,
  chosen,
}: {
  words: Record<string, string>
  pageLanguage: Language
  toolkits: KnownToolkit[]
  chosen: string
}) {
  const router = useRouter()
  const t = useMemo(() => browserTranslator({ words, language: pageLanguage }), [words, pageLanguage])
  const first = toolkits.find(({ slug }) => slug === chosen) ?? toolkits[0]
  const [files, setFiles] = useState<File[]>([])
  const [slug, setSlug] = useState(first?.slug ?? NEW)
  const [title, setTitle] = useState('')
  const [ownSlug, setOwnSlug] = useState('')
  const [language, setLanguage] = useState<Language>(first?.language ?? pageLanguage)
  const [level, setLevel] = useState('')
  const [shown, setShown] = useState<ResultShown>({ kind: 'nothing' })
  const [preview, setPreview] = useState<ShownPreview | null>(null)
  const [choices, setChoices] = useState<Choices>(NO_CHOICES)
  const [isAllowed, setAllowed] = useState(false)
  const [imported, setImported] = useState<Imported | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const asking = useRef<AbortController | null>(null)
  const hasPreview = preview !== null

  const isNew = slug === NEW
  const newSlug = ownSlug || (title ? slugOf(title, new Set(toolkits.map((one) => one.slug))) : '')
  const order: ImportOrder = {
    files,
    slug: isNew ? newSlug : slug,
    title: isNew ? title : '',
    language,
    level,
    choices,
  }
  const problem = problemOf({ order, isNew, toolkits, t })
  const isRunning = shown.kind === 'running'
  const whyNot = preview && whyNotYet({ preview, isAllowed, t })

  useEffect(() => {
    if (hasPreview || imported) heading.current?.focus()
  }, [hasPreview, imported])

  // Files can be chosen before the page listens.
  useEffect(() => setFiles([...(chooser.current?.files ?? [])]), [])

  /** Whatever is chosen anew makes a preview of something else. */
  function choosing<Value>(set: (value: Value) => void) {
    return (value: Value) => {
      set(value)
      leavePreview()
    }
  }

  function leavePreview(): void {
    asking.current?.abort()
    setPreview(null)
    setLevel('')
    setChoices(NO_CHOICES)
    setAllowed(false)
    setShown({ kind: 'nothing' })
  }

  /** Asks for a preview with these choices; an earlier question that is still open is stopped. */
  async function look(asked: ImportOrder): Promise<void> {
    asking.current?.abort()
    const mine = new AbortController()
    asking.current = mine
    setShown({ kind: 'running', text: t('editor.import.reading') })
    const answer = await sendDocument({
      order: asked,
      document: preview?.document ?? '',
      signal: mine.signal,
      onProgress: ({ done, of }) => {
        if (asking.current === mine && of > 1)
          setShown({ kind: 'running', text: t('editor.import.reading-step', { done, of }) })
      },
    })
    if (asking.current === mine) take(answer)
  }

  function take(answer: ImportAnswer): void {
    if (answer.kind === 'preview') setPreview(answer.preview)
    if (answer.kind === 'imported') {
      setPreview(null)
      setImported(answer)
      router.refresh()
    }
    setShown(resultOf({ answer, t }))
  }

  async function lookFirst(): Promise<void> {
    if (isRunning) return
    if (problem !== null) return setShown({ kind: 'problem', title: t('editor.bar.problem'), texts: [problem] })
    await look(order)
  }

  async function importNow(seen: string, allowGone: number): Promise<void> {
    if (isRunning) return
    setShown({ kind: 'running', text: t('editor.import.importing') })
    const answer = await sendDocument({ order, document: preview?.document ?? '', seen, allowGone })
    if (answer.kind === 'refused' && answer.movedOn) {
      // The toolkit has changed meanwhile: there is a new preview, and it is decided on anew.
      setChoices(NO_CHOICES)
      setAllowed(false)
      await look({ ...order, choices: NO_CHOICES })
    }
    take(answer)
  }

  /** Each choice makes a new preview, which says what comes of it and what is still open. */
  function choose(chosen: Choices): void {
    setChoices(chosen)
    setAllowed(false)
    void look({ ...order, choices: chosen })
  }

  function answerOne(id: string, given: Answered | null): void {
    const { [id]: _, ...others } = choices.resolutions
    choose({ ...choices, resolutions: given === null ? others : { ...others, [id]: given } })
  }

  function pair(index: number, key: string | null | undefined): void {
    const { [index]: _, ...others } = choices.pairs
    choose({ ...choices, pairs: key === undefined ? others : { ...others, [index]: key } })
  }

  /** Another cut has other sections: what was said of them is of no use. */
  function cutAt(level: string): void {
    setLevel(level)
    setChoices(NO_CHOICES)
    setAllowed(false)
    void look({ ...order, level, choices: NO_CHOICES })
  }

  if (imported) {
    return <ImportDone imported={imported} heading={heading} t={t} onAgain={() => setImported(null)} />
  }
  return (
    <div className="stack-l">
      {/* Hidden, not gone: the browser keeps the files that were chosen. */}
      <section className="panel stack" aria-labelledby="choose-title" hidden={hasPreview}>
        <h2 id="choose-title">{t('editor.import.choose')}</h2>
        <Field id="import-files" label={t('editor.import.files')} hint={t('editor.import.files-hint')} errorMark="">
          <input
            id="import-files"
            ref={chooser}
            type="file"
            multiple
            accept=".docx,.md,.markdown,.zip,.png,.jpg,.jpeg,.gif,.webp"
            onChange={(event) => choosing(setFiles)([...(event.target.files ?? [])])}
          />
        </Field>
        <div className="cols c2">
          <Field id="import-toolkit" label={t('editor.import.toolkit')} errorMark="">
            <select
              id="import-toolkit"
              value={slug}
              onChange={(event) => {
                choosing(setSlug)(event.target.value)
                const known = toolkits.find((one) => one.slug === event.target.value)
                if (known) setLanguage(known.language)
              }}
            >
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
              value={language}
              onChange={(event) =>
                choosing(setLanguage)(LANGUAGES.find((one) => one === event.target.value) ?? language)
              }
            >
              {LANGUAGES.map((one) => (
                <option key={one} value={one}>
                  {t(`words.language.${one}`)}
                </option>
              ))}
            </select>
          </Field>
          {isNew ? (
            <>
              <Field id="import-title" label={t('editor.import.title')} errorMark="">
                <input
                  id="import-title"
                  type="text"
                  maxLength={200}
                  value={title}
                  onChange={(event) => choosing(setTitle)(event.target.value)}
                />
              </Field>
              <Field id="import-slug" label={t('editor.import.slug')} hint={t('editor.import.slug-hint')} errorMark="">
                <input
                  id="import-slug"
                  type="text"
                  maxLength={60}
                  value={newSlug}
                  onChange={(event) => choosing(setOwnSlug)(event.target.value)}
                />
              </Field>
            </>
          ) : null}
        </div>
        <p className="muted xs">{t('editor.import.no-real-case')}</p>
        <div className="row">
          <button type="button" className="btn" aria-disabled={isRunning || undefined} onClick={() => void lookFirst()}>
            {t('editor.import.look')}
          </button>
          {isRunning ? (
            <button type="button" className="btn second" onClick={() => asking.current?.abort()}>
              {t('editor.import.stop')}
            </button>
          ) : null}
        </div>
        {preview ? null : <Result shown={shown} />}
      </section>
      {preview ? (
        <section className="stack-l" aria-labelledby="preview-title">
          <div className="row end">
            <div>
              <h2 id="preview-title" tabIndex={-1} ref={heading}>
                {t('editor.import.preview')}
              </h2>
              <p>
                {t('editor.import.into', {
                  file: preview.file,
                  toolkit: isNew ? title : (toolkits.find((one) => one.slug === slug)?.title ?? slug),
                  language: t(`words.language.${language}`),
                })}
              </p>
            </div>
            <button type="button" className="btn second" onClick={leavePreview}>
              {t('editor.import.another-file')}
            </button>
          </div>
          <ImportPreview
            preview={preview}
            choices={choices}
            isAllowed={isAllowed}
            isBusy={isRunning}
            language={language}
            pageLanguage={pageLanguage}
            t={t}
            onLevel={cutAt}
            onAnswer={answerOne}
            onPair={pair}
            onAllow={setAllowed}
          />
          <div className="actions row end">
            <div className="why">
              <p className={whyNot ? undefined : 'muted'} id="import-words">
                {whyNot ?? t('editor.import.all-or-nothing')}
              </p>
              <Result shown={shown} />
            </div>
            <div className="row">
              <button type="button" className="btn second" onClick={leavePreview}>
                {t('editor.import.nothing')}
              </button>
              <button
                type="button"
                className="btn"
                aria-disabled={isRunning || whyNot !== null || undefined}
                aria-describedby="import-words"
                onClick={() => {
                  if (whyNot === null) void importNow(preview.seen, isAllowed ? preview.counts.gone : 0)
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

/** What an answer says in words; a preview and an import that was done show themselves. */
function resultOf({ answer, t }: { answer: ImportAnswer; t: Translator }): ResultShown {
  switch (answer.kind) {
    case 'preview':
    case 'imported':
      return { kind: 'nothing' }
    case 'refused':
      return { kind: 'problem', title: t('editor.bar.problem'), texts: answer.texts }
    case 'stopped':
      return { kind: 'done', text: t('editor.import.stopped') }
    case 'unknown':
      return { kind: 'problem', title: t('editor.bar.problem'), texts: [t('editor.import.unknown')] }
    default:
      return answer satisfies never
  }
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
      <p>{t('editor.import.counts', counts)}</p>
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

/** What stands against the import, in one sentence; null where nothing does. */
function whyNotYet({
  preview,
  isAllowed,
  t,
}: {
  preview: ShownPreview
  isAllowed: boolean
  t: Translator
}): string | null {
  if (!preview.isPossible) return t('editor.import.not-possible')
  if (preview.open.length > 0) return t('editor.import.undecided', { count: preview.open.length })
  return preview.asksAboutGone && !isAllowed ? t('editor.import.gone-unconfirmed') : null
}

/** What has to be put right before anything is sent. */
function problemOf({
  order: { files, slug, title },
  isNew,
  toolkits,
  t,
}: {
  order: ImportOrder
  isNew: boolean
  toolkits: KnownToolkit[]
  t: Translator
}): string | null {
  if (files.length === 0) return t('refusal.import-file-missing')
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return t('editor.import.too-large', { limit: 50 })
  if (!isNew) return null
  if (title.trim() === '') return t('editor.import.title-missing')
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return t('editor.import.slug-wrong')
  return toolkits.some((one) => one.slug === slug) ? t('editor.import.slug-taken') : null
}
