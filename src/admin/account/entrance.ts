import { headers } from 'next/headers'
import type { Payload } from 'payload'
import { languageAsked } from '@/access/languageOf'
import type { Language } from '@/domain/language'
import { nearestLanguage, type Translator, translatorFor } from '@/messages/translate'

/** The language that the browser of somebody who is not signed in asks for, and its texts. */
export async function entranceSay(): Promise<{ language: Language; say: Translator }> {
  const language = nearestLanguage(languageAsked(await headers()))
  return { language, say: translatorFor(language) }
}

/** Is there somebody who can sign in? The first account is created by a command. */
export async function hasAccounts(payload: Payload): Promise<boolean> {
  return (await payload.count({ collection: 'users' })).totalDocs > 0
}
