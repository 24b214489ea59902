import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffSection } from '@/domain/diff/diff'
import { type ReportLine, reportLines } from '@/domain/reportLines'
import { block, type RichText, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { emptyText } from '@/domain/section'
import { richText } from '../diff/randomRichText'
import { p } from './sections'

function linesOf(before: RichText, after: RichText, only?: 'changes', additionFrom?: string): ReportLine[] {
  const { fields } = diffSection({
    before: { ...emptyText(''), body: before },
    after: { ...emptyText(''), body: after },
  })
  return fields.flatMap((field) => reportLines(field, { only, additionFrom }))
}

const said = (lines: ReportLine[]) =>
  lines.map((line) => {
    if (line.is === 'same') return `… ${line.count}`
    if (line.is === 'addition') return 'addition:'
    const segments = line.is === 'words' ? line.segments : line.title
    const words = segments.map(({ status, text: one }) =>
      status === 'added' ? `+${one}+` : status === 'removed' ? `−${one}−` : one,
    )
    const marks = line.is === 'words' ? `${line.isMoved ? ' moved' : ''}${line.isReshaped ? ' reshaped' : ''}` : ''
    return `${'  '.repeat(line.depth)}${line.kind}${line.is === 'words' && line.name ? ` ${line.name}` : ''}: ${words.join('')}${marks}`
  })

const item = (words: string) => block('item', { runs: [text(words)] })
const list = (...children: RichText) => block('list', { attrs: { style: 'bullet' }, children })
const field = (name: string, words: string) => block('field', { attrs: { name }, runs: [text(words)] })

describe('a difference as lines', () => {
  test('says where the addition of a country begins within the text', () => {
    const before = [p('One', 'a'), p('Two', 'b')]
    const after = [p('One', 'a'), p('Ours', 'n'), p('Two', 'b')]
    expect(said(linesOf(before, after, 'changes', 'n'))).toEqual(['… 1', 'addition:', 'paragraph: +Ours+', '… 1'])
  })

  test('has what differs, and says how many parts are the same between', () => {
    const before = [p('One'), p('Two'), p('In 15 days'), p('Four'), list(item('Stays'), item('Goes away soon'))]
    const after = [p('One'), p('Two'), p('In 30 days'), p('Four'), list(item('Stays'))]
    expect(said(linesOf(before, after, 'changes'))).toEqual([
      '… 2',
      'paragraph: In −15−+30+ days',
      '… 1',
      '  item: −Goes away soon−',
    ])
  })

  test('names the texts of a contact, and the weight of a sign that changed', () => {
    const contact = (phone: string) =>
      block('contact', { id: 'c', children: [field('name', 'Desk'), field('phone', phone)] })
    expect(said(linesOf([contact('112')], [contact('113')], 'changes'))).toEqual([
      'contact: ',
      '  field phone: −112−+113+',
    ])
    const signs = (weight: string) =>
      block('indicators', {
        id: 's',
        children: [block('entry', { id: 'e', attrs: { weight }, children: [field('indicator', 'Fear')] })],
      })
    expect(said(linesOf([signs('strong')], [signs('weak')], 'changes'))).toEqual([
      'indicators: ',
      '  field indicator: Fear reshaped',
    ])
  })

  test('has all words of a text, whatever kinds of blocks are in it', () => {
    fc.assert(
      fc.property(richText, (one) => {
        const words = linesOf(one, one).flatMap((line) =>
          line.is === 'words' ? line.segments.map(({ object, text: said }) => (object === 'break' ? '' : said)) : [],
        )
        const letters = (given: string) => given.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')
        const named = one.flatMap(titlesIn).join('')
        expect(letters(words.join('')).length).toBeGreaterThanOrEqual(letters(textOf(one)).length)
        expect(letters(words.join('') + named)).toEqual(expect.stringContaining(letters(words.join(''))))
      }),
      { numRuns: 500 },
    )
  })
})

function titlesIn({ attrs, children }: RichText[number]): string[] {
  return [String(attrs.title ?? ''), String(attrs.alt ?? ''), ...children.flatMap(titlesIn)]
}
