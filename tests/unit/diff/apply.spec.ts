import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRichText, blocksOn, diffRichText, placesOf } from '@/domain/diff/diff'
import { blockOf, numbering, treeOf } from '@/domain/pairing/tree'
import type { Block, RichText } from '@/domain/richText/richText'
import { allBlocks } from '@/domain/richText/walk'
import { trees } from '../merge/randomTrees'
import { runs } from '../runs'
import { twoTexts } from './randomRichText'
import { p } from './shownAs'

/** Without ids and without what readers do not see (empty paragraphs, default attributes). */
function seen(blocks: RichText): RichText {
  const plain = ({ kind, attrs, runs, children }: Block): Block => ({
    id: '',
    kind,
    attrs,
    runs: runs.map((run) => (run.type === 'break' ? run : { ...run, text: run.text.normalize('NFC') })),
    children: children.map(plain),
  })
  return treeOf(blocks, numbering()).map(blockOf).map(plain)
}

const MANY = { numRuns: runs(1500) }

describe('a change of a rich text', () => {
  it('turns the old text into the new one, and the new one into the old one', () => {
    fc.assert(
      fc.property(twoTexts, ({ before, after }) => {
        const change = diffRichText({ before, after })
        expect(seen(applyRichText({ change }))).toEqual(seen(after))
        expect(seen(applyRichText({ change, accept: () => false }))).toEqual(seen(before))
      }),
      MANY,
    )
  })

  it('reads each place of the change, on each side where it is, as the text of that side has it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          twoTexts,
          trees.map(({ base, ours }) => ({ before: base, after: ours })),
        ),
        (texts) => {
          const { status, blocks, moveSources } = diffRichText(texts)
          const places = placesOf([{ field: 'body', kind: 'richText', status, blocks, moveSources }])
          for (const side of ['before', 'after'] as const) {
            const read = blocksOn({ blocks, moveSources, choose: () => side })
            const there = allBlocks(seen(texts[side])).map((one) => JSON.stringify(one))
            for (const { block, parts } of places) {
              if (!block) continue
              const shown = read(parts ?? [block])
              for (const one of seen(shown)) expect(there).toContain(JSON.stringify(one))
              const isThere = block.status !== (side === 'before' ? 'added' : 'removed')
              if (isThere) expect(shown).not.toEqual([])
            }
          }
        },
      ),
      MANY,
    )
  })

  it('restores the old text exactly if a split cut through one visible character (found by fast-check)', () => {
    const before = [p('the the the the the the 👩\u200D⚕️')]
    const after = [p('the the the'), p('👩\u200D⚕️ the the the')]
    expect(applyRichText({ change: diffRichText({ before, after }), accept: () => false })).toEqual(before)
  })

  it('keeps a new paragraph that took the id of the unchanged one before it (found by fast-check)', () => {
    const before = [
      p('An adult can stay in the centre for thirty days in all.', 'h'),
      p('The police hold a child in the station until the guardian comes.', 'a'),
    ]
    const after = [
      p('An adult can stay in this centre for thirty days in all.', 'h'),
      p('The police hold a child in the station until the guardian comes.', 'new'),
      p('The form is signed by the person and by the interpreter.', 'a'),
    ]
    const change = diffRichText({ before, after })
    expect(change.blocks.map(({ status }) => status)).toEqual(['changed', 'same', 'added'])
    expect(applyRichText({ change })).toEqual(after)
    expect(applyRichText({ change, accept: () => false })).toEqual(before)
  })

  it('restores both texts if one ended in the words that were split off the other (found by fast-check)', () => {
    const before = [
      p('A decision is given in writing in a language that the person reads. Appeals are sent to the court.', 'f'),
      p('of the centre sees every person.', 'g'),
    ]
    const after = [
      p('The police hold a child. In the first week the doctor of the centre sees every person.', 'f'),
      p('Appeals are sent to the court.', 'e'),
    ]
    expect(applyRichText({ change: diffRichText({ before, after }), accept: () => false })).toEqual(before)
  })

  it('changes nothing when nothing is accepted', () => {
    fc.assert(
      fc.property(twoTexts, ({ before, after }) => {
        const change = diffRichText({ before, after })
        expect(seen(applyRichText({ change, accept: () => false }))).toEqual(seen(before))
      }),
      { numRuns: runs(300) },
    )
  })
})
