import { inReadingOrder, type ManifestEntry } from '@/domain/release'
import type { SectionContent } from '@/domain/section'
import { isSameEntry } from '../version/sectionRows'

/** A section with its place and its content, on one of the two sides that are compared. */
export type PlacedSection = { entry: ManifestEntry; content: SectionContent }

/** What happens to a section from one side to the other. */
export type SectionState = 'new' | 'changed' | 'moved' | 'left-out' | 'taken-up' | 'removed' | 'same'

/** A section as it was and as it is; null on the side that does not have it. */
export type SectionPair = {
  key: string
  /** Its number in what comes after; empty for a section that is no longer there. */
  number: string
  was: PlacedSection | null
  is: PlacedSection | null
  /** Either of them: as it is, where it still is. */
  section: PlacedSection
  state: SectionState
}

/** Every section of two versions in reading order, with what is no longer there at the end. */
export function sectionPairs({
  before,
  after,
}: {
  before: readonly PlacedSection[]
  after: readonly PlacedSection[]
}): SectionPair[] {
  const earlier = new Map(before.map((section) => [section.entry.key, section]))
  const now = new Map(after.map((section) => [section.entry.key, section]))
  const present = inReadingOrder(after.map(({ entry }) => entry)).flatMap(
    ({ entry: { key }, number }): SectionPair[] => {
      const was = earlier.get(key) ?? null
      const is = now.get(key)
      return is ? [{ key, number, was, is, section: is, state: stateOf({ was: was?.entry, is: is.entry }) }] : []
    },
  )
  const gone = before.filter(({ entry }) => !now.has(entry.key))
  return [
    ...present,
    ...gone.map((was): SectionPair => {
      return { key: was.entry.key, number: '', was, is: null, section: was, state: 'removed' }
    }),
  ]
}

function stateOf({ was, is }: { was: ManifestEntry | undefined; is: ManifestEntry }): SectionState {
  const isLeftOut = is.mode === 'omit'
  if (isLeftOut && was?.mode !== 'omit') return 'left-out'
  if (!was) return 'new'
  if (!isLeftOut && was.mode === 'omit') return 'taken-up'
  if (!isSameEntry(was, is)) return 'changed'
  return was.parent === is.parent && was.rank === is.rank ? 'same' : 'moved'
}
