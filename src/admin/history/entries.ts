import type { PayloadRequest } from 'payload'
import type { Role } from '@/domain/actor'
import type { Language } from '@/domain/language'
import { changesBetween, type RevisionChange, type SectionState } from '@/domain/revisions'
import { asRecord, asText } from '@/stored/parse'
import type { Revision, Revisions } from '@/stored/revisions'

/** How many entries one page of a history has. */
export const PAGE = 20

/** One kept state of a section, with what it changed. */
export type Entry = {
  rev: number
  at: string
  by: string | null
  as: Role | null
  did: string | null
  state: SectionState
  /** Null where what was before it is not known: the oldest entry that was kept. */
  changes: RevisionChange[] | null
}

/** The entries of a page; of one revision more than a page is known what was before the last one. */
export function entriesOf<Document>({
  found,
  stateOf,
  languages,
}: {
  /** Up to one more than a page. */
  found: Revisions<Document>
  stateOf: (document: Document) => SectionState
  languages: readonly Language[]
}): { entries: Entry[]; areMore: boolean } {
  const states = found.revisions.map((revision) => stateOf(revision.document))
  const all = found.revisions.flatMap((revision, index): Entry[] => {
    const state = states[index]
    if (!state) return []
    const before = states[index + 1] ?? null
    const isKnown = before !== null || revision.rev === 1
    return [entryOf({ revision, state, changes: isKnown ? changesBetween({ before, after: state, languages }) : null })]
  })
  return { entries: all.slice(0, PAGE), areMore: all.length > PAGE }
}

export function entryOf({
  revision: { rev, at, by, as, did },
  state,
  changes = null,
}: {
  revision: Revision<unknown>
  state: SectionState
  changes?: RevisionChange[] | null
}): Entry {
  return { rev, at, by, as, did, state, changes }
}

/** The names of those authors whose accounts the person may see. */
export async function loadNames({
  req,
  ids,
}: {
  req: PayloadRequest
  ids: readonly (string | null)[]
}): Promise<Map<string, string>> {
  const known = [...new Set(ids.flatMap((id) => id ?? []))]
  if (known.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'users',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    where: { id: { in: known } },
  })
  return new Map(docs.map((doc) => [String(doc.id), asText(asRecord(doc).name)]))
}
