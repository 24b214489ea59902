'use client'

import { useEffect, useRef, useState } from 'react'
import type { Language } from '@/domain/language'
import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import type { NamedCountry } from '../words/byCountryName'
import { CutLevels } from './CutLevels'
import type { TypedWords } from './Decisions'
import { GoneSections } from './GoneSections'
import type { ShownPreview, ShownSection } from './importAnswer'
import { countNotes, Notes, ProblemsFirst } from './Notes'
import { RulesGone } from './RulesGone'
import { SectionDetail } from './SectionDetail'
import { MarkIcon, SectionTree } from './SectionTree'
import { hasMark, MARKS, type Mark } from './sectionMarks'
import type { Answered, Choices } from './sendDocument'

/** From this width on the text is beside the list; see `.text-pane` in editor.css. */
const BESIDE = '(min-width: 64rem)'

type Given = {
  preview: ShownPreview
  choices: Choices
  /** The level that a new preview is requested for; null while none is requested. */
  askedLevel: string | null
  countries: readonly NamedCountry[]
  isBusy: boolean
  /** An import is being saved: choices are disabled. */
  isWriting: boolean
  ownWords: TypedWords
  language: Language
  pageLanguage: Language
  t: Translator
  onLevel: (level: string) => void
  onAnswer: (id: string, answer: Answered | null) => void
  onPair: (index: number, key: string | null | undefined) => void
  onAnswerSeveral: (ids: string[], answer: Answered) => void
}

/** What the import would do: the list of sections beside the open one, and what is missing or lost. */
export function ImportPreview(given: Given) {
  const { preview, choices, isBusy, isWriting, language, pageLanguage, t } = given
  const { resolutions } = choices
  const [filter, setFilter] = useState<Mark | 'all'>('all')
  const [wanted, setWanted] = useState<number | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const pane = useRef<HTMLElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const { sections, gone, notes } = preview
  const shown = sections.filter((section) => hasMark(section, filter, resolutions))
  const lively = sections.filter((section) => !hasMark(section, 'same', resolutions))
  const chosen = sections.find(({ index }) => index === wanted) ?? lively[0] ?? sections[0]
  /** A section stays visible whatever is decided about it: once answered, it may not count as a change any more. */
  function stay(): void {
    if (chosen) setWanted(chosen.index)
  }
  const losses = countNotes(notes)
  const [reading, setReading] = useState(0)
  /** If the text is not beside the list, the page scrolls to it. */
  function read(index: number): void {
    setWanted(index)
    setReading((count) => count + 1)
  }
  useEffect(() => {
    if (reading === 0) return
    if (window.matchMedia(BESIDE).matches) {
      const isAbove = (pane.current?.getBoundingClientRect().top ?? 0) < 0
      if (isAbove) pane.current?.scrollIntoView({ block: 'start' })
      return
    }
    title.current?.focus({ preventScroll: true })
    title.current?.scrollIntoView({ block: 'start' })
  }, [reading])

  function backToList(): void {
    const entry = list.current?.querySelector<HTMLElement>('[aria-current]')
    entry?.focus()
    entry?.scrollIntoView({ block: 'center' })
  }

  return (
    <div className="stack-l import-preview" aria-busy={isBusy}>
      <ProblemsFirst preview={preview} t={t} />
      <div className="row end">
        <ul className="filters" aria-label={t('editor.import.filter')}>
          {(['all', ...MARKS] as const).map((mark) => {
            const count = sections.filter((section) => hasMark(section, mark, resolutions)).length
            if (mark !== 'all' && mark !== filter && count === 0) return null
            return (
              <li key={mark}>
                <button type="button" aria-pressed={mark === filter} onClick={() => setFilter(mark)}>
                  {mark === 'all' ? null : <MarkIcon mark={mark} />}
                  {t(`editor.import.filter.${mark}`)} <b>{count}</b>
                </button>
              </li>
            )
          })}
        </ul>
        <p className="row">
          {gone.length > 0 ? (
            <span className="st">
              <SignIcon sign="warning" />
              <a href="#gone">{t('editor.import.gone-count', { count: gone.length, all: preview.existing })}</a>
            </span>
          ) : null}
          {sections.some(({ rulesGone }) => rulesGone.length > 0) ? (
            <span className="st">
              <SignIcon sign="warning" />
              <a href="#rules-gone">{t('editor.import.rules-gone')}</a>
            </span>
          ) : null}
          {losses > 0 ? <a href="#notes">{t('editor.import.notes-count', { count: losses })}</a> : null}
        </p>
      </div>
      <div className="cols list">
        <div className="stack pad list-pane" ref={list}>
          <CutLevels preview={preview} askedLevel={given.askedLevel} isBusy={isBusy} t={t} onChoose={given.onLevel} />
          <section aria-labelledby="tree-title">
            <div className="row end tree-head">
              <h3 id="tree-title">{t('editor.import.sections')}</h3>
              <span className="muted xs" aria-hidden="true">
                {t('editor.import.column.words')}
              </span>
            </div>
            {shown.length === 0 ? <p className="muted pad">{t('editor.import.none-here')}</p> : null}
            <SectionTree
              sections={shown}
              chosen={chosen?.index ?? null}
              resolutions={resolutions}
              pageLanguage={pageLanguage}
              t={t}
              onChoose={read}
            />
          </section>
        </div>
        {chosen ? (
          <section className="stack text-pane" aria-labelledby="section-title" ref={pane}>
            <div className="row end">
              <h3 id="section-title" className="looked-at" tabIndex={-1} ref={title}>
                {chosen.number} {chosen.title}
              </h3>
              <div className="row">
                <button type="button" className="link to-list" onClick={backToList}>
                  {t('editor.import.to-list')}
                </button>
                <Neighbours lively={lively} chosen={chosen} t={t} onChoose={read} />
              </div>
            </div>
            <DifferenceLegend t={t} />
            <SectionDetail
              key={chosen.index}
              section={chosen}
              preview={preview}
              choices={choices}
              isWriting={isWriting}
              ownWords={given.ownWords}
              language={language}
              pageLanguage={pageLanguage}
              t={t}
              onAnswer={(id, answer) => {
                stay()
                given.onAnswer(id, answer)
              }}
              onPair={(index, key) => {
                stay()
                given.onPair(index, key)
              }}
            />
          </section>
        ) : null}
      </div>
      <GoneSections
        preview={preview}
        countries={given.countries}
        language={language}
        resolutions={resolutions}
        isWriting={isWriting}
        t={t}
        onAnswer={given.onAnswer}
        onPair={given.onPair}
        onAnswerSeveral={given.onAnswerSeveral}
      />
      <RulesGone sections={sections} t={t} />
      <Notes notes={notes} t={t} />
    </div>
  )
}

/** The changes before and after the open section. */
function Neighbours({
  lively,
  chosen,
  t,
  onChoose,
}: {
  lively: ShownSection[]
  chosen: ShownSection
  t: Translator
  onChoose: (index: number) => void
}) {
  const before = lively.findLast(({ index }) => index < chosen.index)
  const after = lively.find(({ index }) => index > chosen.index)
  return (
    <p className="row">
      {before ? (
        <button type="button" className="link" onClick={() => onChoose(before.index)}>
          {t('editor.import.previous', { number: before.number })}
        </button>
      ) : null}
      {after ? (
        <button type="button" className="link" onClick={() => onChoose(after.index)}>
          {t('editor.import.next', { number: after.number })}
        </button>
      ) : null}
    </p>
  )
}
