import type { Became } from './became'
import { CHANGE_CLASSES, type ChangeClass, type ChangeNote } from './changeNote'
import { earliest } from './day'
import type { Release } from './release'
import { withdrawalOf } from './standing'

/** What the coordinator said about a section in one release. */
export type ReleasedNote = ChangeNote & {
  version: string
  /** Was that release withdrawn? What it changed may stand in the later ones all the same. */
  isWithdrawn: boolean
}

type Listed = Pick<Release, 'kind' | 'seq' | 'version'>

/** Two releases of one line. */
export type Span = { from: Pick<Release, 'seq'>; to: Pick<Release, 'seq'> }

/** Returns the releases of a line after `from`, up to and including `to`, withdrawn or not, oldest first. */
export function publishedBetween<One extends Listed>({ line, from, to }: Span & { line: readonly One[] }): One[] {
  return line
    .filter((one) => one.kind === 'release' && one.seq > from.seq && one.seq <= to.seq)
    .toSorted((one, other) => one.seq - other.seq)
}

/** Returns those of `publishedBetween` that hold: a withdrawn release is not one that people read or follow. */
export function releasesBetween<One extends Listed>({ line, ...span }: Span & { line: readonly One[] }): One[] {
  return publishedBetween({ line, ...span }).filter((one) => !withdrawalOf(one, line))
}

/**
 * Returns, by the key of the section, what these releases say about it, the newest note last. Withdrawn releases are read
 * too: the notes of a release are about what differs from the last one, withdrawn or not (`sectionsToNote`), so without
 * them nothing would be said of a change that stands in the later releases.
 */
export function notesBetween({
  line,
  ...span
}: Span & { line: readonly (Listed & Pick<Release, 'changes'>)[] }): Map<string, ReleasedNote[]> {
  const notes = new Map<string, ReleasedNote[]>()
  for (const { changes, ...release } of publishedBetween({ line, ...span })) {
    const isWithdrawn = withdrawalOf(release, line) !== undefined
    for (const note of changes)
      notes.set(note.key, [...(notes.get(note.key) ?? []), { ...note, version: release.version, isWithdrawn }])
  }
  return notes
}

/**
 * Returns the notes without those that say in every way what another one of the same release says: of sections that were divided or
 * joined, the coordinator writes one note for all. The first of them stays.
 */
export function saidOnce(notes: readonly ReleasedNote[]): ReleasedNote[] {
  const said = new Map<string, ReleasedNote>()
  for (const note of notes) {
    const { class: of, decideBy, note: words, proposedBy = [], version } = note
    const name = JSON.stringify([version, of, decideBy, words.trim(), proposedBy])
    if (!said.has(name)) said.set(name, note)
  }
  return [...said.values()]
}

/** Returns the class that matters most to the countries; null if there is no note. */
export function classOf(notes: readonly ChangeNote[] = []): ChangeClass | null {
  return CHANGE_CLASSES.findLast((one) => notes.some((note) => note.class === one)) ?? null
}

/** One note that stands for several. */
export type JoinedNote = ChangeNote & {
  /** How many others there are. */
  more: number
}

/**
 * Returns what several notes say together: the note of the class that matters most, with the earliest day by which
 * countries decide. Of several notes of that class it is the newest one on the section that comes first. Undefined
 * without a note.
 */
export function joinedNote(notes: readonly ChangeNote[]): JoinedNote | undefined {
  const ofClass = notes.filter((note) => note.class === classOf(notes))
  const said = ofClass.findLast(({ key }) => key === ofClass[0]?.key)
  return said && { ...said, decideBy: earliest(notes.map((note) => note.decideBy)), more: notes.length - 1 }
}

/** The groups in which changes are read, first what nobody may miss. `all` if nothing is said about any of them. */
export const CHANGE_GROUPS = ['urgent', 'substantive', 'new-or-gone', 'other', 'editorial', 'all'] as const
export type ChangeGroup = (typeof CHANGE_GROUPS)[number]

/** Returns the changes in their groups, each in the given order; groups without a change are left out. */
export function inGroups<Change extends { key: string; became: Became }>({
  changes,
  notes,
}: {
  changes: readonly Change[]
  notes: ReadonlyMap<string, readonly ChangeNote[]>
}): { group: ChangeGroup; changes: Change[] }[] {
  const isAnyNoted = changes.some(({ key }) => notes.has(key))
  const groupOf = ({ key, became }: Change): ChangeGroup => {
    if (!isAnyNoted) return 'all'
    const said = classOf(notes.get(key))
    if (said === 'urgent' || said === 'substantive') return said
    if (became !== 'changed' && became !== 'moved') return 'new-or-gone'
    return said === 'editorial' ? said : 'other'
  }
  return CHANGE_GROUPS.map((group) => ({
    group,
    changes: changes.filter((change) => groupOf(change) === group),
  })).filter((one) => one.changes.length > 0)
}
