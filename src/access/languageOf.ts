import type { PayloadRequest } from 'payload'
import { LANGUAGES, type Language } from '@/domain/language'
import { nearestLanguage } from '@/messages/translate'

/**
 * The language of our texts for the person of a request: the one that they chose, otherwise the one that their browser
 * requests.
 */
export function languageOf(req: PayloadRequest): Language {
  const chosen = req.user && 'language' in req.user ? req.user.language : null
  return nearestLanguage(typeof chosen === 'string' ? chosen : (languageAsked(req.headers) ?? req.i18n?.language))
}

/** The first of our languages that the browser lists; it lists them in the order of preference. */
export function languageAsked(headers: Headers | undefined): Language | undefined {
  const asked = headers?.get('accept-language')?.split(',') ?? []
  return asked
    .map((one) => LANGUAGES.find((language) => one.trim().slice(0, 2).toLowerCase() === language))
    .find(Boolean)
}
