import type { PayloadRequest } from 'payload'
import type { ImportedDocument } from '@/domain/importing'
import type { ImportChoices } from '@/domain/importPlan/plan'
import type { Language } from '@/domain/language'
import { type ImportPreview, previewImport } from '@/import/previewImport'
import { type ImportGround, planOnGround } from '@/stored/importGround'

export type LoadedImportPreview = ImportPreview & {
  /** How many sections the toolkit has now. */
  existing: number
  /** Stands for the state that the preview was made from: the import is refused when it is another by then. */
  seen: string
  /** The last import in this language, where one is known: when, and from which file. */
  last: { at: string; file: string; level: number | null } | null
}

/** What importing a document on this ground would do now. Reads with the person's request. */
export async function loadImportPreview({
  req,
  ground,
  language,
  document,
  choices,
}: {
  req: PayloadRequest
  ground: ImportGround
  language: Language
  document: ImportedDocument
  choices: ImportChoices
}): Promise<LoadedImportPreview> {
  const { plan } = await planOnGround({ req, ground, language, document, choices })
  const { existing, last, seen } = ground
  return {
    ...(await previewImport({ document, plan })),
    existing: existing.filter(({ retired }) => !retired).length,
    seen,
    last: last && { at: last.at, file: last.file, level: last.level },
  }
}
