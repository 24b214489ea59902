import type { Language } from '@/domain/language'
import { readySaying } from '../updates/ReadyUpdates'
import { isPressing, mostPressing, type UpdateRow, updateRows } from '../updates/updateRows'
import type { VersionUpdates } from '../updates/versionUpdates'

/** What the authors of a national version must decide about the newest release of the common framework. */
export type UpdateWork = {
  /** The number of that release. */
  version: string
  /**
   * What is late or urgent, whatever its status; then the sections with an answer to read, and those that need a decision
   * or a check. In each the most pressing first.
   */
  rows: UpdateRow[]
  /** The others that are ready, the most pressing first. */
  ready: UpdateRow[]
  readySaying: ReturnType<typeof readySaying>
}

/** Null if nothing asks for a decision. */
export function updateWork({
  updates: { asked, begun, newest, notes, waiting },
  ...given
}: {
  updates: Pick<VersionUpdates, 'asked' | 'begun' | 'newest' | 'notes' | 'waiting'>
  numbers: ReadonlyMap<string, string>
  today: string
  /** The languages for titles, preferred first. */
  languages: readonly Language[]
}): UpdateWork | null {
  const all = mostPressing(updateRows({ waiting, release: newest, notes, asked, begun, ...given }))
  const calm = all.filter((row) => !isPressing(row))
  const answered = calm.filter((row) => row.asked === 'answered')
  const others = calm.filter((row) => row.asked !== 'answered')
  const needing = others.filter(({ status }) => status === 'decision-needed' || status === 'please-check')
  const rows = [...all.filter(isPressing), ...answered, ...needing]
  const ready = others.filter(({ status }) => status === 'ready')
  if (rows.length + ready.length === 0) return null
  const isReady = waiting.filter(({ update }) => ready.some(({ key }) => key === update.key))
  return { version: newest.version, rows, ready, readySaying: readySaying(isReady) }
}

/** How many tasks these are: each decision is one, and reading what is ready is one. */
export function countUpdateWork(work: UpdateWork | null): number {
  return work ? work.rows.length + (work.ready.length > 0 ? 1 : 0) : 0
}
