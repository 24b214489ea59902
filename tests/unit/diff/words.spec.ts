import { describe, expect, it } from 'vitest'
import { diffWords } from '@/domain/diff/diffWords'
import { numbering } from '@/domain/pairing/tree'
import { type Run, text } from '@/domain/richText/richText'
import { countWords, readRuns } from '@/domain/words/tokens'
import { segmentsShown, wordsShown } from './shownAs'

const show = (before: Run[], after: Run[]) => {
  const numberOf = numbering()
  return segmentsShown(diffWords({ before: readRuns(before, numberOf), after: readRuns(after, numberOf) }).segments)
}

describe('the difference of two texts', () => {
  it.each([
    ['nothing', 'the law', 'the law', 'the law'],
    ['a replaced word, without the spaces around it', 'the old law', 'the new law', 'the [-old-][+new+] law'],
    ['an added word, with its space', 'the law', 'the new law', 'the [+new +]law'],
    ['a removed word', 'the old law', 'the law', 'the [-old -]law'],
    ['an added sentence as one', 'He came. He won.', 'He came. He saw. He won.', 'He came. [+He saw. +]He won.'],
    ['a text that was empty', '', 'new', '[+new+]'],
    ['a removed text', 'gone', '', '[-gone-]'],
    [
      'one replacement instead of three across short unchanged words',
      'finished within a reasonable time of the official request',
      'finished within 30 working days of the written application',
      'finished within [-a reasonable time of the official request-][+30 working days of the written application+]',
    ],
    [
      'two changes with a longer word between them',
      'a quick assessment before a long decision by the office',
      'a full assessment before a short decision by the office',
      'a [-quick-][+full+] assessment before a [-long-][+short+] decision by the office',
    ],
    [
      'a complete replacement if only unimportant words are shared',
      'Ask the police.',
      'See a doctor.',
      '[-Ask the police.-][+See a doctor.+]',
    ],
    ['words and never single letters', 'assess', 'assesses', '[-assess-][+assesses+]'],
    [
      'French elision as one word',
      'L’équipe décide seule',
      'L’avocat décide seul',
      '[-L’équipe-][+L’avocat+] décide [-seule-][+seul+]',
    ],
    ['Greek', 'Η ομάδα αποφασίζει σήμερα', 'Η ομάδα αποφασίζει αύριο', 'Η ομάδα αποφασίζει [-σήμερα-][+αύριο+]'],
    [
      'a decimal number as one',
      'au taux de 3,5 pour cent',
      'au taux de 3,7 pour cent',
      'au taux de [-3,5-][+3,7+] pour cent',
    ],
    [
      'a number with a space as one number',
      'Il y a 1 000 personnes',
      'Il y a 1 200 personnes',
      'Il y a [-1 000-][+1 200+] personnes',
    ],
    ['a hyphenated word as one word', 'c’est-à-dire oui', 'c’est-à-dire non', 'c’est-à-dire [-oui-][+non+]'],
    ['the space before a colon', 'Attention: il pleut', 'Attention : il pleut', 'Attention[-:-][+ :+] il pleut'],
    ['no difference between kinds of space', '1\u00a0000 personnes  ici', '1 000 personnes ici', '1 000 personnes ici'],
    ['no difference between encodings of the same letters', 'e\u0301quipe', 'équipe', 'équipe'],
    ['characters, in a script without spaces', '被害者を保護する', '被害者を支援する', '被害者を[-保護-][+支援+]する'],
  ])('shows %s', (_, before, after, expected) => {
    expect(wordsShown(before, after)).toBe(expected)
  })

  it('distinguishes formatting from text when several words become bold', () => {
    const before = [text('Finish within 30 working days of the request.')]
    const after = [text('Finish '), text('within 30 working days', ['bold']), text(' of the request.')]
    expect(show(before, after)).toBe('Finish within 30 working days{→bold} of the request.')
  })

  it('finds a changed link under unchanged words', () => {
    expect(show([text('the directive', [], 'https://a.eu')], [text('the directive', [], 'https://b.eu')])).toBe(
      'the directive{https://a.eu→https://b.eu}',
    )
  })

  it('keeps a word whole if its letters differ in format', () => {
    const before = [text('un'), text('safe', ['bold']), text(' place')]
    expect(show(before, [text('safe place')])).toBe('[-unsafe-][+safe+] place')
    expect(show(before, [text('unsafe place')])).toBe('unsafe{bold→} place')
  })

  it('ignores a space that became bold', () => {
    expect(show([text('one'), text(' '), text('two')], [text('one'), text(' ', ['bold']), text('two')])).toBe('one two')
  })

  it('adds and removes footnotes and line breaks as units', () => {
    const before: Run[] = [text('A deadline'), { type: 'footnote', text: 'Article 24' }, text(' applies.')]
    const after: Run[] = [
      text('A deadline'),
      { type: 'footnote', text: 'Article 21' },
      { type: 'break' },
      text('applies.'),
    ]
    expect(show(before, after)).toBe('A deadline[-(note: Article 24) -][+(note: Article 21)⏎+]applies.')
  })

  it('replaces a whole text, and says so, if comparing would take too long', () => {
    const numberOf = numbering()
    const many = (word: string) =>
      readRuns([text(Array.from({ length: 3000 }, (_, i) => `${word}${i} and`).join(' '))], numberOf)
    const { limited, segments } = diffWords({ before: many('a'), after: many('b'), effort: { left: 10_000 } })
    expect(limited).toBe(true)
    expect(segments.map((segment) => segment.status)).toEqual(['removed', 'added'])
  })
})

describe('counting words', () => {
  it.each([
    ['L’équipe a 1 000 raisons, c’est-à-dire 3,5 %.', 6],
    ['', 0],
    ['… — !', 0],
    ['被害者', 3],
  ])('%s', (sentence, count) => {
    expect(countWords(sentence)).toBe(count)
  })
})
