import { isSameJson } from './canonicalJson'
import { isSameReasons } from './changeReasons'
import { type ChangeCounts, countChanges, diffSection, diffText } from './diff/diff'
import { LANGUAGES, type Language } from './language'
import { inOneOrder, rulesFollowed } from './partRules'
import type { ManifestEntry } from './release'
import { type BaseSection, resolve, type VariantSection } from './resolve'
import type { Block } from './richText/richText'
import { isWritten } from './richText/sameText'
import { shownPart } from './ruledParts'
import {
  emptyContent,
  type Mode,
  NO_REASONS,
  NO_TEXTS,
  OWN_FIELDS,
  type PartDemand,
  type PartRule,
  type Reasons,
  type SectionContent,
  type SectionText,
  settingsOf,
  type TextField,
  type WordField,
  withRules,
} from './section'
import { hasText, sectionText } from './sectionText'

/** A section at one revision: the full text as readers would have got it, the mode, the reasons and the place. */
export type SectionState = Reasons & {
  content: SectionContent
  /** The mode of the country; null in the common framework. */
  mode: Mode | null
  /** Is it left out of the next release of the common framework? */
  retired: boolean
  /** Its parent and rank in the toolkit, to compare places. */
  place: string
}

/** One thing that a revision changed. */
export type RevisionChange =
  | { kind: 'begun' }
  | { kind: 'mode'; before: Mode; after: Mode }
  | { kind: 'words'; field: WordField; language: Language; counts: ChangeCounts }
  | { kind: 'reason' }
  /** A part has no longer the rule that it had, or has it again. */
  | { kind: 'rule'; is: 'gone' | 'back'; demand: PartDemand; field: TextField; block: Block | null }
  | { kind: 'settings' }
  | { kind: 'place' }
  | { kind: 'addition-place' }
  | { kind: 'retired' }
  | { kind: 'unretired' }

/**
 * Returns what a country had stored for a section, as readers would get it with the common text that the version is
 * based on now: revisions do not keep the older common text.
 */
export function nationalState({
  base,
  section,
  languages,
}: {
  base: BaseSection | null
  section: VariantSection
  languages: readonly Language[]
}): SectionState {
  const [resolved] = resolve({ base: base ? [base] : [], variant: [section], languages })
  const { changeReasons, explanation, mode, parent, rank, reason, sources } = section
  const content = resolved?.content ?? emptyContent(section.key)
  return {
    content: mode === 'omit' ? { ...content, ...NO_TEXTS } : content,
    mode: resolved?.entry.mode ?? mode,
    retired: false,
    ...(mode === 'inherit' ? NO_REASONS : { reason, explanation, sources, changeReasons }),
    place: `${parent ?? ''}/${rank ?? ''}`,
  }
}

/** Returns the state of a section of the common framework. */
export function commonState({
  content,
  parent,
  rank,
  retired,
}: Pick<SectionState, 'content' | 'retired'> & Pick<ManifestEntry, 'parent' | 'rank'>): SectionState {
  return { content, mode: null, retired, ...NO_REASONS, place: `${parent ?? ''}/${rank}` }
}

/** Lists the differences between two states of a section in these languages. `before` is null for the first state. */
export function changesBetween({
  before,
  after,
  languages,
}: {
  before: SectionState | null
  after: SectionState
  languages: readonly Language[]
}): RevisionChange[] {
  if (!before) return [{ kind: 'begun' }]
  const changes: RevisionChange[] = []
  if (before.retired !== after.retired) changes.push({ kind: after.retired ? 'retired' : 'unretired' })
  if (before.mode !== null && after.mode !== null && before.mode !== after.mode)
    changes.push({ kind: 'mode', before: before.mode, after: after.mode })
  // A country may change a part without the rule being gone.
  const isCommon = after.mode === null
  if (isCommon) changes.push(...rulesGone({ before: before.content, after: after.content, languages }))
  for (const language of languages) changes.push(...wordsChanged({ before, after, language }))
  const isOtherReason = before.reason !== after.reason || before.sources !== after.sources
  if (isOtherReason || !isSameReasons(before.changeReasons, after.changeReasons)) changes.push({ kind: 'reason' })
  const isOther = isCommon ? hasOtherSettings : isOtherInSettings
  if (isOther(before.content, after.content)) changes.push({ kind: 'settings' })
  if (before.place !== after.place) changes.push({ kind: 'place' })
  if (hasMovedAddition(before.content, after.content)) changes.push({ kind: 'addition-place' })
  return changes
}

/** Does the addition stand in another place of the text? A new one, or one that is gone, did not move. */
export function hasMovedAddition(before: SectionContent, after: SectionContent): boolean {
  const [was, is] = [before, after].map(({ additionPlace }) => additionPlace ?? null)
  return isWritten(before.addition) && isWritten(after.addition) && !isSameJson(was, is)
}

/** Counts the words that all changes added and removed. */
export function wordsIn(changes: readonly RevisionChange[]): { added: number; removed: number } {
  const words = changes.flatMap((change) => (change.kind === 'words' ? [change.counts] : []))
  return {
    added: words.reduce((sum, { wordsAdded }) => sum + wordsAdded, 0),
    removed: words.reduce((sum, { wordsRemoved }) => sum + wordsRemoved, 0),
  }
}

/** Returns the languages in which words were removed and no text is left. */
export function emptiedLanguages(changes: readonly RevisionChange[], after: SectionState): Language[] {
  const lost = changes.flatMap((change) => {
    const isLost = change.kind === 'words' && change.field !== 'explanation' && change.counts.wordsRemoved > 0
    return isLost ? [change.language] : []
  })
  return [...new Set(lost)].filter((language) => !hasText(after.content, language))
}

type Contents = { before: SectionContent; after: SectionContent }

/** The rules of before, each with its part: those that after still has, and those that it does not. */
function rulesOf({ before, after }: Contents): {
  kept: PartRule[]
  gone: { rule: PartRule; common: SectionContent }[]
} {
  if (!before.rules) return { kept: [], gone: [] }
  const { left, gone } = rulesFollowed({ before, after: withRules(after, before.rules) })
  const isThere = (rule: PartRule) => (after.rules ?? []).some((one) => isSameRule(one, rule))
  return {
    kept: left.filter(isThere),
    gone: [
      ...gone.map((rule) => ({ rule, common: before })),
      ...left.filter((rule) => !isThere(rule)).map((rule) => ({ rule, common: after })),
    ],
  }
}

function isSameRule(one: PartRule, other: PartRule): boolean {
  const isOne = one.field === other.field && one.demand === other.demand
  if (!isOne || one.block === null || other.block === null) return isOne && one.block === other.block
  const [here, there] = [one.block, other.block]
  return LANGUAGES.some((language) => here[language] !== undefined && here[language] === there[language])
}

function rulesGone({ languages, ...contents }: Contents & { languages: readonly Language[] }): RevisionChange[] {
  const [language = 'en'] = languages
  return rulesOf(contents).gone.map(({ rule, common }): RevisionChange => {
    const block = shownPart({ common, rule, language })?.block ?? null
    return { kind: 'rule', is: 'gone', demand: rule.demand, field: rule.field, block }
  })
}

function isOtherInSettings(before: SectionContent, after: SectionContent): boolean {
  return !isSameJson(settingsOf(before), settingsOf(after))
}

/** Do they differ in settings besides the rules that are gone? */
function hasOtherSettings(before: SectionContent, after: SectionContent): boolean {
  if (!isOtherInSettings(before, after)) return false
  const [was, is] = [settingsOf(before), settingsOf(after)]
  return !isSameJson({ ...was, rules: rulesOf({ before, after }).kept }, { ...is, rules: inOneOrder(is.rules) })
}

type Both<Side> = { before: Side; after: Side; language: Language }

function wordsChanged({ before, after, language }: Both<SectionState>): RevisionChange[] {
  const was = sectionText({ content: before.content, language })
  const is = sectionText({ content: after.content, language })
  // Most revisions change one language, and to find a difference takes much longer than to find none.
  const fields = isSameSection(was, is) ? [] : diffSection({ before: was, after: is }).fields
  const texts = OWN_FIELDS.flatMap((field): RevisionChange[] => {
    const changed = fields.filter((one) => one.field === field && one.status !== 'same')
    return changed.map((one) => ({ kind: 'words', field, language, counts: countChanges([one]) }))
  })
  const guidance = { before: before.content.guidance[language], after: after.content.guidance[language], language }
  const explanation = { before: before.explanation[language], after: after.explanation[language], language }
  return [...texts, ...lineChanged('guidance', guidance), ...lineChanged('explanation', explanation)]
}

/** Compares field by field: a long text that is the same value on both sides needs no comparison. */
function isSameSection(was: SectionText, is: SectionText): boolean {
  const names = Object.keys(was) as (keyof SectionText)[]
  return names.every((name) => was[name] === is[name] || isSameJson(was[name], is[name]))
}

function lineChanged(
  field: 'guidance' | 'explanation',
  { before = '', after = '', language }: Both<string | undefined>,
): RevisionChange[] {
  const { segments } = diffText({ before, after })
  if (segments.every(({ status }) => status === 'same')) return []
  const counts = countChanges([{ field, kind: 'text', status: 'changed', segments }])
  return [{ kind: 'words', field, language, counts }]
}
