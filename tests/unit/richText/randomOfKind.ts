import fc from 'fast-check'
import {
  type BlockKind,
  isBlockKind,
  kindsOf,
  rowOf,
  storedAttributes,
  TONES,
  WEIGHTS,
} from '@/domain/richText/blockKinds'
import { type Attributes, type Block, block, MARKS, type RichText, type Run, text } from '@/domain/richText/richText'

/** The kinds that can be at the top level of a text. */
export const FLOW_KINDS = kindsOf('text', 'list', 'table', 'picture', 'rule', 'entries', 'record', 'box')

const WORDS = [
  'person',
  'interview',
  'deadline',
  'l’équipe',
  '3,5',
  'ομάδα',
  'Asyl',
  'law',
  'guardian',
  'form',
  'needs',
  'c’est-à-dire',
  // The names of the objects that stand between words.
  'end',
  'break',
  'footnote',
]
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((some) => some.join(' '))
const link = fc.option(fc.constantFrom('https://a.eu', 'https://b.eu/x'), { nil: undefined, freq: 5 })
const marks = fc.subarray([...MARKS], { maxLength: 1 })
const formatted = fc.array(
  fc.tuple(words, marks, link).map(([value, some, url]): Run => text(value, some, url)),
  { minLength: 1, maxLength: 2 },
)
const id = fc.stringMatching(/^[a-z0-9]{10}$/)

/** Values from which every attribute in the table accepts some. */
const VALUES = [
  undefined,
  1,
  2,
  3,
  true,
  'number',
  'bullet',
  '64f000000000000000000001',
  'A door',
  ...TONES,
  ...WEIGHTS,
]

function attributesOf(kind: BlockKind, names = rowOf(kind).attributes): fc.Arbitrary<Attributes> {
  return fc
    .tuple(...names.map((name) => fc.constantFrom(...VALUES).map((value) => [name, value] as const)))
    .map((pairs) => {
      const given = Object.fromEntries(pairs.filter(([, value]) => value !== undefined)) as Attributes
      // A picture without a file is not a picture.
      if (names.includes('media')) given.media = '64f000000000000000000001'
      return storedAttributes(names, given)
    })
}

/** A block of a kind with everything that its row in the table allows; `depth` limits its content. */
export function blockOfKind(kind: BlockKind, depth = 2): fc.Arbitrary<Block> {
  const { runs, form, fields = [], entryAttributes = [] } = rowOf(kind)
  const own: Record<typeof runs, fc.Arbitrary<Run[]>> = {
    formatted,
    plain: words.map((value) => [text(value)]),
    none: fc.constant<Run[]>([]),
  }
  const entry = fc
    .record({ id, attrs: attributesOf('entry', entryAttributes), children: namedTexts(fields) })
    .map((given) => block('entry', given))
  const children = form === 'record' ? namedTexts(fields) : form === 'entries' ? several(entry) : held(kind, depth)
  return fc.record({ id, attrs: attributesOf(kind), runs: own[runs], children }).map((given) => block(kind, given))
}

function namedTexts(names: readonly string[]): fc.Arbitrary<Block[]> {
  return fc.tuple(
    ...names.map((name) =>
      fc
        .record({ id, value: words })
        .map((one) => block('field', { id: one.id, attrs: { name }, runs: [text(one.value)] })),
    ),
  )
}

function several(one: fc.Arbitrary<Block>): fc.Arbitrary<Block[]> {
  return fc.array(one, { minLength: 1, maxLength: 3 })
}

function held(kind: BlockKind, depth: number): fc.Arbitrary<Block[]> {
  const { holds } = rowOf(kind)
  const kinds = holds === 'flow' ? FLOW_KINDS : holds.filter(isBlockKind)
  const possible = depth > 0 ? kinds : kinds.filter((one) => rowOf(one).holds.length === 0)
  if (possible.length === 0) return fc.constant([])
  // An item may lack a nested list, but no other block may lack its content.
  const some = fc.array(fc.oneof(...possible.map((one) => blockOfKind(one, depth - 1))), {
    minLength: kind === 'item' ? 0 : 1,
    maxLength: 2,
  })
  return some
}

/** A text with a block of the kind between others, and edited versions of it. */
export function textsWith(kind: BlockKind): fc.Arbitrary<{ base: RichText; ours: RichText; theirs: RichText }> {
  const other = blockOfKind('paragraph')
  return fc
    .record({
      before: other,
      one: blockOfKind(kind),
      another: blockOfKind(kind),
      after: other,
      ours: edits,
      theirs: edits,
    })
    .map(({ before, one, another, after, ours, theirs }) => {
      const base = withIdsOnce([before, one, after])
      return { base, ours: edited(base, ours, another), theirs: edited(base, theirs, another) }
    })
}

const edits = fc.record({
  what: fc.constantFrom('nothing', 'reword', 'delete', 'move', 'insert', 'attribute'),
  at: fc.nat(9),
  word: fc.constantFrom('changed', 'neu', 'νέο'),
})

type Edit = { what: string; at: number; word: string }

function edited(base: RichText, { what, at, word }: Edit, another: Block): RichText {
  const blocks = structuredClone(base)
  if (what === 'delete') blocks.splice(1, 1)
  if (what === 'move') blocks.push(...blocks.splice(0, 1))
  if (what === 'insert') blocks.splice(at % 4, 0, { ...another, id: `${another.id}-put` })
  if (what === 'reword') rewordNth(blocks, { nth: at, word })
  if (what === 'attribute') {
    const one = blocks[1]
    if (one && rowOf(one.kind).attributes.includes('title')) one.attrs.title = word
  }
  return withIdsOnce(blocks)
}

/** Replaces the first word of one of the texts. */
function rewordNth(blocks: RichText, { nth, word }: { nth: number; word: string }): void {
  const texts: Run[] = []
  const collect = (one: Block): void => {
    texts.push(...one.runs)
    one.children.forEach(collect)
  }
  blocks.forEach(collect)
  const run = texts[nth % Math.max(1, texts.length)]
  if (run?.type === 'text') run.text = run.text.replace(/^\S+/u, word)
}

/** No two blocks have the same id. */
function withIdsOnce(blocks: RichText): RichText {
  const taken = new Set<string>()
  const once = (one: Block): Block => {
    const own = taken.has(one.id) ? '' : one.id
    taken.add(one.id)
    return { ...one, id: own, children: one.children.map(once) }
  }
  return blocks.map(once)
}
