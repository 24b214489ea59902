import type { ImportPlan, PlannedSection } from './plan'

/**
 * The number of sections that an import adds, changes, moves, leaves as they are and leaves out. A section that is
 * changed and moved counts as both, and once more in `both`.
 */
export type ImportCounts = { new: number; changed: number; moved: number; both: number; same: number; gone: number }

/** Counts what an import would do, or did. */
export function countPlan({ sections, gone }: Pick<ImportPlan, 'sections' | 'gone'>): ImportCounts {
  const having = (status: PlannedSection['status']) => sections.filter((one) => one.status === status)
  const moved = sections.filter((one) => one.moved)
  return {
    new: having('new').length,
    changed: having('changed').length,
    moved: moved.length,
    both: moved.filter(({ status }) => status === 'changed').length,
    same: having('same').filter((one) => !one.moved).length,
    gone: gone.filter(({ goes }) => goes).length,
  }
}
