import type { ImportedDocument, ImportNote } from '@/domain/importing'
import type { Decision } from '@/domain/importPlan/decision'
import type { GoneSection, ImportPlan, PlannedSection } from '@/domain/importPlan/plan'
import type { Check } from '@/domain/merge/merged'
import type { Refusal } from '@/domain/refusal'

/** One section of the document, and what would become of it. */
export type PreviewedSection = Pick<
  PlannedSection,
  'key' | 'status' | 'moved' | 'how' | 'titleBefore' | 'edited' | 'isLeftOut' | 'sides' | 'text' | 'decisions'
> & {
  /** Its place in the document, from 0: pairs that a person names are named by it. */
  index: number
  /** From its place in the document: 1, 1.1, 1.2 … */
  number: string
  depth: number
  title: string
  source: string
  checks: Check[]
}

export type ImportCounts = { new: number; changed: number; same: number; moved: number; gone: number }

/** What importing a document would do, in a form that a screen, a terminal and a test can show. */
export type ImportPreview = {
  /** The title of the whole, where the document has one. */
  title: string | null
  sections: PreviewedSection[]
  /** Sections of the toolkit that the document does not have, whether they go or stay. */
  gone: GoneSection[]
  counts: ImportCounts
  /** What nobody has decided yet. */
  open: Decision[]
  /** So many sections would go that it is asked for. */
  asksAboutGone: boolean
  /** What is lost, doubtful or wrong in the document. */
  notes: ImportNote[]
  /** What stands against the import as a whole, beside problems in the notes. */
  problems: Refusal[]
  /** Nothing stands against it but what is to be decided. */
  isPossible: boolean
}

/** The dry run of an import: nothing is written, and the plan is the one that the import itself would make. */
export function previewImport({
  document: { title, notes },
  plan,
}: {
  document: Pick<ImportedDocument, 'title' | 'notes'>
  plan: ImportPlan
}): ImportPreview {
  const numbers = numbersOf(plan.sections.map(({ incoming }) => incoming.depth))
  const hasProblem = plan.problems.length > 0 || notes.some(({ kind }) => kind === 'problem')
  return {
    title: title ?? null,
    sections: plan.sections.map(({ incoming, titleBefore, ...section }, index) => ({
      key: section.key,
      status: section.status,
      moved: section.moved,
      how: section.how,
      edited: section.edited,
      isLeftOut: section.isLeftOut,
      sides: section.sides,
      text: section.text,
      decisions: section.decisions,
      checks: section.checks,
      ...(titleBefore === undefined ? {} : { titleBefore }),
      index,
      number: numbers[index] ?? '',
      depth: incoming.depth,
      title: incoming.title,
      source: incoming.source,
    })),
    gone: plan.gone,
    counts: countsOf(plan),
    open: plan.open,
    asksAboutGone: plan.asksAboutGone,
    notes,
    problems: plan.problems,
    isPossible: !hasProblem && plan.sections.length > 0,
  }
}

function countsOf({ sections, gone }: ImportPlan): ImportCounts {
  const having = (status: PlannedSection['status']) => sections.filter((one) => one.status === status).length
  return {
    new: having('new'),
    changed: having('changed'),
    same: having('same'),
    moved: sections.filter(({ moved }) => moved).length,
    gone: gone.filter(({ goes }) => goes).length,
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
