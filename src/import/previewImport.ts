import type { ImportedDocument, ImportNote } from '@/domain/importing'
import type { Language } from '@/domain/language'
import { type ExistingSection, type PlannedSection, planImport } from '@/domain/planImport'
import type { Refusal } from '@/domain/refusal'

/** One section of the document, and what would become of it. */
export type PreviewedSection = Pick<PlannedSection, 'status' | 'moved' | 'how' | 'titleBefore'> & {
  /** From its place in the document: 1, 1.1, 1.2 … */
  number: string
  depth: number
  title: string
  source: string
}

export type ImportCounts = { new: number; changed: number; same: number; moved: number; gone: number }

/** What importing a document would do, in a form that a screen, a terminal and a test can show. */
export type ImportPreview = {
  /** The title of the whole, where the document has one. */
  title: string | null
  sections: PreviewedSection[]
  /** Sections of the toolkit that the document does not have: they are left out of the next release. */
  gone: { key: string; title: string }[]
  counts: ImportCounts
  /** What is lost, doubtful or wrong in the document. */
  notes: ImportNote[]
  /** What stands against the import as a whole, beside problems in the notes. */
  problems: Refusal[]
  /** Nothing stands against it. */
  isPossible: boolean
}

/** The dry run of an import: nothing is written, and the plan is the one that the import itself would make. */
export function previewImport({
  document: { title, sections, notes },
  existing,
  language,
  sourceLanguage,
  newKey,
}: {
  document: ImportedDocument
  existing: ExistingSection[]
  language: Language
  sourceLanguage: Language
  newKey: () => string
}): ImportPreview {
  const plan = planImport({ existing, incoming: sections, language, sourceLanguage, newKey })
  const numbers = numbersOf(plan.sections.map(({ incoming }) => incoming.depth))
  const hasProblem = plan.problems.length > 0 || notes.some(({ kind }) => kind === 'problem')
  return {
    title: title ?? null,
    sections: plan.sections.map(({ incoming, status, moved, how, titleBefore }, index) => ({
      status,
      moved,
      how,
      ...(titleBefore === undefined ? {} : { titleBefore }),
      number: numbers[index] ?? '',
      depth: incoming.depth,
      title: incoming.title,
      source: incoming.source,
    })),
    gone: plan.gone,
    counts: countsOf(plan),
    notes,
    problems: plan.problems,
    isPossible: !hasProblem && plan.sections.length > 0,
  }
}

function countsOf({ sections, gone }: { sections: PlannedSection[]; gone: unknown[] }): ImportCounts {
  const having = (status: PlannedSection['status']) => sections.filter((one) => one.status === status).length
  return {
    new: having('new'),
    changed: having('changed'),
    same: having('same'),
    moved: sections.filter(({ moved }) => moved).length,
    gone: gone.length,
  }
}

/** Numbers in the tree: a section's parent is the nearest one before it with a smaller depth, as the plan has it. */
function numbersOf(depths: number[]): string[] {
  const top = { depth: 0, prefix: '', children: 0 }
  const open = [top]
  return depths.map((depth) => {
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const parent = open.at(-1) ?? top
    parent.children += 1
    const number = `${parent.prefix}${parent.children}`
    open.push({ depth, prefix: `${number}.`, children: 0 })
    return number
  })
}
