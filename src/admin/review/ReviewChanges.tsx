import { type ComparedSection, countsOf } from '@/domain/comparedSections'
import type { Language } from '@/domain/language'
import { standsOn } from '@/domain/release'
import type { Translator } from '@/messages/translate'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { reviewAddress } from '../words/addresses'
import { languageName } from '../words/languageName'
import { standsElsewhere } from '../words/standsElsewhere'
import { AboutDifference } from './AboutDifference'
import { ReviewedSectionView } from './ReviewedSectionView'
import type { ReviewedLanguages } from './reviewedLanguages'
import type { ReviewState } from './reviewState'

/**
 * What a review shows in one language: the sections that changed, with tabs for the others, and the changes in what
 * pages say.
 */
export function ReviewChanges({
  review,
  changes: { byLanguage, chosen },
  edition,
  reader,
  say,
}: {
  review: ReviewState
  changes: ReviewedLanguages
  edition: string
  reader: Language
  say: Translator
}) {
  const sections = byLanguage.find(({ language }) => language === chosen)?.sections ?? []
  // A section that is listed as removed is not one of those that were sent.
  const all = new Set([...review.before, ...review.sent].map(({ entry }) => entry.key)).size
  const count = sections.reduce((sum, section) => sum + countsOf(section).changes, 0)
  return (
    <>
      <section className="panel wash stack" aria-labelledby="changed-h">
        <h2 id="changed-h">
          {say(byLanguage.length > 1 ? 'admin.review.only-in' : 'admin.review.only', {
            language: say(`words.language.${chosen}`),
            changes: count,
            sections: sections.length,
            all,
          })}
        </h2>
        <p className="muted">{againstWords(review, say)}</p>
        <SectionLinks sections={sections} reader={reader} say={say} />
      </section>
      <AboutDifference changes={review.about} of="country" level="h2" reader={reader} say={say} />
      {byLanguage.length > 1 ? (
        <nav aria-label={say('admin.review.languages')}>
          <ul className="tabs">
            {byLanguage.map(({ language, sections: ofLanguage }) => (
              <li key={language}>
                <a
                  href={`${reviewAddress(edition)}?lang=${language}`}
                  aria-current={language === chosen ? 'true' : undefined}
                >
                  {languageName(say, language)} <b>{ofLanguage.length}</b>
                  <span className="vh"> {say('admin.review.tab-count', { count: ofLanguage.length })}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {sections.length === 0 ? (
        <p>{say('admin.review.nothing')}</p>
      ) : (
        <div className="diff">
          <DifferenceLegend t={say} />
          {sections.map((section) => (
            <ReviewedSectionView
              key={section.key}
              section={section}
              standsOn={standsElsewhereOn(review, section.key)}
              textLanguage={chosen}
              reader={reader}
              say={say}
            />
          ))}
        </div>
      )}
    </>
  )
}

function SectionLinks({ sections, reader, say }: { sections: ComparedSection[]; reader: Language; say: Translator }) {
  if (sections.length === 0) return null
  return (
    <nav aria-label={say('admin.review.changed-sections')}>
      <ul className="filters">
        {sections.map((section) => {
          const { key, number, title, words } = section
          return (
            <li key={key}>
              <a href={`#s-${key}`}>
                {number} <span lang={title.language === reader ? undefined : title.language}>{title.value}</span>{' '}
                {words.length > 0 ? <b>{countsOf(section).changes}</b> : null}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function againstWords({ against, follows, isAgainstCommon, isFirst }: ReviewState, say: Translator): string {
  if (!isAgainstCommon) return say('admin.review.against-release', { version: against.version })
  const compared = say(isFirst ? 'admin.review.against-common' : 'admin.review.against-common-again')
  if (!follows) return compared
  return [compared, say('admin.version.based-on', { version: follows.version }), ...standsElsewhere(follows, say)].join(
    ' ',
  )
}

/** The release with whose text a section is compared, if that is another one than most are compared with. */
function standsElsewhereOn({ follows, isAgainstCommon }: ReviewState, key: string): string | null {
  if (!follows || !isAgainstCommon) return null
  const { seq, version } = standsOn(follows, key)
  return seq === follows.seq ? null : version
}
