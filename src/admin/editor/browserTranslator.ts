import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'

/** `translatorFor` in the browser, with the messages that the server sent. */
export function browserTranslator({
  words,
  language,
}: {
  words: Record<string, string>
  language: Language
}): Translator {
  const formats = new Map<string, IntlMessageFormat>()
  return (key, params = {}) => {
    const pattern = words[key]
    if (pattern === undefined) throw new Error(`The message "${key}" was not sent to the browser`)
    const format = formats.get(key) ?? new IntlMessageFormat(pattern, language, undefined, { ignoreTag: true })
    formats.set(key, format)
    return String(format.format(params))
  }
}
