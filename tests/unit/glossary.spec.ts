import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '@/domain/language'
import { type Concept, forbidden, glossary, labels, messages, misnamed, type Said, sample } from './glossary'

const CONCEPTS = Object.entries(glossary)

describe.each(CONCEPTS)('the word for "%s"', (_name, of) => {
  it('is used by every message whose English uses it', () => {
    expect(messages.some(({ language, words }) => language === 'en' && of.english.test(words))).toBe(true)
    expect(misnamed({ of, texts: messages })).toEqual([])
  })

  it('is used by every label whose English uses it', () => {
    expect(misnamed({ of, texts: labels })).toEqual([])
  })

  it('has no synonym', () => {
    expect(forbidden({ of, texts: [...messages, ...labels, ...sample] })).toEqual([])
  })

  it('is allowed by the glossary itself', () => {
    const terms: Said[] = LANGUAGES.map((language) => ({ where: 'term', language, words: of.terms[language] }))
    expect(terms.filter(({ language }) => language === 'en').every(({ words }) => of.english.test(words))).toBe(true)
    expect(misnamed({ of, texts: terms })).toEqual([])
    expect(forbidden({ of, texts: terms })).toEqual([])
  })

  it('has only exceptions that are needed', () => {
    const strict: Concept = { ...of, except: {} }
    const needed = misnamed({ of: strict, texts: [...messages, ...labels, ...sample] })
    for (const key of Object.keys(of.except))
      expect(
        needed.some((one) => one.includes(` ${key}: `)),
        key,
      ).toBe(true)
  })
})

it.each(CONCEPTS.filter(([, of]) => of.sample))(
  'the sample texts use the word for "%s" where their English text does',
  (_name, of) => {
    expect(sample.some(({ language, words }) => language === 'en' && of.english.test(words))).toBe(true)
    expect(misnamed({ of, texts: sample })).toEqual([])
  },
)

it('compares something in each language', () => {
  for (const language of LANGUAGES)
    for (const texts of [messages, labels, sample])
      expect(texts.filter((one) => one.language === language).length).toBeGreaterThan(0)
})

it('finds a message with another word for a term, and one with a forbidden word', () => {
  const of = glossary['send for review']
  const said = (words: string): Said[] => [
    { where: 'key', language: 'en', words: 'Send for review' },
    { where: 'key', language: 'fr', words },
  ]
  if (of === undefined) throw new Error('The glossary has no "send for review".')
  expect(misnamed({ of, texts: said('Envoyer pour validation') })).toEqual([])
  expect(misnamed({ of, texts: said('Envoyer en relecture') })).toEqual(['fr key: Envoyer en relecture'])
  expect(forbidden({ of, texts: said('Envoyer en relecture') })).toEqual(['fr key: relecture'])
})
