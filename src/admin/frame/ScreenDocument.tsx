import type { SanitizedConfig } from 'payload'
import type { ReactNode } from 'react'
import { languageOf } from '@/access/languageOf'
import { translatorFor } from '@/messages/translate'
import { PageDocument } from './PageDocument'
import { PageOrLost } from './PageLost.client'
import { requestFromHere } from './requestFromHere'

/** The document around a page for the person who is signed in. */
export async function ScreenDocument({ config, children }: { config: Promise<SanitizedConfig>; children: ReactNode }) {
  const language = languageOf(await requestFromHere(config))
  const say = translatorFor(language)
  const words = { title: say('admin.lost.title'), what: say('admin.lost.what'), again: say('admin.lost.again') }
  return (
    <PageDocument language={language}>
      <PageOrLost words={words}>{children}</PageOrLost>
    </PageDocument>
  )
}
