import type { SanitizedConfig } from 'payload'
import { LANGUAGE_COOKIE } from '@/accounts/cookieNames'
import { setCookie } from '@/accounts/cookies'
import type { Language } from '@/domain/language'

/**
 * The answer with the cookie that tells Payload the person's language (for the editor, its drawers, lists): otherwise
 * it would only use the browser's, and a page would mix two languages.
 */
export function withLanguage({
  response,
  language,
  config,
}: {
  response: Response
  language: Language | null | undefined
  config: Pick<SanitizedConfig, 'serverURL'>
}): Response {
  if (!language) return response
  const expires = new Date(Date.now() + A_YEAR_MS)
  response.headers.append(
    'set-cookie',
    setCookie({ name: LANGUAGE_COOKIE, value: language, expires }, config.serverURL),
  )
  return response
}

const A_YEAR_MS = 365 * 24 * 60 * 60 * 1000
