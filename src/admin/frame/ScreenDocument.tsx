import type { SanitizedConfig } from 'payload'
import type { ReactNode } from 'react'
import { languageOf } from '@/access/languageOf'
import { PageDocument } from './PageDocument'
import { requestFromHere } from './requestFromHere'

/** The document around a page for the person who is signed in. */
export async function ScreenDocument({ config, children }: { config: Promise<SanitizedConfig>; children: ReactNode }) {
  return <PageDocument language={languageOf(await requestFromHere(config))}>{children}</PageDocument>
}
