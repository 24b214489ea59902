import { notesBetween, type ReleasedNote } from '../changeGroups'
import type { Release } from '../release'
import type { SectionBaseline } from '../sectionBaseline'
import type { SectionUpdate } from './sectionUpdate'

/** What is decided about a section, and on which releases its parts stand. */
type Question = Pick<SectionUpdate, 'key' | 'others' | 'parts'> & { baseline: SectionBaseline }

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
  /** The oldest release on which a part in question stands. What waits came with the releases after it. */
  since: (question: Question) => One | undefined
  /** What was said about the section, and about those that are decided with it, the newest note last. */
  notesOn: (question: Question) => ReleasedNote[]
} {
  const known = new Map<number, ReturnType<typeof notesBetween>>()
  const bySeq = line.toSorted((one, other) => one.seq - other.seq)
  const since = ({ baseline, parts }: Question) => {
    const stands = new Set(parts.map((part) => baseline[part] ?? start))
    return bySeq.find(({ id }) => stands.has(id))
  }
  return {
    since,
    notesOn: (question) => {
      const seq = since(question)?.seq ?? newest.seq
      const notes = known.get(seq) ?? notesBetween({ line, from: { seq }, to: newest })
      known.set(seq, notes)
      return [question.key, ...question.others].flatMap((key) => notes.get(key) ?? [])
    },
  }
}
