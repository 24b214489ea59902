import type { Language } from '@/domain/language'
import { LanguageIcon } from '@/icons/LanguageIcon'
import { translatorFor } from '@/messages/translate'

/** "Not yet in Greek: text in English", above a text that replaces one that nobody has written yet. */
export function StandInMark({ language, other, id }: { language: Language; other: Language; id?: string }) {
  const say = translatorFor(language)
  return (
    <p className="stand-in" id={id}>
      <span className="badge">
        <LanguageIcon sign="missing" />
        {say('reader.stand-in', { language: say(`words.language.${language}`), other: say(`words.language.${other}`) })}
      </span>
    </p>
  )
}
