import { describe, expect, it, test } from 'vitest'
import { linksIn, wrongAddresses } from '@/domain/check/addresses'
import { emptyBlocks } from '@/domain/check/emptyBlocks'
import { wrongHeadings } from '@/domain/check/headings'
import { undescribedPictures } from '@/domain/check/pictures'
import { longSentences, minutesFor, wordsOf } from '@/domain/check/sentences'
import { type Block, block, text } from '@/domain/richText/richText'
import { p } from '../domain/sections'
import { contact, heading, linked, SITE, textOfBlocks } from './texts'

const image = (attrs: Block['attrs']) => block('image', { attrs: { media: 'm', ...attrs } })

describe('a picture', () => {
  it('without a description is found, by the line before it', () => {
    const found = undescribedPictures(textOfBlocks([p('Ο χάρτης των υπηρεσιών'), image({})], 'el'))
    expect(found).toEqual([{ is: 'picture-undescribed', at: { field: 'body', line: 'Ο χάρτης των υπηρεσιών' } }])
  })

  it('is not found if it is described, or marked as decorative', () => {
    expect(undescribedPictures(textOfBlocks([image({ alt: 'A map' }), image({ decorative: true })]))).toEqual([])
  })

  it('in a cell of a table is found too', () => {
    const cell = block('cell', { children: [image({})] })
    const table = block('table', { children: [block('row', { children: [cell] })] })
    expect(undescribedPictures(textOfBlocks([table]))).toHaveLength(1)
  })
})

describe('headings', () => {
  const found = (...blocks: Block[]) => wrongHeadings(textOfBlocks(blocks)).map(({ at, is }) => `${is}: ${at.line}`)

  it.each([
    ['that follow one another level by level', [heading(2, 'Qui peut aider'), p('Tous.'), heading(3, 'Où'), p('Ici.')]],
    [
      'of which the last goes up two levels',
      [heading(2, 'A'), heading(3, 'B'), heading(4, 'C'), p('.'), heading(2, 'D'), p('.')],
    ],
    ['of lower level directly below one', [heading(2, 'Ποιος βοηθά'), heading(3, 'Πού'), p('Εδώ.')]],
  ])('%s are right', (_, blocks) => {
    expect(found(...blocks)).toEqual([])
  })

  it.each([
    ['that begin below the second level', [heading(3, 'Wer hilft'), p('Alle.')], ['heading-jump: Wer hilft']],
    ['that leave out a level', [heading(2, 'A'), p('.'), heading(4, 'Πού'), p('.')], ['heading-jump: Πού']],
    ['without words', [heading(2, '\u200b'), p('Text.')], ['heading-empty: ']],
    [
      'with nothing under them',
      [heading(2, 'Où aller'), heading(2, 'Délais'), p('Un mois.')],
      ['part-empty: Où aller'],
    ],
    ['at the end of a text', [p('Text.'), heading(2, 'Fristen')], ['part-empty: Fristen']],
    ['with only empty paragraphs under them', [heading(2, 'Fristen'), p('')], ['part-empty: Fristen']],
  ])('%s are found', (_, blocks, expected) => {
    expect(found(...blocks)).toEqual(expected)
  })

  it('are compared with the last one that has words', () => {
    expect(found(heading(2, 'A'), p('.'), heading(3, ''), heading(4, 'C'), p('.'))).toEqual([
      'heading-empty: .',
      'heading-jump: C',
    ])
  })
})

describe('a block in which nothing is written', () => {
  const fields = (...names: string[]) => names.map((name) => block('field', { attrs: { name } }))

  it.each<[string, Block]>([
    ['a contact', block('contact', { children: fields('name', 'phone') })],
    ['a legal reference', block('legal', { children: fields('instrument') })],
    ['a checklist', block('checklist')],
    ['a box', block('callout', { attrs: { tone: 'warning', title: 'Προσοχή' } })],
    ['a quotation', block('quote')],
    ['a table', block('table', { children: [block('row', { children: [block('cell')] })] })],
  ])('is found: %s', (_, one) => {
    expect(emptyBlocks(textOfBlocks([p('Davor'), one]))).toEqual([
      { is: 'block-empty', kind: one.kind, at: { field: 'body', line: 'Davor' } },
    ])
  })

  it('is not a table that shows a picture, a paragraph, or an empty row of a table with words', () => {
    const row = (one: Block) => block('row', { children: [block('cell', { children: [one] })] })
    const table = block('table', { children: [row(p('Ποιος')), row(p(''))] })
    const pictures = block('table', { children: [row(image({}))] })
    expect(emptyBlocks(textOfBlocks([table, pictures, p('')]))).toEqual([])
  })

  it('an item and an entry are found with their numbers', () => {
    const list = block('list', { children: [block('item', { runs: [text('Un')] }), block('item')] })
    const entry = (words: string) =>
      block('entry', { children: [block('field', { attrs: { name: 'what' }, runs: words ? [text(words)] : [] })] })
    const steps = block('steps', { children: [entry(''), entry('Déposer la demande')] })
    expect(emptyBlocks(textOfBlocks([list, steps], 'fr'))).toEqual([
      { is: 'entry-empty', kind: 'list', number: 2, at: { field: 'body', line: 'Un' } },
      { is: 'entry-empty', kind: 'steps', number: 1, at: { field: 'body', line: 'Déposer la demande' } },
    ])
  })
})

describe('an address', () => {
  const found = (...blocks: Block[]) =>
    wrongAddresses(textOfBlocks(blocks), SITE).map((one) => `${one.is}: ${'address' in one ? one.address : ''}`)

  it.each([
    'https://example.org/νόμος',
    'www.example.org',
    'mailto:help@example.org',
    'tel:112',
    '/ie/en/guide/appeal',
    '/ie/en/guide/appeal/compare?view=sentences#top',
    '/ie/en/guide',
    '/ie/en/guide/v/1.0/left-long-ago',
    '/common/en/guide/not-known-here',
    '/ie/en/another-guide/anything',
    'https://toolkit.example/ie/fr/guide/first-contact',
  ])('that leads somewhere is right: %s', (address) => {
    expect(found(linked('the law', address))).toEqual([])
  })

  it.each([
    ['link-wrong', 'ask at the desk'],
    ['link-wrong', 'chapter-2.html'],
    ['place-gone', '#_Toc123'],
    ['section-gone', '/ie/fr/guide/recours'],
    ['section-gone', 'https://toolkit.example/ie/fr/guide/recours'],
  ])('is found as %s: %s', (is, address) => {
    expect(found(linked('le recours', address))).toEqual([`${is}: ${address}`])
  })

  it('in a contact is found: of a mailbox, of a page, and a number that cannot be called', () => {
    const wrong = contact({ name: 'Κέντρο', email: 'help(at)example.gr', phone: 'ρωτήστε στην είσοδο', url: 'κέντρο' })
    expect(wrongAddresses(textOfBlocks([wrong], 'el'), SITE)).toEqual([
      { is: 'link-wrong', address: 'κέντρο', at: { field: 'body', line: 'Κέντρο' } },
      { is: 'mail-wrong', address: 'help(at)example.gr', at: { field: 'body', line: 'Κέντρο' } },
      { is: 'phone-unclear', number: 'ρωτήστε στην είσοδο', at: { field: 'body', line: 'Κέντρο' } },
    ])
    const right = contact({ email: 'help@example.gr', phone: '+30 210 123 4567', url: 'https://example.gr' })
    expect(wrongAddresses(textOfBlocks([right], 'el'), SITE)).toEqual([])
  })

  it('that stands twice in one paragraph is listed once', () => {
    const twice = block('paragraph', {
      runs: [text('a', [], 'https://a.org'), text('b'), text('c', [], 'https://a.org')],
    })
    expect(linksIn(textOfBlocks([twice]))).toEqual([{ address: 'https://a.org', at: { field: 'body', line: 'abc' } }])
  })
})

describe('a sentence', () => {
  const many = (word: string, times: number) => Array.from({ length: times }, () => word).join(' ')

  test.each([
    ['en', `${many('right', 35)}.`],
    ['fr', `${many('droit', 20)} : ${many('droit', 15)}.`],
    ['el', `${many('δικαίωμα', 25)}· ${many('δικαίωμα', 25)};`],
    ['de', `${many('Recht', 30)}.`],
    ['en', `${many('right', 20)}? ${many('right', 30)}!`],
  ] as const)('is not long in %s: %s', (language, words) => {
    expect(longSentences(textOfBlocks([p(words)], language))).toEqual([])
  })

  test.each([
    ['en', 'Right', 36],
    ['fr', 'Droit', 36],
    ['es', 'Derecho', 36],
    ['it', 'Diritto', 36],
    ['el', 'Δικαίωμα', 36],
    ['de', 'Recht', 31],
  ] as const)('in %s of so many words is found with their number', (language, word, times) => {
    const [found, ...others] = longSentences(textOfBlocks([p(`${word}. ${many(word, times)}. ${word}.`)], language))
    expect(others).toEqual([])
    expect(found).toMatchObject({ is: 'sentence-long', words: times })
    expect(found?.at.line.startsWith(`${word} ${word}`)).toBe(true)
  })

  it('ends with its line, and notes and the names of services are no part of one', () => {
    const broken = block('paragraph', { runs: [text(many('a', 30)), { type: 'break' }, text(many('a', 30))] })
    const noted = block('paragraph', { runs: [text(many('a', 30)), { type: 'footnote', text: many('a', 30) }] })
    expect(longSentences(textOfBlocks([broken, noted, contact({ name: many('a', 40) })]))).toEqual([])
  })
})

test('reading takes a minute for 200 words, at least one, and none without words', () => {
  const text = textOfBlocks([p('Ποιος μπορεί να βοηθήσει;'), contact({ name: 'Κέντρο' })], 'el')
  expect(wordsOf(text)).toBe(5)
  expect([0, 1, 200, 201].map(minutesFor)).toEqual([0, 1, 1, 2])
})
