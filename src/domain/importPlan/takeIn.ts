import { hashOfSides } from '../hashOfSides'
import { type GivenAnswers, mergeSection, openPlaces, type Resolutions, resolveSection } from '../merge/merge'
import { isSameField, saidByText } from '../richText/sameText'
import { OWN_FIELDS, type OwnField } from '../section'
import { type AdditionInFile, isAdditionInBody, withAdditionApart, withAdditionInBody } from './additionInBody'
import { answerTo, type Decision, decisionFrom } from './decision'
import { hasEveryLineOnce, hasOtherForms } from './everyLineOnce'
import { type FileText, wholeFileText } from './fileText'
import { isSummaryInBody, withSummaryApart, withSummaryInBody } from './summaryInBody'

export type FileSides = {
  /** The stored text that the file was made from. */
  written: FileText
  /** The same, written as a Word file and read back: it lacks what Word cannot hold. */
  base: FileText
  /** What the file says now. */
  read: FileText
  /** What is stored now. */
  now: FileText
  /** How the file has the addition of what was written; null if there is none. */
  addition: AdditionInFile | null
}

export type TakenIn = {
  /** What is stored now, with what the person changed in the file. */
  text: FileText
  /** The fields in which that is something else than what is stored now. */
  changed: OwnField[]
  /** Has somebody saved another text since the file was made? */
  isSavedMeanwhile: boolean
  decisions: Decision[]
  /** How many merged places should be checked. */
  checks: number
  /** Could all changes of the file be brought into the blocks of the text? If not, nothing is taken over. */
  isClear: boolean
}

/** Do two texts say the same in all fields? */
export function isSameFileText(one: FileText, other: FileText): boolean {
  return changedFields(one, other).length === 0
}

/**
 * What a person changed in a Word file, in the text that is stored now. Only what differs between the file and its base is
 * their change: what Word cannot hold is missing on both sides, and stays. Changes that somebody saved meanwhile are merged
 * with theirs; a place that both changed is a decision, and holds the stored text until it has an answer.
 */
export function takeIn({ key, sides, answers }: { key: string; sides: FileSides; answers: GivenAnswers }): TakenIn {
  const { written, now } = sides
  const theirs = withChangesOfFile(key, sides)
  if (hasOtherForms(sides) && !hasEveryLineOnce(theirs, sides)) return { ...nothingTaken(now), isClear: false }
  const isSavedMeanwhile = !isSameFileText(written, now)
  if (!isSavedMeanwhile) return { ...nothingTaken(theirs), changed: changedFields(theirs, now) }
  const section = mergeTexts(key, { base: written, ours: now, theirs })
  const { conflicts, checks } = openPlaces(section)
  const hash = hashOfSides([written, now, theirs].map(saidBy))
  const asked = conflicts.map((conflict) => ({ conflict, decision: decisionFrom(conflict, hash) }))
  // The merge knows its conflicts by its own ids.
  const resolutions = Object.fromEntries(
    asked.flatMap(({ conflict, decision }) => {
      const answer = answerTo(decision, answers)
      return answer === undefined ? [] : [[conflict.id, answer]]
    }),
  )
  const text = fileText(resolveSection({ section, resolutions }))
  return {
    ...{ text, isSavedMeanwhile, checks: checks.length, isClear: true },
    changed: changedFields(text, now),
    decisions: asked.map(({ decision }) => decision),
  }
}

/** A text into which nothing of a file was taken. */
export function nothingTaken(text: FileText): TakenIn {
  return { text, changed: [], isSavedMeanwhile: false, decisions: [], checks: 0, isClear: true }
}

/**
 * The text that the file was made from, with the changes of the file; where Word lost something, the file is right. What the file
 * lost the mark of is merged as a part of the text, as the file has it.
 */
function withChangesOfFile(key: string, { addition, base, read, written }: FileSides): FileText {
  const added = isAdditionInBody({ written, base }) ? addition : null
  const isSummary = isSummaryInBody({ written, base })
  const withAddition = added ? withAdditionInBody(written, added) : written
  const ours = isSummary ? withSummaryInBody(withAddition) : withAddition
  const section = mergeTexts(key, { base, ours, theirs: read })
  const resolutions: Resolutions = {}
  for (const { id } of openPlaces(section).conflicts) resolutions[id] = 'theirs'
  const text = fileText(resolveSection({ section, resolutions }))
  const apart = isSummary ? withSummaryApart(text, withAddition) : text
  return added ? withAdditionApart(apart, written) : apart
}

function changedFields(one: FileText, other: FileText): OwnField[] {
  return OWN_FIELDS.filter((field) => !isSameField(one[field], other[field]))
}

function mergeTexts(key: string, { base, ours, theirs }: Record<'base' | 'ours' | 'theirs', FileText>) {
  const whole = (text: FileText) => wholeFileText(key, text)
  return mergeSection({ key, base: whole(base), ours: whole(ours), theirs: whole(theirs) })
}

function fileText({ title, summary, body, addition }: FileText): FileText {
  return { title, summary, body, addition }
}

function saidBy({ title, summary, body, addition }: FileText): unknown {
  return { title, summary, body: saidByText(body), addition: saidByText(addition) }
}
