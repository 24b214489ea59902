import { describe, expect, it } from 'vitest'
import { piecesOfSentence, sentencesOfLine } from '@/domain/words/sentences'

describe('the sentences of a line', () => {
  it('end behind their sign and what closes behind it, and not behind an abbreviation', () => {
    expect(sentencesOfLine('Go (now.) “Is it far?” Art. 25 Abs. 4 says so.  Mon. to Fri.')).toEqual([
      'Go (now.)',
      '“Is it far?”',
      'Art. 25 Abs. 4 says so.',
      'Mon. to Fri.',
    ])
    expect(piecesOfSentence('Tell them now. 2 days are left.')).toEqual(['Tell them now.', '2 days are left.'])
    expect(piecesOfSentence('Tell them now.')).toEqual([])
  })

  it.each([')', "'", '”', '.)', ') ', '. '])('are found in one reading of a long line of nothing but “%s”', (sign) => {
    const line = sign.repeat(400_000)
    expect(sentencesOfLine(line).join(' ').length).toBeLessThanOrEqual(line.length)
    expect(piecesOfSentence(line).join(' ').length).toBeLessThanOrEqual(line.length)
  })
})
