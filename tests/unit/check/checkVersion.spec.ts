import { describe, expect, it } from 'vitest'
import type { DatedAnswer, LinkAnswer } from '@/domain/check/answers'
import { countGrades } from '@/domain/check/checkVersion'
import { block } from '@/domain/richText/richText'
import { p } from '../domain/sections'
import { checked, foundIn, heading, linked, sectionOf } from './texts'

describe('the check of a version', () => {
  it('has each section in reading order, and none that is not used', () => {
    const version = checked([
      sectionOf('b', { body: { en: [heading(2, 'Alone')] } }, { rank: 'a2' }),
      sectionOf('c', { body: { en: [heading(2, 'Never read')] } }, { rank: 'a3', mode: 'omit' }),
      sectionOf('a', { body: { en: [p('Text.')] } }, { rank: 'a1' }),
      sectionOf('d', { body: { en: [p('Text.')] } }, { rank: 'a4' }),
    ])
    expect(version.sections.map(({ key, number }) => `${number} ${key}`)).toEqual(['1 a', '2 b', '4 d'])
    expect(foundIn(version)).toEqual(['b: part-empty at “Alone”'])
    expect(version).toMatchObject({ words: 3, minutes: 1, untranslated: 0 })
  })

  it('finds a section without words, but none under which others stand', () => {
    const version = checked([
      sectionOf('a', {}),
      sectionOf('b', {}),
      sectionOf('b1', { body: { en: [p('Text.')] } }, { parent: 'b' }),
      sectionOf('c', {}),
      sectionOf('c1', {}, { parent: 'c', mode: 'omit' }),
    ])
    expect(foundIn(version)).toEqual(['a: section-empty at “”', 'c: section-empty at “”'])
  })

  it('counts the sections that readers get in another language, which are not empty', () => {
    const french = checked([sectionOf('a', { title: { en: 'A', fr: 'A' }, body: { en: [p('Text.')] } })], 'fr')
    expect(french).toMatchObject({ untranslated: 1, words: 0, minutes: 0 })
    expect(foundIn(french)).toEqual([])
  })

  it('finds a section that a country emptied', () => {
    const provenance = { title: { en: 'common' }, body: { en: 'national' } } as const
    const version = checked([sectionOf('a', { body: { en: [], fr: [p('Texte.')] } }, { provenance, mode: 'adapt' })])
    expect(version.untranslated).toBe(0)
    expect(foundIn(version)).toEqual(['a: section-empty at “”'])
  })

  it('checks an addition in its place in the text, and says that it is there', () => {
    const body = { el: [heading(2, 'Ποιος βοηθά'), heading(2, 'Προθεσμίες')] }
    const addition = { el: [p('Ένας μήνας.'), heading(4, 'Πού')] }
    const version = checked([sectionOf('a', { title: { el: 'Α' }, body, addition }, { mode: 'supplement' })], 'el')
    expect(version.sections[0]?.findings.map(({ is, at }) => [is, at.field, at.line])).toEqual([
      ['part-empty', 'body', 'Ποιος βοηθά'],
      ['heading-jump', 'addition', 'Πού'],
      ['part-empty', 'addition', 'Πού'],
    ])
  })

  it('tells what stands in the words of the common framework from what the country wrote', () => {
    const provenance = { body: { de: 'common', fr: 'translation' } } as const
    const content = {
      title: { de: 'A' },
      body: { de: [heading(2, 'Fristen'), heading(2, 'Wege'), p('Der Antrag.')], fr: [heading(2, 'Délais')] },
    }
    const section = sectionOf('a', { ...content, addition: { de: [block('quote')] } }, { provenance })
    const isCommon = (language: 'de' | 'fr') =>
      checked([section], language).sections[0]?.findings.map((one) => [one.is, one.isCommon])
    expect(isCommon('de')).toEqual([
      ['part-empty', true],
      ['block-empty', false],
    ])
    expect(isCommon('fr')).toEqual([['part-empty', false]])
  })

  it('finds a section that takes more than ten minutes to read', () => {
    const words = Array.from({ length: 2001 }, () => 'Λέξη.').join(' ')
    const long = checked([sectionOf('a', { title: { el: 'Α' }, body: { el: [p(words)] } })], 'el')
    expect(long.sections[0]?.findings).toMatchObject([{ is: 'section-long', minutes: 11 }])
    expect(countGrades(long.sections[0]?.findings ?? [])).toEqual({ mend: 0, look: 0, advice: 1 })
  })

  it('finds links to pages that did not answer, unless none of many did', () => {
    const names = ['a', 'b', 'c']
    const body = names.map((name) => linked(name, `https://law.example/${name}`))
    const foundWith = (...all: LinkAnswer[]) => {
      const dated = all.map((is): DatedAnswer => ({ is, at: '2026-12-02T09:00:00.000Z' }))
      const answers = new Map(
        dated.map((answer, n): [string, DatedAnswer] => [`https://law.example/${names[n]}`, answer]),
      )
      return foundIn(checked([sectionOf('s', { body: { en: body } })], 'en', answers))
    }
    expect(foundWith('silent', 'there', 'gone')).toEqual(['s: link-silent at “See a.”', 's: link-gone at “See c.”'])
    expect(foundWith('silent', 'silent')).toHaveLength(2)
    expect(foundWith('silent', 'silent', 'silent')).toEqual([])
  })
})
