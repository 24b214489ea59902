import type { Language } from '@/domain/language'
import type { Why } from '@/domain/why'
import { translatorFor } from '@/messages/translate'
import { SaidWords } from './SaidWords'

/** Why a country differs: the reason from the list, its own words, its sources. Nothing where it gave none. */
export function WhyBox({ why, language }: { why: Why | null; language: Language }) {
  if (!why) return null
  const say = translatorFor(language)
  const { reason, explanation, sources } = why
  return (
    <div className="reason">
      <p>
        {reason && <strong>{say('reader.reason', { reason: say(`words.reason.${reason}`) })}</strong>}
        {reason && explanation && ' '}
        {explanation && <SaidWords said={explanation} />}
      </p>
      {sources && <p className="small">{say('reader.sources', { sources })}</p>}
    </div>
  )
}
