import { mergeSection, openPlaces, resolveSection } from '../merge/merge'
import { answerTo, type Decision, decisionFrom, decisionOn, type GivenAnswers, questionId } from './decision'
import { hashOfSides } from './hashOfSides'
import {
  type ImportedText,
  type ImportSides,
  isSameWhole,
  isUnwritten,
  NO_TEXT,
  saidBy,
  type WholeText,
} from './importedText'
import type { PlannedSection } from './plan'

export type MergedImport = Pick<PlannedSection, 'text' | 'edited' | 'decisions' | 'checks' | 'stays'> & {
  sides: ImportSides
  /** Has the document changed it since the last import, as far as is known? */
  isChangedThere: boolean
}

/**
 * Brings what a document says of a section into its working text, with what the last import brought as their base: the
 * changes of both stand, and where both changed one place it is a decision. Pure and deterministic: the same texts give
 * the same ids, and other texts give others.
 */
export function mergeImported({
  brought,
  ours,
  incoming,
  resolutions,
}: {
  /** What the last import brought; null where no import is known that had it. */
  brought: ImportedText | null
  ours: WholeText
  incoming: ImportedText
  resolutions: GivenAnswers
}): MergedImport {
  const { key } = ours
  const base = baseOf({ brought, ours, incoming })
  const theirs = { ...ours, ...incoming }
  const sides = { base, ours, theirs }
  const edited = base !== null && !isSameWhole(base, ours)
  const isChangedThere = base === null || !isSameWhole(base, theirs)
  const asHere = { text: ours, sides, edited, isChangedThere, decisions: [], checks: [], stays: null }
  if (!isChangedThere || isSameWhole(ours, theirs)) return asHere
  const hash = hashOfImport(sides)
  if (base === null) {
    const decision = decisionOn({ key, kind: 'whole', sides: hash, ours: ours.title, theirs: theirs.title })
    const isTaken = answerTo(decision, resolutions) === 'theirs'
    return { ...asHere, text: isTaken ? theirs : ours, decisions: [decision] }
  }
  const stays = questionId({ about: `${key}/stays`, sides: hash })
  if (answerTo({ id: stays, answers: ['ours'] }, resolutions)) return { ...asHere, stays }
  if (!edited) return { ...asHere, text: theirs, stays }
  const section = mergeSection({ key, base, ours, theirs })
  const { conflicts, checks } = openPlaces(section)
  const asked = conflicts.map(({ id, ...conflict }) => ({ id, decision: decisionFrom({ id, ...conflict }, hash) }))
  // The merge knows its places by the ids that it gave them.
  const answers = Object.fromEntries(
    asked.flatMap(({ id, decision }) => {
      const answer = answerTo(decision, resolutions)
      return answer === undefined ? [] : [[id, answer]]
    }),
  )
  const policy = mergeValue({ key, field: 'policy', hash, base, ours, theirs, resolutions })
  const guidance = mergeValue({ key, field: 'guidance', hash, base, ours, theirs, resolutions })
  return {
    ...asHere,
    text: { ...resolveSection({ section, resolutions: answers }), policy: policy.value, guidance: guidance.value },
    decisions: [...asked.map(({ decision }) => decision), ...policy.decisions, ...guidance.decisions],
    checks,
    stays,
  }
}

/** Stands for the three texts of a section in full: at which place a clash is comes of them all. */
export function hashOfImport({ base, ours, theirs }: ImportSides): string {
  return hashOfSides({ base: base && saidBy(base), ours: saidBy(ours), theirs: saidBy(theirs) })
}

/** What the document says now and did not say then was nothing then; what it does not say now is not compared. */
function baseOf({
  brought,
  ours,
  incoming,
}: Pick<Parameters<typeof mergeImported>[0], 'brought' | 'ours' | 'incoming'>): WholeText | null {
  if (brought === null) return isUnwritten(ours) ? ours : null
  const unsaid = Object.entries(ours).filter(([field]) => !(field in incoming))
  return { ...ours, ...NO_TEXT, ...brought, ...Object.fromEntries(unsaid) }
}

/** A field that is taken as a whole. */
function mergeValue<Field extends 'policy' | 'guidance'>({
  key,
  field,
  hash,
  resolutions,
  ...sides
}: Record<'base' | 'ours' | 'theirs', WholeText> & {
  key: string
  field: Field
  hash: string
  resolutions: GivenAnswers
}): { value: WholeText[Field]; decisions: Decision[] } {
  const [base, ours, theirs] = [sides.base[field], sides.ours[field], sides.theirs[field]]
  if (theirs === base || theirs === ours) return { value: ours, decisions: [] }
  if (ours === base) return { value: theirs, decisions: [] }
  const decision = decisionOn({ key, kind: field, sides: hash, base, ours, theirs })
  return { value: answerTo(decision, resolutions) === 'theirs' ? theirs : ours, decisions: [decision] }
}
