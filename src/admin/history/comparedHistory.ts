import { setImmediate as letOthersGo } from 'node:timers/promises'
import { isTakenUp } from '@/domain/became'
import { LANGUAGES, type Language } from '@/domain/language'
import { changesBetween, type SectionState, wordsIn } from '@/domain/revisions'
import type { Visitor } from '../frame/visitor'
import { comparedWith, isOfText, isOtherText } from './changesOf'
import { type ComparedPane, comparedPanes } from './comparedPanes'
import { type Entry, sharedMinutes } from './entries'
import type { Mark } from './HistoryList'
import { PANE_FIELDS, type PaneField } from './panes'
import type { BringBack } from './StateDifference'

/** The common text as something to compare with. */
export type CommonText = { label: string; state: SectionState; note: string }

export type HistoryGiven<Document> = {
  visitor: Omit<Visitor, 'req'>
  language: Language
  entries: Entry<Document>[]
  /** Entries that the address names but that are not on this page. */
  named: Entry<Document>[]
  newest: Entry<Document>
  marks: Mark[]
  common: CommonText | null
  /** As in the address; empty (null) if it does not say. */
  asked: { from: string; to: string; before: number | null }
  areMore: boolean
  names: ReadonlyMap<string, string>
  /** The address of this history in this language. */
  address: string
  /** The input for restoring, without the revision; null for those who may not. */
  bringBack: BringBack | null
  /**
   * Would an earlier state change these languages, as a whole or in a field? Not if it is already so, nor if a language
   * or a field cannot be restored alone.
   */
  bringsBack: (given: {
    earlier: Document
    now: Document
    languages: readonly Language[]
    field?: PaneField
    /** Restricted to the blocks with one of these ids. */
    ids?: string[]
  }) => boolean
  /** The address of the screen on which the common text is restored; null if there is none. */
  restore: string | null
}

/** One of the two compared texts. */
export type Side<Document> = {
  name: string
  at: string | null
  label: string
  state: SectionState
  entry: Entry<Document> | null
}

/** A history with two of its texts compared, and the input that restores the earlier one. */
export type ComparedHistory<Document> = Omit<HistoryGiven<Document>, 'bringsBack' | 'bringBack' | 'named'> & {
  /** All entries that can be chosen. */
  choices: Entry<Document>[]
  from: Side<Document> | null
  to: Side<Document> | null
  /** The differences between the two; null if there are not two. */
  panes: ComparedPane[] | null
  /** Do the two differ in this language although no pane does: in spaces, empty parts or invisible hyphens? */
  isSameInWords: boolean
  /** How many words the text of the first had, if the second is not used and the first is; otherwise null. */
  wordsGone: number | null
  /** Is the second compared with the common text, because the first was not used and the second was saved after it? */
  isUsedAgain: boolean
  mayBringBack: boolean
  /** The input that restores the earlier text; null if there is nothing to restore. */
  bringBack: BringBack | null
  /** Is the earlier text the same as the stored one? */
  isAsNow: boolean
  /** Can its text only be restored with the whole section? */
  isOnlyWhole: boolean
  /** Can the text in the language of the page be restored alone? */
  comesBackHere: boolean
  /** Minutes in which several entries were saved. */
  shared: ReadonlySet<string>
}

/**
 * Compares the two texts that an address names, or the newest with the previous one, and finds what can be restored.
 * Each comparison of long texts takes a tenth of a second, so other requests run between them.
 */
export async function comparedHistory<Document>({
  bringBack: back,
  bringsBack,
  named,
  ...given
}: HistoryGiven<Document>): Promise<ComparedHistory<Document>> {
  const { asked, common, entries, language, newest, visitor } = given
  const choices = [...entries, ...named]
  const sideOf = (name: string): Side<Document> | null => sideNamed({ name, choices, newest, common })
  const to = sideOf(asked.to) ?? sideOf(String(newest.rev))
  const before = choices.find(({ rev }) => rev < (to?.entry?.rev ?? newest.rev))
  const from = sideOf(asked.from) ?? (before ? sideOf(String(before.rev)) : sideOf('common'))
  const earlier = to?.entry?.rev === newest.rev && from?.entry?.rev !== newest.rev ? (from?.entry ?? null) : null
  const comesBack = async (languages: readonly Language[], field?: PaneField, ids?: string[]) => {
    if (!earlier) return false
    await letOthersGo()
    const { document: now } = newest
    return bringsBack({ earlier: earlier.document, now, languages, ...(field && { field }), ...(ids && { ids }) })
  }
  const isAsNow = earlier !== null && !(await comesBack(LANGUAGES))
  const bringBack: BringBack | null =
    earlier && !isAsNow && back ? { ...back, input: { ...back.input, seen: newest.rev, revision: earlier.rev } } : null
  const comesBackHere = bringBack !== null && (await comesBack([language]))
  await letOthersGo()
  const isOnlyWhole =
    bringBack !== null &&
    from !== null &&
    !comesBackHere &&
    changesBetween({ before: from.state, after: newest.state, languages: [language] }).some(
      ({ kind }) => kind === 'words',
    ) &&
    !(await isSome(PANE_FIELDS, (field) => comesBack([language], field)))
  await letOthersGo()
  // The addresses can name the later entry first.
  const isBackwards = Boolean(from?.entry && to?.entry && to.entry.rev < from.entry.rev)
  const ifUsed = isBackwards ? null : from?.entry?.ifUsed
  const states = from &&
    to && {
      before: comparedWith({ before: from.state, ifUsed, after: to.state }),
      after: to.state,
    }
  const panes =
    states &&
    (await comparedPanes({
      ...states,
      language,
      comesAlone: async (field, ids) => bringBack !== null && (await comesBack([language], field, ids)),
      say: visitor.say,
    }))
  const shared = sharedMinutes([newest, ...choices].map(({ at }) => at))
  return {
    ...given,
    choices,
    from,
    to,
    panes,
    isSameInWords: panes?.length === 0 && states !== null && isOtherText({ ...states, languages: [language] }),
    isUsedAgain: Boolean(states && ifUsed && to?.entry && isTakenUp(states.before, states.after)),
    wordsGone: from && to && wordsGone({ from: from.state, to: to.state, language }),
    mayBringBack: back !== null,
    bringBack,
    isAsNow,
    isOnlyWhole,
    comesBackHere,
    shared,
  }
}

function wordsGone({
  from,
  to,
  language,
}: {
  from: SectionState
  to: SectionState
  language: Language
}): number | null {
  if (from.mode === 'omit' || to.mode !== 'omit') return null
  const changes = changesBetween({ before: from, after: to, languages: [language] })
  return wordsIn(changes.filter(isOfText)).removed
}

/** Asks for one after the other, until one is. */
async function isSome<One>(some: readonly One[], isOne: (one: One) => Promise<boolean>): Promise<boolean> {
  for (const one of some) if (await isOne(one)) return true
  return false
}

function sideNamed<Document>({
  name,
  choices,
  newest,
  common,
}: {
  name: string
  choices: Entry<Document>[]
  newest: Entry<Document>
  common: CommonText | null
}): Side<Document> | null {
  if (name === 'common') return common && { name, at: null, label: common.label, state: common.state, entry: null }
  const entry = [newest, ...choices].find(({ rev }) => String(rev) === name)
  return entry ? { name, at: entry.at, label: '', state: entry.state, entry } : null
}
