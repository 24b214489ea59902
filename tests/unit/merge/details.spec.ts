import { describe, expect, it } from 'vitest'
import { mergeRichText, type Resolution, resolveRichText } from '@/domain/merge/merge'
import type { BlockKind } from '@/domain/richText/blockKinds'
import { type Attributes, type Block, block, type RichText, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { p } from '../diff/shownAs'

type Details = Record<string, string>
type Texts = { base: RichText; ours: RichText; theirs: RichText }

const entries = (kind: BlockKind, ...all: [details: Details, attrs?: Attributes][]): RichText => [
  p('This is said before it.'),
  block(kind, {
    id: 'l',
    children: all.map(([details, attrs = {}], at) =>
      block('entry', {
        id: `e${at}`,
        attrs,
        children: Object.entries(details).map(([name, said]) => field(name, said)),
      }),
    ),
  }),
]
const field = (name: string, said: string): Block => block('field', { attrs: { name }, runs: [text(said)] })
const picture = (attrs: Attributes, caption = 'The path'): RichText => [
  p('This is said before it.'),
  block('image', { id: 'i', attrs, runs: [text(caption)] }),
]
const row = (id: string, cells: (string | Block[])[], attrs: Attributes = {}): Block =>
  block('row', {
    id,
    children: cells.map((cell) => block('cell', { attrs, children: typeof cell === 'string' ? [p(cell)] : cell })),
  })
const table = (...rows: Block[]): RichText => [
  p('This is said before it.'),
  block('table', { id: 't', children: [row('h', ['Step', 'Time', 'Where'], { header: true }), ...rows] }),
]

/** The text with one answer to every place. */
function decided(texts: Texts, answer?: Resolution): RichText {
  const { nodes, conflicts } = mergeRichText(texts)
  return resolveRichText({ nodes, resolutions: Object.fromEntries(conflicts.map(({ id }) => [id, answer ?? 'ours'])) })
}

/** The entries, rows and pictures of a text, without ids. */
function things(blocks: RichText): unknown[] {
  const plain = ({ kind, attrs, runs, children }: Block): unknown => [kind, attrs, runs, children.map(plain)]
  return (blocks[1]?.kind === 'image' ? blocks.slice(1) : (blocks[1]?.children ?? [])).map(plain)
}

const register = { what: 'Register the application', who: 'Registration officer', deadline: '3 working days' }
const refer = { what: 'Refer to the guardian', who: 'Social worker', deadline: '1 day' }
const eyes = { indicator: 'Avoids eye contact with the officer', note: 'can be cultural' }
const chart = { media: 'm1', alt: 'A chart of the path' }

describe('one thing of which both sides changed a detail', () => {
  it.each<[string, Texts]>([
    [
      'a step: its deadline, and what is done',
      {
        base: entries('steps', [register], [refer]),
        ours: entries('steps', [{ ...register, deadline: '10 working days' }], [refer]),
        theirs: entries('steps', [{ ...register, what: 'Hold the personal interview' }], [refer]),
      },
    ],
    [
      'an item of a checklist: its note, and its text',
      {
        base: entries('checklist', [{ text: 'Was an interpreter offered?', note: 'See 3.2' }]),
        ours: entries('checklist', [{ text: 'Was an interpreter offered?', note: 'Not in our law' }]),
        theirs: entries('checklist', [{ text: 'Was a lawyer offered?', note: 'See 3.2' }]),
      },
    ],
    [
      'a sign: how strong it is, and its text',
      {
        base: entries('indicators', [eyes, { weight: 'weak' }]),
        ours: entries('indicators', [eyes, { weight: 'strong' }]),
        theirs: entries('indicators', [
          { ...eyes, indicator: 'Seeks eye contact with the officer' },
          { weight: 'weak' },
        ]),
      },
    ],
    [
      'a sign: how strong it is, twice',
      {
        base: entries('indicators', [eyes, { weight: 'weak' }]),
        ours: entries('indicators', [eyes, { weight: 'strong' }]),
        theirs: entries('indicators', [eyes, { weight: 'combination' }]),
      },
    ],
    [
      'a picture: its file, and its description',
      {
        base: picture(chart),
        ours: picture({ ...chart, media: 'm2' }),
        theirs: picture({ ...chart, alt: 'A chart of five steps' }),
      },
    ],
    [
      'a picture: its file, and its caption',
      { base: picture(chart), ours: picture({ ...chart, media: 'm2' }), theirs: picture(chart, 'The five steps') },
    ],
    [
      'a row: what is said, and of what it is said',
      {
        base: table(row('r', ['Lodging', '21 days', 'Rome']), row('s', ['Interview', '6 months', 'Bari'])),
        ours: table(row('r', ['Lodging', '30 working days', 'Rome']), row('s', ['Interview', '6 months', 'Bari'])),
        theirs: table(row('r', ['Screening', '21 days', 'Rome']), row('s', ['Interview', '6 months', 'Bari'])),
      },
    ],
  ])('is as one side has it, and nothing beside it is lost: %s', (_, texts) => {
    const { conflicts, checks, value } = mergeRichText(texts)
    expect(conflicts).toMatchObject([{ kind: 'value', about: 'details' }])
    expect(checks).toEqual([])
    expect(new Set([conflicts[0]?.base, conflicts[0]?.ours, conflicts[0]?.theirs]).size).toBe(3)
    expect(things(value)).toEqual(things(texts.ours))
    for (const side of ['base', 'ours', 'theirs'] as const) {
      expect(things(decided(texts, side))).toEqual(things(texts[side]))
    }
    const both = things(decided(texts, 'both'))
    expect(both).toEqual(expect.arrayContaining([...things(texts.ours), ...things(texts.theirs)]))
    expect(both.length).toBe(things(texts.base).length + 1)
  })

  it('is not asked about if both made the same change, or if one side alone changed details', () => {
    const base = entries('steps', [register], [refer])
    const ours = entries('steps', [{ ...register, deadline: '10 working days', who: 'Guardian' }], [refer])
    expect(mergeRichText({ base, ours, theirs: structuredClone(ours) }).conflicts).toEqual([])
    const theirs = entries('steps', [register], [{ ...refer, deadline: '2 days' }])
    const merged = mergeRichText({ base, ours, theirs })
    expect(merged.conflicts).toEqual([])
    expect(things(merged.value)).toEqual([things(ours)[0], things(theirs)[1]])
    const more = entries('steps', [{ ...register, deadline: '10 working days' }], [refer])
    expect(things(mergeRichText({ base, ours, theirs: more }).value)).toEqual(things(ours))
  })
})

describe('a row of a table of which both sides changed cells', () => {
  const base = table(row('r', ['Lodging', '21 days', 'Rome']))

  it('is merged and to be checked if neither changed what the row is about', () => {
    const ours = table(row('r', ['Lodging', '30 working days', 'Rome']))
    const { value, conflicts, checks } = mergeRichText({
      base,
      ours,
      theirs: table(row('r', ['Lodging', '21 days', 'Bari'])),
    })
    expect(conflicts).toEqual([])
    expect(things(value)).toEqual(things(table(row('r', ['Lodging', '30 working days', 'Bari']))))
    expect(checks).toEqual([{ kind: 'words', field: '', block: 'r', text: 'Lodging\n30 working days\nBari' }])
  })

  it('is not named if both changed one cell in the same way', () => {
    const ours = table(row('r', ['Lodging', '30 working days', 'Rome']))
    const theirs = table(row('r', ['Lodging', '30 working days', 'Bari']))
    expect(mergeRichText({ base, ours, theirs })).toMatchObject({ conflicts: [], checks: [] })
  })

  it('is merged and to be checked if it has the names of the columns', () => {
    const headers = (...cells: string[]): RichText => [
      p('Before.'),
      block('table', { children: [row('h', cells, { header: true }), row('r', ['a', 'b'])] }),
    ]
    const texts = { base: headers('Step', 'Time'), ours: headers('Stage', 'Time'), theirs: headers('Step', 'Deadline') }
    const { value, conflicts, checks } = mergeRichText(texts)
    expect(conflicts).toEqual([])
    expect(textOf(value)).toContain('Stage\nDeadline')
    expect(checks).toMatchObject([{ kind: 'words', block: 'h' }])
  })

  it('is merged without a place or a check if one side only numbered it anew', () => {
    const numbered = (number: string, time: string) => table(row('r', [number, 'Lodging', time]))
    const texts = { base: numbered('1', '21 days'), ours: numbered('2', '21 days'), theirs: numbered('1', '30 days') }
    expect(mergeRichText(texts)).toMatchObject({ conflicts: [], checks: [] })
    expect(textOf(mergeRichText(texts).value)).toContain('2\nLodging\n30 days')
  })

  it('has a paragraph that one side took out of it exactly once, whatever is decided', () => {
    const moved = p('The person gets a form in a language that the person reads.')
    const texts = {
      base: table(row('r', ['Lodging', '21 days', [p('Rome'), moved]])),
      ours: table(row('r', ['Screening', '21 days', [p('Rome'), moved]])),
      theirs: [...table(row('r', ['Lodging', '30 days', 'Rome'])), moved],
    }
    for (const answer of ['base', 'ours', 'theirs', 'both'] as const) {
      expect(textOf(decided(texts, answer)).split(textOf([moved])).length).toBe(2)
    }
    expect(mergeRichText(texts).checks).toMatchObject([{ kind: 'words', block: 'r' }])
  })
})
