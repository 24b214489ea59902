import { type ComparedSection, countsOf, wordsToShow } from '@/domain/comparedSections'
import type { Language } from '@/domain/language'
import { BecameIcon } from '@/icons/BecameIcon'
import { ChangeClassIcon } from '@/icons/ChangeClassIcon'
import { sayProposedBy } from '@/messages/proposedBy'
import { type Translator, translatorFor } from '@/messages/translate'
import { RegroupedNote } from '@/textView/RegroupedNote'
import { regroupedSign, sayRegroupedAs } from '@/textView/regroupedWords'
import { SectionDifference } from '@/textView/SectionDifference'
import type { ChangedSection } from '../changesView'
import { ModeBadge } from '../frame/ModeBadge'
import { StandInMark } from '../frame/StandInMark'
import { pathIn, type VersionView } from '../versionView'

/** How much a change matters, what happened to the section, and what the country does with it. */
export function ChangeMarks({
  section,
  compared,
  version,
}: {
  section: ChangedSection
  compared: ComparedSection | undefined
  version: VersionView
}) {
  const { language } = version
  const say = translatorFor(language)
  const regrouped = compared?.regrouped
  return (
    <p className="meta">
      {section.class && (
        <strong className="plain">
          <ChangeClassIcon of={section.class} /> {say(`words.change-class.${section.class}`)}
        </strong>
      )}
      <span className="plain">
        <BecameIcon became={regrouped ? regroupedSign(regrouped, compared.key) : section.became} />{' '}
        {regrouped
          ? sayRegroupedAs(regrouped, compared.key, say)
          : section.became === 'moved'
            ? sayMoved({ compared, say })
            : say(`admin.since.${section.became}`)}
      </span>
      {section.became !== 'moved' && isNumberedOtherwise(compared) && <span>{sayMoved({ compared, say })}</span>}
      {!version.isCommon && section.became !== 'removed' && <ModeBadge mode={section.mode} language={language} />}
    </p>
  )
}

/** With which sections one was divided or joined, with the ways to them; nothing for others. */
export function RegroupedWith({ compared, version }: { compared: ComparedSection | undefined; version: VersionView }) {
  if (!compared?.regrouped) return null
  const { language } = version
  return (
    <p className="small">
      <RegroupedNote
        regrouped={compared.regrouped}
        of={compared.key}
        isSame={compared.words.length === 0}
        address={({ isGone, slug }) => (isGone ? null : pathIn(version, { section: slug }))}
        pageLanguage={language}
        t={translatorFor(language)}
      />
    </p>
  )
}

/** That a section has another place, with its numbers if those differ. */
export function sayMoved({ compared, say }: { compared: ComparedSection | undefined; say: Translator }): string {
  const { place } = compared ?? {}
  return place && isNumberedOtherwise(compared) ? say('admin.review.place', place) : say('admin.since.moved')
}

function isNumberedOtherwise(compared: ComparedSection | undefined): boolean {
  return compared?.place ? compared.place.before !== compared.place.now : false
}

/** What the coordinator said of a section: if there were several releases, each note under the number of its own. */
export function ChangeNotes({
  section: { notes },
  version: { language, toolkit },
  numbered,
}: {
  section: ChangedSection
  version: VersionView
  /** Are there several releases in between? */
  numbered: boolean
}) {
  const say = translatorFor(language)
  // The coordinator writes in the language of the common framework.
  const lang = toolkit.sourceLanguage === language ? undefined : toolkit.sourceLanguage
  return notes.map(({ version: number, note, proposedBy = [] }) => (
    <p key={number} className="said">
      {numbered && <strong>{say('reader.changes-note-in', { version: number })} </strong>}
      <span lang={lang}>{note}</span>
      {proposedBy.length > 0 && <strong> {sayProposedBy({ codes: proposedBy, language, t: say })}.</strong>}
    </p>
  ))
}

/** The words that differ, or why there are none to show. */
export function ChangedWords({
  compared,
  became,
  language,
  anchor,
  headingOffset,
  only,
  view = 'text',
  labels,
}: {
  compared: ComparedSection
  became: ChangedSection['became']
  language: Language
  /** The prefix of the ids of the places. */
  anchor: string
  headingOffset: number
  only?: 'changes'
  view?: 'text' | 'pairs'
  labels?: { before: string; after: string }
}) {
  const say = translatorFor(language)
  if (compared.words.length === 0)
    return became === 'changed' && !compared.regrouped ? (
      <p className="small muted">{say(sameWords(compared))}</p>
    ) : null
  return wordsToShow(compared).map(({ change, language: spoken }) => (
    <div key={spoken} className={view === 'pairs' ? 'stack-m' : 'prose diff'}>
      {spoken !== language && <StandInMark language={language} other={spoken} />}
      <SectionDifference
        change={change}
        language={spoken}
        pageLanguage={language}
        t={say}
        anchor={spoken === language ? anchor : `${anchor}${spoken}`}
        headingOffset={headingOffset}
        view={view}
        headingLevel={2}
        {...(only ? { only } : {})}
        {...(labels ? { beforeLabel: labels.before, afterLabel: labels.after } : {})}
        pictureUrl={(media) => `/files/${encodeURIComponent(media)}`}
      />
    </div>
  ))
}

function sameWords({ isSameInWords, why }: ComparedSection) {
  if (isSameInWords) return 'admin.review.same-words'
  return why && !why.isSame ? 'admin.review.only-why' : 'reader.changes-same-words'
}

/** How much differs in a section; undefined if no word does. */
export function extentOf(compared: ComparedSection | undefined) {
  const counts = compared && countsOf(compared)
  return counts && counts.changes > 0 ? counts : undefined
}
