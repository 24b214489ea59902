'use client'

import { useState } from 'react'
import { DifferenceLegend } from '@/diffView/DifferenceLegend'
import type { Language } from '@/domain/language'
import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import { CutLevels } from './CutLevels'
import { GoneSections } from './GoneSections'
import type { ShownPreview, ShownSection } from './importAnswer'
import { Notes, ProblemsFirst } from './Notes'
import { SectionDetail } from './SectionDetail'
import { MarkIcon, SectionTree } from './SectionTree'
import { hasMark, MARKS, type Mark } from './sectionMarks'
import type { Answered, Choices } from './sendDocument'

type Given = {
  preview: ShownPreview
  choices: Choices
  countries: Record<string, string>
  isBusy: boolean
  language: Language
  pageLanguage: Language
  t: Translator
  onLevel: (level: string) => void
  onAnswer: (id: string, answer: Answered | null) => void
  onPair: (index: number, key: string | null | undefined) => void
  onAnswerSeveral: (ids: string[], answer: Answered) => void
}

/** What the import would do: the sections of the document beside the one that is looked at, and what is gone or lost. */
export function ImportPreview(given: Given) {
  const { preview, choices, isBusy, language, pageLanguage, t, onPair } = given
  const { resolutions } = choices
  const [filter, setFilter] = useState<Mark | 'all'>('all')
  const [wanted, setWanted] = useState<number | null>(null)
  const { sections, gone, notes } = preview
  const shown = sections.filter((section) => hasMark(section, filter, resolutions))
  const lively = sections.filter((section) => !hasMark(section, 'same', resolutions))
  const chosen = sections.find(({ index }) => index === wanted) ?? lively[0] ?? sections[0]
  const losses = notes.filter(({ kind }) => kind !== 'problem').length
  return (
    <div className="stack-l import-preview" aria-busy={isBusy}>
      <p>{t('editor.import.counts', preview.counts)}</p>
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
          {losses > 0 ? <a href="#notes">{t('editor.import.notes-count', { count: losses })}</a> : null}
        </p>
      </div>
      <div className="cols list">
        <div className="stack pad">
          <CutLevels preview={preview} isBusy={isBusy} t={t} onChoose={given.onLevel} />
          <section aria-labelledby="tree-title">
            <div className="row end tree-head">
              <h3 id="tree-title">{t('editor.import.sections')}</h3>
              <span className="muted xs" aria-hidden="true">
                {t('editor.import.column.words')}
              </span>
            </div>
            <SectionTree
              sections={shown}
              chosen={chosen?.index ?? null}
              resolutions={resolutions}
              t={t}
              onChoose={setWanted}
            />
          </section>
        </div>
        <div className="stack-l">
          {chosen ? (
            <section className="stack" aria-labelledby="section-title">
              <div className="row end">
                <h3 id="section-title" className="section-title">
                  {chosen.number} {chosen.title}
                </h3>
                <Neighbours lively={lively} chosen={chosen} t={t} onChoose={setWanted} />
              </div>
              <DifferenceLegend t={t} />
              <SectionDetail
                key={chosen.index}
                section={chosen}
                preview={preview}
                choices={choices}
                language={language}
                pageLanguage={pageLanguage}
                t={t}
                onAnswer={given.onAnswer}
                onPair={onPair}
              />
            </section>
          ) : null}
          <GoneSections
            preview={preview}
            countries={given.countries}
            language={language}
            resolutions={resolutions}
            t={t}
            onAnswer={given.onAnswer}
            onPair={onPair}
            onAnswerSeveral={given.onAnswerSeveral}
          />
          <Notes notes={notes} t={t} />
        </div>
      </div>
    </div>
  )
}

/** The changes before and after the section that is looked at. */
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
