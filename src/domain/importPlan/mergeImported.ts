import { type Check, type Conflict, mergeSection, openPlaces, resolveSection } from '../merge/merge'
import { answerTo, type Decision, decisionFrom, type GivenAnswers, questionId } from './decision'
import { hashOfSides } from './hashOfSides'
import { type ImportedText, isSameWhole, isUnwritten, saidBy, sectionTextOf, type WholeText } from './importedText'

export type MergedImport = {
  /** The text with what was decided; where something is open, what the toolkit has. */
  text: WholeText
  /** The three texts in full; `base` is null where the last import is not known. */
  base: WholeText | null
  theirs: WholeText
  /** Has somebody changed the text here since the last import? */
  edited: boolean
  /** Has the document changed it since, as far as is known? */
  isChangedThere: boolean
  /** All that is or was to be decided. */
  decisions: Decision[]
  /** Places where edits of both came together, to be read. */
  checks: Check[]
  /** The id by which somebody says that the section stays as it is here (`ours`); null where there is nothing to say. */
  stays: string | null
}

/**
 * Brings what a document says of a section into its working text, with what the last import brought as their base: the
 * changes of both stand, and where both changed one place it is a decision. Pure and deterministic: the same texts give
 * the same ids, and other texts give others.
 */
export function mergeImported({
  key,
  base: brought,
  ours,
  incoming,
  resolutions,
}: {
  key: string
  /** What the last import brought; null where no import is known that had it. */
  base: ImportedText | null
  ours: WholeText
  incoming: ImportedText
  resolutions: GivenAnswers
}): MergedImport {
  const theirs = { ...ours, ...incoming }
  const base = baseOf({ brought, ours, incoming })
  const edited = base !== null && !isSameWhole(base, ours)
  const isChangedThere = base === null || !isSameWhole(base, theirs)
  const shared = { base, theirs, edited, isChangedThere, checks: [], stays: null }
  if (!isChangedThere || isSameWhole(ours, theirs)) return { ...shared, text: ours, decisions: [] }
  const sides = sidesOf({ base, ours, theirs })
  if (base === null) {
    const decision = aboutWhole({ key, sides, ours, theirs })
    const text = answerTo(decision, resolutions) === 'theirs' ? theirs : ours
    return { ...shared, text, decisions: [decision] }
  }
  const stays = questionId({ about: `${key}/stays`, sides })
  if (answerTo({ id: stays, answers: ['ours'] }, resolutions)) return { ...shared, text: ours, decisions: [], stays }
  if (isSameWhole(base, ours)) return { ...shared, text: theirs, decisions: [], stays }
  const section = mergeSection({
    key,
    base: sectionTextOf(key, base),
    ours: sectionTextOf(key, ours),
    theirs: sectionTextOf(key, theirs),
  })
  const { conflicts, checks } = openPlaces(section)
  const asked = conflicts.map((conflict) => ({ conflict, decision: decisionFrom(conflict, sides) }))
  const { title, summary, body, audiences, stages } = resolveSection({
    section,
    resolutions: answersByConflict({ asked, resolutions }),
  })
  const policy = mergeValue({ key, name: 'policy', sides, base, ours, theirs, resolutions })
  const guidance = mergeValue({ key, name: 'guidance', sides, base, ours, theirs, resolutions })
  return {
    ...shared,
    text: { title, summary, body, audiences, stages, policy: policy.value, guidance: guidance.value },
    decisions: [...asked.map(({ decision }) => decision), ...policy.decisions, ...guidance.decisions],
    checks,
    stays,
  }
}

/** What the document says now and did not say then was nothing then; what it does not say now is not compared. */
function baseOf({
  brought,
  ours,
  incoming,
}: {
  brought: ImportedText | null
  ours: WholeText
  incoming: ImportedText
}): WholeText | null {
  if (brought === null) return isUnwritten(ours) ? { ...ours, title: '', summary: '', body: [], guidance: '' } : null
  const { title, body, summary = '', guidance = '', audiences = [], stages = [], policy = 'free' } = brought
  return {
    title,
    body,
    summary: incoming.summary === undefined ? ours.summary : summary,
    guidance: incoming.guidance === undefined ? ours.guidance : guidance,
    audiences: incoming.audiences === undefined ? ours.audiences : audiences,
    stages: incoming.stages === undefined ? ours.stages : stages,
    policy: incoming.policy === undefined ? ours.policy : policy,
  }
}

/** Stands for the three texts of a section in full: at which place a clash is comes of them all. */
export function sidesOf({
  base,
  ours,
  theirs,
}: {
  base: WholeText | null
  ours: WholeText
  theirs: WholeText
}): string {
  return hashOfSides({ base: base && saidBy(base), ours: saidBy(ours), theirs: saidBy(theirs) })
}

/** The merge knows its places by the ids that it gave them. */
function answersByConflict({
  asked,
  resolutions,
}: {
  asked: { conflict: Conflict; decision: Decision }[]
  resolutions: GivenAnswers
}) {
  return Object.fromEntries(
    asked.flatMap(({ conflict, decision }) => {
      const answer = answerTo(decision, resolutions)
      return answer === undefined ? [] : [[conflict.id, answer]]
    }),
  )
}

function aboutWhole({
  key,
  sides,
  ours,
  theirs,
}: {
  key: string
  sides: string
  ours: WholeText
  theirs: WholeText
}): Decision {
  return {
    id: questionId({ about: `${key}/whole`, sides }),
    kind: 'whole',
    base: '',
    ours: ours.title,
    theirs: theirs.title,
    answers: ['ours', 'theirs'],
  }
}

type Three = { base: WholeText; ours: WholeText; theirs: WholeText }

/** A field that is taken as a whole. */
function mergeValue<Name extends 'policy' | 'guidance'>({
  key,
  name,
  sides,
  resolutions,
  ...three
}: Three & { key: string; name: Name; sides: string; resolutions: GivenAnswers }): {
  value: WholeText[Name]
  decisions: Decision[]
} {
  const [base, ours, theirs] = [three.base[name], three.ours[name], three.theirs[name]]
  if (theirs === base || theirs === ours) return { value: ours, decisions: [] }
  if (ours === base) return { value: theirs, decisions: [] }
  const id = questionId({ about: `${key}/${name}`, sides })
  const decision: Decision = { id, kind: name, base, ours, theirs, answers: ['ours', 'theirs'] }
  return { value: answerTo(decision, resolutions) === 'theirs' ? theirs : ours, decisions: [decision] }
}
