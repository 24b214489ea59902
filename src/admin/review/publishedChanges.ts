import type { Language } from '@/domain/language'
import { inReadingOrder, type ManifestEntry } from '@/domain/release'
import { isSameEntry } from '../version/sectionRows'
import { type TextIn, textIn } from '../words/titles'
import type { PlacedSection } from './reviewedSections'

/** What happens to a section for readers when a national version is published. */
export type PublishedState = 'new' | 'changed' | 'moved' | 'left-out' | 'taken-up' | 'removed'

export type PublishedChange = {
  key: string
  /** Its number in what is published; empty for a section that is no longer there. */
  number: string
  title: TextIn
  state: PublishedState
}

/** The sections that a publication changes for readers, in reading order, with what is no longer there at the end. */
export function publishedChanges({
  before,
  after,
  languages,
}: {
  before: readonly PlacedSection[]
  after: readonly PlacedSection[]
  /** In which titles are looked for. */
  languages: readonly Language[]
}): PublishedChange[] {
  const earlier = new Map(before.map(({ entry }) => [entry.key, entry]))
  const now = new Map(after.map((section) => [section.entry.key, section]))
  const titleOf = ({ content, entry }: PlacedSection) =>
    textIn({ given: content.title, languages, otherwise: entry.slug })
  const present = inReadingOrder(after.map(({ entry }) => entry)).flatMap(({ entry, number }): PublishedChange[] => {
    const section = now.get(entry.key)
    const state = stateOf({ was: earlier.get(entry.key), is: entry })
    return section && state ? [{ key: entry.key, number, title: titleOf(section), state }] : []
  })
  const gone = before.filter(({ entry }) => !now.has(entry.key))
  return [
    ...present,
    ...gone.map((section) => ({
      key: section.entry.key,
      number: '',
      title: titleOf(section),
      state: 'removed' as const,
    })),
  ]
}

function stateOf({ was, is }: { was: ManifestEntry | undefined; is: ManifestEntry }): PublishedState | null {
  const isLeftOut = is.mode === 'omit'
  if (isLeftOut && was?.mode !== 'omit') return 'left-out'
  if (!was) return 'new'
  if (!isLeftOut && was.mode === 'omit') return 'taken-up'
  if (!isSameEntry(was, is)) return 'changed'
  return was.parent === is.parent && was.rank === is.rank ? null : 'moved'
}
