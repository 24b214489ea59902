import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { addSection } from '@/actions/addSection'
import { bringBackSection } from '@/actions/bringBackSection'
import { omitSection } from '@/actions/omitSection'
import { supplementSection } from '@/actions/supplementSection'
import { translateSection } from '@/actions/translateSection'
import { withTransaction } from '@/database/transaction'
import type { ImportedSection } from '@/domain/importing'
import type { BlockKind } from '@/domain/richText/blockKinds'
import type { Block, RichText } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { down, historyOfTexts, up } from '../../../migrations/20261128_090000_translations_are_named'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, startApplication } from '../setup/application'
import { factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'

let application: Application
let acting: Acting
let toolkit: Toolkit
let variant: Variant

const TITLES = [
  'Translated',
  'Adapted',
  'Supplemented after',
  'Left out',
  'Translated while out',
  'A part brought back',
  'Emptied',
  'The same words',
  'In two languages',
  'Undone',
  'Without a title',
  'Only here',
]
const ONLY_HERE = '7b6d3c1e-5a0f-4a3e-9d1c-2f8e4b6a9c10'
const el = { language: 'el' }
/** As an editor in the browser stores it, not as a restored text is stored. */
const inEditor = (text: ReturnType<typeof typed>) => ({
  root: Object.fromEntries(Object.entries({ ...text.root, direction: 'ltr' }).reverse()),
})
const translation = { ...el, title: 'Μετάφραση', body: inEditor(typed('Κείμενο.')) }
const ours = { ...el, title: 'Δικό μας', body: typed('Λόγια.'), reason: 'other' }
const addition = { ...el, addition: typed('Και εδώ.'), reason: 'other' }
const leftOut = { ...el, reason: 'other', explanation: 'Not here.' }

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  const given = factoriesFor(application)
  await given.coordinator()
  const sections = TITLES.filter((title) => title !== 'Only here').map(
    (title): ImportedSection => ({ source: 'x', depth: 1, title, body: words('First.') }),
  )
  toolkit = await given.toolkit({ sections })
  variant = await given.variant({ toolkit, country: 'cy', languages: ['en', 'el', 'fr'] })
  const steps: [string, (readonly [Parameters<Acting['succeed']>[1], object])[]][] = [
    [
      'Translated',
      [
        [translateSection, translation],
        [supplementSection, addition],
      ],
    ],
    [
      'Adapted',
      [
        [translateSection, translation],
        [adaptSection, { ...ours, language: 'en' }],
        [adaptSection, ours],
      ],
    ],
    [
      'Supplemented after',
      [
        [adaptSection, ours],
        [supplementSection, addition],
        [translateSection, { ...translation, asTranslation: true }],
      ],
    ],
    [
      'Left out',
      [
        [adaptSection, ours],
        [omitSection, leftOut],
        [supplementSection, addition],
        [bringBackSection, { ...el, revision: 2 }],
      ],
    ],
    [
      'Translated while out',
      [
        [omitSection, leftOut],
        [translateSection, translation],
      ],
    ],
    [
      'A part brought back',
      [
        [supplementSection, { ...addition, language: 'en' }],
        [adaptSection, ours],
        [supplementSection, addition],
        [
          bringBackSection,
          { ...el, revision: 1, part: { kind: 'fields', fields: ['title', 'addition'] }, languages: ['el'] },
        ],
      ],
    ],
    [
      'Emptied',
      [
        [translateSection, translation],
        [adaptSection, { ...el, summary: '', reason: 'other' }],
        [supplementSection, addition],
      ],
    ],
    [
      'In two languages',
      [
        [adaptSection, ours],
        [supplementSection, { ...addition, language: 'en' }],
        [translateSection, { ...translation, language: 'fr' }],
      ],
    ],
    [
      'Undone',
      [
        [translateSection, translation],
        [adaptSection, { ...el, title: 'Δικός μας', reason: 'other' }],
        [bringBackSection, { ...el, revision: 1 }],
      ],
    ],
    [
      'Without a title',
      [
        [supplementSection, { ...addition, language: 'en' }],
        [translateSection, translation],
        [bringBackSection, { ...el, revision: 1, part: { kind: 'fields', fields: ['title'] }, languages: ['el'] }],
      ],
    ],
    [
      'The same words',
      [
        [adaptSection, ours],
        [supplementSection, addition],
        [translateSection, { ...el, title: ours.title, body: ours.body, asTranslation: true }],
      ],
    ],
  ]
  for (const [title, writes] of steps)
    for (const [seen, [action, input]] of writes.entries())
      await acting.succeed(variant.lead, action, { variant: variant.id, key: keyOf(title), seen, ...input })
  const after = { variant: variant.id, after: keyOf('Translated'), ...ours, ...el, newKey: ONLY_HERE }
  await acting.succeed(variant.lead, addSection, after)
})

afterAll(() => application.stop())

test('an older section names the languages of its translations, in every revision, as if it were written today', async () => {
  const written = await marks()
  expect(written).toEqual({
    Translated: [['el'], ['el'], ['el']],
    Adapted: [['el'], ['el'], [], []],
    'Supplemented after': [[], [], ['el'], ['el']],
    'Left out': [[], [], [], [], []],
    'Translated while out': [[], ['el'], ['el']],
    'A part brought back': [[], [], [], [], []],
    Emptied: [['el'], ['el'], ['el'], ['el']],
    'The same words': [[], [], ['el'], ['el']],
    // Greek was the country’s own, and French is a translation.
    'In two languages': [[], [], ['fr'], ['fr']],
    Undone: [['el'], [], ['el'], ['el']],
    'Without a title': [[], ['el'], ['el'], ['el']],
    'Only here': [[], []],
  })
  await run(down)
  const nothing = Object.fromEntries(Object.entries(written).map(([title, all]) => [title, all.map(() => null)]))
  expect(await marks()).toEqual(nothing)
  // The language in which the same words were saved again is unknown: they stay the country’s own.
  const migrated = { ...written, 'The same words': [[], [], [], []] }
  for (let time = 1; time <= 2; time++) {
    await run(up)
    expect(await marks()).toEqual(migrated)
  }
  // The migration was stopped half way.
  const { collection } = application.payload.db.versions['variant-sections'] ?? {}
  await collection?.updateMany({ 'version.rev': { $gt: 1 } }, { $unset: { 'version.translated': '' } })
  await run(up)
  expect(await marks()).toEqual(migrated)
})

test('words restored into a section that is not adapted are what they were when they were written', () => {
  const translatedIn = historyOfTexts()
  const own = { title: { el: 'Δικό μας' }, body: { el: typed('Λόγια.') } }
  const states = [
    { mode: 'adapt', did: 'adapt-section', ...own },
    { mode: 'supplement', did: 'supplement-section', ...own },
    { mode: 'inherit', did: 'restore-section', title: {}, body: {} },
    // As before: words that nobody should have got were restored from the second state.
    { mode: 'inherit', did: 'bring-back-section', ...own },
    { mode: 'inherit', did: 'translate-section', title: { el: 'Μετάφραση' }, body: { el: typed('Κείμενο.') } },
    { mode: 'supplement', did: 'bring-back-section', title: own.title, body: { el: typed('Κείμενο.') } },
    { mode: 'supplement', did: 'bring-back-section', title: { el: 'Μετάφραση' }, body: { el: typed('Κείμενο.') } },
    // A mix of two states that was in neither: one of its paragraphs was the country’s own.
    {
      mode: 'supplement',
      did: 'bring-back-section',
      title: { el: 'Μετάφραση' },
      body: { el: toLexical([...words('Κείμενο.'), ...words('Λόγια.')]) },
    },
  ]
  expect(states.map(translatedIn)).toEqual([[], [], [], [], ['el'], [], ['el'], []])
})

describe('for the words of a section that the country had adapted', () => {
  const cell = (said: string) => ({ ...plain('cell'), children: said ? words(said) : [plain('paragraph')] })
  const table = (...said: string[]) => [
    { ...plain('table'), children: [{ ...plain('row'), children: said.map(cell) }] },
  ]
  const box = (said: string) => [{ ...plain('callout'), children: [...words(said), plain('paragraph')] }]
  const text = (body: RichText, title = 'Μετάφραση') => ({ title: { el: title }, body: { el: toLexical(body) } })
  const did = (name: string, mode: string, more: object) => ({ did: `${name}-section`, mode, ...more })
  const marksOf = (...states: object[]) => states.map(historyOfTexts())

  test('words saved as a translation are one, even if its first states had no words', () => {
    for (const [name, mode] of [
      ['supplement', 'supplement'],
      ['omit', 'omit'],
    ] as const)
      expect(
        marksOf(
          did(name, mode, { rev: 1 }),
          did('translate', mode, { rev: 2, ...text(words('Κείμενο.')) }),
          did('adapt', 'adapt', { rev: 3, ...text(words('Κείμενο.')) }),
          did(name, mode, { rev: 4, ...text(words('Κείμενο.')) }),
        ),
      ).toEqual([[], ['el'], ['el'], ['el']])
    // Nobody knows what came before the first kept state.
    expect(marksOf(did('translate', 'inherit', { rev: 2, ...text(words('Κείμενο.')) }))).toEqual([[]])
  })

  test('words inside a table with an empty cell, or a callout with an empty line, are its own', () => {
    for (const [common, ours] of [
      [table('30', ''), table('60', '')],
      [box('Τριάντα.'), box('Εξήντα.')],
    ] as const)
      expect(
        marksOf(
          did('translate', 'inherit', text(common)),
          did('adapt', 'adapt', text(ours)),
          did('supplement', 'supplement', text(ours)),
        ),
      ).toEqual([['el'], [], []])
  })

  test('words below a title that was saved as a translation are its own, until another text replaces them', () => {
    const ours = [...words('Δικά μας.'), ...box('Και εδώ.')]
    expect(
      marksOf(
        did('adapt', 'adapt', text(ours, 'Δικός μας')),
        did('supplement', 'supplement', text(ours, 'Δικός μας')),
        did('translate', 'supplement', text(ours)),
        did('translate', 'supplement', text(words('Μεταφρασμένα.'), 'Νέος τίτλος')),
      ),
    ).toEqual([[], [], [], ['el']])
  })

  test('words that it changed are its own, even after a correction that was saved as a translation', () => {
    const [first, second, third] = ['Πρώτα.', 'Μετά.', 'Τέλος.'].map((said, place) => named(words(said), `p${place}`))
    const [rows, others] = [named(table('30', '60'), 't'), named(table('60', '60'), 't')]
    for (const [common, ours] of [
      [
        [first, second, third],
        [first, third],
      ],
      [
        [first, second, third],
        [second, first, third],
      ],
      [[rows], [others]],
      [
        [first, second],
        [first, named(words('Δικά μας.'), 'p1')],
      ],
    ] as const) {
      const [before, after] = [common.flat() as RichText, ours.flat() as RichText]
      const corrected = after.map((block) => (block.id === 'p1' ? named(words('Δικά μας!'), 'p1')[0] : block))
      expect(
        marksOf(
          did('translate', 'inherit', text(before)),
          did('adapt', 'adapt', text(after)),
          did('supplement', 'supplement', text(after)),
          did('translate', 'supplement', text(corrected as RichText, 'Μετάφραση.')),
        ),
      ).toEqual([['el'], [], [], []])
    }
    // Every field has new text, in one save with the choice.
    const ours = named(words('Δικά μας λόγια.'), 'p0')
    expect(
      marksOf(
        did('adapt', 'adapt', text(ours, 'Δικός μας')),
        did('translate', 'adapt', text(named(words('Δικά μας λόγια'), 'p0'), 'Δικός μας τίτλος')),
        did('supplement', 'supplement', text(named(words('Δικά μας λόγια'), 'p0'), 'Δικός μας τίτλος')),
      ),
    ).toEqual([[], [], []])
  })

  test('words that return word for word, in any form, are its own, whatever replaced them in the meantime', () => {
    const own = { title: { el: 'Δικός μας' }, body: { el: toLexical([...words('Δικά μας.'), ...words('Κι αυτά.')]) } }
    const again = { title: { el: 'Νέος τίτλος' }, body: own.body }
    const asHeading = {
      title: { el: 'Νέος τίτλος' },
      body: { el: toLexical([heading('Δικά μας.'), ...words('Νέα.')]) },
    }
    const another = { title: { el: 'Μετάφραση' }, body: { el: toLexical(words('Μεταφρασμένα.')) } }
    const nothing = { title: {}, body: {} }
    for (const last of [again, asHeading]) {
      const sent = did('translate', 'inherit', last)
      expect(marksOf(did('adapt', 'adapt', own), did('restore', 'inherit', nothing), sent)).toEqual([[], [], []])
      expect(marksOf(did('adapt', 'adapt', own), did('translate', 'inherit', another), sent)).toEqual([[], ['el'], []])
    }
    expect(
      marksOf(did('adapt', 'adapt', own), did('restore', 'inherit', nothing), did('translate', 'inherit', another)),
    ).toEqual([[], [], ['el']])
  })

  test('a restored part does not turn them into a translation, and the same words are what they were first', () => {
    const [whole, shortened] = [[...words('Πρώτα.'), ...words('Μετά.')], words('Πρώτα.')]
    const another = { title: { el: 'Άλλος' }, body: { el: toLexical(words('Άλλα.')) } }
    expect(
      marksOf(
        did('translate', 'inherit', text(whole)),
        did('adapt', 'adapt', text(shortened)),
        did('bring-back', 'inherit', text(whole)),
        did('translate', 'inherit', another),
        did('bring-back', 'inherit', { ...another, body: text(shortened).body }),
        did('restore', 'inherit', { title: {}, body: {} }),
        did('translate', 'inherit', text(shortened)),
      ),
    ).toEqual([['el'], [], ['el'], ['el'], [], [], []])
  })

  test('words that the editor saved as a translation just before the section was no longer adapted are a translation', () => {
    expect(
      marksOf(
        did('adapt', 'adapt', text(words('Δικά μας.'), 'Δικός μας')),
        did('translate', 'adapt', text(words('Μεταφρασμένα.'))),
        did('supplement', 'supplement', text(words('Μεταφρασμένα.'))),
      ).at(-1),
    ).toEqual(['el'])
  })

  test('words left of a translation from which the country removed a paragraph are its own', () => {
    const [whole, shortened] = [[...words('Πρώτα.'), ...words('Μετά.')], words('Πρώτα.')]
    expect(
      marksOf(
        did('translate', 'inherit', text(whole)),
        did('adapt', 'adapt', text(shortened)),
        did('adapt', 'adapt', text(shortened, 'Δικός μας')),
        did('restore', 'adapt', text(shortened)),
        did('supplement', 'supplement', text(shortened)),
        did('bring-back', 'supplement', text(whole)),
      ),
    ).toEqual([['el'], [], [], [], [], ['el']])
  })

  test('words of a section that only the country has are its own, even while it is left out', () => {
    const own = text(words('Δικά μας.'), 'Δικός μας')
    expect(marksOf(did('add', 'local', own), did('omit', 'omit', own))).toEqual([[], []])
  })

  test('words without earlier revisions, from before actions were named, are its own', () => {
    const own = text(words('Κείμενο.'))
    expect(marksOf({ rev: 3, mode: 'supplement', ...own })).toEqual([[]])
    expect(marksOf({ rev: 1, mode: 'inherit', ...own })).toEqual([['el']])
  })
})

/** With an id, as in a text that was saved. */
const named = (blocks: RichText, id: string): RichText => blocks.map((block) => ({ ...block, id }))
const heading = (said: string): Block => ({
  ...plain('heading'),
  attrs: { level: 2 },
  runs: words(said)[0]?.runs ?? [],
})
const plain = (kind: BlockKind): Block => ({ id: '', kind, attrs: {}, runs: [], children: [] })

/** What each revision of each section names, oldest first, and then what is stored now. */
async function marks(): Promise<Record<string, unknown[]>> {
  const { db } = application.payload
  const result: Record<string, unknown[]> = {}
  for (const title of TITLES) {
    const { id } = await acting.ownSectionOf(variant.id, keyOf(title))
    const kept = await acting.revisionsOf('variant-sections', id)
    const stored = await db.collections['variant-sections']?.findById(id).lean()
    // Payload reads a missing list as an empty one.
    const revisions = await db.versions['variant-sections']?.find({ parent: id }).sort({ 'version.rev': 1 }).lean()
    expect(revisions).toHaveLength(kept.length)
    result[title] = [...(revisions ?? []).map((one) => Object(one).version.translated), Object(stored).translated].map(
      (one) => one ?? null,
    )
  }
  return result
}

function run(change: typeof up): Promise<void> {
  const { payload } = application
  return withTransaction(payload, ({ req, session }) => change({ payload, req, session: session as never }))
}

function keyOf(title: string): string {
  if (title === 'Only here') return ONLY_HERE
  return String(toolkit.sections.find((one) => one.title === title)?.key)
}
