import type { ImportNote } from '@/domain/importing'
import type { Refusal } from '@/domain/refusal'

type Observation = { kind: ImportNote['kind']; source: string; key: string; params?: Refusal['params'] }

/** What is found wrong, lost or doubtful while a document is read, in the order in which it was found. */
export type NoteBook = {
  /** One note for this place. */
  note: (observation: Observation) => void
  /** One note for all places that say the same; it carries the first place and `count`. */
  tally: (observation: Observation) => void
  notes: () => ImportNote[]
  hasProblem: () => boolean
}

export function openNoteBook(): NoteBook {
  const list: ImportNote[] = []
  const tallied = new Map<string, ImportNote & { params: Record<string, string | number> }>()
  return {
    note: ({ kind, source, key, params }) => {
      list.push(params ? { kind, source, key, params } : { kind, source, key })
    },
    tally: ({ kind, source, key, params = {} }) => {
      const same = JSON.stringify([kind, key, params])
      const known = tallied.get(same)
      if (known) {
        known.params.count = Number(known.params.count) + 1
        return
      }
      const first = { kind, source, key, params: { ...params, count: 1 } }
      tallied.set(same, first)
      list.push(first)
    },
    notes: () => list,
    hasProblem: () => list.some(({ kind }) => kind === 'problem'),
  }
}
