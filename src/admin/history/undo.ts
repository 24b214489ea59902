import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { isSameState, unreadFields } from '@/domain/bringBack'
import { isSameContent } from '@/domain/bringBackCommon'
import { LANGUAGES, type Language } from '@/domain/language'
import { commonState, emptiedLanguages, nationalState, type SectionState, wordsIn } from '@/domain/revisions'
import { isEmptyField } from '@/domain/richText/sameText'
import { loadLastAction, loadSectionRevisions, loadVariantSectionRevisions, type Revision } from '@/stored/revisions'
import type { WorkingSection } from '@/stored/sections'
import type { SectionFacts } from '../editor/sectionFacts'
import type { Visitor } from '../frame/visitor'
import { changesOf } from './changesOf'
import { isUndoable, undoesOf } from './isUndo'
import { type LoadRevisions, savesFrom } from './savesFrom'

/** The last save of a section, which restored a text, and the input that undoes exactly that. */
export type Undo = {
  /** When it was saved (ISO 8601). */
  at: string
  /** How many words it added and removed. */
  added: number
  removed: number
  /** Did it restore the common text, and not an earlier one? */
  isRestored: boolean
  /** The languages that it left without text. */
  emptied: Language[]
  /** Did it remove words in these languages, and change no others? */
  isOnlyRemoved: boolean
  /** Did it remove words that nobody read? */
  isUnread: boolean
  action: string
  /** Null if it was an undo itself: that has nothing more to undo. */
  input: Record<string, unknown> | null
}

/** What the person can undo in a national section; null if their last save is not one that restored a text. */
export async function loadUndo({ facts, visitor }: { facts: SectionFacts; visitor: Visitor }): Promise<Undo | null> {
  const { base, key, language, mayDraft, own, state } = facts
  const { actor, req } = visitor
  // This is known without reading any revision whenever a section is opened.
  if (!own || !mayDraft || own.updatedBy !== actor.userId) return null
  const { languages } = state.variant
  return undoOf({
    last: await loadLastAction({ req, collection: 'variant-sections', id: own.id }),
    load: (asked) => loadVariantSectionRevisions({ req, id: own.id, ...asked }),
    rev: own.rev,
    stateOf: (section) => nationalState({ base, section, languages }),
    isSame: isSameState,
    wentUnread: (before, after) =>
      base !== null &&
      languages.some((one) =>
        unreadFields({ common: base.content, own: before, language: one }).some((field) =>
          isEmptyField(after[field][one]),
        ),
      ),
    languages,
    action: 'bring-back-section',
    input: { variant: state.variant.id, key, language },
  })
}

/** The same for a section of the common framework. */
export async function loadCommonUndo({
  section,
  language,
  visitor: { actor, req },
}: {
  section: WorkingSection
  language: Language
  visitor: Visitor
}): Promise<Undo | null> {
  if (!hasRoleEverywhere(actor, KEEPERS) || section.updatedBy !== actor.userId) return null
  return undoOf({
    last: await loadLastAction({ req, collection: 'sections', id: section.id }),
    load: (asked) => loadSectionRevisions({ req, id: section.id, ...asked }),
    rev: section.rev,
    stateOf: commonState,
    isSame: (a, b) => isSameContent(a.content, b.content),
    wentUnread: () => false,
    languages: LANGUAGES,
    action: 'bring-back-common-section',
    input: { toolkit: section.toolkit, key: section.content.key, language },
  })
}

async function undoOf<Document>({
  last: saved,
  load,
  rev,
  stateOf,
  isSame,
  wentUnread,
  languages,
  action,
  input,
}: {
  last: Pick<Revision<Document>, 'rev' | 'did'> | null
  load: LoadRevisions<Document>
  /** The revision that is stored now. */
  rev: number
  stateOf: (document: Document) => SectionState
  isSame: (one: Document, other: Document) => boolean
  /** Were words removed that nobody read? */
  wentUnread: (before: Document, after: Document) => boolean
  languages: readonly Language[]
  action: string
  input: Record<string, unknown>
}): Promise<Undo | null> {
  // Most saves cannot be undone here, and then no text is read.
  if (saved?.rev !== rev || !isUndoable(saved.did)) return null
  const newest = await load({ upTo: rev, limit: 3 })
  const [last, before] = newest
  if (!last || !before || last.rev !== rev) return null
  const [was, is] = [stateOf(before.document), stateOf(last.document)]
  const undoes = (await undoesOf({ at: savesFrom({ newest, load }), isSame })(0)) === true
  const changes = changesOf({ before: was, after: is, isUndo: undoes, languages })
  const isRestored = last.did === 'restore-section'
  const emptied = isRestored ? emptiedLanguages(changes, is) : []
  return {
    at: last.at,
    ...wordsIn(changes),
    isRestored,
    emptied,
    // A change in another language is not a removal.
    isOnlyRemoved: changes.every((one) => one.kind !== 'words' || emptied.includes(one.language)),
    isUnread: wentUnread(before.document, last.document),
    action,
    input: undoes ? null : { ...input, seen: last.rev, revision: before.rev },
  }
}
