import type { AdminViewServerProps } from 'payload'
import { DifferenceLegend } from '@/diffView/DifferenceLegend'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { loadEdition } from '@/stored/editions'
import { loadVariant } from '@/stored/variants'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, segmentsOf, visitorOf } from '../frame/visitor'
import { countryName, loadCountries } from '../reading/countries'
import { loadReviewEvents } from '../reading/reviewHistory'
import { loadVersionState } from '../reading/versionState'
import { EditionSteps } from '../version/EditionSteps'
import { REVIEWS, reviewAddress, versionAddress } from '../words/addresses'
import { longDate } from '../words/dates'
import { languageName } from '../words/languageName'
import { EditionStatus } from '../words/Status'
import { AboutDifference } from './AboutDifference'
import { DecisionForm, PublishForm } from './DecisionForms'
import { History } from './History'
import { ReviewedSectionView } from './ReviewedSectionView'
import { type ReviewedSection, reviewedSections } from './reviewedSections'
import { loadReviewState, type ReviewState } from './reviewState'

/** `/admin/review/:edition`: what was sent for review, only what changed, and the decision on it. */
export async function ReviewView(view: AdminViewServerProps) {
  const { actor, language, req, say } = await visitorOf(view)
  const edition = await loadEdition({ req, id: segmentsOf(view)[1] ?? '' })
  const variant = edition && (await loadVariant({ req, id: edition.variant }))
  const version = variant && (await loadVersionState({ req, variant }))
  if (!edition || !variant || !version) return <PlainPage view={view} about="not-there" />

  // What was sent says how its pages call the country, whatever was written about it since.
  const sent = edition.pinnedAbout
  const countries = sent ? [{ code: variant.country, name: sent.country, languages: [] }] : await loadCountries({ req })
  const country = countryName({ code: variant.country, countries, language })
  const review = await loadReviewState({ req, edition, version })
  const events = await loadReviewEvents({ req, edition: edition.id })
  const textLanguage = languageAsked({ asked: queryOf(view, 'lang'), languages: variant.languages, language })
  const given = { edition, version, actor, language, say }

  return (
    <AdminFrame
      view={view}
      title={say('admin.review.title', { country, number: edition.number })}
      crumbs={[{ label: say('admin.reviews.title'), href: REVIEWS }]}
      sample={version.toolkit.sample}
      lead={
        <p className="row">
          <EditionStatus state={edition.state} say={say} />
          <span className="muted">
            {say('admin.review.since', { date: longDate(edition.stateSince, language) })}{' '}
            {edition.pinnedHash ? say('admin.review.code', { code: edition.pinnedHash.slice(0, 8) }) : null}
          </span>
        </p>
      }
      buttons={
        <a className="btn second" href={versionAddress(variant.id)}>
          {say('admin.review.open-version')}
        </a>
      }
    >
      <div className="stack-l">
        <EditionSteps state={edition.state} number={edition.number} say={say} />
        {review ? (
          <Changes
            review={review}
            edition={edition.id}
            languages={variant.languages}
            chosen={textLanguage}
            reader={language}
            say={say}
          />
        ) : (
          <p>{say('admin.review.not-sent')}</p>
        )}
        <section className="stack" aria-labelledby="history-h">
          <h2 id="history-h">{say('admin.history.title')}</h2>
          <History events={events} userId={actor.userId} language={language} say={say} />
        </section>
        {edition.state === 'submitted' ? <DecisionForm {...given} /> : null}
        {edition.state === 'approved' ? <PublishForm {...given} review={review} country={country} /> : null}
      </div>
    </AdminFrame>
  )
}

function Changes({
  review,
  edition,
  languages,
  chosen,
  reader,
  say,
}: {
  review: ReviewState
  edition: string
  languages: readonly Language[]
  chosen: Language
  reader: Language
  say: Translator
}) {
  const byLanguage = languages.map((language) => ({
    language,
    sections: reviewedSections({ before: review.before, after: review.sent, language, source: review.source }),
  }))
  const sections = byLanguage.find(({ language }) => language === chosen)?.sections ?? []
  // What is listed as no longer there is none of those that were sent.
  const all = new Set([...review.before, ...review.sent].map(({ entry }) => entry.key)).size
  const changes = sections.reduce((sum, { change }) => sum + (change?.counts.changes ?? 0), 0)
  return (
    <>
      <section className="panel wash stack" aria-labelledby="changed-h">
        <h2 id="changed-h">{say('admin.review.only', { changes, sections: sections.length, all })}</h2>
        <p className="muted">
          {say(review.isFirst ? 'admin.review.against-common' : 'admin.review.against-release', {
            version: review.against.version,
          })}
        </p>
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
            <ReviewedSectionView key={section.key} section={section} textLanguage={chosen} reader={reader} say={say} />
          ))}
        </div>
      )}
    </>
  )
}

function SectionLinks({ sections, reader, say }: { sections: ReviewedSection[]; reader: Language; say: Translator }) {
  if (sections.length === 0) return null
  return (
    <nav aria-label={say('admin.review.changed-sections')}>
      <ul className="filters">
        {sections.map(({ key, number, title, change }) => (
          <li key={key}>
            <a href={`#s-${key}`}>
              {number} <span lang={title.language === reader ? undefined : title.language}>{title.text}</span>{' '}
              {change && change.counts.changes > 0 ? <b>{change.counts.changes}</b> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function languageAsked({
  asked,
  languages,
  language,
}: {
  asked: string
  languages: readonly Language[]
  language: Language
}): Language {
  const fallback = languages.includes(language) ? language : (languages[0] ?? language)
  return languages.find((one) => one === asked) ?? fallback
}
