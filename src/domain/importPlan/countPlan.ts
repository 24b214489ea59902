import type { ImportPlan, PlannedSection } from './plan'

/** How many sections an import brings in anew, changes, leaves as they are, moves and leaves out. */
export type ImportCounts = { new: number; changed: number; same: number; moved: number; gone: number }

/** What an import would do, or did, in numbers; a section that moves is counted beside what else becomes of it. */
export function countPlan({ sections, gone }: Pick<ImportPlan, 'sections' | 'gone'>): ImportCounts {
  const having = (status: PlannedSection['status']) => sections.filter((one) => one.status === status).length
  return {
    new: having('new'),
    changed: having('changed'),
    same: having('same'),
    moved: sections.filter(({ moved }) => moved).length,
    gone: gone.filter(({ goes }) => goes).length,
  }
}
