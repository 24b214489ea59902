import { underPresentParents } from '@/domain/sectionBaseline'
import { keysOf, sectionsOf } from '@/domain/updates/updates'
import type { ResolvedVariant } from '@/stored/resolveVariant'
import type { ShownUpdate } from '../updates/UpdateMark'
import type { VersionUpdates } from '../updates/versionUpdates'
import { NO_FACTS, type RowFacts } from './sectionRows'

/**
 * What a list of sections shows about updates. Where nothing waits, it says that the country decided on the newest release. A country
 * kept its own text where it decided so, and where it has adapted or supplemented a section that the newest release changed in a way
 * that nobody in the country reads.
 */
export function rowFacts({
  updates,
  resolved: { base, own, sections },
  mine,
}: {
  /** Null while there is nothing to decide on. */
  updates: VersionUpdates | null
  resolved: Pick<ResolvedVariant, 'base' | 'own' | 'sections'>
  mine: ReadonlySet<string>
}): RowFacts {
  if (!updates) return { ...NO_FACTS, mine }
  const { newest, waiting } = updates
  const newer = new Map(newest.manifest.map((entry) => [entry.key, entry]))
  const blobs = new Map(base.map(({ entry }) => [entry.key, entry.blob]))
  const beside = own.filter(({ key, mode }) => {
    const [was, is] = [blobs.get(key), newer.get(key)?.blob]
    return (mode === 'adapt' || mode === 'supplement') && was !== undefined && is !== undefined && was !== is
  })
  const kept = [...beside.map(({ key }) => key), ...updates.kept]
  const decided = updates.decided.flatMap(({ decision: { key, release } }) => (release === newest.id ? [key] : []))
  const shown = new Map<string, ShownUpdate>(decided.map((key) => [key, 'decided']))
  for (const key of kept) shown.set(key, 'yours-kept')
  for (const { update } of waiting) for (const key of keysOf(update)) shown.set(key, update.status)
  const here = new Set(sections.map(({ entry }) => entry.key))
  const coming = waiting.flatMap(({ sides, together, update }) => {
    const all = sectionsOf({ sides, together })
    const isComing = ({ newest: is }: typeof sides) => is && update.status !== 'told' && !here.has(is.entry.key)
    return all.flatMap((one) => (isComing(one) && one.newest ? [one.newest] : []))
  })
  const there = new Set([...here, ...coming.map(({ entry }) => entry.key)])
  const placed = underPresentParents({
    entries: coming.map(({ entry }) => entry),
    isThere: (key) => there.has(key),
    parentOf: (_, key) => newer.get(key)?.parent ?? null,
  })
  return {
    updates: shown,
    decidedWith: new Map(waiting.flatMap(({ update: { key, others } }) => others.map((one) => [one, key] as const))),
    coming: coming.map((section, index) => ({ ...section, entry: placed[index] ?? section.entry })),
    going: new Set(waiting.flatMap(goingIn)),
    mine,
  }
}

/** The sections of an update that the newest release no longer has. */
function goingIn({ update: { became, key, others } }: VersionUpdates['waiting'][number]): string[] {
  if (became === 'joined') return others
  return became === 'gone' ? [key] : []
}
