import type { ReactNode } from 'react'
import { Blocks } from '@/diffView/Blocks'
import { DifferenceLegend } from '@/diffView/DifferenceLegend'
import type { Manner } from '@/diffView/manner'
import { diffRichText } from '@/domain/diff/diffRichText'
import type { Language } from '@/domain/language'
import type { Conflict, RichTextMerge } from '@/domain/merge/merged'
import type { RichText } from '@/domain/richText'
import { type Translator, translatorFor } from '@/messages/translate'
import { type MergedPart, mergedParts } from './mergedParts'
import { mergeSummary, sayConflict } from './mergeReport'
import type { TextMerge } from './mergeTexts'
import { StandalonePage } from './StandalonePage'

export type MergePageGiven = {
  merge: TextMerge
  /** How many changes came into our text. */
  takenOver: number
  /** What the three texts are called. */
  base: string
  ours: string
  theirs: string
  /** The language of our own words, and that of the texts. */
  language: Language
  textLanguage: Language
}

/** A merge as a page: what is to be decided, and the merged text with each such place as three texts side by side. */
export function MergePage({ merge, takenOver, base, ours, theirs, language, textLanguage }: MergePageGiven) {
  const t = translatorFor(language)
  const title = t('files.merge-title', { ours, theirs })
  const texts = [
    { ...anchored(merge.frontMatter, 'f'), key: 'f', heading: t('files.front-matter') },
    { ...anchored(merge.body, 'd'), key: 'd', heading: t('files.merged-text') },
  ].filter(({ parts }) => parts.length > 0)
  const manner: Manner = { t, headingOffset: 2, ...(language === textLanguage ? {} : { wordsLang: language }) }
  return (
    <StandalonePage language={language} title={title}>
      <h1>{title}</h1>
      <p>{t('files.merge-lead', { base })}</p>
      <p className="lead">{mergeSummary({ merge, takenOver, t })}</p>
      {merge.limited ? <p className="small muted">{t('diff.limited')}</p> : null}
      {merge.conflicts.length === 0 ? null : (
        <nav className="box summary" aria-labelledby="decide">
          <h2 id="decide">{t('files.decide')}</h2>
          <ol className="small">
            {texts
              .flatMap(({ places }) => places)
              .map(({ anchor, conflict }) => (
                <li key={conflict.id}>
                  <a href={`#${anchor}`}>{sayConflict(conflict, t)}</a>
                  {conflict.ours === '' ? null : (
                    <span className="muted">
                      : <span lang={textLanguage}>{opening(conflict.ours)}</span>
                    </span>
                  )}
                </li>
              ))}
          </ol>
        </nav>
      )}
      {merge.conflicts.length === 0 ? null : <DifferenceLegend t={t} />}
      {texts.map(({ key, heading, parts }) => (
        <section key={key} aria-labelledby={`${key}-heading`}>
          <h2 id={`${key}-heading`}>{heading}</h2>
          <div className="stack diff" lang={textLanguage}>
            {parts.map(({ part, anchor }) => (
              <Part key={anchor} part={part} anchor={anchor} manner={manner} language={language} />
            ))}
          </div>
        </section>
      ))}
    </StandalonePage>
  )
}

type Anchored = {
  parts: { part: MergedPart; anchor: string }[]
  places: { conflict: Conflict; anchor: string }[]
}

function anchored({ nodes, conflicts, checks }: RichTextMerge, start: string): Anchored {
  const parts = mergedParts({ nodes, conflicts, checks }).map((part, index) => ({
    part,
    anchor: `${start}${index + 1}`,
  }))
  // A conflict can stand in two places: it is told at the first.
  const places = conflicts.flatMap((conflict) => {
    const at = parts.find(({ part }) => part.is === 'conflict' && part.conflicts.includes(conflict))
    return at ? [{ conflict, anchor: at.anchor }] : []
  })
  return { parts, places }
}

type PartGiven = { part: MergedPart; anchor: string; manner: Manner; language: Language }

function Part({ part, anchor, manner, language }: PartGiven) {
  const { t } = manner
  switch (part.is) {
    case 'text':
      return (
        <div className="prose diff">
          <Plain blocks={part.blocks} manner={manner} />
        </div>
      )
    case 'check':
      return (
        <div className="note" id={anchor}>
          <p className="label" lang={language}>
            {t(`files.check.${part.check.kind}`)}
          </p>
          <Plain blocks={part.blocks} manner={manner} />
        </div>
      )
    case 'conflict':
      return <Undecided part={part} anchor={anchor} manner={manner} language={language} />
    default:
      return part satisfies never
  }
}

function Undecided({ part, anchor, manner, language }: PartGiven & { part: MergedPart & { is: 'conflict' } }) {
  const { t } = manner
  const says = [...new Set(part.conflicts.map((conflict) => sayConflict(conflict, t)))]
  const place = part.conflicts.find(({ kind }) => kind === 'place')
  const sides = ['ours', 'base', 'theirs'] as const
  return (
    <section className="change box" id={anchor} aria-labelledby={`${anchor}-title`}>
      <header>
        <h3 id={`${anchor}-title`} lang={language}>
          {says.join('; ')}
        </h3>
      </header>
      <div className="cols c3">
        {sides.map((side) => (
          <div key={side} className="stack">
            <h4 className="label" lang={language}>
              {t(`files.${side}`)}
            </h4>
            {place ? (
              <p className="small muted" lang={language}>
                {sayPlace(place[side], t)}
              </p>
            ) : null}
            <Side blocks={part[side]} before={part.base} manner={manner} language={language} />
          </div>
        ))}
      </div>
    </section>
  )
}

type SideGiven = { blocks: RichText; before: RichText; manner: Manner; language: Language }

/** One of the three texts; in those of the two sides, what the side changed is marked. */
function Side({ blocks, before, manner, language }: SideGiven): ReactNode {
  if (blocks.length === 0) {
    return (
      <p className="muted" lang={language}>
        {manner.t('diff.not-there')}
      </p>
    )
  }
  const { blocks: shown, departed } = diffRichText({ before: before.length === 0 ? blocks : before, after: blocks })
  return <Blocks blocks={shown} departed={departed} manner={manner} />
}

function Plain({ blocks, manner }: { blocks: RichText; manner: Manner }) {
  return <Blocks blocks={diffRichText({ before: blocks, after: blocks }).blocks} manner={manner} />
}

/** Where a block stands is said by what stands above it. */
function sayPlace(above: string, t: Translator): string {
  return above === '' ? t('files.stands-first') : t('files.stands-after', { opening: opening(above) })
}

function opening(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 80).replace(/\s\S*$/u, '')} …` : line
}
