import { asRecord as asObject } from '@/stored/parse'

/** A sentence about the document, and where in it. */
export type SaidNote = { kind: string; source: string; text: string }

/** A place to decide; what stands on each side is plain text. */
export type ShownDecision = {
  id: string
  kind: string
  about: string
  base: string
  ours: string
  theirs: string
  answers: string[]
}

export type ShownGone = { key: string; title: string; edited: boolean; goes: boolean; isAsked: boolean }

export type ShownSection = {
  key: string
  index: number
  number: string
  depth: number
  title: string
  titleBefore: string | null
  status: 'new' | 'changed' | 'same'
  moved: boolean
  how: string
  /** Its text was changed here since the last import. */
  edited: boolean
  /** It was left out here, and stays so. */
  isLeftOut: boolean
  decisions: ShownDecision[]
}

export type Counts = { new: number; changed: number; same: number; moved: number; gone: number }

/** What an import would do, as the server says it. */
export type ShownPreview = {
  sections: ShownSection[]
  gone: ShownGone[]
  counts: Counts
  /** Ids of what is still to be decided. */
  open: string[]
  asksAboutGone: boolean
  /** How many sections the toolkit has now. */
  existing: number
  notes: SaidNote[]
  problems: string[]
  isPossible: boolean
  exists: boolean
  title: string
  seen: string
}

export type ImportAnswer =
  | { kind: 'preview'; preview: ShownPreview }
  | { kind: 'imported'; toolkit: string; created: boolean; counts: Counts }
  | { kind: 'refused'; texts: string[]; movedOn: boolean }
  /** No answer, or none that can be read. */
  | { kind: 'unknown' }

/** The answer of `POST /api/import` as a value; what has not its form is `unknown`. */
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
  const reasons = listOf(because).map(asObject)
  const texts = reasons.map(({ text }) => textOf(text)).filter((text) => text !== '')
  if (texts.length === 0) return { kind: 'unknown' }
  return { kind: 'refused', texts, movedOn: reasons.some(({ key }) => key === 'refusal.import-moved-on') }
}

function readPreview(given: Record<string, unknown>): ShownPreview {
  return {
    sections: listOf(given.sections).map(asObject).map(readSection),
    gone: listOf(given.gone)
      .map(asObject)
      .map(({ key, title, edited, goes, decisions }) => ({
        key: textOf(key),
        title: textOf(title),
        edited: edited === true,
        goes: goes === true,
        isAsked: listOf(decisions).length > 0,
      })),
    counts: readCounts(given.counts),
    open: listOf(given.open)
      .map(asObject)
      .map(({ id }) => textOf(id)),
    asksAboutGone: given.asksAboutGone === true,
    existing: Number(given.existing ?? 0),
    notes: listOf(given.notes)
      .map(asObject)
      .map(({ kind, source, text }) => ({ kind: textOf(kind), source: textOf(source), text: textOf(text) })),
    problems: listOf(given.problems).map(textOf),
    isPossible: given.isPossible === true,
    exists: given.exists === true,
    title: textOf(given.title),
    seen: textOf(given.seen),
  }
}

function readSection(given: Record<string, unknown>): ShownSection {
  const { status, titleBefore } = given
  return {
    key: textOf(given.key),
    index: Number(given.index ?? 0),
    number: textOf(given.number),
    depth: Number(given.depth ?? 1),
    title: textOf(given.title),
    titleBefore: typeof titleBefore === 'string' ? titleBefore : null,
    status: status === 'new' || status === 'changed' ? status : 'same',
    moved: given.moved === true,
    how: textOf(given.how),
    edited: given.edited === true,
    isLeftOut: given.isLeftOut === true,
    decisions: listOf(given.decisions).map(asObject).map(readDecision),
  }
}

function readDecision({ id, kind, about, base, ours, theirs, answers }: Record<string, unknown>): ShownDecision {
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
  const count = (name: keyof Counts) => Number(given[name] ?? 0)
  return {
    new: count('new'),
    changed: count('changed'),
    same: count('same'),
    moved: count('moved'),
    gone: count('gone'),
  }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
