import { initI18n } from '@payloadcms/translations'
import { headers as headersOfRequest } from 'next/headers'
import {
  createLocalReq,
  getPayload,
  getRequestLanguage,
  type PayloadRequest,
  parseCookies,
  type SanitizedConfig,
} from 'payload'
import { cache } from 'react'
import { sessionStrategy } from '@/accounts/sessionStrategy'

/**
 * The request of the page that Next is rendering, with the person who is signed in; one for the whole page. Payload makes
 * such requests for its own screens only.
 */
export const requestFromHere = cache(async (given: Promise<SanitizedConfig>): Promise<PayloadRequest> => {
  const [config, headers] = [await given, await headersOfRequest()]
  const payload = await getPayload({ config })
  const { user } = await sessionStrategy.authenticate({ headers, payload })
  const language = getRequestLanguage({ config, cookies: parseCookies(headers), headers })
  const i18n = await initI18n({ config: config.i18n, context: 'client', language })
  return createLocalReq({ req: { headers, i18n, user } }, payload)
})
