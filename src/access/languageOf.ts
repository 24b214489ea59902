import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import { nearestLanguage } from '@/messages/translate'

/** The language of our own words for the person of a request: what they chose, else what their browser asks for. */
export function languageOf(req: PayloadRequest): Language {
  const chosen = req.user && 'language' in req.user ? req.user.language : null
  return nearestLanguage(typeof chosen === 'string' ? chosen : req.i18n?.language)
}
