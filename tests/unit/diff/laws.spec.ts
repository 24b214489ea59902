import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BlockChange,
  changedFields,
  countMarked,
  diffRichText,
  diffSection,
  diffText,
  type FieldChange,
  placesOf,
  type Segment,
} from '@/domain/diff/diff'
import { changedInPlace } from '@/domain/pairing/pairInPlace'
import { numbering, treeOf } from '@/domain/pairing/tree'
import type { Block, RichText, Run } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { emptyText } from '@/domain/section'
import { countWords } from '@/domain/words/tokens'
import { runs } from '../runs'
import { richText, twoTexts } from './randomRichText'

const EMPTY: Omit<Block, 'kind'> = { id: '', attrs: {}, runs: [], children: [] }

/** Outermost blocks with their own ids, and the same ones with more words in some of them. */
const editedInPlace = fc.tuple(richText, richText, fc.array(fc.nat(9))).map(([blocks, others, places]) => {
  const before = blocks.map((one, at) => ({ ...one, id: `p${at}` }))
  const after = before.map((one, at) => {
    const other = others[at % Math.max(1, others.length)]
    const isEdited = places.includes(at) && one.children.length === 0 && other !== undefined
    return isEdited ? { ...one, runs: [...one.runs, ...other.runs] } : one
  })
  return { before, after }
})

const holds = (law: (texts: { before: RichText; after: RichText }) => void) =>
  fc.assert(fc.property(twoTexts, law), { numRuns: runs(150) })

describe('for any two texts', () => {
  it('a text does not differ from itself', () => {
    fc.assert(
      fc.property(richText, (one) => {
        const { status, blocks, moveSources, limited } = diffRichText({ before: one, after: structuredClone(one) })
        expect({ status, moveSources, limited }).toEqual({ status: 'same', moveSources: [], limited: false })
        expect(allBlocks(blocks).filter((block) => block.status !== 'same' || block.moved)).toEqual([])
        expect(allSegments(blocks).filter((segment) => segment.status !== 'same' || segment.formatting)).toEqual([])
      }),
      { numRuns: runs(100) },
    )
  })

  it('says the same places with and without the blocks that are the same', () => {
    fc.assert(
      fc.property(fc.oneof(twoTexts, editedInPlace), (texts) => {
        const [before, after] = [texts.before, texts.after].map((body) => ({ ...emptyText('a'), body }))
        if (!before || !after) return
        const placesIn = (fields: FieldChange[]) => placesOf(fields).map(({ block }) => block)
        expect(placesIn(changedFields({ before, after }))).toEqual(placesIn(diffSection({ before, after }).fields))
      }),
      { numRuns: runs(1000) },
    )
  })

  it('blocks that stand at their places under their ids have the same changes as with another block behind them', () => {
    const words: Run[] = [{ type: 'text', text: 'Nobody else says this.', marks: [] }]
    const added: Block = { ...EMPTY, id: 'added', kind: 'paragraph', runs: words }
    let met = 0
    fc.assert(
      fc.property(editedInPlace, ({ before, after }) => {
        const numberOf = numbering()
        fc.pre(changedInPlace({ before: treeOf(before, numberOf), after: treeOf(after, numberOf) }) !== null)
        met += diffRichText({ before, after }).status === 'changed' ? 1 : 0
        const { blocks: behind, ...more } = diffRichText({ before, after: [...after, added] })
        const { blocks: found, ...rest } = diffRichText({ before, after })
        expect(found).toEqual(behind.filter(({ id }) => id !== added.id))
        expect(rest.moveSources).toEqual(more.moveSources)
      }),
      { numRuns: runs(1000) },
    )
    expect(met).toBeGreaterThan(50)
  })

  it('kept and added words, in order, are the new text', () => {
    holds(({ before, after }) => {
      const blocks = allBlocks(diffRichText({ before, after }).blocks).filter((block) => block.status !== 'removed')
      expect(blocks.map((block) => textOf(block.segments, 'removed')).filter(Boolean)).toEqual(linesOf(after))
    })
  })

  it('kept and removed words, in order, are all the old texts', () => {
    holds(({ before, after }) => {
      const shown = allBlocks(diffRichText({ before, after }).blocks).filter((block) => block.status !== 'added')
      expect(withoutSpaces(textsBefore(shown)).sort()).toEqual(withoutSpaces(linesOf(before)).sort())
    })
  })

  it('shows an item once if its list occurs twice (found by fast-check)', () => {
    const paragraph = (text: string): Block => ({
      ...EMPTY,
      kind: 'paragraph',
      runs: [{ type: 'text', text, marks: [] }],
    })
    const item = (text: string): Block => ({ ...paragraph(text), kind: 'item' })
    const list = (): Block => ({
      ...EMPTY,
      kind: 'list',
      attrs: { style: 'bullet' },
      children: [item('the the'), item('the 保護 the the the')],
    })
    const before = [paragraph('the the the'), list()]
    const after = [list(), list(), paragraph('the the the'), paragraph('the')]
    const blocks = allBlocks(diffRichText({ before, after }).blocks).filter((block) => block.status !== 'added')
    expect(withoutSpaces(textsBefore(blocks)).sort()).toEqual(withoutSpaces(linesOf(before)).sort())
  })

  it('kept words have their new format and remember the old one', () => {
    holds(({ before, after }) => {
      const blocks = allBlocks(diffRichText({ before, after }).blocks)
      const now = allSegments(blocks.filter((block) => block.status !== 'removed')).filter(
        (one) => one.status !== 'removed',
      )
      expect(looksOf(now)).toEqual(looksOf(allRuns(after)))
      const then = allSegments(blocks.filter((block) => block.status !== 'added'))
        .filter((one) => one.status !== 'added')
        .map((one) => ({ ...one, text: one.was ?? one.text, ...formerLook(one) }))
      expect(looksOf(then).sort()).toEqual(looksOf(allRuns(before)).sort())
    })
  })

  it('the same texts give the same difference', () => {
    holds((texts) => {
      expect(diffRichText(structuredClone(texts))).toEqual(diffRichText(texts))
    })
  })

  it('the difference has every block of the new text exactly once, and no other', () => {
    holds(({ before, after }) => {
      const { blocks } = diffRichText({ before, after })
      const shown = allBlocks(blocks).filter((block) => block.status !== 'removed')
      expect(shown.map((block) => block.kind)).toEqual(visible(after).map((block) => block.kind))
      const gone = allBlocks(blocks).filter((block) => block.status === 'removed').length
      expect(gone).toBeLessThanOrEqual(visible(before).length)
    })
  })

  it('never marks more words than replacing the whole text would', () => {
    holds(({ before, after }) => {
      const all = linesOf(before)
        .concat(linesOf(after))
        .reduce((sum, line) => sum + countWords(line), 0)
      const marked = allBlocks(diffRichText({ before, after }).blocks).map(
        ({ segments }) => countMarked({ segments, status: 'added' }) + countMarked({ segments, status: 'removed' }),
      )
      expect(marked.reduce((sum, words) => sum + words, 0)).toBeLessThanOrEqual(all)
    })
  })

  it('both plain texts can be restored from their difference', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ unit: 'binary', maxLength: 60 }),
        (before, after) => {
          const { segments } = diffText({ before, after })
          expect(textOf(segments, 'removed')).toBe(after)
          expect(withoutSpaces([textOf(segments, 'added')])).toEqual(withoutSpaces([before]))
        },
      ),
      { numRuns: runs(300) },
    )
  })
})

function allBlocks(blocks: BlockChange[]): BlockChange[] {
  return blocks.flatMap((block) => [block, ...allBlocks(block.children)])
}

function allSegments(blocks: BlockChange[]): Segment[] {
  return blocks.flatMap((block) => block.segments)
}

/**
 * The old texts: text that was split off belongs to the block before it; text that was joined was a block of its own.
 */
function textsBefore(blocks: BlockChange[]): string[] {
  const whole: Segment[][] = []
  for (const { split, segments } of blocks) {
    if (split) whole.at(-1)?.push(...segments)
    else whole.push([...segments])
  }
  return whole.flatMap((segments) => {
    const ends = segments.flatMap(({ object }, at) => (object === 'end' ? [at] : []))
    return [...ends, segments.length].map((end, part) =>
      textOf(segments.slice(part === 0 ? 0 : (ends[part - 1] ?? 0) + 1, end), 'added'),
    )
  })
}

/** The blocks that have content, depth first. */
function visible(blocks: RichText): Block[] {
  return blocks.flatMap((one) => {
    const isEmpty = one.runs.every((run) => run.type === 'break' || (run.type === 'text' && run.text === ''))
    if ((one.kind === 'paragraph' || one.kind === 'field') && isEmpty && one.children.length === 0) return []
    return [one, ...visible(one.children)]
  })
}

function allRuns(blocks: RichText): Run[] {
  return visible(blocks).flatMap((block) => block.runs)
}

function linesOf(blocks: RichText): string[] {
  return visible(blocks)
    .map((block) => plainTextOf(block.runs))
    .filter(Boolean)
}

function textOf(segments: Segment[], without: 'added' | 'removed'): string {
  return segments
    .filter((segment) => segment.status !== without)
    .map(({ object, text, was }) => {
      const words = without === 'added' ? (was ?? text) : text
      return object === 'footnote' ? ` [${words}]` : words
    })
    .join('')
}

/** Spaces of the old text may be those of the new text. */
function withoutSpaces(lines: string[]): string[] {
  return lines.map((line) => line.replace(/\s+/gu, '').normalize('NFC')).filter(Boolean)
}

/** Every character with its marks; the marks of spaces do not count. */
function looksOf(parts: (Segment | Run)[]): string[] {
  return parts.flatMap((part) => {
    if (!('marks' in part) || ('object' in part && part.object)) return []
    return [...part.text.normalize('NFD')]
      .filter((sign) => /\S/u.test(sign))
      .map((sign) => `${sign} ${part.marks.join()} ${part.link ?? ''}`)
  })
}

function formerLook({ marks, link, formatting }: Segment): Pick<Segment, 'marks'> & { link: string | undefined } {
  return formatting ? { marks: formatting.marks, link: formatting.link } : { marks, link }
}
