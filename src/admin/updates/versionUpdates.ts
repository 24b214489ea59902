import type { PayloadRequest } from 'payload'
import { joinedNote, notesBetween } from '@/domain/changeGroups'
import type { ChangeNote } from '@/domain/changeNote'
import { inReadingOrder, type Release } from '@/domain/release'
import { type SectionBaseline, UPDATE_PARTS } from '@/domain/sectionBaseline'
import { isAsking, type SectionUpdate, type UpdateStatus } from '@/domain/updates/updates'
import { commonHeads } from '@/stored/commonBase'
import type { ReleaseHead } from '@/stored/release'
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
  /** By the key of the section: what the coordinator said in all releases that are decided as one. */
  notes: ReadonlyMap<string, ChangeNote>
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
  const [line, waiting, decisions] = await Promise.all([
    commonHeads({ req, toolkit: toolkit.id }),
    loadUpdates({ req, variant, newest, sourceLanguage, own: resolved.own }),
    loadUpdateDecisions({ req, variants: [variant.id] }),
  ])
  const decided = decisionsThatHold(decisions).filter(({ release }) => release === newest.id)
  const start = { baseline: variant.baseline, seq: resolved.baseline.seq }
  return { newest, waiting, decided, notes: notesOn({ line, newest, waiting, decided, start }) }
}

function notesOn({
  line,
  newest,
  waiting,
  decided,
  start,
}: Pick<VersionUpdates, 'newest' | 'waiting' | 'decided'> & {
  /** All publications of the common framework. */
  line: readonly ReleaseHead[]
  /** The release on which the country started, and the number of the one that its version follows. */
  start: { baseline: string; seq: number }
}): VersionUpdates['notes'] {
  const seqs = new Map(line.map(({ id, seq }) => [id, seq]))
  // A section that the country did not have came after the release that its version follows.
  const before = ({ baseline, became }: { baseline: SectionBaseline; became: SectionUpdate['became'] }): number =>
    became === 'new'
      ? start.seq
      : Math.min(...UPDATE_PARTS.map((part) => seqs.get(baseline[part] ?? start.baseline) ?? start.seq))
  const since = new Map<number, ReturnType<typeof notesBetween>>()
  const notes = new Map<string, ChangeNote>()
  const stood = waiting.map(({ update, sides }) => ({ ...update, baseline: sides.own.baseline }))
  for (const { key, ...one } of [...decided, ...stood]) {
    const from = before(one)
    const found = since.get(from) ?? notesBetween({ line, from: { seq: from }, to: newest })
    since.set(from, found)
    const note = joinedNote(found.get(key) ?? [])
    if (note) notes.set(key, note)
  }
  return notes
}

/** How many sections ask for a decision. */
export function countAsking(waiting: readonly WaitingUpdate[]): number {
  return waiting.filter(({ update }) => isAsking(update)).length
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
