import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'

/** Says above words of another language that they replace missing ones of the page's language. */
export function StandInNote({ language, other, say }: { language: Language; other: Language; say: Translator }) {
  return (
    <p className="muted">
      {say('reader.stand-in', {
        language: say(`words.language.${language}`),
        other: say(`words.language.${other}`),
      })}
    </p>
  )
}
