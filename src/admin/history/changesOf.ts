import { isTakenUp } from '@/domain/became'
import type { Language } from '@/domain/language'
import { changesBetween, type RevisionChange, type SectionState } from '@/domain/revisions'
import { OWN_FIELDS } from '@/domain/section'
import { hasSameWords, sectionText } from '@/domain/sectionText'

/**
 * What a save changed. An undo has the changes of the save that it undoes, in the other direction: a comparison from
 * the other side can pair other words, so that the counts of the two would not agree.
 */
export function changesOf({
  before,
  after,
  isUndo,
  languages,
}: {
  /** Null for the first state. */
  before: SectionState | null
  after: SectionState
  isUndo: boolean
  languages: readonly Language[]
}): RevisionChange[] {
  if (!isUndo || !before) return changesBetween({ before, after, languages })
  return changesBetween({ before: after, after: before, languages }).map(reversed)
}

/**
 * The state with which a later one is compared. If the section was not used before and is used later, the text of the
 * later state is compared with the one that the section would have had with the common text (`ifUsed`): nobody wrote
 * the words of the common text then.
 */
export function comparedWith({
  before,
  ifUsed,
  after,
}: {
  before: SectionState
  ifUsed: SectionState | null | undefined
  after: SectionState
}): SectionState {
  return ifUsed && isTakenUp(before, after) ? { ...before, content: ifUsed.content } : before
}

/**
 * Would the texts of two states be stored differently? If a comparison of their words finds nothing, they differ only in
 * spaces, empty parts or invisible hyphens. Texts include the guidance, the explanation and the sources.
 */
export function isOtherText({
  before,
  after,
  languages,
}: {
  before: SectionState
  after: SectionState
  languages: readonly Language[]
}): boolean {
  const isOther = (language: Language) => hasSameWords(textsIn(before, language), textsIn(after, language), [])
  return before.sources !== after.sources || languages.some(isOther)
}

function textsIn({ content, explanation }: SectionState, language: Language) {
  const beside = { guidance: content.guidance[language], explanation: explanation[language] }
  return { ...sectionText({ content, language }), ...beside }
}

/** Is it a change of a text of the section, not of the reason, the place or the choice? */
export function isOfText(change: RevisionChange): change is RevisionChange & { kind: 'words' } {
  return change.kind === 'words' && OWN_FIELDS.some((field) => field === change.field)
}

function reversed(change: RevisionChange): RevisionChange {
  switch (change.kind) {
    case 'mode':
      return { ...change, before: change.after, after: change.before }
    case 'words': {
      const { wordsAdded, wordsRemoved, blocksAdded, blocksRemoved } = change.counts
      const counts = { wordsAdded: wordsRemoved, wordsRemoved: wordsAdded }
      const blocks = { blocksAdded: blocksRemoved, blocksRemoved: blocksAdded }
      return { ...change, counts: { ...change.counts, ...counts, ...blocks } }
    }
    case 'rule':
      return { ...change, is: change.is === 'gone' ? 'back' : 'gone' }
    case 'retired':
      return { kind: 'unretired' }
    case 'unretired':
      return { kind: 'retired' }
    default:
      return change
  }
}
