'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useRef, useState } from 'react'
import { TRACKED, type Tracked } from '@/domain/importing'
import type { Language } from '@/domain/language'
import type { GivenAnswer, GivenAnswers } from '@/domain/merge/merge'
import type { MessageKey } from '@/messages/catalogues'
import { type ActionAnswer, callRouteWithForm } from '../callAction'
import { browserTranslator } from '../editor/browserTranslator'
import { Field, fieldAttributes } from '../editor/Field'
import { Result, type ResultShown } from '../Result'
import { useLeaveWarning } from '../useLeaveWarning.client'
import { takeInRoute } from '../words/addresses'
import { languageName } from '../words/languageName'
import { StoreButton } from './StoreButton'
import { StoredFile } from './StoredFile'
import { TakenFile } from './TakenFile'
import { readStored, readTakenFile, type ShownFile, type StoredSections } from './takenAnswer'
import { chosenSections, stillOpen, type TakenChoices, takenSections, withChoice } from './takenChoices'
import '../editor/editor.css'

type Asked = { tracked: Tracked; answers: GivenAnswers }

/** Choose a Word file, see what changed in it, decide for each section, store. */
export function TakeInSteps({
  words,
  pageLanguage,
  variant,
  languages,
  asked,
}: {
  words: Record<string, string>
  pageLanguage: Language
  variant: string
  languages: readonly Language[]
  /** The language that the person comes from. */
  asked: Language
}) {
  const router = useRouter()
  const t = useMemo(() => browserTranslator({ words, language: pageLanguage }), [words, pageLanguage])
  const [file, setFile] = useState<File | null>(null)
  const [language, setLanguage] = useState(asked)
  const [wrongFile, setWrongFile] = useState<string>()
  const [preview, setPreview] = useState<ShownFile | null>(null)
  /** How tracked changes are to be read; the preview shows it when it has been read like that. */
  const [tracked, setTracked] = useState<Tracked>('accepted')
  const [answers, setAnswers] = useState<GivenAnswers>({})
  const [choices, setChoices] = useState<TakenChoices>({})
  const [stored, setStored] = useState<StoredSections | null>(null)
  /** Did the person want to store it while a reason was missing? */
  const [asksReasons, setAsksReasons] = useState(false)
  const [shown, setShown] = useState<ResultShown>({ kind: 'nothing' })
  const heading = useRef<HTMLHeadingElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const isRunning = shown.kind === 'running'
  const step = stored ? 'stored' : preview ? 'preview' : 'form'
  const before = useRef(step)

  useLeaveWarning(preview !== null && stored === null && Object.keys({ ...choices, ...answers }).length > 0)

  useEffect(() => {
    if (before.current !== step) (step === 'form' ? chooser : heading).current?.focus()
    before.current = step
  }, [step])

  // A file can be chosen before the page is ready.
  useEffect(() => setFile(chooser.current?.files?.[0] ?? null), [])

  async function send(of: 'preview' | 'store', { tracked, answers: given }: Asked): Promise<ActionAnswer | null> {
    if (!file) return null
    setShown({ kind: 'running', text: t(of === 'preview' ? 'editor.word.reading' : 'editor.word.storing') })
    const sections =
      preview && of === 'store' ? chosenSections(takenSections(preview, { choices, answers }), choices) : []
    const form = new FormData()
    const fields = { step: of, language, tracked, chosen: JSON.stringify({ answers: given, sections }) }
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    form.append('files', file, file.name)
    return callRouteWithForm({ path: takeInRoute(variant), form })
  }

  async function look(how: Asked, said: MessageKey | null = null): Promise<void> {
    const answer = await send('preview', how)
    if (!answer) return
    if (answer.kind !== 'done') {
      setTracked(preview?.tracked ?? 'accepted')
      return setShown(problemOf(answer))
    }
    setPreview(readTakenFile(answer.result))
    setShown(said ? { kind: 'problem', title: t('editor.bar.problem'), texts: [t(said)] } : { kind: 'nothing' })
  }

  async function lookFirst(): Promise<void> {
    if (isRunning) return
    setWrongFile(file ? undefined : t('editor.word.no-file'))
    if (!file) return chooser.current?.focus()
    await look({ tracked: 'accepted', answers: {} })
  }

  async function store(now: ShownFile): Promise<void> {
    if (isRunning) return
    const open = stillOpen({ taken: takenSections(now, { choices, answers }), choices, answers })
    setAsksReasons(open.length > 0)
    if (open.length > 0) {
      const texts = open.map(({ key, section }) =>
        t(key, { section: section ? `${section.number} ${section.title}` : '' }),
      )
      return setShown({ kind: 'problem', title: t('editor.bar.problem'), texts })
    }
    const how = { tracked: now.tracked, answers }
    const answer = await send('store', how)
    if (!answer) return
    // The file is compared with what is stored now, so that both texts are seen.
    if (answer.kind === 'stale' || (answer.kind === 'refused' && answer.isMoved))
      return look(how, 'editor.word.changed-meanwhile')
    if (answer.kind !== 'done') return setShown(problemOf(answer))
    setStored(readStored(answer.result))
    setShown({ kind: 'nothing' })
    router.refresh()
  }

  function problemOf(answer: Exclude<ActionAnswer, { kind: 'done' }>): ResultShown {
    const texts = answer.texts.length > 0 ? answer.texts : [t('editor.word.no-answer')]
    return { kind: 'problem', title: t('editor.bar.problem'), texts }
  }

  /** Each answer shows its effect. */
  function answerOne(id: string, answer: GivenAnswer | null): void {
    if (isRunning || !preview) return
    const { [id]: _, ...others } = answers
    const next = answer === null ? others : { ...others, [id]: answer }
    setAnswers(next)
    void look({ tracked: preview.tracked, answers: next })
  }

  function readAgain(how: Tracked): void {
    if (isRunning) return
    setTracked(how)
    void look({ tracked: how, answers })
  }

  function startAgain(): void {
    // The field is new after a store, and has no file.
    setFile(chooser.current?.files?.[0] ?? null)
    setPreview(null)
    setStored(null)
    setTracked('accepted')
    setAnswers({})
    setChoices({})
    setAsksReasons(false)
    setShown({ kind: 'nothing' })
  }

  if (stored)
    return (
      <StoredFile {...{ stored, variant, heading, t }} language={preview?.language ?? language} onAgain={startAgain} />
    )
  return (
    <div className="stack-l" data-form>
      {/* Hidden, not removed: the browser keeps the file that was chosen. */}
      <div className="panel stack" hidden={preview !== null}>
        <Field
          id="word-file"
          label={t('editor.word.file')}
          hint={t('editor.word.file-hint')}
          error={wrongFile}
          errorMark={t('editor.error')}
        >
          <input
            {...fieldAttributes({ id: 'word-file', error: wrongFile })}
            ref={chooser}
            type="file"
            name="files"
            accept=".docx"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        </Field>
        {languages.length > 1 ? (
          <Field id="word-language" label={t('editor.word.language')} errorMark="">
            <select
              id="word-language"
              value={language}
              onChange={(event) => setLanguage(languages.find((one) => one === event.target.value) ?? language)}
            >
              {languages.map((one) => (
                <option key={one} value={one}>
                  {languageName(t, one)}
                </option>
              ))}
            </select>
          </Field>
        ) : null}
        <p className="muted xs">{t('editor.import.no-real-case')}</p>
        <button type="button" className="btn" aria-disabled={isRunning || undefined} onClick={() => void lookFirst()}>
          {t('editor.word.look')}
        </button>
        {preview ? null : <Result shown={shown} />}
      </div>
      {preview ? (
        <section className="stack-l" aria-labelledby="word-preview-title">
          <div className="row end">
            <div>
              <h2 id="word-preview-title" tabIndex={-1} ref={heading}>
                {t('editor.word.preview')}
              </h2>
              <p>
                {t('editor.word.counts', {
                  ...{ file: preview.file, language: t(`words.language.${preview.language}`) },
                  ...{ changed: preview.sections.length, same: preview.same },
                })}
              </p>
              {preview.isMarked ? null : <p>{t('editor.word.not-marked')}</p>}
              {preview.hasLostFormats ? <p>{t('editor.word.lost-formats')}</p> : null}
            </div>
            <button type="button" className="btn second" onClick={startAgain}>
              {t('editor.import.another-file')}
            </button>
          </div>
          {preview.trackedChanges > 0 ? (
            <fieldset className="stack">
              <legend>{t('editor.word.tracked', { count: preview.trackedChanges })}</legend>
              <div className="opts">
                {TRACKED.map((one) => (
                  <label key={one} className="opt">
                    <input
                      type="radio"
                      name="tracked"
                      checked={tracked === one}
                      aria-disabled={isRunning || undefined}
                      onChange={() => readAgain(one)}
                    />
                    <strong>{t(`editor.word.tracked.${one}`)}</strong>
                  </label>
                ))}
              </div>
            </fieldset>
          ) : null}
          <TakenFile
            {...{ preview, variant, answers, choices, asksReasons, isRunning, pageLanguage, t }}
            onAnswer={answerOne}
            onChoose={(key, choice) =>
              setChoices((now) => withChoice({ sections: preview.sections, choices: now, key, choice }))
            }
          />
          <div className="stack">
            <StoreButton {...{ preview, choices, answers, isRunning, t }} onStore={() => void store(preview)} />
            <Result shown={shown} />
          </div>
        </section>
      ) : null}
    </div>
  )
}
