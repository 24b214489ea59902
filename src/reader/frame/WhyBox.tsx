import type { Language } from '@/domain/language'
import type { Why } from '@/domain/why'
import { translatorFor } from '@/messages/translate'
import { ChangeReasons } from '@/textView/ChangeReasons'
import { LinkedWords } from '@/textView/LinkedWords'
import { StandInMark } from './StandInMark'

/** Why a country differs: the reason from the list, its own words, its sources, single changes. Nothing if it gave none. */
export function WhyBox({ why, language }: { why: Why | null; language: Language }) {
  if (!why) return null
  const say = translatorFor(language)
  const { reason, explanation, sources } = why
  const inLanguage = explanation?.standsIn ? null : explanation?.value
  return (
    <div className="reason">
      {(reason || inLanguage) && (
        <p>
          {reason && <strong>{say('reader.reason', { reason: say(`words.reason.${reason}`) })}</strong>} {inLanguage}
        </p>
      )}
      {explanation?.standsIn && (
        <>
          <StandInMark language={language} other={explanation.language} />
          <p lang={explanation.language}>{explanation.value}</p>
        </>
      )}
      {sources && (
        <p className="small">
          <LinkedWords words={say('reader.sources', { sources })} />
        </p>
      )}
      <ChangeReasons changes={why.changes} language={language} t={say} />
    </div>
  )
}
