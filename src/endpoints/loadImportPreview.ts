import type { PayloadRequest } from 'payload'
import type { ImportedDocument } from '@/domain/importing'
import { notesThatHold } from '@/domain/importPlan/notesThatHold'
import type { ImportChoices } from '@/domain/importPlan/plan'
import type { Language } from '@/domain/language'
import { type Outcome, refuse } from '@/domain/refusal'
import { inReadingOrder } from '@/domain/release'
import type { Mode } from '@/domain/section'
import { type ImportPreview, type PreviewedGone, previewImport } from '@/import/previewImport'
import { type ImportGround, planOnGround } from '@/stored/importGround'
import { loadSectionModes, loadVariants } from '@/stored/variants'

/** What somebody has to know of a section before they let it go. */
type LoadedGone = PreviewedGone & {
  /** Its number now, and the title of the part that it stands in; '' where it is itself a part. */
  number: string
  part: string
  /** The countries that did something with it, and what. */
  countries: { country: string; mode: Mode }[]
}

export type LoadedImportPreview = Omit<ImportPreview, 'gone'> & {
  gone: LoadedGone[]
  /** The toolkit that the document goes into; null where it is new. */
  toolkit: string | null
  /** How many countries have a national version. */
  versions: number
  /** How many sections the toolkit has now. */
  existing: number
  /** Stands for the state that the preview was made from: the import is refused when it is another by then. */
  seen: string
  /** The last import in this language, where one is known: which, when, from which file, and whether this person made it. */
  last: { id: string; at: string; file: string; level: number | null; isOwn: boolean } | null
}

/** What importing a document on this ground would do now. Reads with the person's request. */
export async function loadImportPreview({
  req,
  ground,
  language,
  document,
  choices,
  signal,
}: {
  req: PayloadRequest
  ground: ImportGround
  language: Language
  document: ImportedDocument
  choices: ImportChoices
  /** Ends it where nobody waits for it any more. */
  signal?: AbortSignal | undefined
}): Promise<Outcome<LoadedImportPreview>> {
  if (signal?.aborted) return refuse('import.stopped')
  const { plan, pictures } = await planOnGround({ req, ground, language, document, choices })
  const { existing, last, seen } = ground
  const notes = notesThatHold({ notes: document.notes, plan, pictures })
  const previewed = await previewImport({ document: { ...document, notes }, plan, signal })
  if (!previewed.ok) return previewed
  const { gone, ...preview } = previewed.result
  const result = {
    ...preview,
    ...(await withUses({ req, ground, gone, language })),
    toolkit: ground.toolkit?.id ?? null,
    existing: existing.filter(({ retired }) => !retired).length,
    seen,
    last: last && {
      id: last.id,
      at: last.at,
      file: last.file,
      level: last.level,
      isOwn: last.actor === req.user?.id,
    },
  }
  return { ok: true, result }
}

/** Sections that the document does not have, with their places and with what countries did with them. */
async function withUses({
  req,
  ground: { toolkit, existing },
  gone,
  language,
}: {
  req: PayloadRequest
  ground: ImportGround
  gone: PreviewedGone[]
  language: Language
}): Promise<Pick<LoadedImportPreview, 'gone' | 'versions'>> {
  if (!toolkit || gone.length === 0) return { gone: [], versions: 0 }
  const variants = await loadVariants({ req, toolkit: toolkit.id })
  const modes = await loadSectionModes({ req, variants: variants.map(({ id }) => id) })
  const placed = existing.filter(({ retired }) => !retired).map((section) => ({ ...section, key: section.content.key }))
  const ordered = inReadingOrder(placed)
  const titles = new Map(ordered.map(({ entry, number }) => [number, entry.content.title[language] ?? entry.slug]))
  const numbers = new Map(ordered.map(({ entry, number }) => [entry.key, number]))
  return {
    versions: variants.length,
    gone: gone.map((section) => {
      const number = numbers.get(section.key) ?? ''
      const [part = ''] = number.split('.')
      return {
        ...section,
        number,
        part: part === number ? '' : (titles.get(part) ?? ''),
        countries: variants.flatMap(({ id, country }) => {
          const mode = modes.get(id)?.get(section.key) ?? 'inherit'
          return mode === 'inherit' ? [] : [{ country, mode }]
        }),
      }
    }),
  }
}
