import { getClientConfig } from '@payloadcms/ui/utilities/getClientConfig'
import { notFound } from 'next/navigation'
import { getAccessResults, type ImportMap, type SanitizedConfig } from 'payload'
import { opensAdmin } from '@/access/rules'
import type { EditorGround } from '../editor/EditorServer.client'
import { requestFromHere } from '../frame/requestFromHere'

/**
 * What Payload's layout gives to its screens, for an editor on a screen of ours. For people who may open no screen it does
 * not exist.
 */
export async function loadEditorGround({
  config: given,
  importMap,
}: {
  config: Promise<SanitizedConfig>
  importMap: ImportMap
}): Promise<EditorGround> {
  const req = await requestFromHere(given)
  if (!(await opensAdmin({ req }))) notFound()
  const { i18n, payload } = req
  const { config } = payload
  const id = req.user?.id
  const user = id ? await payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: false, req }) : null
  return {
    config: getClientConfig({ config, i18n, importMap, user: user ?? true }),
    dateFNSKey: i18n.dateFNSKey,
    fallbackLang: config.i18n.fallbackLanguage,
    isNavOpen: false,
    languageCode: i18n.language,
    languageOptions: [],
    permissions: await getAccessResults({ req }),
    theme: 'light',
    translations: i18n.translations,
    user: user && { ...user, collection: 'users' },
  }
}
