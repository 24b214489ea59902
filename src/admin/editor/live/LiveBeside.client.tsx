'use client'

import { memo, type ReactNode, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { diffText } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import { isAsCommon } from '@/domain/sideBySide'
import { fromLexical } from '@/lexical/fromLexical'
import type { Translator } from '@/messages/translate'
import { keyed } from '@/textView/keyed'
import { viewOptions } from '@/textView/options'
import { SideBlocks } from '@/textView/SideBlocks'
import { Words } from '@/textView/Words'
import { RowState } from '../../sides/RowState'
import { DRAFT_PICTURES } from '../../words/addresses'
import { highlight } from '../highlight.client'
import type { VariantValues } from '../sectionValues'
import { alignRows, unalignRows } from './alignRows.client'
import { type LiveRows, liveRows, type RowRestored, restoredRow } from './liveRows'
import { paintAdded } from './paintAdded.client'

/** A title, a summary and a text in one language. */
export type Texts = Pick<VariantValues, 'title' | 'summary' | 'body'>

/** What is said above a block of the common text, by its id. */
export type BlockLabels = Readonly<Record<string, ReactNode>>

/** How many milliseconds after the last key the texts are compared: a key never waits for it. */
const SETTLED_MS = 300

type Given = {
  common: Texts
  /** In another one than ours, no words are compared, and none are brought back. */
  commonLanguage: Language
  /** Ours, as it is typed. */
  values: Texts
  labels: BlockLabels
  isMarked: boolean
  language: Language
  pageLanguage: Language
  t: Translator
}

/**
 * The common text beside the text that is written, each paragraph at the height of ours, with the words marked on both sides as they
 * are now, and with a button to bring each paragraph back.
 */
export function LiveBeside({ values, ...given }: Given) {
  return <Rows values={useSettled(values)} {...given} />
}

/** Of the same values it is not made again: the screen around it is, with every key. */
const Rows = memo(function Rows({
  common,
  commonLanguage,
  values,
  labels,
  isMarked,
  language,
  pageLanguage,
  t,
}: Given) {
  const isSameLanguage = language === commonLanguage
  const theirs = useMemo(() => fromLexical(common.body), [common.body])
  const live = useMemo(
    () => liveRows({ common: theirs, ours: values.body, isSameLanguage }),
    [theirs, values.body, isSameLanguage],
  )
  const list = useRef<HTMLDivElement>(null)
  const [restored, setRestored] = useState('')
  useAlignment({ live, list, isMarked })
  const differing = live.rows.filter((row) => !isAsCommon(row)).length

  async function restore(row: RowRestored): Promise<void> {
    const root = writtenText()
    if (!root) return
    const { restoreRow } = await import('./restoreRow.client')
    restoreRow(root, row)
    setRestored(t(row.common.length === 0 ? 'editor.live.taken-out' : 'editor.live.restored'))
  }

  return (
    <div className="stack live-beside">
      {isSameLanguage ? <p className="muted xs">{t('editor.live.count', { count: differing })}</p> : null}
      <p className="vh" role="status">
        {restored}
      </p>
      {(['title', 'summary'] as const).map((field) => (
        <Line
          key={field}
          name={field}
          words={{ before: common[field], after: values[field] }}
          {...{ isMarked: isMarked && isSameLanguage, language: commonLanguage, pageLanguage, t }}
        />
      ))}
      <div className="live-rows" ref={list}>
        {keyed(live.rows).map(({ key, index }) => (
          <Row
            key={key}
            {...{ live, index, labels, isMarked, language: commonLanguage, pageLanguage, t }}
            onRestore={isSameLanguage ? restore : null}
          />
        ))}
      </div>
    </div>
  )
})

type Shown = { isMarked: boolean; language: Language; pageLanguage: Language; t: Translator }

/** The title or the summary of the common text, with the words marked that ours does not have. */
function Line({
  name,
  words,
  isMarked,
  language,
  pageLanguage,
  t,
}: Shown & { name: 'title' | 'summary'; words: { before: string; after: string } }) {
  if (words.before === '') return null
  const segments = diffText(words).segments.filter(({ status }) => status !== 'added')
  const options = viewOptions({ language, t, ...(pageLanguage === language ? {} : { wordsLang: pageLanguage }) })
  return (
    <p className={`text-${name}`} lang={language}>
      {isMarked ? <Words segments={segments} options={options} /> : words.before}
    </p>
  )
}

function Row({
  live,
  index,
  labels,
  onRestore,
  isMarked,
  language,
  pageLanguage,
  t,
}: Shown & {
  live: LiveRows
  index: number
  labels: BlockLabels
  onRestore: ((row: RowRestored) => Promise<void>) | null
}) {
  const row = live.rows[index]
  if (!row) return null
  const restored = onRestore ? restoredRow(live, index) : null
  return (
    <div className="live-row" data-state={row.state}>
      {row.common.length > 0 ? (
        <div lang={language}>
          <SideBlocks
            blocks={row.common}
            change={isMarked ? row.change : null}
            side="before"
            language={language}
            pageLanguage={pageLanguage}
            t={t}
            files={DRAFT_PICTURES}
            idPrefix={`live-${index}-`}
            labelOf={({ id }) => labels[id]}
          />
        </div>
      ) : null}
      {isAsCommon(row) ? null : (
        <div className="row live-state">
          <RowState row={row} say={t} />
          {restored ? (
            <button type="button" className="btn quiet sm" onClick={() => void onRestore?.(restored)}>
              {t(row.common.length === 0 ? 'editor.live.take-out' : 'editor.live.restore')}
            </button>
          ) : null}
        </div>
      )}
    </div>
  )
}

/** The values as they were when nobody typed for a moment. */
function useSettled(values: Texts): Texts {
  const [settled, setSettled] = useState(values)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(values), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [values])
  return settled
}

/** Keeps the rows at the height of our paragraphs, and our words marked, whatever changes the size of the text. */
function useAlignment({
  live,
  list: at,
  isMarked,
}: {
  live: LiveRows
  list: RefObject<HTMLElement | null>
  isMarked: boolean
}): void {
  useLayoutEffect(() => {
    const list = at.current
    const field = document.querySelector(FIELD)
    if (!list || !field) return
    const wide = window.matchMedia('(min-width: 64rem)')
    const place = () => {
      const root = writtenText()
      if (root && isMarked) paintAdded(live, root)
      else highlight('ours-added', [])
      if (root && wide.matches) alignRows({ list, root, live })
      else unalignRows(list)
    }
    place()
    const observer = new ResizeObserver(place)
    for (const one of [field, list]) observer.observe(one)
    return () => {
      observer.disconnect()
      highlight('ours-added', [])
    }
  }, [live, at, isMarked])
}

/** The field of our text. */
const FIELD = '#section-body'

/** Our text in the open editor; null while the editor is not there. */
function writtenText(): HTMLElement | null {
  return document.querySelector<HTMLElement>(`${FIELD} .ContentEditable__root`)
}
