import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { baselineOf } from '@/stored/resolveVariant'
import { isCompared } from '../framework/isCompared'
import type { VersionState } from '../reading/versionState'
import { OpenDecisionsNote } from '../updates/OpenDecisionsNote'
import type { OpenDecisions } from '../updates/openDecisions'
import { BehindNote } from '../version/BehindNote'
import type { BehindSection } from '../version/behindSections'
import { languageName } from '../words/languageName'
import { standsElsewhere } from '../words/standsElsewhere'
import { AboutDifference } from './AboutDifference'
import { OutgoingList } from './OutgoingList.client'
import { outgoingSection } from './outgoingSection'
import { publishedChanges } from './publishedChanges'
import type { ReviewState } from './reviewState'

/** What a publication contains, and what it changes for readers: the coordinator reads it before it is final. */
export function PublishSummary({
  version,
  review,
  open,
  behind,
  country,
  reader,
  say,
}: {
  version: Pick<VersionState, 'variant' | 'resolved' | 'isBasisWithdrawn' | 'lastRelease' | 'withdrawn'>
  /** What was sent, and the release before; null if nothing was sent. */
  review: ReviewState | null
  open: OpenDecisions | null
  behind: readonly BehindSection[]
  country: string
  reader: Language
  say: Translator
}) {
  const { isBasisWithdrawn, lastRelease, resolved, variant, withdrawn } = version
  const basis = isBasisWithdrawn ? 'admin.publish.based-on-withdrawn' : 'admin.publish.based-on'
  const languages = variant.languages.map((language) => languageName(say, language)).join(', ')
  const sections = review?.sent ?? resolved.sections
  const used = sections.filter(({ entry }) => entry.mode !== 'omit')
  const own = used.filter(({ entry }) => entry.mode !== 'inherit').length
  return (
    <>
      <p>{say('admin.publish.reach', { country, languages })}</p>
      {withdrawn && lastRelease ? (
        <p>{say('admin.release.after-withdrawal', { version: lastRelease.version })}</p>
      ) : null}
      <ul className="plain-list">
        <li>{say('admin.publish.sections', { count: used.length, own, leftOut: sections.length - used.length })}</li>
        <li>{say(basis, { version: resolved.baseline.version })}</li>
        {standsElsewhere(baselineOf(resolved), say).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <OpenDecisionsNote open={open} say={say} />
      <BehindNote behind={behind} say={say} />
      {review && isCompared({ withdrawn }) ? (
        <Changes review={review} languages={variant.languages} reader={reader} say={say} />
      ) : null}
    </>
  )
}

function Changes({
  review,
  languages,
  reader,
  say,
}: {
  review: ReviewState
  languages: readonly Language[]
  reader: Language
  say: Translator
}) {
  const changes = publishedChanges({
    before: review.before,
    after: review.sent,
    languages,
    languagesBefore: review.against.languages,
    source: review.source,
    reader,
  })
  return (
    <>
      <section className="stack" aria-labelledby="publish-changes">
        <h4 id="publish-changes">
          {review.isFirst
            ? say('admin.publish.changes-common')
            : say('admin.publish.changes', { version: review.against.version })}
        </h4>
        {changes.length === 0 ? <p>{say('admin.publish.no-change')}</p> : null}
        <OutgoingList
          sections={changes.map(({ became, ...section }) => {
            const note = say(became === 'removed' ? 'admin.notes.goes' : `admin.since.${became}`)
            return outgoingSection({ ...section, reader, note })
          })}
        />
      </section>
      <AboutDifference changes={review.about} of="country" level="h4" reader={reader} say={say} />
    </>
  )
}
