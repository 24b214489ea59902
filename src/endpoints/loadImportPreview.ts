import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { ImportedDocument } from '@/domain/importing'
import type { Language } from '@/domain/language'
import { type ImportPreview, previewImport } from '@/import/previewImport'
import { loadSections } from '@/stored/sections'
import { stateOf } from '@/stored/stateOf'
import { loadToolkit } from '@/stored/toolkits'

export type LoadedImportPreview = ImportPreview & {
  /** Is there a toolkit of this address? Else the import makes one. */
  exists: boolean
  /** Stands for the state that the preview was made from: the import is refused when it is another by then. */
  seen: string
}

/** What importing a document into the toolkit of an address would do now. Reads with the person's request. */
export async function loadImportPreview({
  req,
  slug,
  language,
  document,
}: {
  req: PayloadRequest
  slug: string
  language: Language
  document: ImportedDocument
}): Promise<LoadedImportPreview> {
  const toolkit = await loadToolkit({ req, slug })
  const existing = toolkit ? await loadSections({ req, toolkit: toolkit.id }) : []
  const preview = previewImport({
    document,
    existing,
    language,
    sourceLanguage: toolkit?.sourceLanguage ?? language,
    newKey: randomUUID,
  })
  return { ...preview, exists: toolkit !== null, seen: stateOf(existing) }
}
