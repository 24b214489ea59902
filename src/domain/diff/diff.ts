/**
 * What differs between two texts. Code outside this folder imports from this file alone; the other files say how it is done
 * (docs/difference-and-merge.md).
 */

// Make the changes, all or some, or undo them.
export { apply, applyRichText, inverse } from './apply'
// What comes of it, as data.
export type {
  BlockChange,
  ChangeCounts,
  FieldChange,
  MoveSource,
  SectionChange,
  Segment,
  ToolkitChange,
} from './change'
export { type ColumnChange, columnChanges } from './columns'
export { countChanges, countMarked } from './counts'
export { diffRichText, type RichTextDifference } from './diffRichText'
// Compare: whole toolkits, one section, one rich text, one line of text.
export { changedFields, changeOfPart, diff, diffSection } from './diffSections'
export { diffText } from './diffWords'
export { type NamedText, segmentsOfNamed } from './namedTexts'
export { dividedIntoParts, idsOf, partsOf, withParts } from './parts'
// Read it: the places that a reader would count, and how much changed.
export { changedItself, isSplitOff, joinedTo, type Place, placesOf, rewords, rewordsVisibly } from './places'
export { blocksOn, formerOf, runsOn, wordingAfter } from './sides'
