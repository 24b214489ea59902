import { setImmediate as letOthersGo } from 'node:timers/promises'
import type { Role } from '@/domain/actor'
import type { Language } from '@/domain/language'
import type { RevisionChange, SectionState } from '@/domain/revisions'
import type { Revision } from '@/stored/revisions'
import { changesOf } from './changesOf'
import { isUndo } from './isUndo'

/** How many entries one page of a history has. */
export const PAGE = 20

/** One kept state of a section, with its changes. */
export type Entry<Document = unknown> = {
  rev: number
  at: string
  by: string | null
  as: Role | null
  did: string | null
  document: Document
  state: SectionState
  /** Null if the state before it is unknown: the oldest kept entry. */
  changes: RevisionChange[] | null
  /** Did it only undo the entry before it? Of the oldest entries of a page this is not known. */
  isUndo?: boolean
}

/** The entries that a page of a history shows. */
export type History<Document> = {
  /** Of this page, newest first. */
  entries: Entry<Document>[]
  /** Are there older ones than those of this page? */
  areMore: boolean
  /** The entry of the text that is stored now; null if it cannot be read. */
  newest: Entry<Document> | null
  /** Entries that the address names but that are not on this page. */
  named: Entry<Document>[]
}

/**
 * A page of a history, and the entries that are compared. Reads revisions once, and once more for each entry outside
 * the page. `before` is the newest revision of the page (null: the newest of all), `newest` the one that is stored now,
 * `named` those that the address names; a number without a revision is ignored.
 */
export async function loadHistory<Document>({
  load,
  stateOf,
  isSame,
  languages,
  untouched = null,
  newest,
  before,
  named,
}: {
  /** Revisions from `upTo` (the newest) backwards, at most `limit`, newest first. */
  load: (asked: { upTo?: number; limit: number }) => Promise<Revision<Document>[]>
  stateOf: (document: Document) => SectionState
  isSame: (one: Document, other: Document) => boolean
  languages: readonly Language[]
  /** What the first revision changed: the common text, for a section that a country took from it; null if nothing. */
  untouched?: SectionState | null
  newest: number
  before: number | null
  named: readonly number[]
}): Promise<History<Document>> {
  // With one revision more than a page, the state before the last one is known.
  const found = await load({ limit: PAGE + 1, ...(before === null ? {} : { upTo: before }) })
  const states: SectionState[] = []
  for (const { document } of found) {
    states.push(stateOf(document))
    // Texts of thousands of paragraphs take a second each, so other requests run in between.
    await letOthersGo()
  }
  const entries: Entry<Document>[] = []
  for (const [index, state] of states.slice(0, PAGE).entries()) {
    const revision = found[index]
    const earlier = states[index + 1] ?? null
    const undoes = await isUndo({ at: async (before) => found[index + before] ?? null, isSame })
    if (revision) entries.push(entryOf({ revision, state, earlier, untouched, isUndo: undoes, languages }))
    await letOthersGo()
  }
  const beside: Entry<Document>[] = []
  for (const rev of new Set([newest, ...named])) {
    if (entries.some((entry) => entry.rev === rev)) continue
    const [revision, earlier] = await load({ upTo: rev, limit: 2 })
    if (revision?.rev !== rev) continue
    const state = stateOf(revision.document)
    beside.push(entryOf({ revision, state, earlier: earlier ? stateOf(earlier.document) : null, untouched, languages }))
    await letOthersGo()
  }
  return {
    entries,
    areMore: found.length > PAGE,
    newest: [...entries, ...beside].find(({ rev }) => rev === newest) ?? null,
    named: beside.filter(({ rev }) => named.includes(rev)),
  }
}

function entryOf<Document>({
  revision: { rev, at, by, as, did, document },
  state,
  earlier,
  untouched,
  isUndo: undoes = false,
  languages,
}: {
  revision: Revision<Document>
  state: SectionState
  /** The state before it; null if that is not kept, or if there is none. */
  earlier: SectionState | null
  untouched: SectionState | null
  isUndo?: boolean
  languages: readonly Language[]
}): Entry<Document> {
  const isKnown = earlier !== null || rev === 1
  const before = earlier ?? untouched
  const changes = isKnown ? changesOf({ before, after: state, isUndo: undoes, languages }) : null
  return { rev, at, by, as, did, document, state, changes, isUndo: undoes }
}

/** The minutes in which more than one of these was saved: there the seconds distinguish them. */
export function sharedMinutes(moments: readonly string[]): Set<string> {
  const minutes = [...new Set(moments)].map(minuteOf)
  return new Set(minutes.filter((minute, index) => minutes.indexOf(minute) !== index))
}

/** How precisely a time is shown beside the others. */
export function precisionOf({ at, shared }: { at: string; shared: ReadonlySet<string> }): 'minutes' | 'seconds' {
  return shared.has(minuteOf(at)) ? 'seconds' : 'minutes'
}

function minuteOf(at: string): string {
  return at.slice(0, 'yyyy-mm-ddThh:mm'.length)
}

/** The number of a revision in an address; null if it is not one. */
export function revisionIn(asked: string): number | null {
  return /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null
}
