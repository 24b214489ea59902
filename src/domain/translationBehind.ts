import { notesBetween, type ReleasedNote } from './changeGroups'
import type { Release } from './release'
import type { KnownOrigin } from './translatedFrom'
import type { TranslationLag } from './translationLag'

type Listed = Pick<Release, 'id' | 'kind' | 'seq' | 'version' | 'changes'>

/** What is known about a translation that lags. */
export type TranslationBehind<One> = {
  /** The oldest release from which a lagging place was translated; null if it is not among those that are known. */
  since: One | null
  /** What the coordinator said about the section in the releases after that one, the newest note last. */
  notes: ReleasedNote[]
}

/**
 * Returns since when a translation lags, and what was said about the changes that it does not have yet. `line` are all
 * publications of the common framework, and `standsOn` is the release on which the section stands.
 */
export function translationBehind<One extends Listed>({
  key,
  lag,
  origin,
  line,
  standsOn,
}: {
  key: string
  lag: TranslationLag
  origin: KnownOrigin
  line: readonly One[]
  standsOn: Pick<Release, 'seq'>
}): TranslationBehind<One> {
  const fields = lag.fields.map((field) => origin[field])
  const blocks = lag.blocks.map(({ source, former }) => origin.settled[former ?? source] ?? origin.body)
  const named = new Set([...fields, ...blocks])
  const bySeq = line.toSorted((one, other) => one.seq - other.seq)
  const since = bySeq.find(({ id }) => named.has(id)) ?? null
  return { since, notes: since ? (notesBetween({ line, from: since, to: standsOn }).get(key) ?? []) : [] }
}
