import { mergeSection, openPlaces, resolveSection } from '../merge/merge'
import type { Check, Resolution, Resolutions } from '../merge/merged'
import { type Decision, decisionFrom, wholeSection } from './decision'
import { type ImportedText, isSameWhole, isUnwritten, sectionTextOf, type WholeText } from './importedText'

export type MergedImport = {
  /** The text with what was decided; where something is open, what the toolkit has. */
  text: WholeText
  /** The three texts in full; `base` is null where the last import is not known. */
  base: WholeText | null
  theirs: WholeText
  /** Has somebody changed the text here since the last import? */
  edited: boolean
  /** All that is or was to be decided. */
  decisions: Decision[]
  /** Places where edits of both came together, to be read. */
  checks: Check[]
}

/**
 * Brings what a document says of a section into its working text, with what the last import brought as their base: the
 * changes of both stand, and where both changed one place it is a decision. Pure and deterministic: the same texts give
 * the same ids.
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
  resolutions: Resolutions
}): MergedImport {
  const theirs = { ...ours, ...incoming }
  const base = baseOf({ brought, ours, incoming })
  const whole = resolutions[wholeSection(key)]
  const shared = { base, theirs, edited: base !== null && !isSameWhole(base, ours), checks: [] }
  if (whole === 'ours' || whole === 'theirs') {
    const decisions = base === null && !isSameWhole(ours, theirs) ? [aboutWhole({ key, ours, theirs })] : []
    return { ...shared, decisions, text: whole === 'ours' ? ours : theirs }
  }
  if (isSameWhole(ours, theirs)) return { ...shared, text: ours, decisions: [] }
  if (base === null) return { ...shared, text: ours, decisions: [aboutWhole({ key, ours, theirs })] }
  if (isSameWhole(base, theirs)) return { ...shared, text: ours, decisions: [] }
  if (isSameWhole(base, ours)) return { ...shared, text: theirs, decisions: [] }
  const section = mergeSection({
    key,
    base: sectionTextOf(key, base),
    ours: sectionTextOf(key, ours),
    theirs: sectionTextOf(key, theirs),
  })
  const { title, summary, body, audiences, stages } = resolveSection({ section, resolutions })
  const { conflicts, checks } = openPlaces(section)
  const policy = mergeValue({ key, name: 'policy', base, ours, theirs, resolutions })
  const guidance = mergeValue({ key, name: 'guidance', base, ours, theirs, resolutions })
  return {
    ...shared,
    text: { title, summary, body, audiences, stages, policy: policy.value, guidance: guidance.value },
    decisions: [...conflicts.map(decisionFrom), ...policy.decisions, ...guidance.decisions],
    checks,
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

function aboutWhole({ key, ours, theirs }: { key: string; ours: WholeText; theirs: WholeText }): Decision {
  return {
    id: wholeSection(key),
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
  resolutions,
  ...three
}: Three & { key: string; name: Name; resolutions: Resolutions }): { value: WholeText[Name]; decisions: Decision[] } {
  const [base, ours, theirs] = [three.base[name], three.ours[name], three.theirs[name]]
  if (theirs === base || theirs === ours) return { value: ours, decisions: [] }
  if (ours === base) return { value: theirs, decisions: [] }
  const id = `${key}/${name}`
  const decision: Decision = { id, kind: name, base, ours, theirs, answers: ['ours', 'theirs'] }
  return { value: isTheirs(resolutions[id]) ? theirs : ours, decisions: [decision] }
}

function isTheirs(resolution: Resolution | undefined): boolean {
  return resolution === 'theirs'
}
