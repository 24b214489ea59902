import { describe, expect, test } from 'vitest'
import { firstWords, firstWordsOf, openingOf } from '@/domain/richText/firstWords'
import { block, text } from '@/domain/richText/richText'
import { p } from './sections'

describe('the first words of a block', () => {
  test('are all of a short one, in one line, with its title or its description first', () => {
    const item = (words: string) => block('item', { runs: [text(words)] })
    expect(firstWordsOf(block('list', { children: [item('One'), item('Two')] }))).toBe('One Two')
    const box = block('callout', { attrs: { title: 'In danger' }, children: [p('Call.')] })
    expect([firstWordsOf(box), openingOf(box)]).toEqual(['In danger – Call.', 'In danger – Call.'])
    expect(firstWordsOf(block('image', { attrs: { alt: 'Two circles' } }))).toBe('Two circles')
    expect(firstWordsOf(block('rule'))).toBe('')
  })

  test('end between two words, and people see that there are more', () => {
    const long = p('word '.repeat(40))
    expect(firstWordsOf(long)).toBe('word '.repeat(16).trim())
    expect(openingOf(long)).toBe(`${'word '.repeat(16)}…`)
  })

  test('end within a word only if that alone is too long, and never within a character', () => {
    expect(firstWords('a'.repeat(100), 10)).toBe('a'.repeat(10))
    expect(firstWords(`${'a'.repeat(9)}😀`, 10)).toBe('a'.repeat(9))
  })
})
