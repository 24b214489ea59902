import type { Language } from '@/domain/language'
import { sayConflict } from '@/messages/sayConflict'
import { type Translator, translatorFor } from '@/messages/translate'
import { Blocks } from '@/textView/blocks/Blocks'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { type ViewOptions, viewOptions } from '@/textView/options'
import { mergeSummary } from './mergeReport'
import type { TextMerge } from './mergeTexts'
import { type MergeView, TOP_LEVEL, type ViewedPart, type ViewedSide } from './mergeView'
import { StandalonePage } from './StandalonePage'

export type MergePageGiven = {
  merge: TextMerge
  /** Both parts of the merge as they are shown: the front matter and the text. */
  frontMatter: MergeView
  body: MergeView
  /** How many changes were merged into our text. */
  takenOver: number
  /** The names of the three texts. */
  base: string
  ours: string
  theirs: string
  /** The language of our own texts, and that of the merged texts. */
  language: Language
  textLanguage: Language
}

/** A merge as a page: the conflicts, and the merged text with each conflict as three texts side by side. */
export function MergePage(given: MergePageGiven) {
  const { merge, takenOver, base, ours, theirs, language, textLanguage } = given
  const t = translatorFor(language)
  const title = t('files.merge-title', { ours, theirs })
  const texts = [
    { ...given.frontMatter, key: 'f', heading: t('files.front-matter') },
    { ...given.body, key: 'd', heading: t('files.merged-text') },
  ].filter(({ parts }) => parts.length > 0)
  const wordsLang = language === textLanguage ? {} : { wordsLang: language }
  const optionsFor = ({ numbering }: MergeView): ViewOptions =>
    viewOptions({ language: textLanguage, t, topLevel: TOP_LEVEL, numbering, ...wordsLang })
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
      {texts.map((text) => (
        <section key={text.key} aria-labelledby={`${text.key}-heading`}>
          <h2 id={`${text.key}-heading`}>{text.heading}</h2>
          <div className="stack diff" lang={textLanguage}>
            {text.parts.map((part) => (
              <Part key={part.anchor} part={part} options={optionsFor(text)} language={language} />
            ))}
          </div>
        </section>
      ))}
    </StandalonePage>
  )
}

type PartGiven = { part: ViewedPart; options: ViewOptions; language: Language }

function Part({ part, options, language }: PartGiven) {
  const { t } = options
  switch (part.is) {
    case 'text':
      return (
        <div className="prose diff">
          <Blocks blocks={part.blocks} options={options} />
        </div>
      )
    case 'check':
      return (
        <div className="note" id={part.anchor}>
          <p className="label" lang={language}>
            {t(`files.check.${part.check.kind}`)}
          </p>
          <Blocks blocks={part.blocks} options={options} />
        </div>
      )
    case 'conflict':
      return <Undecided part={part} options={options} language={language} />
    default:
      return part satisfies never
  }
}

function Undecided({ part, options, language }: PartGiven & { part: ViewedPart & { is: 'conflict' } }) {
  const { t } = options
  const says = [...new Set(part.conflicts.map((conflict) => sayConflict(conflict, t)))]
  const place = part.conflicts.find(({ kind }) => kind === 'place')
  const sides = ['ours', 'base', 'theirs'] as const
  return (
    <section className="change box" id={part.anchor} aria-labelledby={`${part.anchor}-title`}>
      <header>
        <h3 id={`${part.anchor}-title`} lang={language}>
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
            <Side side={part[side]} options={options} language={language} />
          </div>
        ))}
      </div>
    </section>
  )
}

type SideGiven = { side: ViewedSide; options: ViewOptions; language: Language }

function Side({ side, options, language }: SideGiven) {
  if (side.blocks.length > 0) return <Blocks {...side} options={options} />
  return (
    <p className="muted" lang={language}>
      {options.t('diff.not-there')}
    </p>
  )
}

/** The text above a block says where the block is. */
function sayPlace(above: string, t: Translator): string {
  return above === '' ? t('files.stands-first') : t('files.stands-after', { opening: opening(above) })
}

function opening(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 80).replace(/\s\S*$/u, '')} …` : line
}
