import type { ReactNode } from 'react'
import type { BeforeNow, ComparedWhy } from '@/domain/comparedWhy'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { ChangeReason } from '@/textView/ChangeReasons'
import { keyed } from '@/textView/keyed'
import { Marked } from '@/textView/Marked'
import { PlainDifference } from '@/textView/PlainDifference'
import { Words } from '@/textView/Words'

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
      <Changes why={why} {...given} />
    </div>
  )
}

/** The reasons for single changes, each whole: one that was written anew is removed and added. */
function Changes({ why: { changes }, textLanguage, reader, say }: { why: ComparedWhy } & Given) {
  if (changes.length === 0) return null
  return (
    <div className="change-reasons">
      <p>
        <strong>{say('diff.why.title')}</strong>
      </p>
      <ul>
        {keyed(changes).map(({ key, one: { status, why } }) => {
          const one = <ChangeReason why={why} language={textLanguage} pageLanguage={reader} t={say} />
          return (
            <li key={key}>
              {status === 'same' ? (
                one
              ) : (
                <Marked status={status} options={{ t: say }}>
                  {one}
                </Marked>
              )}
            </li>
          )
        })}
      </ul>
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
          {say('reader.stand-in', {
            language: say(`words.language.${textLanguage}`),
            other: say(`words.language.${language}`),
          })}
        </p>
      )}
      {explanation.map((one) => (
        <PlainDifference key={one.language} {...one} pageLanguage={reader} say={say} />
      ))}
    </>
  )
}
