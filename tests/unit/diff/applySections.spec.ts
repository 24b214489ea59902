import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, diff, inverse } from '@/domain/diff/diff'
import { blockOf, numbering, treeOf } from '@/domain/pairing/tree'
import type { Block, RichText } from '@/domain/richText/richText'
import { AUDIENCES, type SectionText, STAGES } from '@/domain/section'
import { runs } from '../runs'
import { richText } from './randomRichText'
import { p } from './shownAs'

const KEYS = ['a', 'b', 'c', 'd', 'e'] as const
const line = fc.constantFrom('', 'Housing', 'Housing  for women', 'Ask first.', 'Who decides: the office.')

const section = (key: string): fc.Arbitrary<SectionText> =>
  fc.record({
    key: fc.constant(key),
    title: line,
    summary: line,
    body: richText,
    addition: fc.oneof(fc.constant<RichText>([]), richText),
    audiences: fc.subarray([...AUDIENCES]),
    stages: fc.subarray([...STAGES]),
  })

const toolkit = fc.shuffledSubarray([...KEYS]).chain((keys) => fc.tuple(...keys.map(section)))

/** What a reader sees of the sections: no ids, no empty paragraphs. */
function seen(sections: SectionText[] | null): unknown {
  const plain = ({ kind, attrs, runs, children }: Block): unknown => ({
    kind,
    attrs,
    runs: runs.map((run) => (run.type === 'break' ? run : { ...run, text: run.text.normalize('NFC') })),
    children: children.map(plain),
  })
  const text = (blocks: RichText): unknown => treeOf(blocks, numbering()).map(blockOf).map(plain)
  return sections?.map((one) => ({ ...one, body: text(one.body), addition: text(one.addition) }))
}

describe('a change of a toolkit', () => {
  it('turns the old toolkit into the new one, and its inverse turns the new one into the old one', () => {
    fc.assert(
      fc.property(toolkit, toolkit, (before, after) => {
        const change = diff({ before, after })
        expect(seen(apply({ sections: before, change }))).toEqual(seen(after))
        expect(seen(apply({ sections: after, change: inverse(change) }))).toEqual(seen(before))
      }),
      { numRuns: runs(300) },
    )
  })

  it('applies only the accepted parts', () => {
    const before = [{ ...EMPTY, key: 'a', title: 'Old', body: [p('One.'), p('Two words.')] }]
    const after = [
      { ...EMPTY, key: 'a', title: 'New', body: [p('One.'), p('Two other words.')], audiences: ['ngo' as const] },
    ]
    const change = diff({ before, after })
    const made = (field: string) => apply({ sections: before, change, accept: (one) => one.field.field === field })?.[0]
    expect(made('title')).toMatchObject({ title: 'New', body: [p('One.'), p('Two words.')], audiences: [] })
    expect(made('body')).toMatchObject({ title: 'Old', body: [p('One.'), p('Two other words.')], audiences: [] })
    expect(made('audiences')).toMatchObject({ title: 'Old', audiences: ['ngo'] })
  })

  it('does not add a section that is not accepted, and adds one that is', () => {
    const [old, added] = [
      { ...EMPTY, key: 'a', title: 'Old' },
      { ...EMPTY, key: 'b', title: 'Added' },
    ]
    const change = diff({ before: [old], after: [old, added] })
    expect(apply({ sections: [old], change, accept: () => false })).toEqual([old])
    expect(apply({ sections: [old], change, accept: () => true })).toEqual([old, added])
  })

  it('is not applied to a text that somebody has changed since, so that nothing is overwritten', () => {
    const before = [{ ...EMPTY, key: 'a', title: 'Old' }]
    const change = diff({ before, after: [{ ...EMPTY, key: 'a', title: 'New' }] })
    expect(apply({ sections: [{ ...EMPTY, key: 'a', title: 'Newer' }], change })).toBeNull()
    expect(apply({ sections: [], change })).toBeNull()
  })
})

const EMPTY: Omit<SectionText, 'key'> = { title: '', summary: '', body: [], addition: [], audiences: [], stages: [] }
