import { describe, expect, it } from 'vitest'
import { findText, replacementFor, type Wanted } from '@/domain/words/findText'

const found = (text: string, words: string, more: Partial<Wanted> = {}) =>
  findText(text, { words, matchCase: false, wholeWords: false, ...more }).map(({ from, to }) => text.slice(from, to))

describe('words are found', () => {
  it('from left to right, none within another', () => {
    expect(findText('aaaa', { words: 'aa', matchCase: false, wholeWords: false })).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 4 },
    ])
  })

  it('in capitals and small letters, unless the case matters', () => {
    expect(found('Police, police, POLICE', 'police')).toEqual(['Police', 'police', 'POLICE'])
    expect(found('Police, police, POLICE', 'police', { matchCase: true })).toEqual(['police'])
    expect(found('ΑΣΥΛΟΣ άσυλος', 'άσυλοσ')).toEqual(['άσυλος'])
    expect(found('Straße', 'STRASSE')).toEqual([])
  })

  it('as whole words where that is asked for, also with letters of other scripts', () => {
    expect(found('law lawyer in-law by-laws', 'law', { wholeWords: true })).toEqual(['law', 'law'])
    expect(found('η ή της', 'η', { wholeWords: true })).toEqual(['η'])
    expect(found('a à l’a', 'a', { wholeWords: true })).toEqual(['a', 'a'])
    expect(found('(16) of 2016', '(16)', { wholeWords: true })).toEqual(['(16)'])
  })

  it('however their letters, spaces, hyphens and quotation marks are written', () => {
    expect(found('cafe\u0301 caf\u00e9', 'caf\u00e9')).toEqual(['cafe\u0301', 'caf\u00e9'])
    expect(found('Art.\u00a04 Art. 4', 'art. 4')).toEqual(['Art.\u00a04', 'Art. 4'])
    expect(found("l’asile l'asile", "l'asile")).toEqual(['l’asile', "l'asile"])
    expect(found('“one” "one"', '“one”')).toEqual(['“one”', '"one"'])
    expect(found('e\u2011mail e-mail', 'e-mail')).toEqual(['e\u2011mail', 'e-mail'])
    expect(found('Asyl\u00adverfahren', 'asylverfahren')).toEqual(['Asyl\u00adverfahren'])
  })

  it('with their accents: another accent is another word', () => {
    expect(found('ou où', 'ou')).toEqual(['ou'])
    expect(found('año ano', 'ano')).toEqual(['ano'])
  })

  it('not at all without words', () => {
    expect(found('text', '')).toEqual([])
    expect(found('text', '\u00ad')).toEqual([])
  })
})

describe('words that replace others', () => {
  const replaced = (there: string, words: string, matchCase = false) =>
    replacementFor({ found: there, words, matchCase, language: 'en' })

  it('begin with a capital letter where the others do', () => {
    expect(replaced('Applicant', 'person')).toBe('Person')
    expect(replaced('applicant', 'person')).toBe('person')
    expect(replaced('applicant', 'Person')).toBe('Person')
    expect(replaced('A', 'one')).toBe('One')
  })

  it('are in capitals where the others are', () => {
    expect(replaced('POLICE', 'guards')).toBe('GUARDS')
    expect(replaced('2016', 'two')).toBe('two')
    expect(replacementFor({ found: 'ΑΣΥΛΟ', words: 'προστασία', matchCase: false, language: 'el' })).toBe('ΠΡΟΣΤΑΣΙΑ')
  })

  it('stay as they were typed where the case matters', () => {
    expect(replaced('Applicant', 'person', true)).toBe('person')
  })
})
