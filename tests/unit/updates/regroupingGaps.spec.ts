import { describe, expect, it } from 'vitest'
import { type RegroupedText, regroupingGaps } from '@/domain/updates/updates'

const [A, B, C] = [
  'Cherchez des signes de violence et notez ce que vous avez vu.',
  'Demandez qui détient le passeport de la personne.',
  'Appelez le bureau national et dites qui vous êtes.',
] as const
const [X, Y, Z] = [
  'Look for signs of violence and write down what you saw.',
  'Ask who holds the passport of the person.',
  'Call the national office and say who you are.',
] as const
const NONE = { missing: [], twice: [], untranslated: [] }

type Lines = readonly string[]

describe('what is amiss in a language in which sections were not joined as in that of the common framework', () => {
  const joined = ({ head, other }: { head: [Lines, Lines]; other: [Lines, Lines] }) => {
    const source = { head: [[X], [X, Y, Z]], other: [[Y, Z], []] } as const
    return regroupingGaps({
      became: 'joined',
      head: textOf('signs', head, source.head),
      others: [textOf('papers', other, source.other)],
    })
  }

  it('is nothing where the joined text has all lines, also edited or in another order', () => {
    expect(joined({ head: [[A], [A, B, C]], other: [[B, C], []] })).toEqual(NONE)
    const edited = B.replace('le passeport', 'le passeport ou la carte')
    expect(joined({ head: [[A], [C, edited, A]], other: [[B, C], []] })).toEqual(NONE)
  })

  it('is what the other section said, if the joined text lacks one of its lines', () => {
    expect(joined({ head: [[A], [A, B]], other: [[B, C], []] })).toEqual({ ...NONE, missing: ['papers'] })
    expect(joined({ head: [[A], [A]], other: [[B, C], []] })).toEqual({ ...NONE, missing: ['papers'] })
    expect(joined({ head: [[A], []], other: [[B, C], []] })).toEqual({ ...NONE, missing: ['papers'] })
  })

  it('is what readers had in the language of the common framework, if their text stays as it was', () => {
    expect(joined({ head: [[A], [A]], other: [[], []] })).toEqual({ ...NONE, missing: ['papers'] })
    const edited = A.replace('violence', 'contrainte')
    expect(joined({ head: [[A], [edited]], other: [[], []] })).toEqual({ ...NONE, missing: ['papers'] })
    expect(joined({ head: [[A], [A, 'Et appelez-nous.']], other: [[], []] })).toEqual({ ...NONE, missing: ['papers'] })
    expect(joined({ head: [[A], [A, B, C]], other: [[], []] })).toEqual(NONE)
    expect(joined({ head: [[], []], other: [[], []] })).toEqual(NONE)
  })

  it('is nothing where the other section stays', () => {
    expect(
      joined({
        head: [[A], [A]],
        other: [
          [B, C],
          [B, C],
        ],
      }),
    ).toEqual(NONE)
  })
})

describe('what is amiss in a language in which a section was not divided as in that of the common framework', () => {
  const divided = (head: [Lines, Lines], other: Lines, source: [Lines, Lines] = [[X, Y], [X]]) =>
    regroupingGaps({
      became: 'split',
      head: textOf('signs', head, source),
      others: [textOf('papers', [[], other], [[], [Y]])],
    })

  it('is nothing where each line is in one section', () => {
    expect(divided([[A, B], [A]], [B])).toEqual(NONE)
    expect(divided([[], []], [])).toEqual(NONE)
  })

  it('is the new section without a text, if the divided one has all of its text, also edited', () => {
    expect(
      divided(
        [
          [A, B],
          [A, B],
        ],
        [],
      ),
    ).toEqual({ ...NONE, untranslated: ['papers'] })
    const edited = A.replace('violence', 'contrainte')
    expect(
      divided(
        [
          [A, B],
          [edited, B],
        ],
        [],
      ),
    ).toEqual({ ...NONE, untranslated: ['papers'] })
  })

  it('is the new section without a text, if the divided one has a first text that is more than its own', () => {
    expect(divided([[], [A, B]], [])).toEqual({ ...NONE, untranslated: ['papers'] })
    expect(divided([[], [A]], [])).toEqual(NONE)
  })

  it('is the new section of which the text stands in the divided one too, unless it does so in the common framework', () => {
    expect(
      divided(
        [
          [A, B],
          [A, B],
        ],
        [B],
      ),
    ).toEqual({ ...NONE, twice: ['papers'] })
    expect(
      divided(
        [
          [A, B],
          [A, B],
        ],
        [B],
        [
          [X, Y],
          [X, Y],
        ],
      ),
    ).toEqual(NONE)
  })

  it('is the divided section, if a line of it is in none of them', () => {
    expect(divided([[A, B], [A]], [])).toEqual({ ...NONE, missing: ['signs'] })
    expect(divided([[A, B, C], [A]], [B])).toEqual({ ...NONE, missing: ['signs'] })
  })

  it('is what a section without a text in the language only has as its title', () => {
    expect(divided([[A, 'Les passeports et les cartes'], [A]], [])).toEqual({ ...NONE, missing: ['signs'] })
  })

  it('is nothing where a line became the title of the new section, or two sections share one line', () => {
    expect(divided([[A, 'Les passeports et les cartes', B], [A]], [B])).toEqual(NONE)
    expect(
      divided(
        [
          [A, B, C],
          [A, C],
        ],
        [B, A, A],
      ),
    ).toEqual({ ...NONE, twice: ['papers'] })
    expect(divided([[A, B, C], [A]], [B, C, A])).toEqual(NONE)
  })
})

function textOf(key: string, [before, after]: [Lines, Lines], source: readonly [Lines, Lines]): RegroupedText {
  // The title is translated also where the text is not.
  const names = [key === 'papers' ? 'Les passeports et les cartes' : 'Signes']
  return {
    key,
    inLanguage: { before, after, names },
    inSource: { before: source[0], after: source[1], names: [`The title of ${key}`] },
  }
}
