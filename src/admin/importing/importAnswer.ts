import { asRecord as asObject } from '@/stored/parse'

/** A sentence about the document, and where in it. */
export type SaidNote = { kind: string; source: string; text: string }

export type ShownSection = {
  number: string
  depth: number
  title: string
  titleBefore: string | null
  status: 'new' | 'changed' | 'same'
  moved: boolean
  how: string
}

export type Counts = { new: number; changed: number; same: number; moved: number; gone: number }

/** What an import would do, as the server says it. */
export type ShownPreview = {
  sections: ShownSection[]
  gone: { key: string; title: string }[]
  counts: Counts
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
      .map(({ key, title }) => ({ key: textOf(key), title: textOf(title) })),
    counts: readCounts(given.counts),
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

function readSection({ number, depth, title, titleBefore, status, moved, how }: Record<string, unknown>): ShownSection {
  return {
    number: textOf(number),
    depth: Number(depth ?? 1),
    title: textOf(title),
    titleBefore: typeof titleBefore === 'string' ? titleBefore : null,
    status: status === 'new' || status === 'changed' ? status : 'same',
    moved: moved === true,
    how: textOf(how),
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
