import { isSameJson } from '@/domain/canonicalJson'
import type { Language } from '@/domain/language'
import { inReadingOrder, type ManifestEntry } from '@/domain/release'
import { isSameField } from '@/domain/sameText'
import { type SectionContent, TEXT_FIELDS } from '@/domain/section'
import { isSameTreatment } from '../version/sectionRows'

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

/** Every section of two versions in reading order, with what is no longer there at the end; changed is what reads otherwise. */
export function sectionPairs({
  before,
  after,
  languages,
}: {
  before: readonly PlacedSection[]
  after: readonly PlacedSection[]
  /** In which it is read: guidance for countries, and words in other languages, are nothing to its readers. */
  languages: readonly Language[]
}): SectionPair[] {
  const earlier = new Map(before.map((section) => [section.entry.key, section]))
  const now = new Map(after.map((section) => [section.entry.key, section]))
  const present = inReadingOrder(after.map(({ entry }) => entry)).flatMap(
    ({ entry: { key }, number }): SectionPair[] => {
      const was = earlier.get(key) ?? null
      const is = now.get(key)
      return is ? [{ key, number, was, is, section: is, state: stateOf({ was, is, languages }) }] : []
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

type Sides = { was: PlacedSection; is: PlacedSection; languages: readonly Language[] }

function stateOf({ was, is, languages }: Omit<Sides, 'was'> & { was: PlacedSection | null }): SectionState {
  const isLeftOut = is.entry.mode === 'omit'
  if (isLeftOut && was?.entry.mode !== 'omit') return 'left-out'
  if (!was) return 'new'
  if (!isLeftOut && was.entry.mode === 'omit') return 'taken-up'
  if (!isSameTreatment(was.entry, is.entry) || !readsTheSame({ was, is, languages })) return 'changed'
  return was.entry.parent === is.entry.parent && was.entry.rank === is.entry.rank ? 'same' : 'moved'
}

/** Of a section that is not used nothing is read. */
function readsTheSame({ was, is, languages }: Sides): boolean {
  if (is.entry.mode === 'omit' || was.entry.blob === is.entry.blob) return true
  return (
    isSameSet(was.content.audiences, is.content.audiences) &&
    isSameSet(was.content.stages, is.content.stages) &&
    languages.every((language) =>
      [...TEXT_FIELDS, 'addition' as const].every((field) =>
        isSameField(was.content[field][language], is.content[field][language]),
      ),
    )
  )
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return isSameJson(some.toSorted(), others.toSorted())
}
