import { describe, expect, test } from 'vitest'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'
import { translationPairs } from '@/domain/translationPairs'
import { unitsOf } from '@/domain/translationUnits'
import { p } from './sections'

const pairs = (source: RichText, translation: RichText) =>
  Object.fromEntries(translationPairs({ source: unitsOf(source), translation: unitsOf(translation) }))

const heading = (words: string, id: string) => block('heading', { id, attrs: { level: 2 }, runs: [text(words)] })
const item = (words: string, id: string, children: Block[] = []) =>
  block('item', { id, runs: words === '' ? [] : [text(words)], children })
const list = (id: string, ...children: Block[]) => block('list', { id, attrs: { style: 'bullet' }, children })
const linked = (words: string, link: string, id: string) => block('paragraph', { id, runs: [text(words, [], link)] })
const picture = (media: string, id: string) => block('image', { id, attrs: { media } })
const long = (words: string) => `${words} `.repeat(12).trim()

describe('the blocks of a translation that stand for those of its source', () => {
  test('are those with the same ids, and between them those in the same order', () => {
    const source = [p('One', 'a'), p('Two', 'same'), p('Three', 'c'), p('Four', 'd')]
    const translation = [p('Δύο', 'same'), p('Τρία', 'y'), p('Τέσσερα', 'z')]
    expect(pairs(source, translation)).toEqual({ same: 'same', c: 'y', d: 'z' })
  })

  test('are those with the same ids also where their order is another one', () => {
    const source = [p('One', 'a'), p('Two', 'b'), p('Three', 'c')]
    expect(pairs(source, [p('Δύο', 'b'), p('Ένα', 'a'), p('Τρία', 'z')])).toEqual({ a: 'a', b: 'b', c: 'z' })
  })

  test('follow the order if both sides have the same kinds at the same depths, whatever numbers say', () => {
    const source = [p('Within two days, for 1 person', 'a'), p('Ask 5 people', 'b')]
    const translation = [p('Εντός 5 ημερών', 'x'), p('Ρωτήστε', 'y')]
    expect(pairs(source, translation)).toEqual({ a: 'x', b: 'y' })
  })

  test('have the same links, numbers and pictures', () => {
    const source = [linked('See this', 'https://a.eu', 'a'), linked('See that', 'https://b.eu', 'b'), p('In 2024', 'c')]
    expect(pairs(source, [linked('Βλ. αυτό', 'https://b.eu', 'y')])).toEqual({ b: 'y' })
    expect(pairs(source, [p('Το 2024', 'z')])).toEqual({ c: 'z' })
    expect(pairs([picture('m1', 'a'), picture('m2', 'b')], [picture('m2', 'y')])).toEqual({ b: 'y' })
    const figures = [p('1,000 persons', 'a'), p('2,000 persons', 'b')]
    expect(pairs(figures, [p('2.000 πρόσωπα', 'y')])).toEqual({ b: 'y' })
  })

  test('have a length in proportion to that of the source', () => {
    const source = [p('Short.', 'a'), p(long('Much longer words'), 'b'), p('Short too.', 'c')]
    expect(pairs(source, [p(long('Πολύ περισσότερες λέξεις'), 'y')])).toEqual({ b: 'y' })
    expect(pairs(source, [p('Μικρό.', 'x'), p(long('Πολύ περισσότερα'), 'y')])).toEqual({ a: 'x', b: 'y' })
  })

  test('have the same kind, or are texts of another kind if nothing fits better', () => {
    const source = [heading('Deadlines here', 'h'), p('Some words', 'a')]
    expect(pairs(source, [p('Λίγες λέξεις', 'x')])).toEqual({ a: 'x' })
    expect(pairs([heading('Deadlines', 'h'), p('Words', 'a')], [p('Προθεσμίες', 'x'), p('Λέξεις', 'y')])).toEqual({
      h: 'x',
      a: 'y',
    })
    expect(pairs([picture('m', 'a')], [p('Εικόνα', 'x')])).toEqual({})
  })

  test('stand at the same depth', () => {
    const source = [list('l', item('One', 'i1', [list('n', item('Two', 'i2'))]))]
    expect(pairs(source, [list('m', item('Ένα', 'j1'))])).toEqual({ l: 'm', i1: 'j1' })
    const deeper = [list('m', item('', 'j0', [list('k', item('Δύο', 'j2'))]))]
    expect(pairs(source, deeper)).toMatchObject({ n: 'k', i2: 'j2' })
  })
})

describe('the blocks of a text that a translation follows', () => {
  const field = (name: string, words: string) =>
    block('field', { id: `e/${name}`, attrs: { name }, runs: [text(words)] })

  test('are one for a whole record and for each entry, with all its texts and its title', () => {
    const contact = block('contact', {
      id: 'e',
      children: [field('name', 'Office'), field('phone', '112'), field('note', '')],
    })
    const steps = block('steps', {
      id: 's',
      attrs: { title: 'What to do' },
      children: [block('entry', { id: 'e1', children: [field('what', 'Ask')] })],
    })
    expect(unitsOf([contact, steps]).map(({ id, words, isFrame }) => [id, words, isFrame])).toEqual([
      ['e', 'Office\n112', false],
      ['s', 'What to do', true],
      ['e1', 'Ask', false],
    ])
  })

  test('leave out empty paragraphs, and name by its place what has no id', () => {
    const units = unitsOf([p('', 'a'), p('One'), p('Two', 'b'), p('Three')])
    expect(units.map(({ id, words }) => [id, words])).toEqual([
      ['@0', 'One'],
      ['b', 'Two'],
      ['@1', 'Three'],
    ])
  })

  test('know the paragraphs in them, and the blocks around them', () => {
    const [frame, , inner] = unitsOf([list('l', item('One', 'i', [list('n', item('Two', 'j'))]))])
    expect(frame).toMatchObject({ id: 'l', isFrame: true, inside: ['i', 'j'], depth: 0 })
    expect(inner).toMatchObject({ id: 'n', inside: ['j'], depth: 2 })
  })

  test('say the same with other marks, other runs and other forms of an accent, and not with another link', () => {
    const said = (...runs: Block['runs']) => unitsOf([block('paragraph', { id: 'a', runs })])[0]?.said
    const plain = said(text('caf\u00e9 now'))
    expect(said(text('cafe\u0301', ['bold']), text(' now'))).toBe(plain)
    expect(said(text('caf\u00e9 ', [], 'https://a.eu'), text('now'))).not.toBe(plain)
    expect(said(text('caf\u00e9'), { type: 'footnote', text: 'Or tea.' }, text(' now'))).not.toBe(plain)
  })
})
