import { describe, expect, it } from 'vitest'
import { mergeRichText, type Resolution, resolveRichText } from '@/domain/merge/merge'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { heading, list, p } from '../diff/shownAs'
import { shown } from './shownMerge'

const A = 'Start when the application is registered and do not wait.'
const B = 'See the person alone in a quiet room where nobody can listen.'
const C = 'Write down what was said and who will read the report.'

const box = (...children: Block[]): Block => block('callout', { attrs: { tone: 'warning' }, children })
const item = (value: string, ...children: Block[]): Block => block('item', { runs: [text(value)], children })
const row = (...cells: string[]): Block =>
  block('row', { children: cells.map((value) => block('cell', { children: [p(value)] })) })
const table = (...rows: Block[]): Block => block('table', { children: rows })
const entry = (what: string, note: string): Block =>
  block('entry', {
    children: [
      block('field', { attrs: { name: 'text' }, runs: [text(what)] }),
      block('field', { attrs: { name: 'note' }, runs: [text(note)] }),
    ],
  })

/** The resulting texts if every conflict is decided the same way. */
function decided(texts: { base: RichText; ours: RichText; theirs: RichText }, resolution: Resolution): string[] {
  const { nodes, conflicts } = mergeRichText(texts)
  const resolutions = Object.fromEntries(conflicts.map(({ id }) => [id, resolution]))
  return textOf(resolveRichText({ nodes, resolutions })).split('\n')
}

describe('a callout that one side deleted while the other put a paragraph into it', () => {
  const base = [box(p(A)), p(B)]
  const texts = { base, ours: [box(p(A), p(B))], theirs: [p(B)] }

  it('is a conflict', () => {
    expect(mergeRichText(texts).conflicts).toMatchObject([{ kind: 'deleted', theirs: '' }])
  })

  it('contains the paragraph while it stays, even if somebody asks for both', () => {
    expect(decided(texts, 'ours')).toEqual([A, B])
    expect(decided(texts, 'both')).toEqual([A, B])
  })

  it('leaves the paragraph where it was if the callout is removed', () => {
    expect(decided(texts, 'theirs')).toEqual([B])
  })

  it('does not remove the paragraph if the base is chosen', () => {
    expect(decided(texts, 'base').toSorted()).toEqual([A, B].toSorted())
  })
})

it('shows of a list that one side removed only what the answer decides on', () => {
  const base = [list('Ask for the name', 'Ask for the age', 'Ask for a card of the person')]
  const ours = [p('Ask for the name'), p('Ask for the age')]
  const theirs = [list('Ask for the first name', 'Ask for the age', 'Ask for a card of the person', 'Take a picture')]
  const texts = { base, ours, theirs }
  expect(mergeRichText(texts).conflicts).toMatchObject([
    { kind: 'deleted', base: '', ours: '', theirs: 'Take a picture' },
  ])
  expect(decided(texts, 'ours')).toEqual(['Ask for the first name', 'Ask for the age'])
})

describe('a paragraph that was joined to one that the other side deleted', () => {
  const texts = { base: [p(A), p(B), p(C)], ours: [p(`${A} ${B}`), p(C)], theirs: [p(B), p(C)] }

  it('stays, whatever is decided', () => {
    expect(decided(texts, 'ours')).toEqual([`${A} ${B}`, C])
    expect(decided(texts, 'theirs')).toEqual([B, C])
  })
})

it('keeps the half of a paragraph that ours moved behind a new heading, if theirs only split it', () => {
  const ours = [p(A), heading('The report'), p(B), p(C)]
  expect(decided({ base: [p(`${A} ${B}`), p(C)], ours, theirs: [p(A), p(B), p(C)] }, 'ours')).toEqual(
    expect.arrayContaining([A, 'The report', B, C]),
  )
})

it('puts a block that one side added after a paragraph after both halves, if the other side split it', () => {
  const [base, split, put] = [[p(`${A} ${B}`)], [p(A), p(B)], [p(`${A} ${B}`), p(C)]]
  expect(shown(base, put, split)).toEqual([A, B, C])
  expect(shown(base, split, put)).toEqual([A, B, C])
})

it('puts blocks added before or after a paragraph there, even if the other side put it into a callout or a list', () => {
  const base = [p(A), p(B), p(C)]
  const around = [p(A), heading('Alone'), p(B), p('Ask twice.'), p(C)]
  const inBox = ['callout: ', `  ${B}`]
  const inList = ['list: ', `  item: ${B}`]
  for (const [wrapped, lines] of [
    [box(p(B)), inBox],
    [list(B), inList],
  ] as const) {
    const expected = [A, 'heading: Alone', ...lines, 'Ask twice.', C]
    expect(shown(base, [p(A), wrapped, p(C)], around)).toEqual(expected)
    expect(shown(base, around, [p(A), wrapped, p(C)])).toEqual(expected)
  }
})

it('keeps both halves of a paragraph that ours split and reordered, if theirs joined it to the previous one', () => {
  const [first, second] = ['See the person alone in a quiet', 'room where nobody can listen to what is said.']
  const merged = shown(
    [p(A), p(`${first} ${second}`), p(C)],
    [p(A), p(second), p(first), p(C)],
    [p(`${A} ${first} ${second}`), p(C)],
  )
  expect(merged.join(' ')).toContain(first)
  expect(merged.join(' ')).toContain(second)
})

it('merges words into an item that ours split, even if ours moved a longer item after it', () => {
  const [first, second] = ['Write down what was said', 'and who will read the report.']
  const edited = second.replace('report', 'whole report')
  const merged = shown(
    [list(B, A, `${first} ${second}`)],
    [list(A, first, second, B)],
    [list(B, A, `${first} ${edited}`)],
  )
  expect(merged.map((line) => line.trim())).toEqual(['list:', ...[A, first, edited, B].map((line) => `item: ${line}`)])
})

it('leaves no empty callout if ours deleted the paragraph that theirs put into it', () => {
  expect(shown([p(A), p(B)], [p(A)], [p(A), box(p(B))])).toEqual([A])
})

it('accepts a change that both sides made alike, even if one of them rewrote everything around it', () => {
  const base = [p(A), heading('Writing a Report', 3), p(B)]
  const ours = [p(A), heading('Einen Report schreiben', 3), p(B)]
  const theirs = [
    p('Beginne, sobald der Antrag da ist.'),
    heading('Einen Report schreiben', 3),
    p('Sprich allein mit ihr.'),
  ]
  expect(mergeRichText({ base, ours, theirs })).toMatchObject({ status: 'please-check', conflicts: [] })
  expect(shown(base, ours, theirs)).toContain('heading: Einen Report schreiben')
})

it('terminates, with every word, if ours put the table into the callout inside that table', () => {
  const cell = (...children: Block[]): Block => block('cell', { children })
  const rows = (...all: Block[][]): Block => table(...all.map((children) => block('row', { children })))
  const note = block('paragraph', { runs: [{ type: 'footnote', text: 'the' }] })
  const { conflicts, value } = mergeRichText({
    base: [block('rule'), rows([cell(heading('', 2))], [cell(box(p('the the👩‍⚕️ 保護')))])],
    ours: [box(rows([cell(p('the')), cell(p('the'), p('保護 the the'), p('the'))]), note)],
    theirs: [rows([cell(heading('leur', 2))], [cell(box(p('leur theleur 保護')))])],
  })
  const said = [textOf(value), ...conflicts.map(({ ours, theirs }) => `${ours} ${theirs}`)].join(' ')
  expect(said).toContain('theleur')
})

describe('lists, tables and callouts', () => {
  it('asks about a cell that theirs emptied, even if theirs wrote in another row what ours wrote into it', () => {
    const base = [table(row('Register the child', 'As soon as possible'), row('Call the office', 'by phone'))]
    const ours = [table(row('Register the child', 'Within three days'), row('Call the office', 'by phone'))]
    const theirs = [
      table(
        row('Register the child', ''),
        row('Call the office', 'by phone'),
        row('Find a guardian', 'Within three days'),
      ),
    ]
    expect(mergeRichText({ base, ours, theirs }).conflicts).toMatchObject([{ kind: 'deleted' }])
  })

  it('has each item once if both added the same list, however short', () => {
    const [ours, theirs] = [
      list('passport', 'birth certificate', 'school report'),
      list('passport', 'birth certificate', 'school report', 'file'),
    ]
    expect(shown([p(A)], [p(A), ours], [p(A), theirs]).map((line) => line.trim())).toEqual([
      A,
      'list:',
      'item: passport',
      'item: birth certificate',
      'item: school report',
      'item: file',
    ])
  })

  it('has a part once if both added it under the same short heading, with the items of both', () => {
    const [ours, theirs] = [
      [heading('Rome'), list('The police office')],
      [heading('Rome'), list('The doctor on duty')],
    ]
    expect(shown([p(A), p(C)], [p(A), ...ours, p(C)], [p(A), ...theirs, p(C)]).map((line) => line.trim())).toEqual([
      A,
      'heading: Rome',
      'list:',
      'item: The police office',
      'item: The doctor on duty',
      C,
    ])
  })

  it('keeps two added parts apart if they share only a subheading', () => {
    const part = (name: string, text: string) => [heading(name), heading('Changed', 3), p(text)]
    const merged = shown([p(A)], [p(A), ...part('Rome', B)], [p(A), ...part('Bari', C)])
    expect(merged).toEqual([A, 'heading: Rome', 'heading: Changed', B, 'heading: Bari', 'heading: Changed', C])
  })

  it('has a short item once if both added it in one place, and more was added elsewhere', () => {
    const base = [list('Food', 'A bed for the night', 'Clothes')]
    const ours = [list('Food', 'Yes', 'A bed for the night', 'Clothes', 'Money')]
    const theirs = [list('Food', 'Yes', 'A bed for the night', 'Clothes')]
    expect(shown(base, ours, theirs).map((line) => line.trim())).toEqual([
      'list:',
      'item: Food',
      'item: Yes',
      'item: A bed for the night',
      'item: Clothes',
      'item: Money',
    ])
  })

  it('never puts a named text into another entry', () => {
    const entries = (one: [string, string], other: [string, string]) => [
      block('checklist', { children: [entry(...one), entry(...other)] }),
    ]
    const { value } = mergeRichText({
      base: entries(['The police office', 'Monday to Friday from 9'], ['The doctor on duty', '']),
      ours: entries(['The police office', ''], ['The doctor on duty', 'Saturday to Sunday from 9']),
      theirs: entries(['The police office', 'Monday to Friday from 9 to 17'], ['The doctor on duty', '']),
    })
    expect(textOf(value)).toMatch(/The doctor on duty\nSaturday to Sunday from 9$/)
  })

  it('keeps the list that one side added below an item which the other side split', () => {
    const [first, second] = ['Offer a break now and then to the person', 'and a glass of water before you go on.']
    const nested = list('After half an hour at the latest')
    const base = [list(`${first} ${second}`), p(C)]
    const ours = [list(first, second), p(C)]
    const theirs = [block('list', { attrs: { style: 'bullet' }, children: [item(`${first} ${second}`, nested)] }), p(C)]
    expect(textOf(mergeRichText({ base, ours, theirs }).value)).toContain('After half an hour at the latest')
  })

  it('removes a list if each side removed a part of it and nothing is left', () => {
    const [first, second] = ['Say who you are', 'Say why you ask']
    expect(shown([list(first, second), p(C)], [list(first), p(C)], [list(second), p(C)])).toEqual([C])
  })

  it('keeps a row once if both added it, and asks about the cell that differs', () => {
    const base = [table(row('Who', 'Phone'), row('Police', '110'))]
    const withRow = (phone: string) => [table(row('Who', 'Phone'), row('Hotline', phone), row('Police', '110'))]
    const merged = shown(base, withRow('0800 1'), withRow('0800 2')).map((line) => line.trim())
    expect(merged.filter((line) => !/^(cell|row|table):/.test(line))).toEqual([
      'Who',
      'Phone',
      'Hotline',
      '0800<| 1| 2>',
      'Police',
      '110',
    ])
  })

  it('keeps both rows without a first cell that the two sides added', () => {
    const base = [table(row('Who', 'What'), row('Police', 'Protects the person in danger'))]
    const withRow = (words: string) => [
      table(row('Who', 'What'), row('Police', 'Protects the person in danger'), row('', words)),
    ]
    const { value } = mergeRichText({
      base,
      ours: withRow('Also on Sundays'),
      theirs: withRow('Never without consent'),
    })
    expect(textOf(value)).toContain('Also on Sundays')
    expect(textOf(value)).toContain('Never without consent')
    expect(value[0]?.children.length).toBe(4)
  })

  it('keeps an equal row once if both added the table, however short the row is', () => {
    const added = (place: string) => table(row('#', 'What'), row('1', `Ask for ${place} of the child`))
    const [ours, theirs] = [added('the age'), added('the name')]
    const { conflicts } = mergeRichText({ base: [p(A)], ours: [p(A), ours], theirs: [p(A), theirs] })
    expect(conflicts).toMatchObject([{ kind: 'inserted', ours: 'age', theirs: 'name' }])
  })

  it('recognises a row with another running number by its other cells', () => {
    const numbered = (...texts: string[]) => [table(...texts.map((value, at) => row(`${at + 1}`, value)))]
    const last = 'Agree on a way to tell the office'
    const base = numbered('Ask for an interpreter first', 'Register the child here', last)
    const ours = numbered('Register the child here', last)
    const theirs = numbered('Ask for an interpreter first', 'Register the child here', `${last} at once`)
    const merge = mergeRichText({ base, ours, theirs })
    expect(merge.conflicts).toEqual([])
    expect(textOf(merge.value).split('\n')).toEqual(['1', 'Register the child here', '2', `${last} at once`])
  })

  it('keeps a row that both inserted once, if one of them also edited the row that took the next number', () => {
    const numbered = (...texts: string[]) => [table(...texts.map((value, at) => row(`${at + 1}`, value)))]
    const [threat, added] = [
      'A threat model of the service is made',
      'A detailed model says which attackers are in scope',
    ]
    const base = numbered(threat, 'All controls have one centralized implementation')
    const ours = numbered(threat, added, 'All controls have one centralized implementation without copies')
    const theirs = numbered(threat, added, 'All controls have one centralized implementation')
    const merge = mergeRichText({ base, ours, theirs })
    expect(merge.conflicts).toEqual([])
    expect(textOf(merge.value)).toBe(textOf(ours))
  })

  it('recognises a row that was rewritten under its number, if no row has another number now', () => {
    const numbered = (...rows: string[][]) => [table(...rows.map((cells) => row(...cells)))]
    const [first, second, third] = [
      ['1', 'Access is checked on the server', 'later'],
      ['2', 'The separation of duties is enforced in applications of high value', 'later'],
      ['3', 'Folders are not listed', 'later'],
    ] as const
    const base = numbered([...first], [...second], [...third])
    const ours = numbered([...first], ['2', second[1], 'weakness 732'], [...third])
    const theirs = numbered(['2', 'Code that races is properly synchronized', 'later'], [...third])
    const merge = mergeRichText({ base, ours, theirs })
    expect(merge.conflicts).toEqual([])
    const expected = numbered(['2', 'Code that races is properly synchronized', 'weakness 732'], [...third])
    expect(textOf(merge.value)).toBe(textOf(expected))
    expect(merge.checks).toMatchObject([{ kind: 'words', text: textOf(expected).split('\n').slice(0, 3).join('\n') }])
  })

  describe('a table whose rows the other side renumbers and edits', () => {
    const rows = {
      athens: 'The shelter in Athens takes women and children',
      patras: 'The shelter in Patras takes women only',
      volos: 'The shelter in Volos takes families with children',
      clinic: 'The clinic in Chania treats everybody',
    }
    const made = (...given: [string, string?][]) => [
      table(...given.map(([words, state = 'free'], at) => row(`${at + 1}`, words, state))),
    ]
    const base = made([rows.athens], [rows.patras], [rows.volos], [rows.clinic])
    const small = rows.volos.replace('with', 'with small')
    const stateOf = (merged: RichText, place: string) => {
      const found = merged[0]?.children.find(({ children }) => textOf(children).includes(place))
      return found && textOf(found.children.slice(2))
    }

    it.each([
      ['deletes the row before it', [[rows.athens], [small], [rows.clinic]]],
      [
        'inserts a row before it',
        [[rows.athens], ['Larissa has a shelter'], [`${rows.patras} now`], [small], [rows.clinic]],
      ],
      ['deletes the first row', [[`${rows.patras} now`], [small], [rows.clinic]]],
    ] as [string, [string][]][])('keeps what ours wrote in the row that it was written in: it %s', (_, theirs) => {
      const ours = made([rows.athens], [rows.patras], [rows.volos, 'closed since May'], [rows.clinic])
      const { value, conflicts } = mergeRichText({ base, ours, theirs: made(...theirs) })
      expect(conflicts).toEqual([])
      expect(stateOf(value, 'Volos')).toBe('closed since May')
      expect(stateOf(value, 'Patras') ?? 'free').toBe('free')
    })

    it('keeps it there too if the row with the same number is nearly as similar', () => {
      const row2 = (state: string) => made(['Call the police'], ['Patras monday women', state])
      const theirs = made(
        ['Call the police'],
        ['Volos monday office hotline consent', 'full'],
        ['Patras monday children', 'full'],
      )
      const { value, conflicts } = mergeRichText({ base: row2('full'), ours: row2('full closed'), theirs })
      expect(conflicts).toEqual([])
      expect(stateOf(value, 'Patras')).toBe('full closed')
      expect(stateOf(value, 'Volos')).toBe('full')
    })
  })

  it('keeps both added tables if their numbers of columns differ', () => {
    const [ours, theirs] = [table(row('Who to call', 'Phone')), table(row('Who to call', 'Phone', 'Hours'))]
    const kinds = mergeRichText({ base: [p(A)], ours: [p(A), ours], theirs: [p(A), theirs] }).value.map(
      ({ kind }) => kind,
    )
    expect(kinds).toEqual(['paragraph', 'table', 'table'])
  })

  it('keeps an entry once if both added it, and asks about the text that differs', () => {
    const base = [block('checklist', { children: [entry('Offer a break', 'every hour')] })]
    const withEntry = (note: string) => [
      block('checklist', { children: [entry('Offer a break', 'every hour'), entry('Call the hotline', note)] }),
    ]
    expect(mergeRichText({ base, ours: withEntry('day'), theirs: withEntry('night') }).conflicts).toMatchObject([
      { kind: 'inserted', ours: 'day', theirs: 'night' },
    ])
  })

  it('keeps our kind and position of a paragraph if both changed its kind', () => {
    const { value, conflicts } = mergeRichText({
      base: [p(B), p(A), list('Offer a chair to the person')],
      ours: [p(B), heading(A), list('Offer a chair to the person')],
      theirs: [p(B), list(A, 'Offer a chair to the person')],
    })
    expect(value.map(({ kind }) => kind)).toEqual(['paragraph', 'heading', 'list'])
    expect(conflicts).toMatchObject([{ kind: 'value', about: 'kind' }])
  })

  it('keeps two similar texts that both added apart if one of them has only four words', () => {
    const [ours, theirs] = ['Ask for the name.', 'Ask for the interpreter first.']
    expect(shown([p(B)], [p(B), p(ours)], [p(B), p(theirs)])).toEqual([B, ours, theirs])
  })

  it('keeps what each side put between two paragraphs that both added', () => {
    const [one, two] = ['The office has a list of interpreters for all languages.', 'It is open from Monday to Friday.']
    expect(shown([p(A)], [p(A), p(one), p('Ours.'), p(two)], [p(A), p(one), p(two), p('Theirs.')])).toEqual([
      A,
      one,
      'Ours.',
      two,
      'Theirs.',
    ])
  })
})

describe('a heading that one side made a paragraph, and the other one a heading of another level', () => {
  const merge = mergeRichText({ base: [heading(A, 2)], ours: [p(A)], theirs: [heading(A, 3)] })

  it.each<[Resolution, RichText]>([
    ['base', [heading(A, 2)]],
    ['ours', [p(A)]],
    ['theirs', [heading(A, 3)]],
  ])('has the kind and the level of the side that is chosen: %s', (side, expected) => {
    const resolutions = Object.fromEntries(merge.conflicts.map(({ id }) => [id, side]))
    expect(resolveRichText({ nodes: merge.nodes, resolutions })).toEqual(expected)
  })
})
