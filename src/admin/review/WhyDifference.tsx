import type { ReactNode } from 'react'
import { diffText, type Segment } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { Said } from '@/domain/said'
import type { Translator } from '@/messages/translate'
import { Marked } from '@/textView/Marked'
import { PlainDifference } from '@/textView/PlainDifference'
import { Words } from '@/textView/Words'
import { languageName } from '../words/languageName'
import type { BeforeNow, ReviewedSection } from './reviewedSections'

type Given = {
  /** The language whose readers the review is about. */
  textLanguage: Language
  reader: Language
  say: Translator
}

/** Why the country differs, as readers get it, with what was before: even if it gave no reason from the list. */
export function WhyDifference({
  why: { before, now },
  ...given
}: { why: NonNullable<ReviewedSection['why']> } & Given) {
  const { say } = given
  const explanation = { before: before?.explanation ?? null, now: now?.explanation ?? null }
  const sources = { before: before?.sources ?? '', now: now?.sources ?? '' }
  return (
    <div className="note">
      {before?.reason || now?.reason ? (
        <p>
          <strong>{say('admin.review.reason')}</strong>{' '}
          <Whole
            before={before?.reason ? say(`words.reason.${before.reason}`) : null}
            now={now?.reason ? say(`words.reason.${now.reason}`) : null}
            say={say}
          />
        </p>
      ) : null}
      <Explanation {...explanation} {...given} />
      {sources.before || sources.now ? (
        <p>
          {say('admin.review.sources')} <Words segments={wordsOf(sources.before, sources.now)} options={{ t: say }} />
        </p>
      ) : null}
    </div>
  )
}

/** Its part of the address, if it changed. */
export function AddressDifference({ before, now, say }: BeforeNow<string> & { say: Translator }) {
  return (
    <p>
      {say('admin.review.address')} <Whole before={before} now={now} say={say} />
    </p>
  )
}

/** Values that are compared as a whole, not word by word: a name from a list, an address. */
function Whole({ before, now, say }: BeforeNow<ReactNode> & { say: Translator }) {
  if (before === now) return now
  return (
    <>
      {before === null ? null : (
        <Marked status="removed" options={{ t: say }}>
          {before}
        </Marked>
      )}
      {before === null || now === null ? null : ' '}
      {now === null ? null : (
        <Marked status="added" options={{ t: say }}>
          {now}
        </Marked>
      )}
    </>
  )
}

function Explanation({ before, now, textLanguage, reader, say }: BeforeNow<Said<string>> & Given) {
  const said = now ?? before
  if (!said) return null
  const { language } = said
  const page = { pageLanguage: reader, say }
  const isOneLanguage = !before || !now || before.language === now.language
  return (
    <>
      {now && language !== textLanguage ? (
        <p className="muted">
          {say('reader.stand-in', { language: languageName(say, textLanguage), other: languageName(say, language) })}
        </p>
      ) : null}
      {isOneLanguage ? (
        <PlainDifference segments={wordsOf(before?.value, now?.value)} language={language} {...page} />
      ) : (
        <>
          <PlainDifference segments={wordsOf(before.value, undefined)} language={before.language} {...page} />
          <PlainDifference segments={wordsOf(undefined, now.value)} language={language} {...page} />
        </>
      )}
    </>
  )
}

function wordsOf(before = '', now = ''): Segment[] {
  return diffText({ before, after: now }).segments
}
