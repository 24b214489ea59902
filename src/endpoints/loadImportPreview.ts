import type { PayloadRequest } from 'payload'
import type { ImportedDocument } from '@/domain/importing'
import { wholeTextOf } from '@/domain/importPlan/importedText'
import { notesThatHold } from '@/domain/importPlan/notesThatHold'
import type { ImportChoices } from '@/domain/importPlan/plan'
import { LANGUAGES, type Language } from '@/domain/language'
import { textOfSection } from '@/domain/matchSections'
import { type PartGone, partsGone } from '@/domain/partRules'
import { type Outcome, refuse } from '@/domain/refusal'
import { inReadingOrder } from '@/domain/release'
import type { Mode, SectionContent } from '@/domain/section'
import { hasText } from '@/domain/sectionText'
import { countWords } from '@/domain/words/tokens'
import { type ImportPreview, type PreviewedGone, type PreviewedSection, previewImport } from '@/import/previewImport'
import { type ImportGround, planOnGround } from '@/stored/importGround'
import { loadSectionModes, loadVariants } from '@/stored/variants'

/** What somebody must know about a section before they remove it. */
type LoadedGone = PreviewedGone & {
  /** Its number now, and the title of its part; '' if it is itself a part. */
  number: string
  part: string
  /** The countries that did something with it, and what. */
  countries: { country: string; mode: Mode }[]
  /** The other languages in which it has a text, which goes too. */
  alsoIn: { language: Language; words: number }[]
}

export type LoadedImportPreview = Omit<ImportPreview, 'gone' | 'sections'> & {
  sections: (PreviewedSection & { /** The parts with a rule that it would no longer have. */ rulesGone: PartGone[] })[]
  gone: LoadedGone[]
  /** The toolkit that the document goes into; null for a new one. */
  toolkit: string | null
  /** How many countries have a national version. */
  versions: number
  /** How many sections the toolkit has now. */
  existing: number
  /** Identifies the state that the preview was made from: the import is refused if it has changed by then. */
  seen: string
  /** The last import in this language, if known: which, when, from which file, and whether this person made it. */
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
  /** Aborted when nobody waits for it any more. */
  signal?: AbortSignal | undefined
}): Promise<Outcome<LoadedImportPreview>> {
  if (signal?.aborted) return refuse('import.stopped')
  const { plan, pictures, ruled } = await planOnGround({ req, ground, language, document, choices })
  const { existing, last, seen } = ground
  const notes = notesThatHold({ notes: document.notes, plan, pictures })
  const previewed = await previewImport({ document: { ...document, notes }, plan, signal })
  if (!previewed.ok) return previewed
  const { gone, ...preview } = previewed.result
  const goneIn = (key: string): PartGone[] => {
    const section = ruled.get(key)
    return section ? partsGone({ ...section, language }) : []
  }
  const result = {
    ...preview,
    sections: preview.sections.map((one) => ({
      ...one,
      rulesGone: goneIn(one.key),
    })),
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

/** Sections that the document does not have, with their places and the countries' choices for them. */
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
  const contents = new Map(ordered.map(({ entry }) => [entry.key, entry.content]))
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
        alsoIn: otherLanguages({ content: contents.get(section.key), language }),
      }
    }),
  }
}

function otherLanguages({
  content,
  language: own,
}: {
  content: SectionContent | undefined
  language: Language
}): LoadedGone['alsoIn'] {
  return LANGUAGES.flatMap((language) => {
    if (!content || language === own || !hasText(content, language)) return []
    return [{ language, words: countWords(textOfSection(wholeTextOf({ content, language }))) }]
  })
}
