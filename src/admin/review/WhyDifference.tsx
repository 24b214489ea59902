import type { ReactNode } from 'react'
import type { BeforeNow, ComparedWhy } from '@/domain/comparedWhy'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { Marked } from '@/textView/Marked'
import { PlainDifference } from '@/textView/PlainDifference'
import { Words } from '@/textView/Words'
import { languageName } from '../words/languageName'

type Given = {
  /** The language whose readers the review is about. */
  textLanguage: Language
  reader: Language
  say: Translator
}

/** Why the country differs, as readers get it, with what was before: even if it gave no reason from the list. */
export function WhyDifference({ why, ...given }: { why: ComparedWhy } & Given) {
  const { before, now, sources } = why
  const { say } = given
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
      <Explanation why={why} {...given} />
      {sources.length > 0 ? (
        <p>
          {say('admin.review.sources')} <Words segments={sources} options={{ t: say }} />
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

function Explanation({ why: { explanation, now }, textLanguage, reader, say }: { why: ComparedWhy } & Given) {
  const language = now?.explanation?.language ?? textLanguage
  return (
    <>
      {language === textLanguage ? null : (
        <p className="muted">
          {say('reader.stand-in', { language: languageName(say, textLanguage), other: languageName(say, language) })}
        </p>
      )}
      {explanation.map((one) => (
        <PlainDifference key={one.language} {...one} pageLanguage={reader} say={say} />
      ))}
    </>
  )
}
