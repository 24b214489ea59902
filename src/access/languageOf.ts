import type { PayloadRequest } from 'payload'
import { LANGUAGES, type Language } from '@/domain/language'
import { nearestLanguage } from '@/messages/translate'

/** The language of our own words for the person of a request: what they chose, else what their browser asks for. */
export function languageOf(req: PayloadRequest): Language {
  const chosen = req.user && 'language' in req.user ? req.user.language : null
  return nearestLanguage(typeof chosen === 'string' ? chosen : (languageAsked(req.headers) ?? req.i18n?.language))
}

/** The first of our languages that the browser names; it names them in the order of its person. */
export function languageAsked(headers: Headers | undefined): Language | undefined {
  const asked = headers?.get('accept-language')?.split(',') ?? []
  return asked
    .map((one) => LANGUAGES.find((language) => one.trim().slice(0, 2).toLowerCase() === language))
    .find(Boolean)
}
