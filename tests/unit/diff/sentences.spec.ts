import { describe, expect, test } from 'vitest'
import { piecesOfSentence, sentencesOfLine } from '@/domain/words/sentences'

describe('the sentences of a line', () => {
  test('end with a sign, also behind a closing quotation mark, and in Greek with its question mark', () => {
    expect(sentencesOfLine('Ask first. “Are you safe?” Write it down!')).toEqual([
      'Ask first.',
      '“Are you safe?”',
      'Write it down!',
    ])
    expect(sentencesOfLine('Είστε ασφαλείς; Γράψτε το.')).toEqual(['Είστε ασφαλείς;', 'Γράψτε το.'])
  })

  test.each([
    'Eine Erlaubnis wird nach Art. 25 Abs. 4 erteilt.',
    'Caritas Wien, Mo. bis Fr. 9 bis 15 Uhr.',
    'The person can stay under Sec. 5 para. 2 of the Act.',
    'La carte est donnée selon l’al. 2 du code.',
    'Η άδεια δίνεται με το άρ. 61 παρ. 2 του ν. 4939/2022.',
  ])('do not end behind an abbreviation: %s', (line) => {
    expect(sentencesOfLine(line)).toEqual([line])
  })

  test('end behind a name, also before a number', () => {
    expect(sentencesOfLine('Call the office in Athens. 15 places are free.')).toEqual([
      'Call the office in Athens.',
      '15 places are free.',
    ])
  })
})

describe('the pieces of a sentence', () => {
  test('lie between the points that can belong to an abbreviation', () => {
    expect(piecesOfSentence('Tell them now. 2 days are left.')).toEqual(['Tell them now.', '2 days are left.'])
  })

  test('are none where it has no such point', () => {
    expect(piecesOfSentence('2 days are left.')).toEqual([])
  })
})
