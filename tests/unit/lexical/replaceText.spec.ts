import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { block, type RichText, text } from '@/domain/richText/richText'
import { findText } from '@/domain/words/findText'
import { fromLexical } from '@/lexical/fromLexical'
import { replaceText } from '@/lexical/replaceText'
import { textPlaces } from '@/lexical/textPlaces'
import { toLexical } from '@/lexical/toLexical'
import { randomRichText } from './randomRichText'

const field = (name: string, words: string) => block('field', { attrs: { name }, runs: [text(words)] })

const GUIDE: RichText = [
  block('paragraph', {
    id: 'p',
    runs: [
      text('Call the '),
      text('pol', ['bold']),
      text('ice'),
      { type: 'footnote', text: 'The police decide.' },
      text(' now.'),
    ],
  }),
  block('heading', {
    id: 'h',
    attrs: { level: 2 },
    runs: [text('Police and law', [], 'https://police.example/police')],
  }),
  block('list', {
    id: 'l',
    attrs: { style: 'bullet' },
    children: [
      block('item', {
        id: 'i',
        runs: [text('The police station')],
        children: [
          block('list', {
            id: 'n',
            attrs: { style: 'bullet' },
            children: [block('item', { id: 'j', runs: [text('No police')] })],
          }),
        ],
      }),
    ],
  }),
  block('table', {
    id: 't',
    children: [
      block('row', {
        id: 'r',
        children: [block('cell', { id: 'c', children: [block('paragraph', { id: 'q', runs: [text('police')] })] })],
      }),
    ],
  }),
  block('steps', {
    id: 's',
    attrs: { title: 'Police' },
    children: [
      block('entry', { id: 'e', children: [field('what', 'Ask'), field('who', 'police'), field('deadline', 'today')] }),
    ],
  }),
  block('callout', {
    id: 'b',
    attrs: { tone: 'warning', title: 'Police' },
    children: [block('paragraph', { id: 'x', runs: [text('Never the police.')] })],
  }),
]

const replaceAll = (state: ReturnType<typeof toLexical>, words: string, instead: string) => {
  const replacements = textPlaces(state).flatMap((place) =>
    findText(place.text, { words, matchCase: true, wholeWords: false }).map((stretch) => ({
      place,
      stretch,
      words: instead,
    })),
  )
  const after = structuredClone(state)
  for (const { indexes, node } of replaceText(state, replacements)) {
    let holder: Record<string, unknown> = after.root
    for (const index of indexes.slice(0, -1)) holder = (holder.children as Record<string, unknown>[])[index] ?? {}
    ;(holder.children as Record<string, unknown>[])[indexes.at(-1) ?? 0] = node
  }
  return { after, count: replacements.length }
}

describe('words of an editor text', () => {
  it('are found in its boxes, steps, tables, lists and footnotes, in the order in which they are read', () => {
    expect(textPlaces(toLexical(GUIDE)).map((place) => place.text)).toEqual([
      'Call the police\uFFFC now.',
      'The police decide.',
      'Police and law',
      'The police station',
      'No police',
      'police',
      'Police',
      'Ask',
      'police',
      'today',
      'Police',
      'Never the police.',
    ])
  })

  it('are replaced everywhere, and nothing else of the text changes', () => {
    const { after, count } = replaceAll(toLexical(GUIDE), 'olice', 'eople')
    expect(count).toBe(10)
    const [paragraph, heading, list, table, steps, box] = fromLexical(after)
    expect(paragraph?.runs).toEqual([
      text('Call the '),
      text('people', ['bold']),
      { type: 'footnote', text: 'The people decide.' },
      text(' now.'),
    ])
    expect(heading?.runs).toEqual([text('People and law', [], 'https://police.example/police')])
    expect(JSON.stringify([list, table, steps, box])).not.toMatch(/police/i)
    const ids = (value: unknown) => JSON.stringify(value).match(/"id":"[^"]*"/g)
    expect(ids(fromLexical(after))).toEqual(ids(fromLexical(toLexical(GUIDE))))
  })

  it('are no address of a link', () => {
    expect(JSON.stringify(replaceAll(toLexical(GUIDE), 'police', 'x').after)).toContain('https://police.example/police')
  })

  it('are given as few changed nodes as there are, and a footnote with its paragraph', () => {
    const state = toLexical(GUIDE)
    const places = textPlaces(state).slice(0, 2)
    const changed = replaceText(
      state,
      places.map((place) => ({ place, stretch: { from: 0, to: 4 }, words: 'Text' })),
    )
    expect(changed.map(({ indexes }) => indexes)).toEqual([[0]])
    expect(JSON.stringify(changed)).toContain('Text')
    expect(JSON.stringify(state)).toBe(JSON.stringify(toLexical(GUIDE)))
  })

  it('of any text can be replaced and replaced back', () => {
    fc.assert(
      fc.property(randomRichText, (blocks) => {
        const state = toLexical(blocks)
        fc.pre(!JSON.stringify(state).includes(UNUSED))
        const { after, count } = replaceAll(state, 'o', UNUSED)
        const back = replaceAll(after, UNUSED, 'o')
        expect(back.count).toBe(count)
        expect(back.after).toEqual(state)
      }),
    )
  })
})

/** No text has it. */
const UNUSED = '\u2603'
