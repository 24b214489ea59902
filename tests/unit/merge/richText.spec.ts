import { describe, expect, it } from 'vitest'
import { mergeRichText, resolveRichText } from '@/domain/merge/merge'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { heading, list, p } from '../diff/shownAs'
import { linesOf, shown } from './shownMerge'

const A = 'Start when the application is registered and do not wait.'
const B = 'See the person alone in a quiet room where nobody can listen.'
const C = 'Write down what was said and who will read the report.'

const status = (base: RichText, ours: RichText, theirs: RichText) => mergeRichText({ base, ours, theirs }).status
const bold = (before: string, words: string, after: string): Block =>
  block('paragraph', { runs: [text(before), text(words, ['bold']), text(after)] })

describe('merging two edits of one text', () => {
  it('takes the changes of both sides if they changed different blocks', () => {
    const [ours, theirs] = [
      [p(A.replace('wait', 'hurry')), p(B)],
      [p(A), p(B.replace('quiet', 'private'))],
    ]
    expect(shown([p(A), p(B)], ours, theirs)).toEqual([A.replace('wait', 'hurry'), B.replace('quiet', 'private')])
    expect(status([p(A), p(B)], ours, theirs)).toBe('please-check')
  })

  it('takes the words of both in one block, and asks somebody to check them', () => {
    const merge = mergeRichText({
      base: [p(B)],
      ours: [p(B.replace('quiet', 'private'))],
      theirs: [p(B.replace('nobody', 'no one'))],
    })
    expect(merge.nodes.flatMap(linesOf)).toEqual([B.replace('quiet', 'private').replace('nobody', 'no one')])
    expect(merge.checks.map(({ kind }) => kind)).toEqual(['words'])
    expect(merge.conflicts).toEqual([])
  })

  it('asks a person about exactly the words that both changed', () => {
    const merge = mergeRichText({
      base: [p(B)],
      ours: [p(B.replace('quiet', 'private'))],
      theirs: [p(B.replace('quiet', 'separate'))],
    })
    expect(merge.status).toBe('decision-needed')
    expect(merge.conflicts).toMatchObject([{ kind: 'words', base: 'quiet', ours: 'private', theirs: 'separate' }])
  })

  it.each([
    ['ours', B.replace('quiet', 'private')],
    ['theirs', B.replace('quiet', 'separate')],
    ['base', B],
    ['both', B.replace('quiet', 'private separate')],
    [{ text: 'calm' }, B.replace('quiet', 'calm')],
  ] as const)('resolves words by %j', (resolution, expected) => {
    const [ours, theirs] = [[p(B.replace('quiet', 'private'))], [p(B.replace('quiet', 'separate'))]]
    const { nodes, conflicts } = mergeRichText({ base: [p(B)], ours, theirs })
    const resolutions = Object.fromEntries(conflicts.map(({ id }) => [id, resolution]))
    expect(resolveRichText({ nodes, resolutions })).toEqual([p(expected)])
  })

  it.each([
    ['private', 'calm', ' calm'],
    ['private', '', ''],
    ['private', '\u200b', '\u200b'],
    // What nobody sees has no spaces that own words could need.
    ['', '(calm)', ' (calm)'],
    ['\u200b', '(calm)', ' (calm)'],
  ])('replaces %j by own words %j, with the space before them if they can be seen', (our, own, expected) => {
    const [ours, theirs] = [B.replace(our === 'private' ? 'quiet' : ' quiet', our), B.replace('quiet', 'separate')]
    const { nodes, conflicts } = mergeRichText({ base: [p(B)], ours: [p(ours)], theirs: [p(theirs)] })
    expect(conflicts).toHaveLength(1)
    const resolutions = Object.fromEntries(conflicts.map(({ id }) => [id, { text: own }]))
    expect(resolveRichText({ nodes, resolutions })).toEqual([p(B.replace(' quiet', expected))])
  })

  it('keeps the level of a heading if the own answer is no number that can be seen', () => {
    const at = (level: number) => [block('heading', { attrs: { level }, runs: [text(A)] })]
    const { nodes, conflicts } = mergeRichText({ base: at(2), ours: at(3), theirs: at(4) })
    const levelAfter = (own: string) =>
      resolveRichText({ nodes, resolutions: Object.fromEntries(conflicts.map(({ id }) => [id, { text: own }])) })
    expect(levelAfter('5')).toEqual(at(5))
    for (const own of ['', ' ', '\u200b']) expect(levelAfter(own)).toEqual(at(3))
  })

  it('keeps the edited text if the other side deleted it, until somebody decides', () => {
    const edited = B.replace('quiet', 'private')
    expect(shown([p(A), p(B)], [p(A), p(edited)], [p(A)])).toEqual([A, `<${B}|${edited}|>`])
    expect(shown([p(A), p(B)], [p(A)], [p(A), p(edited)])).toEqual([A, `<${B}||${edited}>`])
    const { nodes, value } = mergeRichText({ base: [p(A), p(B)], ours: [p(A)], theirs: [p(A), p(edited)] })
    expect(value).toEqual([p(A), p(edited)])
    expect(resolveRichText({ nodes, resolutions: { 1: 'ours' } })).toEqual([p(A)])
    // Own words that nobody sees are none.
    expect(resolveRichText({ nodes, resolutions: { 1: { text: '\u200b' } } })).toEqual([p(A)])
  })

  it('shows of a deleted block only the words that the other side changed in it, and in its own parts', () => {
    const item = (words: string, ...inner: string[]) => [
      block('list', {
        attrs: { style: 'bullet' },
        children: [
          block('item', {
            runs: [text(words)],
            children: [
              block('list', {
                attrs: { style: 'bullet' },
                children: inner.map((one) => block('item', { runs: [text(one)] })),
              }),
            ],
          }),
        ],
      }),
      p(A),
    ]
    const base = item(B, C)
    const inPart = mergeRichText({ base, ours: [p(A)], theirs: item(B, C.replace('report', 'letter')) })
    expect(inPart.conflicts).toMatchObject([{ kind: 'deleted', base: 'report.', ours: '', theirs: 'letter.' }])
    const added = mergeRichText({ base, ours: [p(A)], theirs: item(B, C, 'Offer some water first.') })
    expect(added.conflicts).toMatchObject([{ kind: 'deleted', base: '', theirs: 'Offer some water first.' }])
    const inBoth = mergeRichText({
      base,
      ours: [p(A)],
      theirs: item(B.replace('quiet', 'calm'), C.replace('report', 'letter')),
    })
    expect(inBoth.conflicts).toMatchObject([{ base: 'quiet\nreport.', theirs: 'calm\nletter.' }])
  })

  it('deletes what one side deleted and the other did not edit, even if the other moved it', () => {
    expect(shown([p(A), p(B), p(C)], [p(A), p(C)], [p(A), p(B), p(C)])).toEqual([A, C])
    expect(shown([p(A), p(B), p(C)], [p(A), p(C)], [p(B), p(A), p(C)])).toEqual([A, C])
  })

  it('keeps what both added in one place, ours first, and asks somebody to check it', () => {
    const [ours, theirs] = ['Ask the lawyer of the person first.', 'Call the doctor on the same day.']
    const merge = mergeRichText({ base: [p(A), p(C)], ours: [p(A), p(ours), p(C)], theirs: [p(A), p(theirs), p(C)] })
    expect(merge.nodes.flatMap(linesOf)).toEqual([A, ours, theirs, C])
    expect(merge.checks).toMatchObject([{ kind: 'inserted', text: `${ours}\n${theirs}` }])
  })

  it('includes once what both added alike', () => {
    expect(shown([p(A), p(C)], [p(A), p(B), p(C)], [p(A), p(B), p(C)])).toEqual([A, B, C])
    expect(status([p(A)], [p(A), p(B)], [p(A), p(B)])).toBe('unchanged')
  })

  it('asks a person if both replaced one block with different ones', () => {
    const [ours, theirs] = ['Nobody needs to be asked about this here.', 'Two interpreters take turns every hour.']
    const shownAs = shown([p(A), p(B), p(C)], [p(A), p(ours), p(C)], [p(A), p(theirs), p(C)])
    expect(shownAs).toEqual([A, `<${B}|${ours}|${theirs}>`, C])
  })

  it('moves a block for one side and edits it for the other', () => {
    expect(shown([p(A), p(B), p(C)], [p(B), p(C), p(A)], [p(A.replace('wait', 'hurry')), p(B), p(C)])).toEqual([
      B,
      C,
      A.replace('wait', 'hurry'),
    ])
  })

  it('has a block once if both moved it to different places, and asks where it should be', () => {
    const D = 'Give the person a copy of the decision in a language that she reads.'
    const merge = mergeRichText({
      base: [p(A), p(B), p(C), p(D)],
      ours: [p(B), p(C), p(A), p(D)],
      theirs: [p(B), p(C), p(D), p(A)],
    })
    expect(merge.conflicts).toMatchObject([{ kind: 'place', base: '', ours: C, theirs: D }])
    expect(merge.value).toEqual([p(B), p(C), p(A), p(D)])
    for (const resolution of ['ours', 'both', 'base'] as const) {
      expect(resolveRichText({ nodes: merge.nodes, resolutions: { 1: resolution } })).toHaveLength(4)
    }
    expect(resolveRichText({ nodes: merge.nodes, resolutions: { 1: 'theirs' } })).toEqual([p(B), p(C), p(D), p(A)])
  })
})

describe('merging formats', () => {
  it('takes bold from one side and words from the other, in one sentence', () => {
    const [ours, theirs] = [
      [bold('See the person ', 'alone', ' in a quiet room.')],
      [p('See the person alone in a private room.')],
    ]
    expect(shown([p('See the person alone in a quiet room.')], ours, theirs)).toEqual([
      'See the person alone{bold} in a private room.',
    ])
  })

  it('merges each mark separately', () => {
    const marked = (...marks: ('bold' | 'italic')[]) => [block('paragraph', { runs: [text('See her alone.', marks)] })]
    expect(shown(marked(), marked('bold'), marked('italic'))).toEqual(['See her alone.{bold,italic}'])
    expect(shown(marked('bold'), marked(), marked('bold', 'italic'))).toEqual(['See her alone.{italic}'])
  })

  it('gives new words the format that the other side gave the replaced ones', () => {
    const ours = [bold('Finish ', 'within 30 days', ' in any case.')]
    expect(shown([p('Finish within 30 days in any case.')], ours, [p('Finish at once in any case.')])).toEqual([
      'Finish at once{bold} in any case.',
    ])
  })

  it('asks a person to choose between two addresses', () => {
    const to = (link: string) => [block('paragraph', { runs: [text('Read '), text('the law', [], link), text('.')] })]
    const [base, ours, theirs] = ['https://a.eu/1', 'https://a.eu/2', 'https://a.eu/3'].map(to)
    const merge = mergeRichText({ base: base ?? [], ours: ours ?? [], theirs: theirs ?? [] })
    expect(merge.conflicts).toMatchObject([
      { kind: 'value', about: 'link', base: 'https://a.eu/1', ours: 'https://a.eu/2', theirs: 'https://a.eu/3' },
    ])
    expect(resolveRichText({ nodes: merge.nodes, resolutions: { 1: 'theirs' } })).toEqual(theirs)
  })
})

describe('merging kinds and structure', () => {
  it('takes a new level from one side and new words from the other', () => {
    expect(
      shown([heading('When to assess', 2)], [heading('When to assess', 3)], [heading('When to assess needs', 2)]),
    ).toEqual(['heading: When to assess needs'])
  })

  it('asks a person to choose between two levels', () => {
    const merge = mergeRichText({
      base: [heading('When', 2)],
      ours: [heading('When', 3)],
      theirs: [heading('When', 4)],
    })
    expect(merge.conflicts).toMatchObject([{ kind: 'value', about: 'level', base: '2', ours: '3', theirs: '4' }])
    expect(resolveRichText({ nodes: merge.nodes, resolutions: { 1: 'theirs' } })).toEqual([heading('When', 4)])
  })

  it('merges the title of a callout word by word, and asks if both changed the same word', () => {
    const titled = (title: string) => [block('callout', { attrs: { tone: 'warning', title }, children: [p(A)] })]
    const base = titled('Before the first talk')
    const merged = mergeRichText({
      base,
      ours: titled('Always before the first talk'),
      theirs: titled('Before the first talk alone'),
    })
    const asked = mergeRichText({
      base,
      ours: titled('Before the second talk'),
      theirs: titled('Before the third talk'),
    })
    const emptied = mergeRichText({ base: titled('Good practice'), ours: titled('Good'), theirs: titled('practice') })
    expect(asked.conflicts).toMatchObject([{ kind: 'value', about: 'title' }])
    expect(emptied.conflicts).toMatchObject([{ kind: 'value', about: 'title' }])
    expect(merged).toMatchObject({ status: 'please-check', value: titled('Always before the first talk alone') })
  })

  it('applies an edit to the right half of a paragraph that the other side split', () => {
    const edited = B.replace('quiet', 'private')
    expect(shown([p(`${A} ${B}`)], [p(A), p(B)], [p(`${A} ${edited}`)])).toEqual([A, edited])
    expect(shown([p(`${A} ${B}`)], [p(`${A} ${edited}`)], [p(A), p(B)])).toEqual([A, edited])
  })

  it('applies an edit of the second paragraph to the paragraph that the other side joined', () => {
    const edited = B.replace('quiet', 'private')
    expect(shown([p(A), p(B), p(C)], [p(`${A} ${B}`), p(C)], [p(A), p(edited), p(C)])).toEqual([`${A} ${edited}`, C])
  })

  it('merges the items of a list one by one', () => {
    expect(
      shown(
        [list('Food', 'A bed for the night', 'Clothes')],
        [list('Food', 'A bed for the night', 'Clothes for children', 'Money')],
        [list('Food and water', 'A bed for the night', 'Clothes')],
      ),
    ).toEqual([
      'list: ',
      '  item: Food and water',
      '  item: A bed for the night',
      '  item: Clothes for children',
      '  item: Money',
    ])
  })

  it('merges a removed column with an edited cell, but asks a person if both changed the grid', () => {
    const cell = (value: string) => block('cell', { children: [p(value)] })
    const table = (...rows: string[][]) => [
      block('table', { children: rows.map((row) => block('row', { children: row.map(cell) })) }),
    ]
    const base = table(['Who', 'Deadline', 'Where'], ['The office', 'three days', 'Rome'])
    const ours = table(['Who', 'Where'], ['The office', 'Rome'])
    const theirs = table(['Who', 'Deadline', 'Where'], ['The police office', 'three days', 'Rome'])
    const merged = shown(base, ours, theirs).map((line) => line.trim())
    expect(merged.filter((line) => line !== 'cell:' && line !== 'row:' && line !== 'table:')).toEqual([
      'Who',
      'Where',
      'The police office',
      'Rome',
    ])
    const other = table(['Who', 'Deadline', 'Where', 'Phone'], ['The office', 'three days', 'Rome', '112'])
    expect(mergeRichText({ base, ours, theirs: other }).conflicts).toMatchObject([{ kind: 'value', about: 'columns' }])
  })

  it('asks which contact it is if both changed it, and never mixes the details of two', () => {
    const contact = (details: Record<string, string>) => [
      block('contact', {
        id: 'office',
        children: Object.entries(details).map(([name, words]) =>
          block('field', { attrs: { name }, runs: [text(words)] }),
        ),
      }),
    ]
    const base = contact({ name: 'National office', phone: '+32 2 000 00 00', hours: '8:00 to 16:00' })
    const ours = contact({ name: 'Assessment team', phone: '+353 1 000 00 00', hours: '8:00 to 16:00' })
    const theirs = contact({ name: 'National office', phone: '+32 2 000 00 00', hours: '8:00 to 18:00' })
    const merged = mergeRichText({ base, ours, theirs })
    expect(merged.conflicts).toMatchObject([{ kind: 'value', about: 'details' }])
    expect(textOf(merged.value)).toBe(textOf(ours))
    const answered = (resolution: 'theirs' | 'both') =>
      textOf(resolveRichText({ nodes: merged.nodes, resolutions: { [merged.conflicts[0]?.id ?? '']: resolution } }))
    expect(answered('theirs')).toBe(textOf(theirs))
    expect(answered('both')).toBe(`${textOf(ours)}\n${textOf(theirs)}`)
    const hours = contact({ name: 'National office', phone: '+32 2 000 00 00', hours: '9:00 to 16:00' })
    expect(mergeRichText({ base, ours: hours, theirs }).conflicts).toMatchObject([{ kind: 'value', about: 'details' }])
    expect(mergeRichText({ base, ours: theirs, theirs }).conflicts).toEqual([])
    expect(textOf(mergeRichText({ base, ours, theirs: base }).value)).toBe(textOf(ours))
  })
})
