import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { ImportedDocument } from '@/domain/importing'
import type { ImportChoices } from '@/domain/importPlan/plan'
import type { Language } from '@/domain/language'
import { planImport } from '@/domain/planImport'
import { type ImportPreview, previewImport } from '@/import/previewImport'
import { type ImportGround, storableSections } from '@/stored/importGround'

export type LoadedImportPreview = ImportPreview & {
  /** Is there a toolkit of this address? Else the import makes one. */
  exists: boolean
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
  ground: { toolkit, existing, last, seen },
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
  const plan = planImport({
    existing,
    remembered: last?.sections ?? null,
    incoming: await storableSections({ req, sections: document.sections, images: document.images }),
    language,
    sourceLanguage: toolkit?.sourceLanguage ?? language,
    choices,
    newKey: randomUUID,
  })
  return {
    ...previewImport({ document, plan }),
    exists: toolkit !== null,
    existing: existing.filter(({ retired }) => !retired).length,
    seen,
    last: last && { at: last.at, file: last.file, level: last.level },
  }
}
