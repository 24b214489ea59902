import type { Role } from './actor'
import { wordsOf } from './alignment/words'
import { diffSection, type SectionChange } from './diff/diff'
import { grouped } from './grouped'
import type { ByLanguage, Language } from './language'
import type { Pause } from './pause'
import { inReadingOrder, type ManifestEntry, type Release, standsOn } from './release'
import { isEmptyText } from './richText/empty'
import { textOf } from './richText/walk'
import { type Reading, type Said, saidIn } from './said'
import {
  AUDIENCES,
  type Audience,
  type ChangedAt,
  MODES,
  type Mode,
  type Policy,
  type Reason,
  type SectionContent,
  STAGES,
  type Stage,
} from './section'
import { hasText, textsInPlace } from './sectionText'
import { countStates, type FieldRows, isAsCommon, type RowState, sectionSideBySide } from './sideBySide'
import { sourceFor } from './translationLag'
import type { SaidChoice, UpdateStatus } from './updates/updates'
import { type Why, whyOf } from './why'
import type { WorkflowEvent } from './workflow'

/** What a country decided about a release of the common framework, in one section or in several together. Roles, no names. */
export type ReportedDecision = {
  id: string
  /** The sections, first the one that was divided or that the others were joined to. */
  keys: readonly string[]
  /** The number of the release. */
  version: string
  choice: SaidChoice
  reason: Reason | null
  note: string
  /** The role of the person; null if none is known. */
  role: Role | null
  /** Who or what decided; of what is `settled`, who published the release. */
  by: 'person' | 'setting'
  /** The changes of the common framework that a combination was made without. */
  declined: readonly ChangedAt[]
  /** ISO 8601. */
  at: string
}

/** How a section is named; it has no number if it is not in the text. */
export type SectionName = { number: string; title: Said<string> }

/** A decision with the sections that the report does not name where it shows the decision. */
export type ShownDecision = ReportedDecision & { others: SectionName[] }

/** A section of a national version with the common text on which it stands; null if only the country has it. */
export type ReportedSection = { entry: ManifestEntry; content: SectionContent; common: SectionContent | null }

/** What a report is made of. All of it is one state: that of a release, or the working text. */
export type ReportFacts = {
  /** The language in which titles and explanations are read if they have one, and that of the common framework. */
  language: Language
  source: Language
  /** The languages of the national version. */
  languages: readonly Language[]
  sections: readonly ReportedSection[]
  /** Sections that stand on another release than the one that the version follows. */
  elsewhere: readonly { version: string; keys: readonly string[] }[]
  decisions: readonly ReportedDecision[]
  /** The titles of sections that were decided on and are not in the text. */
  goneTitles: ReadonlyMap<string, ByLanguage<string>>
}

/** What a country's text of a section is in one language. */
export type ReportedText =
  /** Both texts have words in it, which differ. */
  | {
      is: 'compared'
      language: Language
      change: SectionChange
      /** The block that begins the country's addition, where that stands within the text; null if it stands after it. */
      additionFrom: string | null
    }
  /** The common text has no words in it: the country's text stands beside the common one in another language. */
  | {
      is: 'beside'
      language: Language
      common: Language
      states: Record<RowState, number>
      /** The rows that are not only a translation. */
      differing: FieldRows[]
    }
  /** Only the country has the section. */
  | { is: 'own'; language: Language; content: SectionContent }
  | { is: 'missing'; language: Language }

export type SectionReport = {
  key: string
  number: string
  depth: number
  title: Said<string>
  mode: Mode
  policy: Policy
  /** The release on which it stands, if that is not the one that the version follows. */
  standsOn: string | null
  why: Why | null
  /** The number of words that readers do not get, of a section that is not used. */
  wordsLeftOut: number
  texts: ReportedText[]
  /** Oldest first. A decision on several sections is in the first of them. */
  decisions: ShownDecision[]
}

/** How a country adapted the common framework, section by section. */
export type AdaptationReport = {
  /** How many sections have each mode. */
  modes: Record<Mode, number>
  /** Differences and words in the languages that both texts have. */
  extent: { changes: number; wordsAdded: number; wordsRemoved: number }
  /** For whom the sections are that readers get, and at which stages. */
  audiences: Audience[]
  stages: Stage[]
  /** In reading order. */
  sections: SectionReport[]
  /** Decisions on sections that the version does not have any more. */
  otherDecisions: ShownDecision[]
}

/** What is reported: what readers have, or what the country works on. */
export const REPORTED = ['release', 'working'] as const
export type Reported = (typeof REPORTED)[number]

/** What is said at the top of a report: which text it is, on what it stands, who worked on it and what waits. */
export type ReportAbout = {
  of: Reported
  /** The title of the toolkit, as of the release if one is reported. */
  title: ByLanguage<string>
  /** The content is made up to show the product. */
  sample: boolean
  source: Language
  languages: readonly Language[]
  /** The newest release with text; null before the first. */
  release: { version: string; publishedAt: string } | null
  isWithdrawn: boolean
  /** The number of the release that readers have, if the working text is reported and the same; null otherwise. */
  sameAs: string | null
  /** The release of the common framework that the version follows. */
  follows: { version: string; publishedAt: string; isWithdrawn: boolean }
  /** The newest release of the common framework, if it is newer. */
  newer: { version: string } | null
  elsewhere: readonly { version: string; keys: readonly string[]; isOlder: boolean }[]
  /** Null if the person may not see the roles of others. Without addresses. */
  people: readonly { role: Role; people: number; names: readonly string[] }[] | null
  /** The steps of the review, oldest first. */
  steps: readonly { event: WorkflowEvent; at: string }[]
  /** What waits for the country now, and what it is only told. Only of the working text. */
  waiting: readonly { key: string; title: ByLanguage<string>; status: UpdateStatus }[]
  /** The pause of the whole version, and those of sections. Only of the working text. */
  paused: Pause | null
  pausedSections: readonly { key: string; pause: Pause }[]
}

/**
 * Does a release of the country contain a decision? Publishing also settles what waited for it, at the same time: that is in
 * no release yet, because the section still stands in this one on an older release of the common framework. `seq` is the
 * number in order of the release that was decided on.
 */
export function isInRelease({
  decision: { at, key, seq },
  release: { baseline, publishedAt },
}: {
  decision: { key: string; at: string; seq: number }
  release: Pick<Release, 'baseline' | 'publishedAt'>
}): boolean {
  if (at !== publishedAt || !baseline) return at <= publishedAt
  return standsOn(baseline, key).seq >= seq
}

/** Returns the report on a national version. Every section of it is in the report once, and so is every decision. */
export function adaptationReport(facts: ReportFacts): AdaptationReport {
  const placed = numbered(facts.sections)
  const decisionsOn = decisionsBySection(facts, placed)
  const sections = placed.map((one) => sectionReport(one, facts, decisionsOn(one.entry.key)))
  const modes = Object.fromEntries(
    MODES.map((mode) => [mode, sections.filter((section) => section.mode === mode).length]),
  ) as Record<Mode, number>
  const used = facts.sections.filter(({ entry }) => entry.mode !== 'omit')
  const compared = sections.flatMap(({ texts }) =>
    texts.flatMap((one) => (one.is === 'compared' ? one.change.counts : [])),
  )
  const sum = (name: 'changes' | 'wordsAdded' | 'wordsRemoved') => compared.reduce((total, one) => total + one[name], 0)
  return {
    modes,
    extent: { changes: sum('changes'), wordsAdded: sum('wordsAdded'), wordsRemoved: sum('wordsRemoved') },
    audiences: AUDIENCES.filter((one) => used.some(({ content }) => content.audiences.includes(one))),
    stages: STAGES.filter((one) => used.some(({ content }) => content.stages.includes(one))),
    sections,
    otherDecisions: decisionsOn(null),
  }
}

/**
 * Is a section the common text, with nothing to say of it but in which languages it is translated? A translation with other
 * figures, or with a paragraph more or less, is more.
 */
export function isPlainCommon({ decisions, mode, standsOn, texts, why }: SectionReport): boolean {
  const isPlain = texts.every((one) => one.is === 'missing' || (one.is === 'beside' && one.differing.length === 0))
  return mode === 'inherit' && isPlain && decisions.length === 0 && standsOn === null && why === null
}

type Numbered = ReportedSection & { number: string; depth: number }

function numbered(sections: readonly ReportedSection[]): Numbered[] {
  const placed = sections.map((section) => ({ ...section.entry, section }))
  return inReadingOrder(placed).map(({ entry: { section }, number, depth }) => ({ ...section, number, depth }))
}

/** Gives the decisions that are shown in a section, oldest first; for null those on sections that are not in the text. */
function decisionsBySection(
  { decisions, goneTitles, language, source }: ReportFacts,
  placed: readonly Numbered[],
): (key: string | null) => ShownDecision[] {
  const names = new Map(
    placed.map((one) => [one.entry.key, { number: one.number, title: titleOf(one, { language, source }) }]),
  )
  const nameOf = (key: string): SectionName =>
    names.get(key) ?? {
      number: '',
      title: saidIn(goneTitles.get(key) ?? {}, { language, source }) ?? { value: key, language, standsIn: false },
    }
  const homes = grouped(decisions, ({ keys }) => keys.find((key) => names.has(key)) ?? null)
  return (home) => {
    const shown = (homes.get(home) ?? []).toSorted((one, other) => (one.at < other.at ? -1 : 1))
    return shown.map((one) => ({ ...one, others: one.keys.filter((key) => key !== home).map(nameOf) }))
  }
}

function titleOf({ content, entry }: ReportedSection, reading: Reading): Said<string> {
  return saidIn(content.title, reading) ?? { value: entry.slug, language: reading.language, standsIn: false }
}

function sectionReport(section: Numbered, facts: ReportFacts, decisions: ShownDecision[]): SectionReport {
  const { content, depth, entry, number } = section
  const { language, source } = facts
  const isLeftOut = entry.mode === 'omit'
  return {
    ...{ key: entry.key, number, depth, mode: entry.mode, policy: content.policy },
    title: titleOf(section, { language, source }),
    standsOn: facts.elsewhere.find(({ keys }) => keys.includes(entry.key))?.version ?? null,
    why: whyOf(entry, { language, source }),
    wordsLeftOut: isLeftOut ? countWords(section, facts) : 0,
    texts: isLeftOut ? [] : facts.languages.flatMap((one) => reportedText(section, one, facts) ?? []),
    decisions,
  }
}

/** What there is to say about one language; null if readers get the common text in it. */
function reportedText(
  { common, content, entry }: ReportedSection,
  language: Language,
  { languages, source }: ReportFacts,
): ReportedText | null {
  if (common === null) return { is: hasText(content, language) ? 'own' : 'missing', language, content }
  if (hasText(common, language)) {
    // Readers get the text of another language, though the common framework has one here.
    if (!hasText(content, language)) return { is: 'missing', language }
    // Nothing of a section that is the common text needs to be compared.
    if (entry.blob === entry.baseBlob) return null
    const { before, after } = textsInPlace({ before: common, after: content, language })
    const change = diffSection({ before, after })
    if (change.counts.changes === 0) return null
    const within = after?.addition.length === 0 ? content.addition[language] : undefined
    const first = within?.find((one) => !isEmptyText(one))
    return { is: 'compared', language, change, additionFrom: first?.id || null }
  }
  const from = sourceFor({ content: common, language, preferred: [source, ...languages] })
  if (from === null) return null
  if (!hasText(content, language)) return { is: 'missing', language }
  const fields = sectionSideBySide({
    ...{ common, national: content, provenance: entry.provenance },
    languages: { common: from, national: language },
  })
  return { is: 'beside', language, common: from, states: countStates(fields), differing: differing(fields) }
}

function differing(fields: readonly FieldRows[]): FieldRows[] {
  return fields.flatMap(({ field, rows }) => {
    const left = rows.filter((row) => !isAsCommon(row))
    return left.length > 0 ? [{ field, rows: left }] : []
  })
}

function countWords({ content }: ReportedSection, { language, source }: ReportFacts): number {
  const body = saidIn(content.body, { language, source })
  return body ? wordsOf(textOf(body.value)).length : 0
}
