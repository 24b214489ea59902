/**
 * The changes of two sides brought together on their common base. Code outside this folder imports from this file alone; the other
 * files say how it is done (docs/difference-and-merge.md).
 */

// Which answers a person can give.
export { type Answer, answersTo, type GivenAnswer, type GivenAnswers, isAmong } from './answersTo'
export { decidedOrder, livingPlaces } from './decidedOrder'
// What comes of it, as data: the merged text with its conflicts, and what a person should check.
export type {
  Check,
  Conflict,
  ConflictKind,
  MergedBlock,
  MergedNode,
  MergeStatus,
  Resolution,
  Resolutions,
  RichTextMerge,
} from './merged'
export { mergeOrder, type Neighbour, type OrderMerge, type Placed } from './mergeOrder'
export { mergeRichText, statusOfRichText } from './mergeRichText'
export {
  fieldStatuses,
  merge,
  mergeSection,
  openPlaces,
  type PlacedSection,
  resolve,
  resolveSection,
  type SectionMerge,
  type ToolkitMerge,
} from './mergeSections'
export { statusOfAll } from './mergeStatus'
export { resolveRichText } from './resolveRichText'
