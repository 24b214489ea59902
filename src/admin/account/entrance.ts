import type { Metadata } from 'next'
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

/** The title of the window of such a page. No search engine lists it. */
export async function entranceMetadata(page: 'sign-in' | 'forgotten' | 'first'): Promise<Metadata> {
  const { say } = await entranceSay()
  // Without an icon the browser would ask for one at an address that does not exist.
  return {
    title: `${say(`account.${page}.title`)} · Toolkit`,
    robots: { index: false, follow: false },
    icons: 'data:,',
  }
}

/** Is there somebody who can sign in? The first account is created by a command. */
export async function hasAccounts(payload: Payload): Promise<boolean> {
  return (await payload.count({ collection: 'users' })).totalDocs > 0
}
