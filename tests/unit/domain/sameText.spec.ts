import { describe, expect, it, test } from 'vitest'
import { type Attributes, type Block, block, type RichText, text } from '@/domain/richText/richText'
import { type FieldText, isEmptyField, isSameField, isSameText } from '@/domain/richText/sameText'
import { p } from './sections'

const bold = (words: string): Block => block('paragraph', { runs: [text(words, ['bold'])] })
const heading = (level: number) => block('heading', { attrs: { level }, runs: [text('Title')] })
const picture = (more: Attributes) => block('image', { attrs: { media: '1', ...more } })
const link = (url: string) => block('paragraph', { runs: [text('here', [], url)] })

describe('two texts are the same', () => {
  it.each<[string, RichText, RichText]>([
    ['whatever the ids of their blocks', [p('One', 'id-1')], [p('One', 'id-2')]],
    [
      'however the words are split into runs',
      [p('One two')],
      [block('paragraph', { runs: [text('One '), text('two')] })],
    ],
    ['however the accents are encoded', [p('é'.normalize('NFC'))], [p('é'.normalize('NFD'))]],
    ['with empty paragraphs at the end', [p('One')], [p('One'), p(''), p('')]],
    ['when both are empty', [], [p('')]],
    [
      'whatever the order of attributes',
      [block('image', { attrs: { media: '1', alt: 'A' } })],
      [block('image', { attrs: { alt: 'A', media: '1' } })],
    ],
    [
      'whatever the order of the keys of a run',
      [block('paragraph', { runs: [{ link: 'https://a.eu', marks: ['bold'], text: 'One', type: 'text' }] })],
      [block('paragraph', { runs: [text('One', ['bold'], 'https://a.eu')] })],
    ],
  ])('%s', (_, a, b) => {
    expect(isSameText(a, b)).toBe(true)
    expect(isSameText(b, a)).toBe(true)
  })
})

test('a text that was compared before is not read again', () => {
  let reads = 0
  const counted: RichText = [
    {
      ...p('One'),
      get runs() {
        reads += 1
        return [text('One')]
      },
    },
  ]
  expect(isSameText(counted, [p('One')])).toBe(true)
  const once = reads
  expect(once).toBeGreaterThan(0)
  expect(isSameText(counted, [p('Two')])).toBe(false)
  expect(isSameText([p('One')], counted)).toBe(true)
  expect(reads).toBe(once)
})

describe('two texts are different', () => {
  it.each<[string, RichText, RichText]>([
    ['with another word', [p('One')], [p('Two')]],
    ['with other capitals', [p('one')], [p('One')]],
    ['with a word in bold', [p('One')], [bold('One')]],
    ['with another heading level', [heading(2)], [heading(3)]],
    ['with another link target', [link('https://a.eu')], [link('https://b.eu')]],
    ['in another order', [p('One'), p('Two')], [p('Two'), p('One')]],
    ['with a paragraph that is a quotation', [p('One')], [block('quote', { runs: [text('One')] })]],
    ['with another description of a picture', [picture({ alt: 'A door' })], [picture({ alt: 'A gate' })]],
    ['with a picture marked as decorative', [picture({})], [picture({ decorative: true })]],
    ['with one more line', [p('One')], [p('One'), block('rule')]],
  ])('%s', (_, a, b) => {
    expect(isSameText(a, b)).toBe(false)
    expect(isSameText(b, a)).toBe(false)
  })
})

describe('a field', () => {
  it.each<[string, FieldText]>([
    ['nobody wrote', undefined],
    ['has no words', ''],
    ['has only white space', ' \n\u00a0'],
    ['has no paragraph', []],
    ['has only characters that nobody sees', '\u200b\u00ad\u2060\u3164\u2800\ufe0f'],
    ['has only paragraphs of such characters', [p('\u200b'), p('')]],
    ['has only paragraphs without words', [p(''), p('  '), p('\u00a0')]],
  ])('is empty if it %s', (_, value) => {
    expect(isEmptyField(value)).toBe(true)
    for (const other of [undefined, '', []]) expect(isSameField(value, other)).toBe(true)
  })

  it('is the same however its accents are encoded, as a line and as a text', () => {
    const [composed, decomposed] = ['Café'.normalize('NFC'), 'Café'.normalize('NFD')]
    expect(isSameField(composed, decomposed)).toBe(true)
    expect(isSameField([p(composed)], [p(decomposed)])).toBe(true)
    expect(isSameField(composed, 'Cafe')).toBe(false)
    expect(isSameField(composed, undefined)).toBe(false)
    expect(isSameField(composed, [p(composed)])).toBe(false)
  })

  it.each<[string, FieldText]>([
    ['words', ' a '],
    ['words between characters that nobody sees', '\u200bα\u200b'],
    ['a sign', '–'],
    ['an emoji of several characters', '\u2764\ufe0f'],
    ['a paragraph', [p(''), p('a')]],
    ['a picture', [picture({})]],
    ['a line', [block('rule', {})]],
    ['a footnote', [block('paragraph', { runs: [{ type: 'footnote', text: 'Note.' }] })]],
  ])('is not empty if it has %s', (_, value) => {
    expect(isEmptyField(value)).toBe(false)
  })
})
