import type { Language } from '@/domain/language'
import { translatorFor } from '@/messages/translate'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { keyed } from '@/textView/keyed'
import { SectionDifference } from '@/textView/SectionDifference'
import { changedPlaces } from './changedPlaces'
import { asSection, type RichTextChange, type TextDifference } from './compareTexts'
import { sayCounts } from './differenceReport'
import { FRONT_MATTER } from './fileText'
import { StandalonePage } from './StandalonePage'

export type DifferencePageGiven = {
  difference: TextDifference
  /** The names of the two texts. */
  before: string
  after: string
  /** The language of our own texts, and that of the compared texts. */
  language: Language
  textLanguage: Language
}

/** The difference of two texts as a page: a summary, a list of all differences, and the text with them in place. */
export function DifferencePage({ difference, before, after, language, textLanguage }: DifferencePageGiven) {
  const t = translatorFor(language)
  const title = t('files.difference-title', { before, after })
  const changes = changedPlaces({ difference, t })
  const shown = [
    { field: difference.frontMatter, anchor: 'f', heading: t('files.front-matter') },
    { field: difference.body, anchor: 'd', heading: t('files.text') },
  ].filter(({ field }) => field.blocks.length > 0)
  const changed = shown.filter(({ field }) => field.status !== 'same')
  return (
    <StandalonePage language={language} title={title}>
      <h1>{title}</h1>
      <p className="lead">{sayCounts({ difference, t })}</p>
      {changed.length === 0 ? null : (
        <nav className="box summary" aria-labelledby="differences">
          <h2 id="differences">{t('files.differences')}</h2>
          {changed.map(({ field, anchor, heading }) => (
            <div key={anchor}>
              {shown.length > 1 ? <p className="label">{heading}</p> : null}
              <ol className="small">
                {keyed(changes.filter((change) => change.field === field.field)).map(({ key, one, index }) => (
                  <li key={key}>
                    <a href={`#${anchor}${index + 1}`}>{one.says}</a>
                    <About words={one.field === FRONT_MATTER ? (one.name ?? '') : one.under} language={textLanguage} />
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </nav>
      )}
      <DifferenceLegend t={t} added={after} removed={before} />
      {shown.map(({ field, anchor, heading }) => (
        <section key={anchor} aria-labelledby={`${anchor}-heading`}>
          <h2 id={`${anchor}-heading`}>{heading}</h2>
          <Differences field={field} anchor={anchor} language={language} textLanguage={textLanguage} />
        </section>
      ))}
    </StandalonePage>
  )
}

/** The front matter key that changed, or the heading above the change. */
function About({ words, language }: { words: string; language: Language }) {
  if (words === '') return null
  return (
    <span className="muted">
      : <span lang={language}>{words}</span>
    </span>
  )
}

type Given = { field: RichTextChange; anchor: string } & Pick<DifferencePageGiven, 'language' | 'textLanguage'>

function Differences({ field, anchor, language, textLanguage }: Given) {
  return (
    <div className="prose diff">
      <SectionDifference
        change={asSection(field)}
        language={textLanguage}
        pageLanguage={language}
        t={translatorFor(language)}
        headingOffset={1}
        anchor={anchor}
      />
    </div>
  )
}
