import type { ReactNode } from 'react'
import type { SectionChange } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { saySummary } from '@/textView/DifferenceSummary'
import { PlainDifference } from '@/textView/PlainDifference'
import { SectionDifference } from '@/textView/SectionDifference'
import { draftPictureAddress } from '../words/addresses'
import { languageName } from '../words/languageName'
import type { ChangedText, TextChange } from './changedText'

type Given = { anchor: string; source: Language; reader: Language; say: Translator }

/**
 * The differences of one section since the last release: the first language with differences in sight, each other one in
 * a fold, and what only countries see.
 */
export function ChangeText({ text: { texts, guidance, policy }, ...given }: Given & { text: ChangedText }) {
  const { reader, source, say } = given
  const [first, ...others] = texts
  if (!first && guidance.length === 0 && !policy) return <p className="muted">{say('history.only-spaces')}</p>
  return (
    <div className="text stack">
      {first && first.language !== source ? <p className="muted">{languageName(say, first.language)}</p> : null}
      {first ? <InLanguage text={first} {...given} /> : null}
      {others.map((text) => (
        <details key={text.language} className="disclose">
          <summary>
            {languageName(say, text.language)}
            {say('diff.colon')} {saySummary({ counts: text.change.counts, t: say })}
          </summary>
          <InLanguage text={text} {...given} />
        </details>
      ))}
      {policy ? (
        <div>
          <p className="label">{say('admin.framework.policy')}</p>
          <PlainDifference segments={policy} language={reader} pageLanguage={reader} say={say} />
        </div>
      ) : null}
      {guidance.map(({ language, segments }) => (
        <div key={language}>
          <p className="label">
            {say('history.field.guidance')}
            {language === source ? null : ` (${languageName(say, language)})`}
          </p>
          <PlainDifference segments={segments} language={language} pageLanguage={reader} say={say} />
        </div>
      ))}
    </div>
  )
}

function InLanguage({ text: { change, language, rest, seen }, anchor, reader, say }: Given & { text: TextChange }) {
  const shown = (part: SectionChange, name: string): ReactNode => (
    <SectionDifference
      change={part}
      language={language}
      pageLanguage={reader}
      t={say}
      only="changes"
      headingOffset={1}
      anchor={`${anchor}-${language}-${name}`}
      pictureUrl={draftPictureAddress}
      describesPictures
    />
  )
  return (
    <>
      {shown(seen, 'd')}
      {rest ? (
        <details className="disclose">
          <summary>
            {say(change.status === 'added' ? 'admin.notes.more-new' : 'admin.notes.more-removed', {
              words: change.counts.wordsAdded + change.counts.wordsRemoved,
            })}
          </summary>
          {shown(rest, 'r')}
        </details>
      ) : null}
    </>
  )
}
