import { setImmediate as letOthersGo } from 'node:timers/promises'
import type { Role } from '@/domain/actor'
import type { Language } from '@/domain/language'
import type { RevisionChange, SectionState } from '@/domain/revisions'
import type { Revision } from '@/stored/revisions'
import { changesOf, comparedWith, isOtherText } from './changesOf'
import { undoesOf } from './isUndo'
import { type LoadRevisions, savesFrom } from './savesFrom'

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
  /** If the section is not used in this state: the state that it would have with the common text; otherwise null. */
  ifUsed?: SectionState | null
  /** Null if the state before it is unknown: the oldest kept entry. */
  changes: RevisionChange[] | null
  /** Did it change a text, but no words in it? */
  isSameInWords?: boolean
  /** Did it only undo the entry before it? Also false if that is not known. */
  isUndo?: boolean
  /** Whose proposal it took over, in words, if the person may know that. */
  credit?: string | null
}

/** The text before a save and after it; `before` is null if there was none. */
export type Change = { before: SectionState | null; after: SectionState }

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
  ifUsed = () => null,
  isSame,
  languages,
  firstChange = async () => null,
  newest,
  before,
  named,
}: {
  load: LoadRevisions<Document>
  stateOf: (document: Document) => SectionState
  /** The state that a section would have with the common text, if it is not used; null for any other. */
  ifUsed?: (document: Document) => SectionState | null
  isSame: (one: Document, other: Document) => boolean
  languages: readonly Language[]
  /** What the first revision changed: the common text, for a section that a country took from it; null if nothing. */
  firstChange?: (first: Document) => Promise<Change | null>
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
  const undoes = undoesOf({ at: savesFrom({ newest: found, load }), isSame })
  const given = { ifUsed, firstChange, languages }
  for (const [index, state] of states.slice(0, PAGE).entries()) {
    const [revision, before, earlier] = [found[index], found[index + 1], states[index + 1]]
    const was = before && earlier ? { state: earlier, document: before.document } : null
    if (revision)
      entries.push(await entryOf({ revision, state, was, isUndo: (await undoes(index)) === true, ...given }))
    await letOthersGo()
  }
  const beside: Entry<Document>[] = []
  for (const rev of new Set([newest, ...named])) {
    if (entries.some((entry) => entry.rev === rev)) continue
    const two = await load({ upTo: rev, limit: 2 })
    const [revision, before] = two
    if (revision?.rev !== rev) continue
    const state = stateOf(revision.document)
    const was = before ? { state: stateOf(before.document), document: before.document } : null
    const isUndo = (await undoesOf({ at: savesFrom({ newest: two, load }), isSame })(0)) === true
    beside.push(await entryOf({ revision, state, was, isUndo, ...given }))
    await letOthersGo()
  }
  return {
    entries,
    areMore: found.length > PAGE,
    newest: [...entries, ...beside].find(({ rev }) => rev === newest) ?? null,
    named: beside.filter(({ rev }) => named.includes(rev)),
  }
}

async function entryOf<Document>({
  revision: { rev, at, by, as, did, document },
  state,
  was,
  ifUsed,
  firstChange,
  isUndo,
  languages,
}: {
  revision: Revision<Document>
  state: SectionState
  /** The state before it; null if that is not kept, or if there is none. */
  was: { state: SectionState; document: Document } | null
  ifUsed: (document: Document) => SectionState | null
  firstChange: (first: Document) => Promise<Change | null>
  isUndo: boolean
  languages: readonly Language[]
}): Promise<Entry<Document>> {
  const first = was === null && rev === 1 ? await firstChange(document) : null
  const before = was ? comparedWith({ before: was.state, ifUsed: ifUsed(was.document), after: state }) : null
  const change = first ?? { before, after: state }
  const isKnown = was !== null || rev === 1
  const changes = isKnown ? changesOf({ ...change, isUndo, languages }) : null
  const isSameInWords =
    changes?.length === 0 && change.before !== null && isOtherText({ ...change, before: change.before, languages })
  return { rev, at, by, as, did, document, state, ifUsed: ifUsed(document), changes, isSameInWords, isUndo }
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
