import { type BlockKind, TEXT_ATTRIBUTES } from '../richText/blockKinds'
import type { Block } from '../richText/richText'
import { allBlocks } from '../richText/walk'
import type { FileText } from './fileText'
import { linesOf } from './linesOf'

type Sides = Record<'written' | 'base' | 'read', FileText>

/** Does a file have blocks of what was written in another form, as contacts that read as tables? */
export function hasOtherForms({ written, base }: Pick<Sides, 'written' | 'base'>): boolean {
  const [had, has] = [kindsIn(written), kindsIn(base)]
  return [...had].some(([kind, count]) => (has.get(kind) ?? 0) < count)
}

/**
 * Does a text have the lines of what was written with the changes of the file, each as often as it should? A block and the other form that
 * the file has of it do not always become one, and then some of its lines are there twice, or as they were.
 */
export function hasEveryLineOnce(text: FileText, { written, base, read }: Sides): boolean {
  const expected = countedLines(written)
  for (const [line, count] of countedLines(read)) expected.set(line, (expected.get(line) ?? 0) + count)
  for (const [line, count] of countedLines(base)) expected.set(line, (expected.get(line) ?? 0) - count)
  const found = countedLines(text)
  // What only the file has, as the label of a number, can be less than nothing where somebody deleted it.
  return [...new Set([...expected.keys(), ...found.keys()])].every(
    (line) => (found.get(line) ?? 0) === Math.max(0, expected.get(line) ?? 0),
  )
}

function kindsIn({ body, addition }: FileText): Map<BlockKind, number> {
  return counted(allBlocks([...body, ...addition]).flatMap(({ kind }) => (kind === 'paragraph' ? [] : [kind])))
}

function countedLines({ title, summary, body, addition }: FileText): Map<string, number> {
  const blocks = [...body, ...addition]
  const lines = [title, summary, ...linesOf(blocks), ...allBlocks(blocks).flatMap(titlesOf)]
  return counted(lines.flatMap((line) => line.normalize('NFC').split('\n')).map((line) => line.trim()))
}

function titlesOf({ attrs }: Block): string[] {
  return TEXT_ATTRIBUTES.flatMap((name) => (typeof attrs[name] === 'string' ? [attrs[name]] : []))
}

function counted<Of>(all: readonly Of[]): Map<Of, number> {
  const counts = new Map<Of, number>()
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}
