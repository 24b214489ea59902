import { notesBetween, type ReleasedNote, saidOnce } from '../changeGroups'
import type { Release } from '../release'
import { baseEntries, type SectionBaseline, UPDATE_PARTS, type UpdatePart } from '../sectionBaseline'
import { withdrawalOf } from '../standing'
import type { EntryIn } from './changedSections'
import { newestWithSame } from './followedRelease'
import { keysOf, type SectionUpdate } from './sectionUpdate'

/** What is decided about sections, and on which releases the parts of each stand. */
type Question = Pick<SectionUpdate, 'key' | 'others' | 'parts'> & {
  became: SectionUpdate['became'] | null
  /** Gives the baseline of one of the sections; empty if the country has stored nothing. */
  baselineOf: (key: string) => SectionBaseline
}

type Listed = Pick<Release, 'id' | 'kind' | 'seq' | 'version' | 'changes'>

/** Reads what the coordinator said about updates. Each list of notes is made once: many sections stand on the same few releases. */
export function notesOnUpdates<One extends Listed>({
  line,
  start,
  newest,
}: {
  /** All publications of the common framework. */
  line: readonly One[]
  /** The id of the release on which the country started. */
  start: string
  /** The release that is decided on. */
  newest: Pick<Release, 'seq'>
}): {
  /**
   * The oldest release on which a part in question stands: the newest one in which the section is still the same as what the
   * country last decided on (as in `followedRelease`). What waits came with the releases after it.
   */
  since: (question: Question & { entryIn: EntryIn }) => One | undefined
  /** What was said about the section, and then about each that is decided with it, the newest note last (`saidOnce`). */
  notesOn: (question: Question) => ReleasedNote[]
} {
  const known = new Map<number, ReturnType<typeof notesBetween>>()
  const bySeq = line.toSorted((one, other) => one.seq - other.seq)
  const oldest = (stands: readonly { baseline: SectionBaseline; parts: readonly UpdatePart[] }[]) => {
    const releases = new Set(stands.flatMap(({ baseline, parts }) => parts.map((part) => baseline[part] ?? start)))
    return bySeq.find(({ id }) => releases.has(id))
  }
  const isOffered = (one: One) => one.kind === 'release' && one.seq <= newest.seq && !withdrawalOf(one, line)
  // Of the others, which are new or gone, every part is in question.
  const standing = ({ baselineOf, key: first, parts }: Question, key: string) => ({
    baseline: baselineOf(key),
    parts: key === first ? parts : UPDATE_PARTS,
  })
  return {
    since: ({ entryIn, ...question }) => {
      // The new sections of a divided one stand on no release.
      const keys = question.became === 'joined' ? keysOf(question) : [question.key]
      const ids = new Set(
        keys.flatMap((key) => {
          const { baseline, parts } = standing(question, key)
          const base = baseEntries({ baseline, start, entryIn: (release) => entryIn(release, key) })
          return parts.map((part) => {
            const since = bySeq.findIndex(({ id }) => id === (baseline[part] ?? start))
            const later = bySeq.filter((one, at) => at === since || (at > since && isOffered(one)))
            return newestWithSame({ line: later, entry: base?.[part], entryIn: (id) => entryIn(id, key) })?.id
          })
        }),
      )
      return bySeq.find(({ id }) => ids.has(id))
    },
    notesOn: (question) =>
      saidOnce(
        keysOf(question).flatMap((key) => {
          const seq = oldest([standing(question, key)])?.seq ?? newest.seq
          const notes = known.get(seq) ?? notesBetween({ line, from: { seq }, to: newest })
          known.set(seq, notes)
          return notes.get(key) ?? []
        }),
      ),
  }
}
