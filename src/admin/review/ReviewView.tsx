import { withdrawalOf } from '@/domain/standing'
import { longDate } from '@/messages/dates'
import { loadCountries } from '@/stored/countries'
import { loadEdition, pinnedAboutOf } from '@/stored/editions'
import { isDecision, loadReviewEvents } from '@/stored/reviewHistory'
import { loadVariant } from '@/stored/variants'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, visitorOf } from '../frame/visitor'
import { loadLagsOf, loadVersionState } from '../reading/versionState'
import { OpenDecisionsNote } from '../updates/OpenDecisionsNote'
import { openDecisions } from '../updates/openDecisions'
import { loadVersionUpdates } from '../updates/versionUpdates'
import { BehindNote } from '../version/BehindNote'
import { behindSections } from '../version/behindSections'
import { EditionSteps } from '../version/EditionSteps'
import { REVIEWS, versionAddress } from '../words/addresses'
import { countryName } from '../words/countryName'
import { EditionStatus } from '../words/Status'
import { ChangedMeanwhile } from './ChangedMeanwhile.client'
import { DecisionForm, PublishForm } from './DecisionForms'
import { History } from './History'
import { ReviewChanges } from './ReviewChanges'
import { reviewedLanguages } from './reviewedLanguages'
import { loadReviewState, publishedAs } from './reviewState'

/** `/admin/review/:edition`: what was sent for review, only what changed, and the decision on it. */
export async function ReviewView(view: ViewProps<'edition'>) {
  const { actor, language, req, say } = await visitorOf(view)
  const edition = await loadEdition({ req, id: view.params.edition })
  const variant = edition && (await loadVariant({ req, id: edition.variant }))
  const version = variant && (await loadVersionState({ req, variant }))
  if (!edition || !variant || !version) return <PlainPage view={view} about="not-there" />

  // What was sent contains the country's name on its pages, whatever was written about it since.
  const sent = pinnedAboutOf(edition)
  const countries = sent ? [{ code: variant.country, name: sent.country, languages: [] }] : await loadCountries({ req })
  const country = countryName({ code: variant.country, countries, language })
  const published = publishedAs({ edition, releases: version.releases })
  const withdrawal = published && withdrawalOf(published, version.releases)
  const isWithdrawn = withdrawal !== undefined
  const review = await loadReviewState({ req, edition, version })
  const events = await loadReviewEvents({ req, edition: edition.id })
  // Until it is decided on, what was sent is the working version: any later change makes it a draft again.
  const isAsSent = edition.state === 'submitted' || edition.state === 'approved'
  const updates = isAsSent ? await loadVersionUpdates({ req, state: version }) : null
  const open = openDecisions({ updates, state: version, language, say })
  const lags = isAsSent ? await loadLagsOf({ req, state: version }) : new Map()
  const behind = behindSections({ lags, state: version, language })
  const wanted = queryOf(view, 'lang')
  const asked = variant.languages.find((one) => one === wanted) ?? null
  const changes = review && reviewedLanguages({ review, languages: variant.languages, asked, reader: language })
  const given = { edition, version, actor, language, say }
  const decisions = events.filter(isDecision)
  const own = decisions.filter((step) => step.actor === actor.userId)
  const last = decisions.at(-1) ?? null
  const decision = <DecisionForm {...given} sent={own.map(({ comment }) => comment)} />

  return (
    <AdminFrame
      view={view}
      title={say('admin.review.title', { country, number: edition.number })}
      crumbs={[{ label: say('admin.reviews.title'), href: REVIEWS }]}
      sample={version.toolkit.sample}
      lead={
        <p className="row">
          <EditionStatus state={edition.state} isWithdrawn={isWithdrawn} say={say} />
          <span className="muted">
            {say('admin.review.since', { date: longDate(withdrawal?.publishedAt ?? edition.stateSince, language) })}{' '}
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
        <ChangedMeanwhile
          key={edition.id}
          state={edition.state}
          round={edition.round}
          decision={last?.id ?? null}
          words={{
            sentAgain: {
              title: say(events.at(-1)?.event === 'withdraw' ? 'admin.history.withdraw' : 'admin.review.sent-again'),
              text: say('admin.review.look-again'),
            },
            draftAgain: { title: say('admin.review.draft-again') },
            decided: last && {
              title: say(`admin.decided.${last.actor === actor.userId ? 'you' : 'other'}-${last.event}`),
              ...(last.actor === actor.userId && edition.state !== 'published'
                ? { text: say(`admin.decided.next-${last.event}`) }
                : {}),
            },
          }}
        />
        <EditionSteps state={edition.state} isWithdrawn={isWithdrawn} number={edition.number} say={say} />
        <OpenDecisionsNote open={open} say={say} />
        <BehindNote behind={behind} say={say} />
        {edition.state === 'submitted' ? null : decision}
        {review && (edition.state === 'draft' || edition.state === 'changes-requested') ? (
          <p>{say('admin.review.as-sent')}</p>
        ) : null}
        {review && changes ? (
          <ReviewChanges review={review} changes={changes} edition={edition.id} reader={language} say={say} />
        ) : (
          <p>{say('admin.review.not-sent')}</p>
        )}
        <section className="stack" aria-labelledby="history-h">
          <h2 id="history-h">{say('admin.history.title')}</h2>
          <History events={events} userId={actor.userId} language={language} say={say} />
        </section>
        {edition.state === 'submitted' ? decision : null}
        {edition.state === 'approved' ? (
          <PublishForm {...given} review={review} open={open} behind={behind} country={country} />
        ) : null}
      </div>
    </AdminFrame>
  )
}
