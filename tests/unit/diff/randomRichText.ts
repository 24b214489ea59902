import fc from 'fast-check'
import type { BlockKind } from '@/domain/richText/blockKinds'
import { BLOCK_KINDS } from '@/domain/richText/blockKinds'
import { type Block, block, MARKS, type RichText, type Run, text } from '@/domain/richText/richText'

/**
 * Few words, so that texts often share some; including hard cases: elision, numbers, Greek, Han, bare combining marks.
 */
const VOCABULARY = [
  'the',
  'of',
  'law',
  'person',
  'interview',
  'l’équipe',
  'c’est-à-dire',
  '3,5',
  '1 000',
  'ομάδα',
  '保護',
  'e\u0301',
  '\u0301',
  'registration',
  'deadline',
  'assessment',
  'interpreter',
  '.',
  ',',
  ':',
  '(',
  ')',
  ' ',
  '  ',
  '\u00a0',
  '\uFFFC',
  '👩‍⚕️',
  'needs',
  'Asyl\u00adrecht',
  'Asylrecht',
  // The names of the objects that stand between words.
  'end',
  'break',
  'footnote',
]

const sentence = fc.array(fc.constantFrom(...VOCABULARY), { maxLength: 14 }).map((list) => list.join(' '))
const marks = fc.subarray([...MARKS], { maxLength: 2 })
const link = fc.option(fc.constantFrom('https://a.eu', 'https://b.eu'), { nil: undefined, freq: 6 })

const run: fc.Arbitrary<Run> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(sentence, marks, link).map(([value, set, url]) => text(value, set, url)) },
  { weight: 1, arbitrary: fc.constant<Run>({ type: 'break' }) },
  { weight: 1, arbitrary: sentence.map((value): Run => ({ type: 'footnote', text: value })) },
)

/** Ids are sometimes repeated and often missing. */
const id = fc.constantFrom('', '', 'a', 'b', 'c', 'd', 'e', 'f')
const runs = fc.array(run, { maxLength: 3 })

function of(
  kind: BlockKind,
  parts: { attrs?: Block['attrs'][]; children?: fc.Arbitrary<Block[]> },
): fc.Arbitrary<Block> {
  const { attrs = [{}], children = fc.constant<Block[]>([]) } = parts
  const holdsRuns = ['paragraph', 'heading', 'quote', 'item', 'image', 'field'].includes(kind)
  return fc
    .record({ id, attrs: fc.constantFrom(...attrs), children, runs: holdsRuns ? runs : fc.constant<Run[]>([]) })
    .map((given) => block(kind, given))
}

const { blocks } = fc.letrec<{ blocks: Block[]; one: Block; item: Block; row: Block }>((tie) => ({
  item: of('item', {
    children: fc.oneof(
      { weight: 4, arbitrary: fc.constant<Block[]>([]) },
      { weight: 1, arbitrary: tie('one').map((one) => [one]) },
    ),
  }),
  row: of('row', {
    children: fc.array(of('cell', { attrs: [{}, { header: true }, { colSpan: 2 }], children: tie('blocks') }), {
      maxLength: 3,
    }),
  }),
  one: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'block' },
    { weight: 6, arbitrary: of('paragraph', {}) },
    { weight: 2, arbitrary: of('heading', { attrs: [{ level: 2 }, { level: 3 }] }) },
    { weight: 1, arbitrary: of('quote', {}) },
    { weight: 1, arbitrary: of('rule', {}) },
    { weight: 1, arbitrary: of('image', { attrs: [{ media: 'm1', alt: 'law' }, { media: 'm2' }] }) },
    { weight: 2, arbitrary: of('legal', { children: namedTexts(BLOCK_KINDS.legal.fields) }) },
    {
      weight: 2,
      arbitrary: of('list', {
        attrs: [{ style: 'bullet' }, { style: 'number', start: 3 }],
        children: fc.array(tie('item'), { maxLength: 4 }),
      }),
    },
    { weight: 1, arbitrary: of('table', { children: fc.array(tie('row'), { maxLength: 3 }) }) },
    {
      weight: 1,
      arbitrary: of('callout', {
        attrs: [{ tone: 'warning' }, { tone: 'national', title: 'the law' }],
        children: tie('blocks'),
      }),
    },
    {
      weight: 1,
      arbitrary: of('indicators', {
        children: fc.array(
          of('entry', {
            attrs: [{ weight: 'strong' }, { weight: 'weak' }],
            children: namedTexts(BLOCK_KINDS.indicators.fields),
          }),
          { maxLength: 3 },
        ),
      }),
    },
  ),
  blocks: fc.array(tie('one'), { maxLength: 5 }),
}))

function namedTexts(names: readonly string[]): fc.Arbitrary<Block[]> {
  return fc.subarray([...names]).chain((some) => fc.tuple(...some.map((name) => of('field', { attrs: [{ name }] }))))
}

/** Any rich text, with every kind of block. */
export const richText: fc.Arbitrary<RichText> = blocks

const seeds = fc.array(fc.nat(99), { minLength: 40, maxLength: 40 })
const long = fc.array(blocks, { minLength: 1, maxLength: 3 }).map((lists) => lists.flat())

/** A text and an edited version of it: blocks removed, moved, duplicated and added, and words exchanged. */
export const edited: fc.Arbitrary<{ before: RichText; after: RichText }> = fc
  .record({ before: long, other: blocks, seed: seeds })
  .map(({ before, other, seed }) => ({ before, after: edit({ before, other, seed, word: 'changed' }) }))

const SENTENCES = [
  'An adult can stay in the centre for thirty days in all.',
  'The police hold a child in the station until the guardian comes.',
  'Ask for a lawyer in the first interview with the authorities.',
  'The form is signed by the person and by the interpreter.',
  'In the first week the doctor of the centre sees every person.',
  'A decision is given in writing in a language that the person reads.',
  'Appeals are sent to the court within seven days of the decision.',
  'The person is told of the right to work after six months.',
]

const sentenceOf = (written: string, id: string) => block('paragraph', { id, runs: [text(written)] })

/** A sentence as it is, corrected, its beginning, its end, or two sentences as one text. */
const writtenSentence = fc
  .record({ one: fc.constantFrom(...SENTENCES), other: fc.constantFrom(...SENTENCES), form: fc.nat(4), id })
  .map(({ one, other, form, id }) => {
    const words = one.split(' ')
    const forms = [one, corrected(one), words.slice(0, 6).join(' '), words.slice(6).join(' ')]
    return sentenceOf(forms[form] ?? `${one} ${other}`, id)
  })
const sentences = fc.array(writtenSentence, { maxLength: 8 })

/** A copy of a paragraph is put before it, and the paragraph itself is replaced; the new text keeps the id. */
const pastedInFront = fc
  .record({ written: fc.shuffledSubarray(SENTENCES, { minLength: 3 }), at: fc.nat(7), others: fc.nat(1) })
  .map(({ written: [put = '', ...rest], at, others }) => {
    const before = rest.map((one, index) => sentenceOf(one, `${index}`))
    const after = before.flatMap((one, index) => {
      const words = rest[index] ?? ''
      if (index === at % rest.length) return [sentenceOf(words, 'new'), sentenceOf(put, one.id)]
      return [others === 0 ? one : sentenceOf(corrected(words), one.id)]
    })
    return { before, after }
  })

function corrected(sentence: string): string {
  return `${sentence.replace('the', 'this')} Always.`
}

/** Any two texts. */
export const twoTexts: fc.Arbitrary<{ before: RichText; after: RichText }> = fc.oneof(
  edited,
  fc.record({ before: richText, after: richText }),
  fc.record({ before: sentences, after: sentences }),
  pastedInFront,
)

/** A text and two edited versions of it. */
export const threeWays: fc.Arbitrary<{ base: RichText; ours: RichText; theirs: RichText }> = fc
  .record({ base: long, our: blocks, their: blocks, ourSeed: seeds, theirSeed: seeds })
  .map(({ base, our, their, ourSeed, theirSeed }) => ({
    base,
    ours: edit({ before: base, other: our, seed: ourSeed, word: 'unser' }),
    theirs: edit({ before: base, other: their, seed: theirSeed, word: 'leur' }),
  }))

type Edit = { before: RichText; other: RichText; seed: number[]; word: string }

function edit({ before, other, seed, word }: Edit): RichText {
  const after = before.flatMap((one, index) => {
    const chance = seed[index % seed.length] ?? 0
    if (chance < 10) return []
    if (chance < 20) return [one, one]
    return chance < 50 ? [reworded(one, seed, word)] : [one]
  })
  const [from = 0, to = 0] = seed
  const [moved] = after.splice(from % Math.max(1, after.length), 1)
  if (moved) after.splice(to % (after.length + 1), 0, moved)
  return [...after, ...other.slice(0, 1)]
}

function reworded(one: Block, seed: number[], put: string): Block {
  const runs = one.runs.map((part): Run => {
    if (part.type !== 'text') return part
    const words = part.text.split(' ').map((word, index) => ((seed[index % seed.length] ?? 0) < 20 ? put : word))
    return { ...part, text: words.join(' ') }
  })
  return { ...one, runs, children: one.children.map((child) => reworded(child, seed, put)) }
}
