import {
  type ComparedSection,
  type ComparedWords,
  countsOf,
  isNowLeftOut,
  isStillLeftOut,
  wordsToShow,
} from '@/domain/comparedSections'
import type { Language } from '@/domain/language'
import { readsOwn, readsTranslated } from '@/domain/translating'
import { BecameIcon } from '@/icons/BecameIcon'
import { languageNames } from '@/messages/languageNames'
import type { Translator } from '@/messages/translate'
import { saySummary } from '@/textView/DifferenceSummary'
import { RegroupedNote } from '@/textView/RegroupedNote'
import { regroupedSign, sayRegroupedAs } from '@/textView/regroupedWords'
import { SectionDifference } from '@/textView/SectionDifference'
import { draftPictureAddress } from '../words/addresses'
import { languageName } from '../words/languageName'
import { ModeChange } from '../words/ModeChange'
import { StandInNote } from '../words/StandInNote'
import { Status } from '../words/Status'
import { UnmarkedText } from './UnmarkedText'
import { AddressDifference, WhyDifference } from './WhyDifference'

/** One changed section for a reviewer: the country's choice and why, and everything in it that changes for readers. */
export function ReviewedSectionView({
  section,
  standsOn,
  textLanguage,
  reader,
  say,
}: {
  section: ComparedSection
  /** The release of the common framework on which it stands, if that is another one than the version follows. */
  standsOn: string | null
  textLanguage: Language
  reader: Language
  say: Translator
}) {
  const { address, key, number, place, regrouped, title, unmarked, why, words } = section
  const isLeftOut = section.became === 'left-out'
  const heading = `s-${key}`
  const given = { textLanguage, reader, say }
  const counts = countsOf(section)
  const isFolded = isNowLeftOut(section) && words.length > 0
  const differences = wordsToShow(section).map((one) => (
    <Difference key={one.language} words={one} anchor={anchorOf(key, one, textLanguage)} {...given} />
  ))
  return (
    <section className="revchg stack" aria-labelledby={heading}>
      <div className="row end">
        <h3 id={heading} tabIndex={-1}>
          {number ? <span className="num">{number}</span> : null}
          <span lang={title.language === reader ? undefined : title.language}>{title.value}</span>
        </h3>
        {counts.changes > 0 && !isFolded ? <p className="muted">{saySummary({ counts, t: say })}</p> : null}
      </div>
      <ModeChange before={section.before?.mode ?? null} now={section.entry.mode} say={say} />
      {standsOn ? <p className="muted">{say('report.stands-on', { version: standsOn })}</p> : null}
      <WhoseWords section={section} language={textLanguage} say={say} />
      {place ? (
        <p className="muted">
          {place.before === place.now ? say('admin.since.moved') : say('admin.review.place', place)}
        </p>
      ) : null}
      {address ? <AddressDifference {...address} say={say} /> : null}
      {why ? <WhyDifference why={why} {...given} /> : null}
      {section.became === 'taken-up' ? <p className="muted">{say('admin.review.taken-up')}</p> : null}
      {regrouped ? (
        <>
          <Status icon={<BecameIcon became={regroupedSign(regrouped, key)} />}>
            {sayRegroupedAs(regrouped, key, say)}
          </Status>
          <p className="note">
            <RegroupedNote
              regrouped={regrouped}
              of={key}
              isSame={words.length === 0}
              address={(one) => `#s-${one.key}`}
              pageLanguage={reader}
              t={say}
            />
          </p>
        </>
      ) : null}
      {words.length === 0 && !isLeftOut && !regrouped ? (
        <p className="muted">
          {isOnlyWhy(section, textLanguage) ? say('admin.review.only-why') : null} {saySameText(section, given)}
        </p>
      ) : null}
      {words.length > 0 && isStillLeftOut(section) ? <p className="muted">{say('admin.review.left-out')}</p> : null}
      {isFolded ? (
        <details className="disclose">
          <summary>{say('admin.review.text-left-out', { words: counts.wordsRemoved })}</summary>
          {differences}
        </details>
      ) : (
        differences
      )}
      {unmarked ? (
        <UnmarkedText
          words={unmarked}
          summary={say(isLeftOut ? 'admin.review.can-open' : 'admin.review.text-again')}
          textLanguage={textLanguage}
          idPrefix={key}
          say={say}
        />
      ) : null}
    </section>
  )
}

/** Are the words in the language a translation by the country, or were they? Readers get one as the common text. */
function WhoseWords({
  section: { before, entry },
  language,
  say,
}: {
  section: ComparedSection
  language: Language
  say: Translator
}) {
  const name = languageName(say, language)
  const isOne = readsTranslated({ ...entry, language })
  const [wasOne, wasOwn] = [
    before && readsTranslated({ ...before, language }),
    before && readsOwn({ ...before, language }),
  ]
  if (isOne)
    return (
      <p className="muted">
        {say('admin.review.translation', { language: name })} {wasOwn ? say('admin.review.was-own') : null}
      </p>
    )
  if (!wasOne || !readsOwn({ ...entry, language })) return null
  return <p className="muted">{say('admin.review.was-translation', { language: name })}</p>
}

/** Says that readers get the same text, and in which languages if they do not get all of it in theirs. */
function saySameText(
  { isSameInWords, languages }: ComparedSection,
  { textLanguage, reader, say }: { textLanguage: Language; reader: Language; say: Translator },
): string {
  if (isSameInWords) return say('admin.review.same-words')
  const others = languages.filter((one) => one !== textLanguage)
  if (others.length === 0) return say('admin.review.text-same')
  return say(others.length === languages.length ? 'admin.review.text-elsewhere' : 'admin.review.text-partly', {
    language: say(`words.language.${textLanguage}`),
    other: languageNames({ languages: others, pageLanguage: reader, t: say }),
  })
}

/** Has nothing changed but the reason for the country's difference? */
function isOnlyWhy(
  { address, before, entry, isSameInWords, place, why }: ComparedSection,
  language: Language,
): boolean {
  const wasOne = before !== null && readsTranslated({ ...before, language })
  if (wasOne !== readsTranslated({ ...entry, language })) return false
  return why !== null && !why.isSame && !isSameInWords && !address && !place && before?.mode === entry.mode
}

/** The differing words of one language, with a note if they replace missing ones of the page's language. */
function Difference({
  words: { change, language },
  anchor,
  textLanguage,
  reader,
  say,
}: {
  words: ComparedWords
  anchor: string
  textLanguage: Language
  reader: Language
  say: Translator
}) {
  return (
    <div className="text">
      {language === textLanguage ? null : <StandInNote language={textLanguage} other={language} say={say} />}
      <SectionDifference
        change={change}
        language={language}
        pageLanguage={reader}
        t={say}
        only="changes"
        headingOffset={2}
        anchor={anchor}
        pictureUrl={draftPictureAddress}
        describesPictures
      />
    </div>
  )
}

function anchorOf(key: string, { language }: ComparedWords, textLanguage: Language): string {
  return language === textLanguage ? `${key}-d` : `${key}-${language}-d`
}
