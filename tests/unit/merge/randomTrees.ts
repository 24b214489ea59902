import fc from 'fast-check'
import { type BlockKind, WEIGHTS } from '@/domain/richText/blockKinds'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'
import { WORDS } from './names'

/** The edits of one side, as numbers: which edit, where, and a number that says how or where to. */
type Step = [what: number, at: number, to: number]

export type Trees = { base: RichText; ours: RichText; theirs: RichText }

/**
 * A text with nested lists, tables, callouts, entries and pictures in which every text begins with a unique name, and the
 * versions of two people: words and details changed, parts removed, moved within and between lists, callouts and tables, put into
 * and out of a callout or a list, added, split and joined.
 */
export const trees: fc.Arbitrary<Trees> = treesWith(() => EDITS.length - CUTS)
/** The same, but texts are also split and joined. */
export const cutTrees: fc.Arbitrary<Trees> = treesWith(() => EDITS.length)

function treesWith(edits: () => number): fc.Arbitrary<Trees> {
  const shape = fc.array(fc.nat(99), { minLength: 1, maxLength: 7 })
  const steps = fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)), { maxLength: 6 })
  return fc.record({ shape, our: steps, their: steps }).map(({ shape, our, their }) => {
    const base = grown(shape)
    const by = (some: Step[], side: string): RichText =>
      edited({ base, steps: some, side, edits: EDITS.slice(0, edits()) })
    return { base, ours: by(our, 'our'), theirs: by(their, 'their') }
  })
}

/** The last two of `EDITS` split and join texts: a name then no longer says where a text is. */
const CUTS = 2

function grown(shape: number[]): RichText {
  let count = 0
  const named = (kind: BlockKind, given: Partial<Omit<Block, 'kind'>> = {}): Block =>
    block(kind, { ...given, runs: [text(sentence(`name${count++}`))] })
  return shape.map((number): Block => {
    const kind = number % 10
    if (kind < 3) return named('paragraph')
    if (kind === 3) return named('heading', { attrs: { level: 2 } })
    if (kind === 4)
      return block('callout', { attrs: { tone: 'warning' }, children: [named('paragraph'), named('paragraph')] })
    if (kind === 5) {
      const row = (): Block =>
        block('row', { children: [0, 1].map(() => block('cell', { children: [named('paragraph')] })) })
      return block('table', { children: [row(), row(), row()] })
    }
    if (kind === 6) {
      const entry = (): Block =>
        block('entry', {
          attrs: { weight: 'weak' },
          children: [named('field', { attrs: { name: 'indicator' } }), named('field', { attrs: { name: 'note' } })],
        })
      return block('indicators', { children: [entry(), entry()] })
    }
    if (kind === 9) return named('image', { attrs: { media: `m${count}`, alt: 'A chart' } })
    const item = (): Block => named('item')
    const list = (children: Block[]): Block => block('list', { attrs: { style: 'bullet' }, children })
    if (kind === 7) return list([item(), item(), item()])
    return list([item(), { ...item(), children: [list([item(), item()])] }, item()])
  })
}

function sentence(name: string): string {
  return [name, ...WORDS.map((word) => `${word}${name}`)].join(' ')
}

/** A block with the list that contains it. */
type Spot = { one: Block; list: Block[]; place: number; parent: Block | null }

type Script = { base: RichText; steps: Step[]; side: string; edits: typeof EDITS }

function edited({ base, steps, side, edits }: Script): RichText {
  const blocks = structuredClone(base)
  steps.forEach(([what, at, to], count) => {
    const spots = spotsIn(blocks, null)
    const edit = edits[what % edits.length]
    const fitting = spots.filter((spot) => edit?.fits(spot))
    const spot = fitting[at % Math.max(1, fitting.length)]
    if (spot) edit?.make({ spot, blocks, to, word: `${side}${count}` })
    withoutEmpty(blocks)
  })
  return blocks
}

type Make = { spot: Spot; blocks: RichText; to: number; word: string }

const IN_FLOW: readonly BlockKind[] = ['paragraph', 'heading', 'list', 'table', 'callout', 'indicators', 'image']

const EDITS: { fits: (spot: Spot) => boolean; make: (given: Make) => void }[] = [
  {
    fits: ({ one }) => one.runs.length > 0,
    make: ({ spot, to, word }) => {
      const words = wordsOf(spot.one)
      words.splice(1 + (to % Math.max(1, words.length - 1)), 1, `${word}x`)
      spot.one.runs = [text(words.join(' '))]
    },
  },
  {
    fits: ({ one }) => one.kind !== 'cell' && one.kind !== 'field',
    make: ({ spot }) => spot.list.splice(spot.place, 1),
  },
  {
    fits: ({ one, parent }) => parent?.kind !== 'cell' && one.kind !== 'cell' && one.kind !== 'field',
    make: ({ spot, blocks, to }) => {
      spot.list.splice(spot.place, 1)
      const lists = [blocks, ...spotsIn(blocks, null).map(({ one }) => one.children)]
      const kinds = new Map<Block[], BlockKind | null>([[blocks, null]])
      for (const { one } of spotsIn(blocks, null)) kinds.set(one.children, one.kind)
      const open = lists.filter((list) => list === spot.list || canHold(kinds.get(list) ?? null, spot.one))
      const list = open[to % open.length] ?? spot.list
      list.splice(to % (list.length + 1), 0, spot.one)
    },
  },
  {
    fits: ({ one }) => one.kind === 'paragraph' || one.kind === 'item' || one.kind === 'row',
    make: ({ spot, to, word }) => {
      const put = structuredClone(spot.one)
      let more = 0
      const rename = (one: Block): void => {
        if (one.runs.length > 0) one.runs = [text(sentence(`${word}${more++}`))]
        one.children.forEach(rename)
      }
      rename(put)
      spot.list.splice(to % (spot.list.length + 1), 0, put)
    },
  },
  {
    fits: ({ one }) => one.kind === 'entry' || one.kind === 'image',
    make: ({ spot: { one }, to, word }) => {
      one.attrs =
        one.kind === 'entry'
          ? { weight: WEIGHTS[to % WEIGHTS.length] ?? 'weak' }
          : { ...one.attrs, ...(to % 2 === 0 ? { media: word } : { alt: `A chart of ${word}` }) }
    },
  },
  {
    fits: ({ one, parent }) => parent === null && (one.kind === 'paragraph' || one.kind === 'heading'),
    make: ({ spot, to }) => {
      const { one } = spot
      Object.assign(
        one,
        one.kind === 'paragraph'
          ? { kind: 'heading', attrs: { level: 2 + (to % 3) } }
          : { kind: 'paragraph', attrs: {} },
      )
    },
  },
  {
    fits: ({ one, parent }) => parent === null && one.kind === 'paragraph',
    make: ({ spot: { one, list, place }, to }) => {
      const wrapped =
        to % 2 === 0
          ? block('callout', { attrs: { tone: 'warning' }, children: [one] })
          : block('list', { attrs: { style: 'bullet' }, children: [{ ...one, kind: 'item' }] })
      list.splice(place, 1, wrapped)
    },
  },
  {
    fits: ({ one, parent }) => parent === null && one.kind === 'callout',
    make: ({ spot: { one, list, place } }) => list.splice(place, 1, ...one.children),
  },
  {
    fits: ({ one }) => (one.kind === 'paragraph' || one.kind === 'item') && one.children.length === 0,
    make: ({ spot, to }) => {
      const words = wordsOf(spot.one)
      if (words.length < 8) return
      const cut = 4 + (to % (words.length - 7))
      const half = (some: string[]): Block => ({ ...spot.one, runs: [text(some.join(' '))] })
      spot.list.splice(spot.place, 1, half(words.slice(0, cut)), half(words.slice(cut)))
    },
  },
  {
    fits: ({ one, list, place }) => {
      const next = list[place + 1]
      return one.kind === 'paragraph' && next?.kind === 'paragraph'
    },
    make: ({ spot }) => {
      const [next] = spot.list.splice(spot.place + 1, 1)
      spot.one.runs = [text([...wordsOf(spot.one), ...(next ? wordsOf(next) : [])].join(' '))]
    },
  },
]

function canHold(parent: BlockKind | null, { kind }: Block): boolean {
  if (parent === null) return IN_FLOW.includes(kind)
  if (parent === 'callout') return kind === 'paragraph' || kind === 'list'
  if (parent === 'list') return kind === 'item'
  if (parent === 'table') return kind === 'row'
  return parent === 'indicators' && kind === 'entry'
}

function spotsIn(list: Block[], parent: Block | null): Spot[] {
  return list.flatMap((one, place) => [{ one, list, place, parent }, ...spotsIn(one.children, one)])
}

/** A list without items is removed. */
function withoutEmpty(list: Block[]): void {
  for (let place = list.length - 1; place >= 0; place--) {
    const one = list[place]
    if (!one) continue
    withoutEmpty(one.children)
    const holds = ['list', 'table', 'callout', 'indicators'].includes(one.kind)
    if (holds && one.children.length === 0) list.splice(place, 1)
  }
}

function wordsOf({ runs }: Block): string[] {
  return runs.flatMap((run) => (run.type === 'text' ? run.text.split(' ') : []))
}
