import type { PayloadRequest, Where } from 'payload'
import { type ByLanguage, LANGUAGES, type Language } from '@/domain/language'
import { isDocumentId } from './isDocumentId'
import { asByLanguage, asChoice, asRecord, asText, type StoredDocument } from './parse'

export type Toolkit = {
  id: string
  slug: string
  title: ByLanguage<string>
  description: ByLanguage<string>
  sourceLanguage: Language
  sample: boolean
}

/** A toolkit by its address; null if it does not exist or is not for this person. */
export async function loadToolkit({ req, slug }: { req: PayloadRequest; slug: string }): Promise<Toolkit | null> {
  return (await toolkitsWhere(req, { slug: { equals: slug } }))[0] ?? null
}

export async function loadToolkitById({ req, id }: { req: PayloadRequest; id: string }): Promise<Toolkit | null> {
  if (!isDocumentId(id)) return null
  return (await toolkitsWhere(req, { id: { equals: id } }))[0] ?? null
}

/** The language of the common framework that a national version follows. */
export async function loadSourceLanguage({
  req,
  variant,
}: {
  req: PayloadRequest
  variant: { id: string; toolkit: string }
}): Promise<Language> {
  const toolkit = await loadToolkitById({ req, id: variant.toolkit })
  if (!toolkit) throw new Error(`No toolkit ${variant.toolkit} of the national version ${variant.id}`)
  return toolkit.sourceLanguage
}

export function loadToolkits({ req }: { req: PayloadRequest }): Promise<Toolkit[]> {
  return toolkitsWhere(req, {})
}

async function toolkitsWhere(req: PayloadRequest, where: Where): Promise<Toolkit[]> {
  const { docs } = await req.payload.find({
    collection: 'toolkits',
    depth: 0,
    locale: 'all',
    overrideAccess: false,
    pagination: false,
    req,
    sort: 'slug',
    where,
  })
  return docs.map((doc) => readToolkit(asRecord(doc)))
}

export function readToolkit(doc: StoredDocument): Toolkit {
  return {
    id: String(doc.id),
    slug: asText(doc.slug),
    title: asByLanguage(doc.title, asText),
    description: asByLanguage(doc.description, asText),
    sourceLanguage: asChoice(doc.sourceLanguage, LANGUAGES, 'en'),
    sample: doc.sample === true,
  }
}
