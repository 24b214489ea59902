import type { SectionChange } from '@/domain/diff/diff'
import { isLanguage, type Language } from '@/domain/language'
import type { PartGone } from '@/domain/partRules'
import type { RefusalKey } from '@/domain/refusal'
import { MODES, type Mode, PART_DEMANDS, POLICIES, type Policy } from '@/domain/section'
import { asChoice, asRecord as asObject } from '@/stored/parse'
import type { WrongField } from '../markFields'
import { readReasons } from '../readReasons'

/** A sentence about the document, and its place there. */
export type SaidNote = { kind: string; source: string; text: string }

/** A conflict; the text of each side is plain text. */
export type ShownDecision = {
  id: string
  kind: string
  about: string
  base: string
  ours: string
  theirs: string
  answers: string[]
}

export type ShownGone = {
  key: string
  /** The id of the question whether it is removed; it can be answered even if it was not asked. */
  id: string
  /** Its number in the toolkit, and the title of its part ('' for a part). */
  number: string
  part: string
  title: string
  words: number
  edited: boolean
  goes: boolean
  isAsked: boolean
  /** The countries' choices for it; the others have the common text. */
  countries: { country: string; mode: Mode }[]
  /** The other languages in which it has a text, which goes too. */
  alsoIn: { language: Language; words: number }[]
  /** A new section of the document that may be this one. */
  perhaps: { index: number; alike: number } | null
}

export type ShownSection = {
  key: string
  index: number
  isNew: boolean
  number: string
  depth: number
  title: string
  titleBefore: string | null
  status: 'new' | 'changed' | 'same'
  moved: boolean
  how: string
  words: number
  /** Of 100 words, how many are the same; null for a new section. */
  alike: number | null
  /** Its text was changed here since the last import. */
  edited: boolean
  decisions: ShownDecision[]
  /** The id of the question whether it stays as it is here; null if the document changes nothing. */
  stays: string | null
  /** How many merged places should be checked. */
  checks: number
  /** What the import changes besides the words that readers see: the policy and the guidance for countries. */
  beside: { policy: Policy | null; guidance: boolean }
  /** The parts with a rule that are no longer in its text, by their first words. */
  rulesGone: PartGone[]
  /** From the last import (or from what is here) to the document, to what is here, and from what is here to the result. */
  differences: { ours: SectionChange | null; theirs: SectionChange | null; result: SectionChange | null }
}

/** Changed and moved sections are counted in both, and also in `both`. */
export type Counts = { new: number; changed: number; moved: number; both: number; same: number; gone: number }

/** How many sections a cut at this level gives, and their length. */
export type ShownLevel = { level: number; sections: number; median: number; largest: number }

/** What an import would do, as the server sends it. */
export type ShownPreview = {
  sections: ShownSection[]
  gone: ShownGone[]
  counts: Counts
  /** Ids of what is still to be decided. */
  open: string[]
  asksAboutGone: boolean
  /** The id of the toolkit, and how many countries have a national version of it. */
  toolkit: string
  versions: number
  /** How many sections the toolkit has now. */
  existing: number
  notes: SaidNote[]
  problems: string[]
  isPossible: boolean
  title: string
  /** The name of the file or folder. */
  file: string
  /** Identifies the files: the next request sends it instead of them. */
  document: string
  /** The level at which the document is cut; null if that is unknown. */
  level: number | null
  levels: ShownLevel[]
  /** The last import in this language; `isOwn` if this person made it. */
  last: { id: string; at: string; file: string; level: number | null; isOwn: boolean } | null
  seen: string
}

export type ImportAnswer =
  | { kind: 'preview'; preview: ShownPreview }
  | { kind: 'imported'; toolkit: string; created: boolean; counts: Counts }
  | {
      kind: 'refused'
      texts: string[]
      wrong: WrongField[]
      movedOn: boolean
      wantsFiles: boolean
      /** The session has ended. */
      signedOut: boolean
      /** Somebody else has signed in in this browser. */
      isOtherPerson: boolean
    }
  /** The database was asked to store it, and nobody knows whether it did. */
  | { kind: 'unconfirmed'; texts: string[] }
  /** The person cancelled it. */
  | { kind: 'stopped' }
  /** No answer, or an unreadable one. */
  | { kind: 'unknown' }

/** The answer of `POST /api/import` as a value; anything in another form is `unknown`. */
export function readImportAnswer(body: unknown): ImportAnswer {
  const { ok, result, because } = asObject(body)
  if (ok === false) return readRefusal(because)
  if (ok !== true) return { kind: 'unknown' }
  const given = asObject(result)
  const counts = readCounts(given.counts)
  if (Array.isArray(given.sections)) return { kind: 'preview', preview: readPreview(given) }
  return { kind: 'imported', toolkit: textOf(given.toolkit), created: given.created === true, counts }
}

function readRefusal(because: unknown): ImportAnswer {
  const { texts, wrong } = readReasons(because)
  if (texts.length === 0) return { kind: 'unknown' }
  const has = (wanted: RefusalKey) => listOf(because).some((reason) => asObject(reason).key === wanted)
  if (has('request.not-confirmed')) return { kind: 'unconfirmed', texts }
  return {
    kind: 'refused',
    texts,
    wrong,
    movedOn: has('refusal.import-moved-on'),
    wantsFiles: has('refusal.import-file-missing'),
    signedOut: has('refusal.sign-in'),
    isOtherPerson: has('refusal.other-person'),
  }
}

function readPreview(given: Record<string, unknown>): ShownPreview {
  const last = given.last ? asObject(given.last) : null
  return {
    sections: listOf(given.sections).map(asObject).map(readSection),
    gone: listOf(given.gone).map(asObject).map(readGone),
    counts: readCounts(given.counts),
    open: listOf(given.open)
      .map(asObject)
      .map(({ id }) => textOf(id)),
    asksAboutGone: given.asksAboutGone === true,
    toolkit: textOf(given.toolkit),
    versions: numberOf(given.versions),
    existing: numberOf(given.existing),
    notes: listOf(given.notes)
      .map(asObject)
      .map(({ kind, source, text }) => ({ kind: textOf(kind), source: textOf(source), text: textOf(text) })),
    problems: listOf(given.problems).map(textOf),
    isPossible: given.isPossible === true,
    title: textOf(given.title),
    file: textOf(given.file),
    document: textOf(given.document),
    level: levelOf(given.level),
    levels: listOf(given.levels)
      .map(asObject)
      .map(({ level, sections, median, largest }) => ({
        level: numberOf(level),
        sections: numberOf(sections),
        median: numberOf(median),
        largest: numberOf(largest),
      })),
    last: last && {
      id: textOf(last.id),
      at: textOf(last.at),
      file: textOf(last.file),
      level: levelOf(last.level),
      isOwn: last.isOwn === true,
    },
    seen: textOf(given.seen),
  }
}

function readSection(given: Record<string, unknown>): ShownSection {
  const { status, titleBefore, alike, stays } = given
  const { ours, theirs, result } = asObject(given.differences)
  const beside = asObject(given.beside)
  return {
    key: textOf(given.key),
    index: numberOf(given.index),
    isNew: given.isNew === true,
    number: textOf(given.number),
    depth: Number(given.depth ?? 1),
    title: textOf(given.title),
    titleBefore: typeof titleBefore === 'string' ? titleBefore : null,
    status: status === 'new' || status === 'changed' ? status : 'same',
    moved: given.moved === true,
    how: textOf(given.how),
    words: numberOf(given.words),
    alike: typeof alike === 'number' ? alike : null,
    edited: given.edited === true,
    decisions: listOf(given.decisions).map(asObject).map(readDecision),
    stays: typeof stays === 'string' ? stays : null,
    checks: numberOf(given.checks),
    beside: { policy: POLICIES.find((one) => one === beside.policy) ?? null, guidance: beside.guidance === true },
    rulesGone: listOf(given.rulesGone)
      .map(asObject)
      .map(({ demand, words }) => ({ demand: asChoice(demand, PART_DEMANDS, 'fixed'), words: textOf(words) })),
    differences: { ours: changeOf(ours), theirs: changeOf(theirs), result: changeOf(result) },
  }
}

/** The result of the difference engine of the same version, sent unchanged. */
export function changeOf(value: unknown): SectionChange | null {
  return Array.isArray(asObject(value).fields) ? (value as SectionChange) : null
}

function readGone(given: Record<string, unknown>): ShownGone {
  const { key, id, number, part, title, words, edited, goes, decisions, countries, alsoIn, perhaps } = given
  const likely = perhaps ? asObject(perhaps) : null
  return {
    key: textOf(key),
    id: textOf(id),
    number: textOf(number),
    part: textOf(part),
    title: textOf(title),
    words: numberOf(words),
    edited: edited === true,
    countries: listOf(countries)
      .map(asObject)
      .map(({ country, mode }) => ({ country: textOf(country), mode: asChoice(mode, MODES, 'inherit') })),
    alsoIn: listOf(alsoIn)
      .map(asObject)
      .flatMap(({ language, words }) => (isLanguage(language) ? [{ language, words: numberOf(words) }] : [])),
    goes: goes === true,
    isAsked: listOf(decisions).length > 0,
    perhaps: likely && { index: numberOf(likely.index), alike: numberOf(likely.alike) },
  }
}

export function readDecision({ id, kind, about, base, ours, theirs, answers }: Record<string, unknown>): ShownDecision {
  return {
    id: textOf(id),
    kind: textOf(kind),
    about: textOf(about),
    base: textOf(base),
    ours: textOf(ours),
    theirs: textOf(theirs),
    answers: listOf(answers).map(textOf),
  }
}

function readCounts(value: unknown): Counts {
  const given = asObject(value)
  return {
    new: numberOf(given.new),
    changed: numberOf(given.changed),
    moved: numberOf(given.moved),
    both: numberOf(given.both),
    same: numberOf(given.same),
    gone: numberOf(given.gone),
  }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

function levelOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
