import type { BlockKind } from '../richText/blockKinds'
import { canonicalRichText } from '../richText/canonical'
import { type Block, block, type Mark, type RichText, type Run } from '../richText/richText'
import { plainTextOf } from '../richText/runs'
import { allBlocks } from '../richText/walk'

/** What a file has lost everywhere. */
export type LostFormats = {
  runs: ReadonlySet<Mark | 'link' | 'footnote'>
  /** Kinds of blocks whose words are paragraphs now. */
  kinds: ReadonlySet<BlockKind>
  /** Kinds of blocks that are not there at all. */
  gone: ReadonlySet<BlockKind>
}

/** Single lines of a table that is gone can stand elsewhere in the file. */
const MOSTLY_THERE = 0.5

/**
 * The formats that texts had when they were written, and that no text of the file has: a program that drops our marks also drops
 * formats, and none of that is a change that a person made.
 */
export function lostFormats({ written, read }: Record<'written' | 'read', readonly RichText[]>): LostFormats {
  const before = written.flatMap(allBlocks)
  const after = read.flatMap(allBlocks)
  const left = { runs: new Set(after.flatMap(formatsOf)), kinds: new Set(after.map(({ kind }) => kind)) }
  const lines = new Set(after.flatMap(linesOf))
  const kinds = new Set(before.map(({ kind }) => kind).filter((kind) => kind !== 'paragraph' && !left.kinds.has(kind)))
  const isGone = (kind: BlockKind) => {
    const own = before.filter((one) => one.kind === kind).flatMap((one) => allBlocks([one]).flatMap(linesOf))
    return own.filter((line) => lines.has(line)).length < own.length * MOSTLY_THERE
  }
  return {
    runs: new Set(before.flatMap(formatsOf).filter((format) => !left.runs.has(format))),
    kinds,
    gone: new Set([...kinds].filter(isGone)),
  }
}

/** Has the file lost any format? */
export function hasLost({ runs, kinds }: LostFormats): boolean {
  return runs.size + kinds.size > 0
}

/** A text as it is in a file that has lost these formats. */
export function withoutFormats(text: RichText, lost: LostFormats): RichText {
  return hasLost(lost) ? canonicalRichText(text.flatMap((one) => withoutLost(one, lost))) : text
}

function withoutLost(one: Block, lost: LostFormats): Block[] {
  if (lost.gone.has(one.kind)) return []
  const runs = one.runs.flatMap((run) => runWithout(run, lost))
  const children = one.children.flatMap((child) => withoutLost(child, lost))
  const isPlain = lost.kinds.has(one.kind)
  if (!isPlain) return [{ ...one, runs, children }]
  return runs.length === 0 ? children : [block('paragraph', { id: one.id, runs }), ...children]
}

function runWithout(run: Run, { runs }: LostFormats): Run[] {
  if (run.type === 'footnote') return runs.has('footnote') ? [] : [run]
  if (run.type === 'break') return [run]
  const { link, ...plain } = { ...run, marks: run.marks.filter((mark) => !runs.has(mark)) }
  return [link === undefined || runs.has('link') ? plain : { ...plain, link }]
}

function formatsOf({ runs }: Block): (Mark | 'link' | 'footnote')[] {
  return runs.flatMap((run) => {
    if (run.type === 'text') return [...run.marks, ...(run.link === undefined ? [] : ['link' as const])]
    return run.type === 'footnote' ? ['footnote' as const] : []
  })
}

function linesOf({ runs }: Block): string[] {
  const line = plainTextOf(runs.filter(({ type }) => type !== 'footnote')).trim()
  return line === '' ? [] : [line]
}
