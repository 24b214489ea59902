import type { PayloadRequest } from 'payload'
import { type ByLanguage, LANGUAGES } from '@/domain/language'
import { picturesOf } from '@/domain/pictures'
import type { Block, RichText } from '@/domain/richText'
import type { SectionContent } from '@/domain/section'
import { isDocumentId } from './isDocumentId'
import { asByLanguage, asRecord, asText } from './parse'

/**
 * Writes into each text what its pictures show, in its language, where it does not say so yet. Working text names a
 * picture only; a release keeps the words of its day, whatever is written about the picture afterwards.
 */
export async function describePictures({
  req,
  contents,
}: {
  req: PayloadRequest
  contents: SectionContent[]
}): Promise<SectionContent[]> {
  const ids = picturesOf(contents).filter(isDocumentId)
  if (ids.length === 0) return contents
  const { docs } = await req.payload.find({
    collection: 'media',
    depth: 0,
    locale: 'all',
    overrideAccess: false,
    pagination: false,
    req,
    where: { id: { in: ids } },
  })
  const words = new Map(docs.map((doc) => [String(doc.id), asByLanguage(asRecord(doc).alt, asText)]))
  return contents.map((content) => ({
    ...content,
    body: described(content.body, words),
    addition: described(content.addition, words),
  }))
}

type Words = Map<string, ByLanguage<string>>

function described(texts: ByLanguage<RichText>, words: Words): ByLanguage<RichText> {
  const result: ByLanguage<RichText> = {}
  for (const language of LANGUAGES) {
    const text = texts[language]
    if (!text) continue
    result[language] = text.map(function describe(block): Block {
      const children = block.children.map(describe)
      const alt = block.kind === 'image' ? words.get(String(block.attrs.media))?.[language] : undefined
      return alt && !block.attrs.alt ? { ...block, attrs: { ...block.attrs, alt }, children } : { ...block, children }
    })
  }
  return result
}
