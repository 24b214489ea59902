import { setImmediate as letOthersGo } from 'node:timers/promises'
import { dice } from '@/domain/alignment/dice'
import { parentsByDepth } from '@/domain/alignment/parentsByDepth'
import { wordBags } from '@/domain/alignment/words'
import { diffSection, type SectionChange } from '@/domain/diff/diff'
import type { ImportedDocument, ImportNote } from '@/domain/importing'
import { countPlan, type ImportCounts } from '@/domain/importPlan/countPlan'
import type { Decision } from '@/domain/importPlan/decision'
import { isSameWhole, NO_TEXT, type WholeText } from '@/domain/importPlan/importedText'
import type { GoneSection, ImportPlan, PlannedSection } from '@/domain/importPlan/plan'
import { textOfSection } from '@/domain/matchSections'
import { type Outcome, type Refusal, refuse } from '@/domain/refusal'
import type { Policy } from '@/domain/section'
import { countWords } from '@/domain/words/tokens'

/** The differences, as far as there are any; `base` is the last import. */
export type PreviewedDifferences = {
  /** From the base to what is here now. */
  ours?: SectionChange
  /** From the base to the document; without a base, from what is here. */
  theirs?: SectionChange
  /** From what is here now to the result. */
  result?: SectionChange
}

/** One section of the document, and the result for it. */
export type PreviewedSection = Pick<
  PlannedSection,
  'key' | 'isNew' | 'status' | 'moved' | 'how' | 'titleBefore' | 'edited' | 'decisions' | 'stays'
> & {
  /** Its index in the document, from 0: pairs that a person chooses use it. */
  index: number
  /** Its number in the document: 1, 1.1, 1.2 … */
  number: string
  depth: number
  title: string
  /** The number of words in its text. */
  words: number
  /**
   * How many percent of its words equal those at the last import (or those that the section has now); null for a new
   * one.
   */
  alike: number | null
  /** The number of merged places that should be checked. */
  checks: number
  /** What the import changes besides the words that readers see; missing if nothing. */
  beside: { policy?: Policy; guidance?: true }
  differences: PreviewedDifferences
}

export type PreviewedGone = GoneSection & {
  words: number
  /** A new section of the document that may be this one: its index, and how many percent of the words are the same. */
  perhaps: { index: number; alike: number } | null
}

/** What importing a document would do, in a form that a screen, a terminal and a test can show. */
export type ImportPreview = {
  /** The title of the toolkit, if the document has one. */
  title: string | null
  sections: PreviewedSection[]
  /** Sections of the toolkit that the document does not have, whether they are removed or stay. */
  gone: PreviewedGone[]
  counts: ImportCounts
  /** What nobody has decided yet. */
  open: Decision[]
  /** So many sections would be removed that a confirmation is required. */
  asksAboutGone: boolean
  /** What is lost, doubtful or wrong in the document. */
  notes: ImportNote[]
  /** What prevents the whole import, besides problems in the notes. */
  problems: Refusal[]
  /** Nothing prevents it except what is to be decided. */
  isPossible: boolean
}

/** Below this nobody would think that two texts are the same section. */
const PERHAPS = 0.5

/**
 * The dry run of an import: nothing is written, and the plan is the one that the import itself would make. A long
 * document takes seconds: other work runs between two sections, and it stops there if nobody waits for it any more.
 */
export async function previewImport({
  document: { title, notes },
  plan,
  signal,
}: {
  document: Pick<ImportedDocument, 'title' | 'notes'>
  plan: ImportPlan
  signal?: AbortSignal | undefined
}): Promise<Outcome<ImportPreview>> {
  const numbers = numbersOf(plan.sections.map(({ incoming }) => incoming.depth))
  const isWrong = notes.some(({ kind }) => kind === 'problem')
  const hasProblem = plan.problems.length > 0 || isWrong
  // If a document could not be read completely, nobody knows which sections it lacks.
  const gone = isWrong || plan.sections.length === 0 ? [] : plan.gone
  const sections: PreviewedSection[] = []
  for (const [index, section] of plan.sections.entries()) {
    if (signal?.aborted) return refuse('import.stopped')
    sections.push({ ...previewSection(section), index, number: numbers[index] ?? '' })
    await letOthersGo()
  }
  const bagOf = wordBags()
  const fresh =
    gone.length === 0
      ? []
      : plan.sections.flatMap(({ incoming, isNew }, index) =>
          isNew ? [{ index, words: bagOf(textOfSection(incoming)) }] : [],
        )
  const result = {
    title: title ?? null,
    sections,
    gone: gone.map((one) => previewGone(one, bagOf(textOfSection(one.text)), fresh)),
    counts: countPlan({ ...plan, gone }),
    open: plan.open.filter(({ id }) => !isAbout(plan.gone, id) || isAbout(gone, id)),
    asksAboutGone: plan.asksAboutGone && gone.length > 0,
    notes,
    problems: plan.problems,
    isPossible: !hasProblem && plan.sections.length > 0,
  }
  return { ok: true, result }
}

function isAbout(gone: GoneSection[], id: string): boolean {
  return gone.some(({ decisions }) => decisions.some((one) => one.id === id))
}

function previewSection(section: PlannedSection): Omit<PreviewedSection, 'index' | 'number'> {
  const { incoming, sides, titleBefore } = section
  const before = sides && (sides.base ?? sides.ours)
  const bagOf = wordBags()
  const differences = differencesOf(section)
  return {
    key: section.key,
    isNew: section.isNew,
    status: section.status,
    moved: section.moved,
    how: section.how,
    edited: section.edited,
    decisions: section.decisions,
    stays: section.stays,
    checks: section.checks.length,
    ...(titleBefore === undefined ? {} : { titleBefore }),
    depth: incoming.depth,
    title: incoming.title,
    words: countWords(textOfSection(incoming)),
    alike:
      before &&
      wholePercent({
        share: shareInCommon(bagOf(textOfSection(before)), bagOf(textOfSection(incoming))),
        differs: hasOtherWords(differences.theirs),
      }),
    beside: besideOf(section),
    differences,
  }
}

function besideOf({ sides, text }: PlannedSection): PreviewedSection['beside'] {
  if (!sides) return {}
  return {
    ...(sides.ours.policy === text.policy ? {} : { policy: text.policy }),
    ...(sides.ours.guidance === text.guidance ? {} : { guidance: true }),
  }
}

function differencesOf({ sides, text }: PlannedSection): PreviewedDifferences {
  const between = (before: WholeText, after: WholeText) => diffSection({ before, after })
  if (!sides) return { theirs: between({ ...text, ...NO_TEXT }, text) }
  const { base, ours, theirs } = sides
  const from = base ?? ours
  return {
    ...(base && !isSameWhole(base, ours) ? { ours: between(base, ours) } : {}),
    ...(isSameWhole(from, theirs) ? {} : { theirs: between(from, theirs) }),
    ...(isSameWhole(ours, text) ? {} : { result: between(ours, text) }),
  }
}

/**
 * A section that is missing from the document, with the new one that is most like it: `fresh` are the words of the new
 * ones, counted once.
 */
function previewGone(
  gone: GoneSection,
  words: Int32Array,
  fresh: readonly { index: number; words: Int32Array }[],
): PreviewedGone {
  const likely = fresh
    .map((one) => ({ index: one.index, alike: shareInCommon(words, one.words) }))
    .toSorted((one, other) => other.alike - one.alike)[0]
  const isLikely = likely !== undefined && likely.alike >= PERHAPS
  const perhaps = isLikely ? { ...likely, alike: wholePercent({ share: likely.alike, differs: false }) } : null
  return { ...gone, words: countWords(textOfSection(gone.text)), perhaps }
}

function hasOtherWords(change: SectionChange | undefined): boolean {
  return change !== undefined && change.counts.wordsAdded + change.counts.wordsRemoved > 0
}

/** 100 only if no word differs, not even in order or in the title, and 0 only if no words are the same. */
function wholePercent({ share, differs }: { share: number; differs: boolean }): number {
  if (share === 0) return 0
  return Math.max(1, Math.min(differs || share < 1 ? 99 : 100, Math.round(100 * share)))
}

/** The share of two texts that is the same. Two texts without words are the same. */
function shareInCommon(one: Int32Array, other: Int32Array): number {
  return one.length + other.length === 0 ? 1 : dice(one, other)
}

/** Numbers in the tree: 1, 1.1, 1.2, 2 … */
function numbersOf(depths: number[]): string[] {
  const children = new Map<number, number>()
  const numbers: string[] = []
  for (const parent of parentsByDepth(depths)) {
    const place = (children.get(parent) ?? 0) + 1
    children.set(parent, place)
    numbers.push(parent < 0 ? `${place}` : `${numbers[parent]}.${place}`)
  }
  return numbers
}
