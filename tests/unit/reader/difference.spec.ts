import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'
import { type Difference, differenceOf } from '@/reader/difference'
import { richText } from '../diff/randomRichText'
import { adapted, content, p } from './publishedSample'

type Words = { title: string; summary: string; body: RichText }

const WORDS: Words = { title: 'Café', summary: 'Ein Asylrecht', body: [p('Within 30 days.'), p('Ask.')] }

/** The difference of a section with other words than the common text, in one language. */
function found(words: Partial<Words>, common = WORDS): Difference['is'] {
  const section = ({ title, summary, body }: Words) =>
    content('k', title, { title: { en: title }, summary: { en: summary }, body: { en: body } })
  return differenceOf({
    entry: adapted,
    content: section({ ...common, ...words }),
    base: section(common),
    language: 'en',
  }).is
}

describe('a section is the common text', () => {
  test('however the accents of its title and its summary are encoded', () => {
    expect(found({})).toBe('same')
    expect(found({ title: 'Cafe\u0301' })).toBe('same')
    expect(found({ title: 'Café' }, { ...WORDS, title: 'Cafe\u0301' })).toBe('same')
    expect(found({ summary: 'Été'.normalize('NFD') }, { ...WORDS, summary: 'Été' })).toBe('same')
  })

  test('however the accents are encoded, for any text', () => {
    fc.assert(
      fc.property(richText, (given) => {
        const common = { ...WORDS, body: [p('Été'), ...given] }
        expect(found({ body: common.body.map(decomposed) }, common)).toBe('same')
      }),
      { numRuns: 100 },
    )
  })
})

test.each<[string, Partial<Words>]>([
  ['a space of its title', { title: 'Café ' }],
  ['a space of its text', { body: [p('Within\u00a030 days.'), p('Ask.')] }],
  [
    'the format of a space',
    { body: [block('paragraph', { runs: [text('Within'), text(' ', ['bold']), text('30 days.')] }), p('Ask.')] },
  ],
  ['an empty paragraph', { body: [p('Within 30 days.'), p(''), p('Ask.')] }],
  ['an invisible hyphen', { summary: 'Ein Asyl\u00adrecht' }],
  ['an invisible hyphen of its text', { body: [p('With\u00adin 30 days.'), p('Ask.')] }],
])('a section has the words of the common text if only %s differs', (_, words) => {
  expect(found(words)).toBe('same-words')
})

test.each<[string, Partial<Words>]>([
  ['an accent', { title: 'Cafe' }],
  ['a hyphen', { summary: 'Ein Asyl-recht' }],
  ['a space inside a word', { summary: 'Ein Asyl recht' }],
  ['bold words', { body: [block('paragraph', { runs: [text('Within 30 days.', ['bold'])] }), p('Ask.')] }],
  ['a line', { body: [p('Within 30 days.'), block('rule'), p('Ask.')] }],
])('a section differs from the common text by %s', (_, words) => {
  expect(found(words)).toBe('different')
})

test('nothing can be compared in a language in which the title has no words', () => {
  const inFrench = { en: [p('Ask.')], fr: [p('Demandez.')] }
  const of = (fr: string) => content('k', 'Ask', { title: { en: 'Ask', fr }, body: inFrench })
  const compared = (fr: string) => differenceOf({ entry: adapted, content: of(fr), base: of('Oui'), language: 'de' })
  expect(compared('Demander')).toMatchObject({ is: 'not-comparable', languages: ['en', 'fr'] })
  expect(compared('\u200b')).toMatchObject({ is: 'not-comparable', languages: ['en'] })
})

function decomposed({ runs, children, ...one }: Block): Block {
  return {
    ...one,
    runs: runs.map((run) => (run.type === 'break' ? run : { ...run, text: run.text.normalize('NFD') })),
    children: children.map(decomposed),
  }
}
