import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type BlockChange, diffSection, type MoveSource } from '@/domain/diff/diff'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'
import { translatorFor } from '@/messages/translate'
import { DifferenceList } from '@/textView/DifferenceList'
import { describeChange } from '@/textView/describeChange'
import { SectionDifference } from '@/textView/SectionDifference'
import { blocksShown, heading, list, p, table } from './shownAs'

const t = translatorFor('en')

const first = 'Start when the application is registered and do not wait for the word trafficking, whatever is said.'
const second = 'See the person alone in a quiet room.'
const third = 'Write down what was offered and give a copy of it to the legal adviser.'

function changeOf(before: RichText, after: RichText) {
  const of = (body: RichText) => ({ key: 'a', title: '', summary: '', body, addition: [], audiences: [], stages: [] })
  return diffSection({ before: of(before), after: of(after) })
}

/** The headings of the differences, as the list beside the text shows them. */
function named(before: RichText, after: RichText): string[] {
  const markup = renderToStaticMarkup(createElement(DifferenceList, { change: changeOf(before, after), t }))
  return [...markup.matchAll(/<a href="#d\d+">(.*?)<\/a>/gu)].map((match) => match[1] ?? '')
}

/** What a screen reader says for the text with its differences. */
function heard(before: RichText, after: RichText): string {
  const change = changeOf(before, after)
  return renderToStaticMarkup(createElement(SectionDifference, { change, language: 'en', t }))
    .replace(/<span aria-hidden="true">.*?<\/span>/gu, '')
    .replace(/<\/?(?:p|ul|li|td|th|h\d)>/gu, ' ')
    .replace(/<[^>]*>/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

function bodyOf(before: RichText, after: RichText): { blocks: BlockChange[]; moveSources: MoveSource[] } {
  const body = changeOf(before, after).fields.find((field) => field.field === 'body')
  if (body?.kind !== 'richText') throw new Error('There is no body.')
  return { blocks: body.blocks, moveSources: body.moveSources ?? [] }
}

function item(value: string, ...children: Block[]): Block {
  return block('item', { runs: [text(value)], children })
}

describe('bold over several words', () => {
  const before = [p(first)]
  const [start, middle, end] = [
    'Start when ',
    'the application is registered',
    ' and do not wait for the word trafficking, whatever is said.',
  ]
  const after = [block('paragraph', { runs: [text(start), text(middle, ['bold']), text(end)] })]

  it('is one change of formatting, without changed words', () => {
    expect(blocksShown(before, after)).toEqual([`changed paragraph: ${start}${middle}{→bold}${end}`])
    expect(changeOf(before, after).counts).toMatchObject({ changes: 1, wordsAdded: 0, wordsRemoved: 0, reformatted: 1 })
  })

  it('is named so', () => {
    expect(named(before, after)).toEqual(['Formatting changed'])
    expect(heard(before, after)).toBe(`${start}${middle} (now bold)${end}`)
  })
})

describe('another level of a heading', () => {
  const [before, after] = [[heading('When to start', 2)], [heading('When to start', 3)]]

  it('is one change of the heading, without changed words', () => {
    expect(blocksShown(before, after)).toEqual(['changed heading {"level":2}: When to start'])
    expect(changeOf(before, after).counts).toMatchObject({ changes: 1, wordsAdded: 0, wordsRemoved: 0, reformatted: 1 })
  })

  it('is named so', () => {
    expect(named(before, after)).toEqual(['Heading level changed'])
    expect(heard(before, after)).toBe('When to start (was a heading of level 2)')
  })
})

describe('paragraphs that became a list', () => {
  const [before, after] = [[p(first), p(second)], [list(first, second)]]

  it('have the same words in blocks of another kind', () => {
    expect(blocksShown(before, after)).toEqual([
      'added list',
      `  changed paragraph→item: ${first}`,
      `  changed paragraph→item: ${second}`,
    ])
    expect(changeOf(before, after).counts).toMatchObject({ changes: 2, wordsAdded: 0, wordsRemoved: 0, reformatted: 2 })
  })

  it('are named so, and not as moved', () => {
    expect(named(before, after)).toEqual(['Now a list item', 'Now a list item'])
    expect(heard(before, after)).toBe(`${first} (was a paragraph) ${second} (was a paragraph)`)
  })

  it('are named so in reverse, and the removed list around them is not mentioned', () => {
    expect(named(after, before)).toEqual(['Now a paragraph', 'Now a paragraph'])
    expect(heard(after, before)).toBe(`${first} (was a list item) ${second} (was a list item)`)
  })
})

describe('a list item that was indented', () => {
  const flat = [list(first, second, third)]
  const deep = [list(item(first, list(second)), third)]

  it('is one change, without changed words', () => {
    expect(changeOf(flat, deep).counts).toMatchObject({
      changes: 1,
      wordsAdded: 0,
      wordsRemoved: 0,
      blocksAdded: 0,
      blocksRemoved: 0,
      blocksMoved: 0,
      reformatted: 1,
    })
  })

  it('is named so, and not as moved', () => {
    expect(named(flat, deep)).toEqual(['List item indented'])
    expect(heard(flat, deep)).toBe(`${first} ${second} (one level deeper in the list) ${third}`)
  })

  it('is named so in reverse', () => {
    expect(named(deep, flat)).toEqual(['List item indented less'])
    expect(heard(deep, flat)).toBe(`${first} ${second} (one level higher in the list) ${third}`)
  })

  it('is called moved if it was also put under another item', () => {
    const after = [list(second, item(third, list(first)))]
    expect(named(flat, after)).toEqual(['List item moved'])
    expect(heard(flat, after)).toContain('Moved from here: “Start when')
  })
})

describe('two paragraphs that were joined', () => {
  const before = [p(first), p(second), p(third)]
  const after = [p(`${first} ${second}`), p(third)]

  it('are one change, which removes a paragraph break and no word', () => {
    const [joined, rest] = bodyOf(before, after).blocks
    expect(joined?.segments.map(({ status, text: words, object }) => [status, object ?? words.trim()])).toEqual([
      ['same', first],
      ['removed', 'end'],
      ['added', ''],
      ['same', second],
    ])
    expect(rest?.status).toBe('same')
    expect(changeOf(before, after).counts).toMatchObject({
      changes: 1,
      wordsAdded: 0,
      wordsRemoved: 0,
      blocksRemoved: 0,
    })
  })

  it('are named so', () => {
    expect(named(before, after)).toEqual(['Two paragraphs were joined'])
    expect(heard(before, after)).toBe(
      `${first}[removed] paragraph break [end of removed] ${second} (Two paragraphs were joined) ${third}`,
    )
  })

  it('are counted if there were more than two, and named by their old kind', () => {
    expect(named(before, [p(`${first} ${second} ${third}`)])).toEqual(['3 paragraphs were joined'])
    expect(named([list(first, second)], [list(`${first} ${second}`)])).toEqual(['Two list items were joined'])
    expect(named([heading(first), p(second)], [heading(`${first} ${second}`)])).toEqual([
      'Two parts of the text were joined',
    ])
  })
})

describe('a paragraph that was split in two', () => {
  const before = [p(`${first} ${second}`), p(third)]
  const after = [p(first), p(second), p(third)]

  it('is one change, without marked words', () => {
    const { blocks } = bodyOf(before, after)
    expect(
      blocks.map(({ split, segments }) => [split ?? false, segments.map((one) => one.text.trim()).join('')]),
    ).toEqual([
      [false, first],
      [true, second],
      [false, third],
    ])
    expect(changeOf(before, after).counts).toMatchObject({ changes: 1, wordsAdded: 0, wordsRemoved: 0, blocksAdded: 0 })
  })

  it('is named so', () => {
    expect(named(before, after)).toEqual(['Paragraph split'])
    expect(heard(before, after)).toBe(`${first} ${second} (split off from the paragraph above) ${third}`)
  })

  it('is named by its old kind', () => {
    expect(named([list(`${first} ${second}`)], [list(first, second)])).toEqual(['List item split'])
    expect(heard([list(`${first} ${second}`)], [list(first, second)])).toContain('(split off from the list item above)')
  })

  it('is named so if what was removed at the cut cannot be seen', () => {
    for (const unseen of [' ', '\u200b', ' \u200b ', '\u00ad '])
      expect(named([p(`${first}${unseen}${second}`), p(third)], after)).toEqual(['Paragraph split'])
  })

  it('shows which words also changed', () => {
    const edited = [p(first.replace('registered', 'lodged')), p(second), p(third)]
    expect(named(before, edited)).toEqual(['Paragraph changed', 'Paragraph split'])
  })

  it('is not one that was there and lost its first sentence to the paragraph above', () => {
    const [who, place, guardian] = [
      'Ask the child who they are.',
      'Offer a safe place to sleep.',
      'Call the guardian today.',
    ]
    expect(named([p(who), p(`${place} ${guardian}`)], [p(`${place} ${who}`), p(guardian)])).toEqual([
      'Sentence added',
      'Sentence removed',
    ])
  })
})

describe('a table', () => {
  const head = ['Country', 'Office', 'Deadline']
  const [spain, italy, greece] = [
    ['Spain', 'Madrid office', '5 days'],
    ['Italy', 'Rome office', '6 days'],
    ['Greece', 'Athens office', '7 days'],
  ]
  const before = [table(head, spain, italy, greece)]

  it('names a row that moved', () => {
    const after = [table(head, greece, spain, italy)]
    expect(changeOf(before, after).counts).toMatchObject({ changes: 1, wordsAdded: 0, wordsRemoved: 0, blocksMoved: 1 })
    expect(named(before, after)).toEqual(['Table row moved'])
    expect(heard(before, after)).toBe(
      'Country Office Deadline Greece (Moved here) Athens office 7 days ' +
        'Spain Madrid office 5 days Italy Rome office 6 days Moved from here: “Greece”',
    )
  })

  it('names a cell that changed', () => {
    const after = [table(head, spain, ['Italy', 'Rome office', '9 days'], greece)]
    expect(changeOf(before, after).counts).toMatchObject({ changes: 1, wordsAdded: 1, wordsRemoved: 1 })
    expect(named(before, after)).toEqual(['Table cell changed'])
    expect(heard(before, after)).toContain('[removed] 6 [end of removed] [added] 9 [end of added] days')
  })

  it('names a removed column once', () => {
    const after = [table(...[head, spain, italy, greece].map((row) => row.slice(0, 2)))]
    expect(bodyOf(before, after).blocks[0]?.columns).toEqual({ removed: [2], added: [] })
    expect(changeOf(before, after).counts).toMatchObject({
      changes: 1,
      wordsAdded: 0,
      wordsRemoved: 7,
      blocksRemoved: 0,
      reformatted: 0,
    })
    expect(named(before, after)).toEqual(['Column 3 (“Deadline”) removed'])
    expect(heard(before, after)).toMatch(/^Column 3 \(“Deadline”\) removed Country Office \[removed\] Deadline/u)
  })

  it('names an added column by its new place', () => {
    const after = [table(...[head, spain, italy, greece].map(([one = '', ...rest]) => [one, `${one} 1`, ...rest]))]
    expect(bodyOf(before, after).blocks[0]?.columns).toEqual({ removed: [], added: [1] })
    expect(named(before, after)).toEqual(['Column 2 (“Country 1”) added'])
  })

  it('counts several columns, and also names a row and a cell that changed', () => {
    const noted = [head, spain, italy, greece].map(([one = '', ...rest]) => [
      `${one} and what is to be known of it`,
      ...rest,
    ])
    const [full, one] = [[table(...noted)], [table(...noted.map((row) => row.slice(0, 1)))]]
    expect(named(full, one)).toEqual(['2 columns removed'])
    expect(heard(full, one)).toContain('Column 2 (“Office”) removed · Column 3 (“Deadline”) removed')
    const after = [table(['Country', 'Office'], ['Spain', 'Seville office'], ['Italy', 'Rome office'])]
    expect(named(before, after)).toEqual(['Column 3 (“Deadline”) removed', 'Table cell changed', 'Table row removed'])
  })

  it('names a column without a header by its number only', () => {
    const bare = (rows: string[][]) => [
      block('table', {
        children: rows.map((row) =>
          block('row', { children: row.map((one) => block('cell', { children: [p(one)] })) }),
        ),
      }),
    ]
    const [changed] = bodyOf(bare([spain, italy]), bare([spain.slice(0, 2), italy.slice(0, 2)])).blocks
    expect(changed && describeChange(changed)).toEqual({ key: 'diff.column.removed', params: { number: 3 } })
  })
})

describe('with longer text', () => {
  it('an indented item is named so', () => {
    expect(named([list(second, first, third)], [list(item(second, list(first)), third)])).toEqual([
      'List item indented',
    ])
    expect(named([list('Food', 'Bread', 'Water')], [list(item('Food', list('Bread')), 'Water')])).toEqual([
      'List item indented',
    ])
  })

  it('joined paragraphs are named so', () => {
    expect(named([p(second), p(first)], [p(`${second} ${first}`)])).toEqual(['Two paragraphs were joined'])
  })

  it('a split paragraph is named so', () => {
    expect(named([p(`${second} ${first}`)], [p(second), p(first)])).toEqual(['Paragraph split'])
  })

  it('a moved row is named so', () => {
    const rows = [
      ['Spain', 'five'],
      ['Italy', 'six'],
      ['Greece', 'seven'],
    ]
    const [before, after] = [table(['Country', 'Days'], ...rows), table(['Country', 'Days'], ...rows.toReversed())]
    expect(named([before], [after])).toEqual(['Table row moved', 'Table row moved'])
  })
})
