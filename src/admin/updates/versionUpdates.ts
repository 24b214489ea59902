import type { PayloadRequest } from 'payload'
import type { ChangeNote } from '@/domain/changeNote'
import { inReadingOrder, type Release } from '@/domain/release'
import { UPDATE_STATUSES, type UpdateStatus } from '@/domain/updates/updates'
import type { ResolvedVariant } from '@/stored/resolveVariant'
import { decisionsThatHold, loadUpdateDecisions, type RecordedDecision } from '@/stored/updateDecisions'
import { loadUpdates, type WaitingUpdate } from '@/stored/updates'
import type { VersionState } from '../reading/versionState'

/** What the newest release of the common framework means for a national version. */
export type VersionUpdates = {
  /** The newest release in use. */
  newest: Release
  /** What waits, in the order of that release; sections that the country does not use are among them (`told`). */
  waiting: WaitingUpdate[]
  /** What was decided on that release and still holds, newest first. */
  decided: RecordedDecision[]
}

/** Null while the common framework is withdrawn: then there is nothing to decide on. */
export async function loadVersionUpdates({
  req,
  state,
}: {
  req: PayloadRequest
  state: Pick<VersionState, 'common' | 'resolved' | 'toolkit' | 'variant'>
}): Promise<VersionUpdates | null> {
  const { common, resolved, toolkit, variant } = state
  const newest = common.inUse
  if (!newest) return null
  const { sourceLanguage } = toolkit
  const [waiting, decisions] = await Promise.all([
    loadUpdates({ req, variant, newest, sourceLanguage, own: resolved.own }),
    loadUpdateDecisions({ req, variants: [variant.id] }),
  ])
  const decided = decisionsThatHold(decisions).filter(({ release }) => release === newest.id)
  return { newest, waiting, decided }
}

/** The statuses that ask for a decision: not in a section that the country does not use, nor during a pause. */
export const ASKING: readonly UpdateStatus[] = UPDATE_STATUSES.filter((one) => one !== 'told' && one !== 'paused')

/** How many sections ask for a decision. */
export function countAsking(waiting: readonly WaitingUpdate[]): number {
  return waiting.filter(({ update }) => ASKING.includes(update.status)).length
}

/** How many sections wait with each status. */
export function countByStatus(waiting: readonly WaitingUpdate[]): Record<UpdateStatus, number> {
  const count = (status: UpdateStatus) => waiting.filter(({ update }) => update.status === status).length
  return {
    'decision-needed': count('decision-needed'),
    'please-check': count('please-check'),
    ready: count('ready'),
    paused: count('paused'),
    told: count('told'),
  }
}

/** The number of each section that the version has. */
export function numbersIn({ sections }: Pick<ResolvedVariant, 'sections'>): Map<string, string> {
  const numbered = inReadingOrder(sections.map(({ entry }) => entry))
  return new Map(numbered.map(({ entry, number }) => [entry.key, number]))
}

/** The day in UTC, as days for decisions are stored: `2026-12-04`. */
export function today(): string {
  return new Date().toISOString().slice(0, 'yyyy-mm-dd'.length)
}

/** What the coordinator said about the change of a section in this release; undefined if nothing was said. */
export function noteOn(release: Pick<Release, 'changes'>, key: string): ChangeNote | undefined {
  return release.changes.find((note) => note.key === key)
}
