import type { ReactNode } from 'react'
import { countsOf, wordsToShow } from '@/domain/comparedSections'
import type { Segment } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import { longDate } from '@/messages/dates'
import { sayProposedBy } from '@/messages/proposedBy'
import type { Translator } from '@/messages/translate'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { PlainDifference } from '@/textView/PlainDifference'
import { RegroupedNote } from '@/textView/RegroupedNote'
import { SectionDifference } from '@/textView/SectionDifference'
import { AddressDifference, WhyDifference } from '../review/WhyDifference'
import { languageName } from '../words/languageName'
import { ModeChange } from '../words/ModeChange'
import { StandInNote } from '../words/StandInNote'
import { ChangeStatus } from './ChangeStatus'
import type { ListedChange } from './listedChanges'
import { noteIntroduction } from './noteIntroduction'
import type { SectionChangeIn } from './sectionChange'

type Given = {
  change: ListedChange
  difference: SectionChangeIn
  /** The language of the compared text. */
  textLanguage: Language
  /** The language of the coordinator's notes. */
  source: Language
  reader: Language
  say: Translator
}

/** One section that changed between two releases: the note before the text, then the difference. */
export function ChangedSection({
  isNational,
  severalReleases,
  isWhole,
  toggle,
  sectionAddress,
  languageAddress,
  pager,
  decision,
  ...given
}: Given & {
  isNational: boolean
  severalReleases: boolean
  /** Is the whole text shown, and not only what changed? */
  isWhole: boolean
  /** The address of the other one. */
  toggle: string
  sectionAddress: (key: string) => string
  languageAddress: (language: Language) => string
  pager: ReactNode
  /** See `DecisionPlace`. */
  decision: ReactNode
}) {
  const { change, difference, textLanguage, source, reader, say } = given
  const { compared, guidance, policy, elsewhere } = difference
  const { address, before, entry, place, regrouped, title, why } = compared
  const { changes: count } = countsOf(compared)
  // A text that is in another section now is compared there, and of one that was divided it is said if nothing else changed.
  const hasText = !regrouped || compared.words.length > 0 || elsewhere.length > 0
  const decideBy = change.notes.findLast((note) => note.decideBy !== null)?.decideBy
  return (
    <article className="stack" aria-labelledby="changed-title">
      <div className="row end">
        <h2 id="changed-title">
          {change.number} <span lang={title.language === reader ? undefined : title.language}>{title.value}</span>
        </h2>
        {pager}
      </div>
      <div className="row">
        <ChangeStatus
          of={change.class}
          became={change.became}
          regrouped={regrouped ? { with: regrouped, key: change.key } : null}
          say={say}
        />
        {decideBy ? <span>{say('admin.changes.decide-by', { date: longDate(decideBy, reader) })}</span> : null}
      </div>
      {isNational && change.became !== 'removed' ? (
        <ModeChange before={before?.mode ?? null} now={entry.mode} say={say} />
      ) : null}
      {change.notes.length > 0 ? (
        <div className="note">
          {change.notes.map(({ version, isWithdrawn, note, proposedBy = [] }) => (
            <p key={version}>
              <strong>{noteIntroduction({ note: { version, isWithdrawn }, isOnly: !severalReleases, t: say })}</strong>{' '}
              <span lang={source === reader ? undefined : source}>{note}</span>
              {proposedBy.length > 0 ? (
                <strong> {sayProposedBy({ codes: proposedBy, language: reader, t: say })}.</strong>
              ) : null}
            </p>
          ))}
        </div>
      ) : null}
      {place && place.before !== place.now ? <p className="muted">{say('admin.review.place', place)}</p> : null}
      {address && before && change.is ? <AddressDifference {...address} say={say} /> : null}
      {why ? <WhyDifference why={why} textLanguage={textLanguage} reader={reader} say={say} /> : null}
      {regrouped ? (
        <p className="note">
          <RegroupedNote
            regrouped={regrouped}
            of={change.key}
            isSame={compared.words.length === 0}
            address={({ key }) => sectionAddress(key)}
            pageLanguage={reader}
            t={say}
          />
        </p>
      ) : null}
      {hasText ? (
        <section className="pane" aria-labelledby="changed-text">
          <header>
            <h3 id="changed-text">{say('admin.changes.text', { count })}</h3>
            {count > 0 ? (
              <div className="row">
                <DifferenceLegend t={say} />
                <a href={toggle}>{say(isWhole ? 'admin.changes.only' : 'admin.changes.whole')}</a>
              </div>
            ) : null}
          </header>
          <div className="text diff">
            <TextDifference {...given} isWhole={isWhole} />
            {elsewhere.length > 0 ? (
              <p className="row">
                {say('admin.changes.elsewhere')}{' '}
                {elsewhere.map((language) => (
                  <a key={language} href={languageAddress(language)}>
                    {languageName(say, language)}
                  </a>
                ))}
              </p>
            ) : null}
          </div>
        </section>
      ) : null}
      <PlainPane id="changed-guidance" title={say('editor.master.guidance')} segments={guidance} {...given} />
      <PlainPane
        id="changed-policy"
        title={say('admin.changes.policy')}
        segments={policy}
        {...given}
        textLanguage={reader}
      />
      {decision}
    </article>
  )
}

function TextDifference({
  difference: { compared },
  textLanguage,
  reader,
  say,
  isWhole,
}: Given & { isWhole: boolean }) {
  if (compared.words.length === 0)
    return (
      <p className="muted">
        {compared.isSameInWords
          ? say('admin.review.same-words')
          : say('admin.changes.same-here', { language: say(`words.language.${textLanguage}`) })}
      </p>
    )
  return wordsToShow(compared).map(({ change, language }) => (
    <div key={language} className="stack">
      {language === textLanguage ? null : <StandInNote language={textLanguage} other={language} say={say} />}
      <SectionDifference
        change={change}
        language={language}
        pageLanguage={reader}
        t={say}
        {...(isWhole ? {} : { only: 'changes' as const })}
        headingOffset={2}
        anchor={language === textLanguage ? 'd' : `${language}-d`}
        pictureUrl={(media) => `/files/${encodeURIComponent(media)}`}
        describesPictures
      />
    </div>
  ))
}

function PlainPane({
  id,
  title,
  segments,
  textLanguage,
  reader,
  say,
}: Pick<Given, 'textLanguage' | 'reader' | 'say'> & { id: string; title: string; segments: Segment[] | null }) {
  if (!segments) return null
  return (
    <section className="pane" aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
      </header>
      <div className="text">
        <PlainDifference segments={segments} language={textLanguage} pageLanguage={reader} say={say} />
      </div>
    </section>
  )
}
