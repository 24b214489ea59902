import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRichText, textBefore } from '@/domain/diff/apply'
import { diffRichText } from '@/domain/diff/diffRichText'
import { blockOf, numbering, treeOf } from '@/domain/diff/tree'
import type { Block, RichText } from '@/domain/richText'
import { runs } from '../runs'
import { edited, richText } from './randomRichText'
import { p } from './shownAs'

/** Without ids and without what nobody sees (empty paragraphs, attributes that say nothing). */
function seen(blocks: RichText): unknown[] {
  const plain = ({ kind, attrs, runs, children }: Block): unknown => ({
    kind,
    attrs,
    runs: runs.map((run) => (run.type === 'break' ? run : { ...run, text: run.text.normalize('NFC') })),
    children: children.map(plain),
  })
  return treeOf(blocks, numbering()).map(blockOf).map(plain)
}

const two = fc.oneof(edited, fc.record({ before: richText, after: richText }))
const MANY = { numRuns: runs(1500) }

describe('a change of a rich text', () => {
  it('makes the text after of the text before, and the text before of the text after', () => {
    fc.assert(
      fc.property(two, ({ before, after }) => {
        const change = diffRichText({ before, after })
        expect(seen(applyRichText({ change }))).toEqual(seen(after))
        expect(seen(textBefore(change))).toEqual(seen(before))
      }),
      MANY,
    )
  })

  it('has the text before to the letter when a split cut through what is one sign to a reader (found by chance)', () => {
    const before = [p('the the the the the the 👩\u200D⚕️')]
    const after = [p('the the the'), p('👩\u200D⚕️ the the the')]
    expect(textBefore(diffRichText({ before, after }))).toEqual(before)
  })

  it('changes nothing when nothing is accepted', () => {
    fc.assert(
      fc.property(two, ({ before, after }) => {
        const change = diffRichText({ before, after })
        expect(seen(applyRichText({ change, accept: () => false }))).toEqual(seen(before))
      }),
      { numRuns: runs(300) },
    )
  })
})
