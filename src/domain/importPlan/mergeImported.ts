import { mergeSection, openPlaces, resolveSection } from '../merge/merge'
import { answerTo, decisionFrom, decisionOn, type GivenAnswers, questionId } from './decision'
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

type Merging = {
  /** What the last import brought; null where no import is known that had it. */
  brought: ImportedText | null
  ours: WholeText
  incoming: ImportedText
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
}: Merging & { resolutions: GivenAnswers }): MergedImport {
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
  const asked = conflicts.map((conflict) => ({ conflict, decision: decisionFrom(conflict, hash) }))
  // The merge knows its places by the ids that it gave them.
  const answers = Object.fromEntries(
    asked.flatMap(({ conflict, decision }) => {
      const answer = answerTo(decision, resolutions)
      return answer === undefined ? [] : [[conflict.id, answer]]
    }),
  )
  // Policy and guidance are taken as a whole.
  const besides = (['policy', 'guidance'] as const).flatMap((kind) => {
    const values = { base: base[kind], ours: ours[kind], theirs: theirs[kind] }
    return new Set(Object.values(values)).size < 3 ? [] : [decisionOn({ key, kind, sides: hash, ...values })]
  })
  const sideOf = (field: 'policy' | 'guidance'): WholeText => {
    const decision = besides.find(({ kind }) => kind === field)
    const isTaken = decision ? answerTo(decision, resolutions) === 'theirs' : ours[field] === base[field]
    return isTaken ? theirs : ours
  }
  const merged = resolveSection({ section, resolutions: answers })
  const text = { ...merged, policy: sideOf('policy').policy, guidance: sideOf('guidance').guidance }
  return { ...asHere, text, decisions: [...asked.map(({ decision }) => decision), ...besides], checks, stays }
}

/** Stands for the three texts of a section in full: at which place a clash is comes of them all. */
export function hashOfImport({ base, ours, theirs }: ImportSides): string {
  return hashOfSides({ base: base && saidBy(base), ours: saidBy(ours), theirs: saidBy(theirs) })
}

/** What the document says now and did not say then was nothing then; what it does not say now is not compared. */
function baseOf({ brought, ours, incoming }: Merging): WholeText | null {
  if (brought === null) return isUnwritten(ours) ? ours : null
  const unsaid = Object.entries(ours).filter(([field]) => !(field in incoming))
  return { ...ours, ...NO_TEXT, ...brought, ...Object.fromEntries(unsaid) }
}
