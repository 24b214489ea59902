import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALIKE, alikeChanges, type ChangesOfCountry, changedPlaces, MOST_PLACES } from '@/domain/alike'
import { block, type RichText, text } from '@/domain/richText/richText'
import { emptyText, type SectionText } from '@/domain/section'

const COMMON = {
  a: 'The applicant is told of the deadline of 30 days in a language that she understands.',
  b: 'The authority refers the applicant to a doctor.',
}

/** A section with these paragraphs: their ids are those of the common text, or new ones. */
function section(paragraphs: Record<string, string>): SectionText {
  const body: RichText = Object.entries(paragraphs).map(([id, said]) => ({
    ...block('paragraph', { runs: [text(said)] }),
    id,
  }))
  return { ...emptyText('k'), title: 'Referral', body }
}

function changesOf(country: string, own: Record<string, string>, common: Record<string, string> = COMMON) {
  return { country, places: changedPlaces({ common: section(common), own: section({ ...common, ...own }) }) }
}

function found(...changes: ChangesOfCountry[]): string[][] {
  return alikeChanges(changes).map(({ countries }) => countries)
}

describe('what a country changed in a common section', () => {
  it('is said by place, with the words that it removed and added', () => {
    const own = section({ ...COMMON, a: COMMON.a.replace('30', '15') })
    expect(changedPlaces({ common: section(COMMON), own })).toEqual([{ at: 'body a', words: ['-30', '+15'] }])
  })

  it('has the added and removed paragraphs, and the title', () => {
    const own = { ...section({ b: COMMON.b, x: 'Ring 1800 first.' }), title: 'Referral here' }
    expect(changedPlaces({ common: section({ b: COMMON.b, c: 'Wait.' }), own })).toEqual([
      { at: 'title', words: ['+here'] },
      { at: 'body c', words: ['-wait'] },
      { at: 'body +', words: ['+ring', '+1800', '+first'] },
    ])
  })

  it('is limited to a number of places', () => {
    const many = Object.fromEntries([...Array(200).keys()].map((index) => [`x${index}`, `Paragraph ${index}.`]))
    expect(changesOf('ie', many).places).toHaveLength(MOST_PLACES)
  })

  it('is nothing where readers get the common text', () => {
    expect(changesOf('ie', {}).places).toEqual([])
  })
})

describe('a change that several countries made alike', () => {
  it('is found where they replaced the same words by the same words', () => {
    const shorter = { a: COMMON.a.replace('30', '15') }
    expect(found(changesOf('cy', shorter), changesOf('ie', shorter), changesOf('gb', {}))).toEqual([['cy', 'ie']])
  })

  it('is found among other changes of each country', () => {
    const shorter = COMMON.a.replace('30', '15')
    const ireland = changesOf('ie', { a: shorter, b: 'The HSE refers everybody to a doctor within a week.' })
    expect(found(changesOf('cy', { a: shorter }), ireland)).toEqual([['cy', 'ie']])
  })

  it('is found where they added nearly the same paragraph', () => {
    const cyprus = changesOf('cy', { x: 'Tell the guardian of a child before the interview begins.' })
    const ireland = changesOf('ie', { y: 'Tell the guardian of every child before the interview begins.' })
    expect(found(cyprus, ireland)).toEqual([['cy', 'ie']])
  })

  it('is found where they removed the same paragraph', () => {
    const without = (country: string) => ({
      country,
      places: changedPlaces({ common: section(COMMON), own: section({ a: COMMON.a }) }),
    })
    expect(found(without('cy'), without('ie'))).toEqual([['cy', 'ie']])
  })

  it('is found although they stand on different releases of the common text', () => {
    const newer = { ...COMMON, a: COMMON.a.replace('told of', 'informed about') }
    const cyprus = changesOf('cy', { a: COMMON.a.replace('30', '15') })
    const ireland = changesOf('ie', { a: newer.a.replace('30', '15') }, newer)
    expect(found(cyprus, ireland)).toEqual([['cy', 'ie']])
  })

  it('is not one where each country puts its own name in the place of the same words', () => {
    const named = (country: string, name: string) => changesOf(country, { b: COMMON.b.replace('The authority', name) })
    expect(found(named('cy', 'Asylum Service'), named('ie', 'Protection Office'))).toEqual([])
  })

  it('is not one where the same words were added to different paragraphs', () => {
    const cyprus = changesOf('cy', { a: `${COMMON.a} Within a week.` })
    expect(found(cyprus, changesOf('ie', { b: `${COMMON.b} Within a week.` }))).toEqual([])
  })

  it('is listed first if most countries made it', () => {
    const shorter = COMMON.a.replace('30', '15')
    const doctor = COMMON.b.replace('doctor', 'midwife')
    const changes = [
      changesOf('cy', { b: doctor }),
      changesOf('es', { a: shorter, b: doctor }),
      changesOf('fr', { a: shorter }),
      changesOf('ie', { a: shorter }),
    ]
    expect(alikeChanges(changes)).toEqual([
      { at: 'body a', countries: ['es', 'fr', 'ie'], words: ['-30', '+15'] },
      { at: 'body b', countries: ['cy', 'es'], words: ['-doctor', '+midwife'] },
    ])
  })
})

const words = fc.array(fc.constantFrom('+a', '+b', '+c', '-a', '-d'), { minLength: 1, maxLength: 6 })
const places = fc.array(fc.record({ at: fc.constantFrom('body x', 'body +'), words }), { maxLength: 4 })
const countries = fc
  .uniqueArray(fc.constantFrom('cy', 'es', 'fr', 'gb', 'ie', 'it'), { minLength: 2 })
  .chain((codes) => fc.tuple(...codes.map((country) => places.map((its) => ({ country, places: its })))))

describe('for all changes', () => {
  it('a group has several countries, each of which made a change alike to that of another', () => {
    fc.assert(
      fc.property(countries, (changes) => {
        for (const group of alikeChanges(changes)) {
          expect(group.countries.length).toBeGreaterThan(1)
          expect(new Set(group.countries).size).toBe(group.countries.length)
          const there = changes.filter(({ country }) => group.countries.includes(country))
          for (const { country, places } of there)
            expect(
              places.some(({ at, words }) =>
                there.some(
                  (other) =>
                    other.country !== country &&
                    other.places.some((one) => one.at === at && similarityOf(one.words, words) >= ALIKE),
                ),
              ),
            ).toBe(true)
        }
      }),
    )
  })

  it('two countries that changed the same always are one group', () => {
    fc.assert(
      fc.property(words, (changed) => {
        const place = { at: 'body x', words: changed }
        expect(found({ country: 'cy', places: [place] }, { country: 'ie', places: [place] })).toEqual([['cy', 'ie']])
      }),
    )
  })

  it('the order of the countries does not decide whether anything is found', () => {
    fc.assert(
      fc.property(countries, (changes) => {
        expect(alikeChanges(changes.toReversed()).length > 0).toBe(alikeChanges(changes).length > 0)
      }),
    )
  })
})

/** Twice the shared words by all words. */
function similarityOf(one: readonly string[], other: readonly string[]): number {
  const left = [...other]
  const shared = one.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return (2 * shared.length) / (one.length + other.length)
}
