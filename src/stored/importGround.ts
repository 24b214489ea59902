import type { PayloadRequest } from 'payload'
import { canonicalRichText } from '@/domain/canonicalRichText'
import type { ImportedImage, ImportedSection } from '@/domain/importing'
import type { Language } from '@/domain/language'
import type { Block, RichText } from '@/domain/richText'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { contentHash } from './contentHash'
import { type LastImport, loadLastImport } from './imports'
import { loadSections, type WorkingSection } from './sections'
import { stateOf } from './stateOf'
import { findPictures } from './storedPictures'
import { loadToolkit, type Toolkit } from './toolkits'

/** What an import is planned on. */
export type ImportGround = {
  /** null where there is none of this address: the import makes one. */
  toolkit: Toolkit | null
  existing: WorkingSection[]
  last: LastImport | null
  /** Stands for all of it: an import that was planned on another state is refused. */
  seen: string
}

/** Loads what an import into the toolkit of an address is planned on, with the person's request. */
export async function loadImportGround({
  req,
  slug,
  language,
}: {
  req: PayloadRequest
  slug: string
  language: Language
}): Promise<ImportGround> {
  const toolkit = await loadToolkit({ req, slug })
  const existing = toolkit ? await loadSections({ req, toolkit: toolkit.id }) : []
  const last = toolkit ? await loadLastImport({ req, toolkit: toolkit.id, language }) : null
  return { toolkit, existing, last, seen: contentHash([stateOf(existing), last?.id ?? null]) }
}

/**
 * The sections of a document as they would be stored, so that they can be compared with what is: pictures that are
 * stored have their ids; those that will be keep the document's name; those that the document lacks are left out.
 */
export async function storableSections({
  req,
  sections,
  images,
}: {
  req: PayloadRequest
  sections: ImportedSection[]
  images: ImportedImage[]
}): Promise<ImportedSection[]> {
  const known = await findPictures({ req, images })
  const names = new Map(images.map(({ name }) => [name, known.get(name) ?? name]))
  return sections.map((section) => ({
    ...section,
    body: storable(withPictures(section.body, (name) => names.get(name))),
  }))
}

/** Puts what `idOf` gives where a text names a picture; a picture for which it gives nothing is left out. */
export function withPictures(body: RichText, idOf: (name: string) => string | undefined): RichText {
  return body.flatMap(function place(block): Block[] {
    if (block.kind !== 'image') return [{ ...block, children: block.children.flatMap(place) }]
    const media = idOf(String(block.attrs.media))
    return media === undefined ? [] : [{ ...block, attrs: { ...block.attrs, media } }]
  })
}

function storable(body: RichText): RichText {
  return canonicalRichText(fromLexical(toLexical(canonicalRichText(body))))
}
