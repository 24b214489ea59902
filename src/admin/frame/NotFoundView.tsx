import { initI18n } from '@payloadcms/translations'
import { getVisibleEntities } from '@payloadcms/ui/shared'
import { headers as headersOfRequest } from 'next/headers'
import {
  type AdminViewServerProps,
  createLocalReq,
  getAccessResults,
  getPayload,
  getRequestLanguage,
  type ImportMap,
  type PayloadRequest,
  parseCookies,
  type SanitizedConfig,
} from 'payload'
import { actorOf } from '@/access/actorOf'
import { languageOf } from '@/access/languageOf'
import { sessionStrategy } from '@/accounts/sessionStrategy'
import { translatorFor } from '@/messages/translate'
import { Plain } from '../account/Plain'
import { PlainPage } from './PlainPage'

/**
 * The page at an unknown address of the admin. Payload's own page gives its frame no request, without which our
 * navigation cannot know the person (3.90.2), so the request is created here, from what Next knows of it.
 */
export async function NotFoundView({ config, importMap }: { config: Promise<SanitizedConfig>; importMap: ImportMap }) {
  const req = await requestFromHere({ config, importMap })
  const permissions = await getAccessResults({ req })
  const actor = await actorOf(req)
  if (!actor || actor.passwordMustChange || !permissions.canAccessAdmin) return <NotFoundOutside req={req} />
  const initPageResult = { req, permissions, visibleEntities: getVisibleEntities({ req }) }
  // Our view uses nothing else of what Payload passes.
  return <PlainPage view={{ initPageResult } as AdminViewServerProps} about="not-there" />
}

/** For people outside the admin: the sign-in, which leads to the tasks. */
function NotFoundOutside({ req }: { req: PayloadRequest }) {
  const language = languageOf(req)
  const say = translatorFor(language)
  return (
    <Plain title={say('admin.plain.not-there.title')} language={language}>
      <p>{say('admin.plain.not-there.text')}</p>
      <p>
        <a href="/admin">{say('admin.plain.back')}</a>
      </p>
    </Plain>
  )
}

async function requestFromHere(given: {
  config: Promise<SanitizedConfig>
  importMap: ImportMap
}): Promise<PayloadRequest> {
  const [config, headers] = [await given.config, await headersOfRequest()]
  const payload = await getPayload({ config, importMap: given.importMap })
  const { user } = await sessionStrategy.authenticate({ headers, payload })
  const language = getRequestLanguage({ config, cookies: parseCookies(headers), headers })
  const i18n = await initI18n({ config: config.i18n, context: 'client', language })
  return createLocalReq({ req: { headers, i18n, user } }, payload)
}
