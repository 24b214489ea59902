/**
 * What a newer release of the common framework would change in a national version, and what a country decides about it.
 * Code outside this folder imports from this file alone.
 */

// Answer the places that both changed.
export { answeredAlike, answersForbid, fieldOfPlace, placesToDecide, withoutAnswer } from './answers'
// Decide.
export { settledByProposal } from './byProposal'
export { comesInBySetting } from './bySetting'
// Find the sections in question, without reading their texts.
export {
  type BesideSection,
  type CommonChange,
  changedBeside,
  changedSections,
  type EntryIn,
  standingEntries,
} from './changedSections'
export {
  choicesFor,
  decideUpdate,
  UPDATE_CHOICES,
  type UpdateChoice,
  type UpdateDecision,
  type WrittenTexts,
} from './decide'
// Say which changes a combination was made without.
export { type DecidedSection, declinedChanges } from './declinedChanges'
// Say what a country does not have any more after a decision, and what it has again.
export { bringsSentenceBack, type Dropped, droppedBy, keepsFormerSentence, saysTwice } from './dropped'
// Which release the version follows as a whole.
export { type Followed, followedRelease, isUnchanged, type StandsOn } from './followedRelease'
// Find text that moved between sections that are decided apart, and let it come with both.
export { goesWithout, goesWithoutOthers, heldBack, updateAmong } from './goesWithout'
// Say which translations a decision leaves behind.
export { leftTranslations } from './leftTranslations'
// What sections that were divided or joined were made of.
export { madeOf, type TwoContents } from './madeOf'
export {
  type BesideSides,
  type MovedText,
  type MovedWith,
  type Moves,
  movedText,
  TREATMENTS,
  type Treatment,
  treatmentOf,
} from './movedText'
// What the coordinator said about them.
export { notesOnUpdates } from './notesOnUpdates'
export { type OfferedChange, offeredChanges } from './offeredChanges'
// Read the result of a decision on several sections.
export { commonAsOne, languagesWithoutOurs, readAsOne } from './regrouped'
export { gapsAfter, linesRead, type RegroupedText, type RegroupingGaps, regroupingGaps } from './regroupingGaps'
// Say what waits: in one section, or in several that the common framework divided or joined.
export {
  commonRegroupings,
  type ListedSides,
  type Regrouping,
  regroupedTexts,
  regroupings,
  type TwoTexts,
} from './regroupings'
export { type SaidChoice, saidDecision } from './saidDecision'
export {
  hasToKeep,
  isAsking,
  keysOf,
  languagesBesideChange,
  languagesWithLess,
  losesAdditionPlace,
  type SectionUpdate,
  statusDuring,
  UPDATE_BECAME,
  UPDATE_STATUSES,
  type UpdateBecame,
  type UpdateStatus,
  updateOf,
  type WithLess,
  withMoves,
} from './sectionUpdate'
// Say what a person was shown, so that a decision is recorded for nothing else.
export { isShown, type ShownUpdate, shownOf } from './shownUpdate'
export {
  brokenByUpdate,
  hasNationalWords,
  isNational,
  isTakenOut,
  mergeIn,
  readLanguages,
  readNow,
  titleOf,
  type UpdateSides,
} from './sides'
// Take a decision back.
export { takeBackForbids } from './takeBack'
export { decideWaiting, keysThatAsk, sectionsOf, type Waiting, waitingIn } from './waiting'
