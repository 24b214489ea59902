import { saySummary } from '@/diffView/DifferenceSummary'
import { SectionDifference } from '@/diffView/SectionDifference'
import type { Language } from '@/domain/language'
import type { ManifestEntry } from '@/domain/release'
import type { Translator } from '@/messages/translate'
import { draftPictureAddress } from '../words/addresses'
import { ModeStatus } from '../words/Status'
import type { ReviewedSection } from './reviewedSections'

/** One changed section for a reviewer: what the country does with it and why, and the words that differ. */
export function ReviewedSectionView({
  section,
  textLanguage,
  reader,
  say,
}: {
  section: ReviewedSection
  textLanguage: Language
  reader: Language
  say: Translator
}) {
  const { change, entry, key, language, number, title } = section
  const heading = `s-${key}`
  return (
    <section className="revchg stack" aria-labelledby={heading}>
      <div className="row end">
        <h3 id={heading} tabIndex={-1}>
          {number ? <span className="num">{number}</span> : null}
          <span lang={title.language === reader ? undefined : title.language}>{title.text}</span>
        </h3>
        {change ? <p className="muted">{saySummary({ counts: change.counts, t: say })}</p> : null}
      </div>
      <Treatment section={section} say={say} />
      <Reason entry={entry} language={textLanguage} reader={reader} say={say} />
      {change && change.status !== 'same' ? (
        <div className="text">
          {language === textLanguage ? null : (
            <p className="muted">
              {say('reader.stand-in', {
                language: say(`words.language.${textLanguage}`),
                other: say(`words.language.${language}`),
              })}
            </p>
          )}
          <SectionDifference
            change={change}
            language={language}
            pageLanguage={reader}
            t={say}
            only="changes"
            headingOffset={2}
            anchor={`${key}-d`}
            pictureUrl={draftPictureAddress}
          />
        </div>
      ) : (
        <p className="muted">{say('admin.review.words-same')}</p>
      )}
    </section>
  )
}

function Treatment({ section: { became, before, entry }, say }: { section: ReviewedSection; say: Translator }) {
  const changed = before !== null && before.mode !== entry.mode
  return (
    <p className="row">
      <ModeStatus mode={entry.mode} say={say} />
      {changed ? (
        <span className="muted row">
          {say('admin.review.was')} <ModeStatus mode={before.mode} say={say} />
        </span>
      ) : null}
      {became === 'moved' ? <span className="muted">{say('admin.since.moved')}</span> : null}
    </p>
  )
}

function Reason({
  entry,
  language,
  reader,
  say,
}: {
  entry: ManifestEntry
  language: Language
  reader: Language
  say: Translator
}) {
  if (!entry.reason) return null
  const explanation = entry.explanation?.[language]
  return (
    <div className="note">
      <p>
        <strong>{say('admin.review.reason')}</strong> {say(`words.reason.${entry.reason}`)}
      </p>
      {explanation ? <p lang={language === reader ? undefined : language}>{explanation}</p> : null}
      {entry.sources ? (
        <p>
          {say('admin.review.sources')} {entry.sources}
        </p>
      ) : null}
    </div>
  )
}
