import fc from 'fast-check'
import { BLOCK_KINDS, type BlockKind, TONES, WEIGHTS } from '@/domain/richText/blockKinds'
import { type Attributes, type Block, block, MARKS, type Run } from '@/domain/richText/richText'

// Texts as people and programs write them: composed and decomposed letters, tabs, line ends, empty texts.
const words = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'one two', ' ', '', 'e\u0301', '\u0301', 'ού', 'x\ty', '\t', 'l\nm') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
)
const links = fc.constantFrom(undefined, undefined, 'https://example.org/a', '#place', 'mailto:a@example.org')

const run: fc.Arbitrary<Run> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({ text: words, marks: fc.array(fc.constantFrom(...MARKS), { maxLength: 3 }), link: links })
      .map(({ link, ...rest }): Run => ({ type: 'text', ...rest, ...(link ? { link } : {}) })),
  },
  { weight: 1, arbitrary: fc.constant<Run>({ type: 'break' }) },
  { weight: 1, arbitrary: words.map((text): Run => ({ type: 'footnote', text })) },
)
const runs = fc.array(run, { maxLength: 5 })
const id = fc.oneof(fc.constant(''), fc.stringMatching(/^[a-z0-9]{8}$/))
const title = fc.constantFrom(undefined, '', ' ', 'A title', 'Cafe\u0301')

function made(
  kind: BlockKind,
  given: {
    attrs?: fc.Arbitrary<Record<string, string | number | boolean | undefined>>
    children?: fc.Arbitrary<Block[]>
  },
  withRuns = false,
): fc.Arbitrary<Block> {
  const parts = {
    id,
    attrs: given.attrs ?? fc.constant({}),
    children: given.children ?? fc.constant<Block[]>([]),
    runs: withRuns ? runs : fc.constant<Run[]>([]),
  }
  return fc.record(parts).map(({ attrs, ...rest }) => block(kind, { ...rest, attrs: withoutGaps(attrs) }))
}

function withoutGaps(attrs: Record<string, string | number | boolean | undefined>): Attributes {
  const kept: Attributes = {}
  for (const [name, value] of Object.entries(attrs)) if (value !== undefined) kept[name] = value
  return kept
}

function fieldsOf(names: readonly string[]): fc.Arbitrary<Block[]> {
  return fc
    .subarray([...names])
    .chain((chosen) => fc.tuple(...chosen.map((name) => made('field', { attrs: fc.constant({ name }) }, true))))
}

function several(one: fc.Arbitrary<Block>): fc.Arbitrary<Block[]> {
  return fc.array(one, { maxLength: 3 })
}

function entries(kind: 'checklist' | 'indicators' | 'steps'): fc.Arbitrary<Block> {
  const weight = fc.constantFrom(undefined, ...WEIGHTS)
  const attrs = kind === 'indicators' ? fc.record({ weight }) : fc.constant({})
  return made(kind, {
    attrs: fc.record({ title }),
    children: several(made('entry', { attrs, children: fieldsOf(BLOCK_KINDS[kind].fields) })),
  })
}

const paragraph = made('paragraph', {}, true)

const trees = fc.letrec<{ list: Block; item: Block; flow: Block; cell: Block; table: Block; callout: Block }>(
  (tie) => ({
    list: made('list', {
      attrs: fc.record({
        style: fc.constantFrom('bullet', 'number', undefined),
        start: fc.constantFrom(undefined, 1, 0, 4),
      }),
      children: several(tie('item')),
    }),
    // An item may contain paragraphs, as importers write them; they become one text.
    item: made(
      'item',
      {
        children: fc.oneof({ depthSize: 'small' }, fc.constant<Block[]>([]), several(tie('list')), several(paragraph)),
      },
      true,
    ),
    cell: made('cell', {
      attrs: fc.record({
        header: fc.constantFrom(undefined, true, false),
        colSpan: fc.constantFrom(undefined, 1, 2),
        rowSpan: fc.constantFrom(undefined, 1, 3),
      }),
      children: fc.oneof({ depthSize: 'small' }, several(paragraph), several(tie('flow'))),
    }),
    table: made('table', { children: several(made('row', { children: several(tie('cell')) })) }),
    callout: made('callout', {
      attrs: fc.record({ title, tone: fc.constantFrom(undefined, ...TONES) }),
      children: several(fc.oneof(paragraph, tie('list'))),
    }),
    flow: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      paragraph,
      made('heading', { attrs: fc.record({ level: fc.constantFrom(2, 3, 4, 5, 6) }) }, true),
      made('quote', {}, true),
      made(
        'image',
        {
          attrs: fc.record(
            {
              media: fc.constantFrom('64f000000000000000000001', 7),
              alt: fc.constantFrom('A door', 'Two circles'),
              decorative: fc.boolean(),
            },
            { requiredKeys: ['media'] },
          ),
        },
        true,
      ),
      made('rule', {}),
      entries('checklist'),
      entries('indicators'),
      entries('steps'),
      made('legal', { children: fieldsOf(BLOCK_KINDS.legal.fields) }),
      made('contact', { children: fieldsOf(BLOCK_KINDS.contact.fields) }),
      tie('list'),
      tie('callout'),
      tie('table'),
    ),
  }),
)

/** Texts whose blocks are in allowed places but otherwise as untidy as possible. */
export const randomRichText: fc.Arbitrary<Block[]> = fc.array(trees.flow, { maxLength: 5 })

/** Any block in any place. */
export const malformedRichText: fc.Arbitrary<Block[]> = fc.array(
  fc.letrec<{ any: Block }>((tie) => ({
    any: fc.record({
      id,
      kind: fc.constantFrom<BlockKind>(
        ...(['paragraph', 'heading', 'quote', 'list', 'item', 'table', 'row', 'cell', 'image'] as const),
        ...(['rule', 'checklist', 'indicators', 'steps', 'entry', 'callout', 'legal', 'contact', 'field'] as const),
      ),
      attrs: fc.dictionary(
        fc.constantFrom(
          'level',
          'alt',
          'style',
          'start',
          'header',
          'colSpan',
          'media',
          'title',
          'tone',
          'name',
          'weight',
        ),
        fc.oneof(fc.constantFrom('number', 'strong', 'text', ''), fc.double(), fc.boolean()),
      ),
      runs,
      children: fc.oneof({ maxDepth: 4 }, fc.constant<Block[]>([]), fc.array(tie('any'), { maxLength: 3 })),
    }),
  })).any,
  { maxLength: 3 },
)

// What other programs may have stored in the database: nodes of all our types and some foreign ones, with any content.
const nodeTypes = [
  ...['paragraph', 'heading', 'quote', 'list', 'listitem', 'table', 'tablerow', 'tablecell', 'upload', 'block'],
  ...['horizontalrule', 'text', 'tab', 'linebreak', 'link', 'autolink', 'inlineBlock', 'relationship', 'custom'],
]
const blockTypes = ['checklist', 'indicators', 'steps', 'callout', 'legal', 'contact', 'footnote', 'unknown']

/** A rich-text value that nobody should have written. */
export const randomLexicalJson: fc.Arbitrary<unknown> = fc.letrec<{ node: unknown; fields: unknown; state: unknown }>(
  (tie) => ({
    state: fc.record({ root: fc.record({ children: fc.array(tie('node'), { maxLength: 4 }) }) }),
    fields: fc.record(
      {
        id: fc.oneof(fc.string(), fc.anything()),
        blockType: fc.constantFrom(...blockTypes),
        title: fc.anything(),
        rows: fc.array(
          fc.oneof(fc.record({ id: fc.string(), text: fc.string(), weight: fc.anything() }), fc.anything()),
        ),
        content: fc.oneof({ maxDepth: 3 }, fc.constant(null), tie('state')),
        url: fc.anything(),
      },
      { requiredKeys: [] },
    ),
    node: fc.oneof(
      { weight: 1, arbitrary: fc.anything() },
      {
        weight: 6,
        arbitrary: fc.record(
          {
            type: fc.constantFrom(...nodeTypes),
            text: fc.oneof(fc.string(), fc.anything()),
            format: fc.oneof(fc.nat(255), fc.anything()),
            tag: fc.anything(),
            listType: fc.constantFrom('number', 'bullet', 'check', 7),
            start: fc.anything(),
            headerState: fc.anything(),
            colSpan: fc.anything(),
            value: fc.anything(),
            $: fc.oneof(fc.record({ bid: fc.constantFrom('a', 'b', 'c') }), fc.anything()),
            fields: fc.oneof(tie('fields'), fc.anything()),
            children: fc.oneof(
              { maxDepth: 5 },
              fc.constant([]),
              fc.array(tie('node'), { maxLength: 4 }),
              fc.anything(),
            ),
          },
          { requiredKeys: ['type'] },
        ),
      },
    ),
  }),
).state
