import type { ImportNote } from '@/domain/importing'
import type { Refusal } from '@/domain/refusal'
import { MAX_NOTES_OF_ONE_KIND } from './limits'

type Observation = { kind: ImportNote['kind']; source: string; key: Refusal['key']; params?: Refusal['params'] }

/** A note that counts its places. */
type Tally = ImportNote & { params: Record<string, string | number> }

/** Collects what is wrong, lost or doubtful while a document is read, in the order in which it is found. */
export type NoteBook = {
  /** Adds one note for this place. Beyond `MAX_NOTES_OF_ONE_KIND`, one note says how many more there are. */
  note: (observation: Observation) => void
  /** Adds one note for all places with the same message; it has the first place and `count`. */
  tally: (observation: Observation) => void
  notes: () => ImportNote[]
  hasProblem: () => boolean
}

export function openNoteBook(): NoteBook {
  const list: ImportNote[] = []
  const counts = new Map<string, number>()
  const further = new Map<string, Tally>()
  const tallied = new Map<string, Tally>()
  const put = (note: ImportNote): void => {
    const kindAndKey = `${note.kind} ${note.key}`
    const count = (counts.get(kindAndKey) ?? 0) + 1
    counts.set(kindAndKey, count)
    if (count <= MAX_NOTES_OF_ONE_KIND) list.push(note)
    else if (count === MAX_NOTES_OF_ONE_KIND + 1) {
      const more: Tally = { kind: note.kind, source: note.source, key: 'import.more-notes', params: { count: 1 } }
      further.set(kindAndKey, more)
      list.push(more)
    } else Object.assign(further.get(kindAndKey)?.params ?? {}, { count: count - MAX_NOTES_OF_ONE_KIND })
  }
  return {
    note: ({ kind, source, key, params }) => put(params ? { kind, source, key, params } : { kind, source, key }),
    tally: ({ kind, source, key, params = {} }) => {
      const same = JSON.stringify([kind, key, params])
      const known = tallied.get(same)
      if (known) {
        known.params.count = Number(known.params.count) + 1
        return
      }
      const first: Tally = { kind, source, key, params: { ...params, count: 1 } }
      tallied.set(same, first)
      put(first)
    },
    notes: () => list,
    hasProblem: () => list.some(({ kind }) => kind === 'problem'),
  }
}
