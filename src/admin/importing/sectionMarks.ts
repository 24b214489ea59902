import type { Counts, ShownPreview, ShownSection } from './importAnswer'
import { isOpen } from './openDecisions'
import type { Answered } from './sendDocument'

/** What happens to a section, as the list marks it. A section can have several marks. */
export const MARKS = ['decide', 'changed', 'new', 'moved', 'same'] as const
export type Mark = (typeof MARKS)[number]

export function marksOf(section: ShownSection, resolutions: Record<string, Answered>): Mark[] {
  const { decisions, status, moved } = section
  const marks: Mark[] = [
    ...(decisions.some((one) => isOpen(one, resolutions)) ? (['decide'] as const) : []),
    ...(status === 'same' ? [] : [status]),
    ...(moved ? (['moved'] as const) : []),
  ]
  return marks.length === 0 ? ['same'] : marks
}

export function hasMark(section: ShownSection, mark: Mark | 'all', resolutions: Record<string, Answered>): boolean {
  return mark === 'all' || marksOf(section, resolutions).includes(mark)
}

/**
 * The numbers of a preview, counted as in its lists: what is still to be decided does not count as the same. Sections
 * that the document does not have are to be decided until somebody says whether they go.
 */
export function countMarks(
  { counts, gone, sections }: Pick<ShownPreview, 'counts' | 'gone' | 'sections'>,
  resolutions: Record<string, Answered>,
): Counts & { decide: number } {
  const having = (mark: Mark) => sections.filter((section) => hasMark(section, mark, resolutions)).length
  const open = gone.filter(({ id, isAsked }) => isAsked && resolutions[id] === undefined).length
  return { ...counts, same: having('same'), decide: having('decide') + open }
}
