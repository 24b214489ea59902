import { createLocalReq, type Payload, type TypedUser } from 'payload'
import type { Language } from '@/domain/language'
import { loadImportGround } from '@/stored/importGround'

/** The state on which an import into the toolkit of an address is planned, as this person sees it now. */
export async function importSeenOf(given: {
  payload: Payload
  user: TypedUser
  slug: string
  language?: Language
}): Promise<string> {
  const req = await createLocalReq({ user: given.user }, given.payload)
  return (await loadImportGround({ req, slug: given.slug, language: given.language ?? 'en' })).seen
}
