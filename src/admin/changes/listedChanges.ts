import { type Became, isTreatedTheSame, type SectionBecame, whatBecame } from '@/domain/became'
import { classOf, inGroups, notesBetween, type ReleasedNote } from '@/domain/changeGroups'
import type { ChangeClass } from '@/domain/changeNote'
import { LANGUAGES, type Language } from '@/domain/language'
import { inReadingOrder, type ManifestEntry } from '@/domain/release'
import type { ReleaseHead } from '@/stored/release'

type Pinned = { entry: ManifestEntry }

/** A section that differs between two releases, with what the coordinator said of it, the newest note last. */
export type ListedChange = Omit<SectionBecame<Pinned>, 'became'> & {
  became: Exclude<Became, 'same'>
  class: ChangeClass | null
  notes: ReleasedNote[]
  /** Its number in the earlier release; empty if that does not have it. */
  numberBefore: string
}

export type ListedChanges = {
  /** What matters most first; in reading order if there are no notes. */
  changes: ListedChange[]
  /** The sections that are the same, in reading order. */
  same: { entry: ManifestEntry; number: string }[]
}

/**
 * The sections that differ between two releases in anything that a release holds: also in the guidance for countries,
 * in settings, and in languages that the person does not read. No text is needed to know this.
 */
export function listedChanges({
  before,
  after,
  line,
  from,
  to,
  source,
}: {
  before: readonly ManifestEntry[]
  after: readonly ManifestEntry[]
  line: readonly ReleaseHead[]
  from: ReleaseHead
  to: ReleaseHead
  source: Language
}): ListedChanges {
  const isSame = ({ entry: was }: Pinned, { entry: is }: Pinned) =>
    was.blob === is.blob && isTreatedTheSame({ was, is, languages: LANGUAGES, source, languagesBefore: LANGUAGES })
  const asPinned = (entries: readonly ManifestEntry[]) => entries.map((entry): Pinned => ({ entry }))
  const all = whatBecame({ before: asPinned(before), after: asPinned(after), isSame })
  const notes = notesBetween({ line, from, to })
  const numbers = new Map(inReadingOrder(before).map(({ entry, number }) => [entry.key, number]))
  const changes = all.flatMap(({ became, ...section }): ListedChange[] => {
    if (became === 'same') return []
    const said = notes.get(section.key) ?? []
    const numberBefore = numbers.get(section.key) ?? ''
    return [{ ...section, became, class: classOf(said), notes: said, numberBefore }]
  })
  return {
    changes: inGroups({ changes, notes }).flatMap((group) => group.changes),
    same: all.flatMap(({ became, number, section: { entry } }) => (became === 'same' ? [{ entry, number }] : [])),
  }
}
