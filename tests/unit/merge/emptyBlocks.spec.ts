import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeRichText } from '@/domain/merge/merge'
import type { BlockKind } from '@/domain/richText/blockKinds'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { runs } from '../runs'

const RUNS = { numRuns: runs(500) }
const words = (value: string) => [text(value)]
const field = (name: string) => block('field', { attrs: { name } })
const cell = (children: Block[] = []) => block('cell', { children })

/** A block of each kind without content, and with the empty children that some of them may have. */
const EMPTY: Record<Exclude<BlockKind, 'row' | 'cell' | 'entry' | 'field' | 'item'> | 'nested', Block[]> = {
  paragraph: [
    block('paragraph', { attrs: { info: '{versionadded} 1.1' } }),
    block('paragraph', { attrs: { info: '' } }),
    block('paragraph', { attrs: { info: 'js' }, runs: [text('let x', ['code'])] }),
  ],
  heading: [block('heading', { attrs: { level: 3 } })],
  quote: [block('quote')],
  list: [
    block('list', { attrs: { style: 'bullet' } }),
    block('list', { attrs: { style: 'number' }, children: [block('item')] }),
  ],
  table: [
    block('table'),
    block('table', {
      children: [block('row', { children: [cell(), cell([block('paragraph', { runs: words('name') })])] })],
    }),
    block('table', { children: [block('row')] }),
  ],
  image: [block('image', { attrs: { media: 'm1' } }), block('image', { attrs: { media: 'm2', alt: '' } })],
  rule: [block('rule')],
  checklist: [block('checklist'), block('checklist', { children: [block('entry', { children: [field('text')] })] })],
  indicators: [block('indicators'), block('indicators', { children: [block('entry', { attrs: { weight: 'weak' } })] })],
  steps: [block('steps'), block('steps', { attrs: { title: 'Steps' } })],
  callout: [
    block('callout', { attrs: { tone: 'warning' } }),
    block('callout', { attrs: { tone: 'national', title: 'Law' } }),
    block('callout', { attrs: { tone: 'warning' }, children: [block('paragraph', { attrs: { info: 'x' } })] }),
  ],
  legal: [block('legal'), block('legal', { children: [field('instrument')] })],
  contact: [block('contact'), block('contact', { children: [field('phone')] })],
  nested: [
    block('list', {
      attrs: { style: 'bullet' },
      children: [
        block('item', { children: [block('list', { attrs: { style: 'bullet' }, children: [block('item')] })] }),
      ],
    }),
    block('quote', { children: [block('paragraph', { attrs: { info: '' } }), block('rule')] }),
  ],
}

const empty = fc.constantFrom(...Object.values(EMPTY).flat())

/** Paragraphs with their own words between empty blocks of every kind, with an id or without one. */
const texts: fc.Arbitrary<RichText> = fc
  .array(fc.oneof(empty, fc.constant('words' as const)), { minLength: 1, maxLength: 9 })
  .chain((list) => fc.record({ list: fc.constant(list), hasIds: fc.boolean() }))
  .map(({ list, hasIds }) =>
    list.map((one, at) => {
      const id = hasIds ? `id${at}` : ''
      if (one !== 'words') return { ...structuredClone(one), id }
      return block('paragraph', { id, runs: words(`Text ${at} says who asks person ${at} and when on day ${at}.`) })
    }),
  )

describe('empty blocks in a merge', () => {
  it('are kept in a merge of three equal texts, whatever their kind', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const merge = mergeRichText({ base: given, ours: structuredClone(given), theirs: structuredClone(given) })
        expect(merge.value.map(compared)).toEqual(given.map(compared))
        expect(merge.conflicts).toEqual([])
      }),
      RUNS,
    )
  })

  it('are kept if each side changed the words around them', () => {
    const edits = fc.array(fc.constantFrom('none', 'ours', 'theirs', 'both'), { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(texts, edits, (base, who) => {
        const by = (side: 'ours' | 'theirs'): RichText =>
          base.map((one, at) => {
            const isWritten = textOf([one]).startsWith('Text')
            const isChanged = isWritten && (who[at] === side || who[at] === 'both')
            return isChanged ? { ...one, runs: words(`${textOf([one])} Changed by ${side}.`) } : one
          })
        const merge = mergeRichText({ base, ours: by('ours'), theirs: by('theirs') })
        const others = (some: RichText) => some.filter((one) => !textOf([one]).startsWith('Text')).map(compared)
        expect(others(merge.value)).toEqual(others(base))
      }),
      RUNS,
    )
  })

  it('are removed if the merge itself removed their content', () => {
    const item = (id: string) => block('item', { id, runs: words(`Item ${id} of the list that both cut.`) })
    const list = (items: Block[]) => [block('list', { id: 'l', attrs: { style: 'bullet' }, children: items })]
    const merge = mergeRichText({
      base: list([item('a'), item('b')]),
      ours: list([item('a')]),
      theirs: list([item('b')]),
    })
    expect(merge.value).toEqual([])
  })

  it('are named to be checked if the merge removed their content and they have a title', () => {
    const said = (id: string, value: string) => block('paragraph', { id, runs: words(value) })
    const [first, call] = [said('a', 'Before this there is other text.'), said('b', 'Call the police on 112 at once.')]
    const box = block('callout', { id: 'box', attrs: { tone: 'warning', title: 'Danger now' }, children: [call] })
    const merge = mergeRichText({ base: [first, call], ours: [first], theirs: [first, box] })
    expect(merge.value).toEqual([first, { ...box, children: [] }])
    expect(merge.checks.map(({ kind, text }) => [kind, text])).toEqual([
      ['deleted', 'Call the police on 112 at once.'],
      ['deleted', 'Danger now'],
    ])
    expect(merge.status).toBe('please-check')
  })
})

/** A block as stored: an empty description or title equals a missing one. */
function compared({ id, kind, attrs, runs, children }: Block): unknown {
  const told = Object.entries(attrs).filter(([name, value]) => !(value === '' && (name === 'alt' || name === 'title')))
  // An empty named text is not stored, whether its block lists it or not.
  const held = children.filter((child) => child.kind !== 'field' || child.runs.length > 0)
  return { id, kind, attrs: Object.fromEntries(told), runs, children: held.map(compared) }
}
