import { valueIn } from '../grouped'
import type { BlockKind } from '../richText/blockKinds'
import { canonicalRichText } from '../richText/canonical'
import { type Block, block, type Mark, type RichText, type Run } from '../richText/richText'
import { allBlocks } from '../richText/walk'
import { linesOf } from './linesOf'

type RunFormat = Mark | 'link' | 'footnote'

/** What a file has lost in most places. */
export type LostFormats = {
  runs: ReadonlySet<RunFormat>
  /** Kinds of blocks whose words are paragraphs now, with the lines that still stand in such a block. */
  kinds: ReadonlyMap<BlockKind, ReadonlySet<string>>
  /** Kinds of blocks that are not there at all. */
  gone: ReadonlySet<BlockKind>
}

/** Where a file has less than this much of what was written, it has lost it: single bold words or lines of a table can be left. */
const MOSTLY_THERE = 0.5

/**
 * The formats that texts had when they were written, and that the file has lost in more than half of the lines, of words in those that
 * it still has: a program that drops our marks also drops formats, and none of that is a change that a person made. A format that a person
 * gave afterwards to words that did not have it, or to new lines, brings none of the others back; new lines count only where all that had it
 * are others now.
 */
export function lostFormats({ written, read }: Record<'written' | 'read', readonly RichText[]>): LostFormats {
  const [before, after] = [written.flat(), read.flat()]
  const [known, lines] = [new Set(linesOf(before)), new Set(linesOf(after))]
  const lostAmong = <Format extends string>(formatsOf: FormatsOf<Format>, isWithWords: boolean) => {
    const [had, has] = [linesByFormat(before, formatsOf), linesByFormat(after, formatsOf)]
    return [...had].flatMap(([format, own]) => {
      const survived = isWithWords ? own : own.filter((line) => lines.has(line))
      const ownLines = new Set(survived)
      const countsNew = isWithWords || survived.length === 0
      const left = (has.get(format) ?? []).filter((line) => ownLines.has(line) || (countsNew && !known.has(line)))
      const most = (survived.length || own.length) * MOSTLY_THERE
      return left.length < most ? [{ format, own, left: new Set(left) }] : []
    })
  }
  // A table can be gone together with its words; bold words that are gone say nothing of the others.
  const kinds = lostAmong((one) => ({ formats: one.kind === 'paragraph' ? [] : [one.kind], of: one }), true)
  const runs = lostAmong((one) => ({ formats: runFormatsOf(one), of: { ...one, children: [] } }), false)
  return {
    runs: new Set(runs.map(({ format }) => format)),
    kinds: new Map(kinds.map(({ format, left }) => [format, left])),
    gone: new Set(kinds.flatMap(({ format, own }) => (isMostlyIn(lines, own.filter(isWords)) ? [] : [format]))),
  }
}

/** Has the file lost any format? */
export function hasLost({ runs, kinds }: LostFormats): boolean {
  return runs.size + kinds.size > 0
}

/** A text as it is in a file that has lost these formats. A block that the file still has stays as it is. */
export function withoutFormats(text: RichText, lost: LostFormats): RichText {
  return hasLost(lost) ? canonicalRichText(text.flatMap((one) => withoutLost(one, lost))) : text
}

function withoutLost(one: Block, lost: LostFormats): Block[] {
  const left = lost.kinds.get(one.kind)
  const own = linesOf([one])
  const isThere = left !== undefined && own.length > 0 && isMostlyIn(left, own)
  if (!isThere && lost.gone.has(one.kind)) return []
  const within = isThere ? { ...lost, kinds: new Map(), gone: new Set<BlockKind>() } : lost
  const runs = one.runs.flatMap((run) => runWithout(run, lost))
  const children = one.children.flatMap((child) => withoutLost(child, within))
  if (left === undefined || isThere) return [{ ...one, runs, children }]
  return runs.length === 0 ? children : [block('paragraph', { id: one.id, runs }), ...children]
}

function runWithout(run: Run, { runs }: LostFormats): Run[] {
  if (run.type === 'footnote') return runs.has('footnote') ? [] : [run]
  if (run.type === 'break') return [run]
  const { link, ...plain } = { ...run, marks: run.marks.filter((mark) => !runs.has(mark)) }
  return [link === undefined || runs.has('link') ? plain : { ...plain, link }]
}

/** The formats that a block has, and of what. */
type FormatsOf<Format> = (one: Block) => { formats: readonly Format[]; of: Block }

/** The lines that have each format, and one without words for a block that has none, as a rule. */
function linesByFormat<Format extends string>(blocks: RichText, formatsOf: FormatsOf<Format>): Map<Format, string[]> {
  const found = new Map<Format, string[]>()
  for (const { formats, of } of allBlocks(blocks).map(formatsOf)) {
    if (formats.length === 0) continue
    const lines = linesOf([of])
    for (const format of new Set(formats)) {
      const known = valueIn(found, format, () => [])
      for (const line of lines.length > 0 ? lines : ['']) known.push(line)
    }
  }
  return found
}

function isWords(line: string): boolean {
  return line !== ''
}

function isMostlyIn(lines: ReadonlySet<string>, own: readonly string[]): boolean {
  return own.filter((line) => lines.has(line)).length >= own.length * MOSTLY_THERE
}

function runFormatsOf({ runs }: Block): RunFormat[] {
  return runs.flatMap((run): RunFormat[] => {
    if (run.type === 'text') return [...run.marks, ...(run.link === undefined ? [] : ['link' as const])]
    return run.type === 'footnote' ? ['footnote'] : []
  })
}
