import { TEXT_ATTRIBUTES } from '../richText/blockKinds'
import type { Block, RichText } from '../richText/richText'
import { isSameField } from '../richText/sameText'
import { allBlocks } from '../richText/walk'
import type { FileText } from './fileText'
import { linesOf } from './linesOf'

/**
 * Does a text have the words of the stored one in the same lines, so that only formats, links or pictures can differ? Notes, titles of boxes
 * and descriptions of pictures are words: where one of them is missing, a program can have dropped it as it drops a format, but none writes
 * another one.
 */
export function hasSameWords(text: FileText, stored: FileText): boolean {
  return (
    isSameField(text.title, stored.title) &&
    isSameField(text.summary, stored.summary) &&
    hasSameLines(text.body, stored.body) &&
    hasSameLines(text.addition, stored.addition)
  )
}

function hasSameLines(text: RichText, stored: RichText): boolean {
  const [some, all] = [placesIn(text), placesIn(stored)]
  if (some.length !== all.length) return false
  return some.every(({ line, beside }, at) => {
    const other = all[at]
    return other !== undefined && isSameField(line, other.line) && isWithin(beside, other.beside)
  })
}

/** A line, and what stands beside it in the text: its notes, and what is said above it by blocks without a line of their own. */
type Place = { line: string; beside: string[] }

function placesIn(blocks: RichText): Place[] {
  const places: Place[] = []
  let beside: string[] = []
  for (const one of allBlocks(blocks)) {
    beside.push(...besideLine(one))
    for (const line of linesOf([{ ...one, children: [] }])) {
      places.push({ line, beside })
      beside = []
    }
  }
  return [...places, { line: '', beside }]
}

function besideLine({ attrs, runs }: Block): string[] {
  const titles = TEXT_ATTRIBUTES.map((name) => String(attrs[name] ?? ''))
  const notes = runs.flatMap((run) => (run.type === 'footnote' ? [run.text] : []))
  return [...titles, ...notes].map((said) => said.normalize('NFC').trim()).filter((said) => said !== '')
}

/** Are these all among others, in the same order? */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let found = 0
  for (const one of all) if (one === some[found]) found++
  return found === some.length
}
