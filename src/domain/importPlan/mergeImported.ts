import { hashOfSides } from '../hashOfSides'
import { type GivenAnswers, mergeSection, openPlaces, resolveSection } from '../merge/merge'
import { answerTo, decisionFrom, decisionOn, questionId } from './decision'
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
  /** Has the document changed it since the last import? True if the base is not known. */
  isChangedThere: boolean
}

type Merging = {
  /** What the last import brought; null if no known import had the section. */
  brought: ImportedText | null
  ours: WholeText
  incoming: ImportedText
}

/**
 * Merges what a document says about a section into its working text, on the base of the last import. Changes of both
 * are kept, and a place that both changed is a decision. The same texts give the same ids, other texts give others.
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
  // The merge knows its conflicts by its own ids.
  const answers = Object.fromEntries(
    asked.flatMap(({ conflict, decision }) => {
      const answer = answerTo(decision, resolutions)
      return answer === undefined ? [] : [[conflict.id, answer]]
    }),
  )
  // Policy and guidance are taken whole from one side.
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

/** Returns a hash of all three texts of a section, because the place of a conflict depends on all of them. */
export function hashOfImport({ base, ours, theirs }: ImportSides): string {
  return hashOfSides({ base: base && saidBy(base), ours: saidBy(ours), theirs: saidBy(theirs) })
}

/** Returns the base. A field that only the new document has was empty then; a field that it lacks is not compared. */
function baseOf({ brought, ours, incoming }: Merging): WholeText | null {
  if (brought === null) return isUnwritten(ours) ? ours : null
  const unsaid = Object.entries(ours).filter(([field]) => !(field in incoming))
  return { ...ours, ...NO_TEXT, ...brought, ...Object.fromEntries(unsaid) }
}
