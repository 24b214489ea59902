'use client'

import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { replacementFor } from '@/domain/words/findText'
import { useWritingGround } from '../writingGround.client'
import { applyReplacements } from './applyReplacements.client'
import { contextOf, type Found, foundPlaces, nextFrom } from './foundPlaces'
import { paintFound, unpaint } from './paintFound.client'

/** Finds words in the text of an editor, shows where they are, and replaces one or all of them. */
export function FindPanel({
  editor,
  words: chosen,
  turn,
  onClose,
}: {
  editor: LexicalEditor
  /** What to look for at first. */
  words: string
  /** Another number asks again. */
  turn: number
  onClose: () => void
}) {
  const { language, t } = useWritingGround()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState(chosen)
  const [instead, setInstead] = useState('')
  const [matchCase, setMatchCase] = useState(false)
  const [wholeWords, setWholeWords] = useState(false)
  const [at, setAt] = useState(0)
  const [replaced, setReplaced] = useState<number | null>(null)
  const [state, setState] = useState(() => editor.getEditorState())
  const wanted = useMemo(() => ({ words, matchCase, wholeWords }), [words, matchCase, wholeWords])
  const found = useMemo(() => foundPlaces(state.toJSON(), wanted), [state, wanted])
  /** The text can have lost places since. */
  const now = Math.min(at, found.length - 1)
  const current = found[now]

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again with another turn
  useEffect(() => {
    if (chosen !== '') setWords(chosen)
    setAt(0)
    field.current?.focus()
    field.current?.select()
  }, [turn])
  useEffect(
    () =>
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, editorState }) => {
        if (dirtyElements.size > 0 || dirtyLeaves.size > 0) setState(editorState)
      }),
    [editor],
  )
  useEffect(() => {
    // What the editor shows follows its text.
    const frame = requestAnimationFrame(() => paintFound(editor, { wanted, found, at: now }))
    return () => cancelAnimationFrame(frame)
  }, [editor, wanted, found, now])
  useEffect(() => () => unpaint(editor.getRootElement()), [editor])

  function change(work: () => void): void {
    work()
    setAt(0)
    setReplaced(null)
  }

  function step(by: 1 | -1): void {
    setReplaced(null)
    if (found.length > 0) setAt((now + by + found.length) % found.length)
  }

  function replace(those: readonly Found[]): void {
    const replacements = those.map(({ place, stretch }) => {
      const there = place.text.slice(stretch.from, stretch.to)
      return { place, stretch, words: replacementFor({ found: there, words: instead, matchCase, language }) }
    })
    const [first] = those
    if (!first) return
    applyReplacements(editor, replacements)
    setReplaced(those.length)
    const behind = { index: first.index, at: first.stretch.from + (replacements[0]?.words.length ?? 0) }
    setAt(nextFrom(foundPlaces(editor.getEditorState().toJSON(), wanted), behind))
  }

  function onKey(event: KeyboardEvent): void {
    // Keys in it are not for the text, nor for a form around it.
    event.stopPropagation()
    if (event.key === 'Escape') onClose()
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.type !== 'text') return
    event.preventDefault()
    if (event.target.id === `${id}-instead`) replace(current ? [current] : [])
    else step(event.shiftKey ? -1 : 1)
  }

  return (
    <search className="find-panel" aria-label={t('editor.control.find')} onKeyDown={onKey}>
      <div className="find-row">
        <label htmlFor={`${id}-words`}>{t('editor.find.words')}</label>
        <input
          ref={field}
          id={`${id}-words`}
          type="text"
          autoComplete="off"
          maxLength={200}
          value={words}
          aria-describedby={`${id}-says`}
          onChange={(event) => change(() => setWords(event.target.value))}
        />
        <button type="button" onClick={() => step(-1)} aria-disabled={found.length === 0 || undefined}>
          {t('editor.find.previous')}
        </button>
        <button type="button" onClick={() => step(1)} aria-disabled={found.length === 0 || undefined}>
          {t('editor.find.next')}
        </button>
        <label className="find-tick">
          <input type="checkbox" checked={matchCase} onChange={() => change(() => setMatchCase(!matchCase))} />
          {t('editor.find.case')}
        </label>
        <label className="find-tick">
          <input type="checkbox" checked={wholeWords} onChange={() => change(() => setWholeWords(!wholeWords))} />
          {t('editor.find.whole')}
        </label>
      </div>
      <div className="find-row">
        <label htmlFor={`${id}-instead`}>{t('editor.find.instead')}</label>
        <input
          id={`${id}-instead`}
          type="text"
          lang={language}
          autoComplete="off"
          maxLength={200}
          value={instead}
          onChange={(event) => setInstead(event.target.value)}
        />
        <button type="button" onClick={() => replace(current ? [current] : [])} aria-disabled={!current || undefined}>
          {t('editor.find.replace')}
        </button>
        <button type="button" onClick={() => replace(found)} aria-disabled={found.length === 0 || undefined}>
          {t('editor.find.replace-all', { count: found.length })}
        </button>
        <button type="button" className="find-close" onClick={onClose}>
          {t('editor.find.close')}
        </button>
      </div>
      <p className="find-says" id={`${id}-says`} role="status">
        {replaced === null ? null : `${t('editor.find.replaced', { count: replaced })} `}
        {words === '' ? null : current ? (
          <>
            {t('editor.find.place', { at: now + 1, count: found.length })}{' '}
            <Context found={current} language={language} />
          </>
        ) : replaced === null ? (
          t('editor.find.none')
        ) : null}
      </p>
    </search>
  )
}

/** The words with what stands around them: they may be in a part of the text that is folded. */
function Context({ found, language }: { found: Found; language: string }) {
  const { before, words, after } = contextOf(found)
  return (
    <q lang={language}>
      {before}
      <mark>{words}</mark>
      {after}
    </q>
  )
}
