import { describe, expect, test } from 'vitest'
import type { Language } from '@/domain/language'
import type { ManifestEntry, Release } from '@/domain/release'
import type { SectionContent } from '@/domain/section'
import { knownChanges } from '@/reader/knownChanges'
import { knownDifferences } from '@/reader/knownDifferences'
import { content, p, releases } from './publishedSample'

const body = { en: [p('One paragraph.')] }
const base = content('one', 'Title', { body, summary: { en: 'Summary.' } })
const CONTENTS: Record<string, SectionContent> = {
  base,
  guided: { ...base, guidance: { en: 'For countries.' } },
  named: { ...base, title: { en: 'Another title' } },
  shortened: { ...base, summary: { en: 'Another summary.' } },
  greek: { ...base, title: { en: 'Title', el: 'Τίτλος' } },
  french: { ...base, title: { en: 'Title', fr: 'Titre' } },
}
const contents = async (hashes: readonly string[]) =>
  new Map(
    hashes.flatMap((hash) => {
      const found = CONTENTS[hash]
      return found ? [[hash, found] as const] : []
    }),
  )

const place = { key: 'one', slug: 'one', parent: null, rank: 'a0' }
const entry = (given: Partial<ManifestEntry>): ManifestEntry => ({
  ...place,
  mode: 'adapt',
  blob: 'base',
  provenance: {},
  ...given,
})

describe('what became of a section', () => {
  type Asked = {
    was: Partial<ManifestEntry>
    is: Partial<ManifestEntry>
    language: Language
    source: Language
    languagesBefore: Language[]
  }
  const usual: Asked = {
    was: { blob: 'base' },
    is: { blob: 'guided' },
    language: 'en',
    source: 'en',
    languagesBefore: ['en', 'el', 'de'],
  }
  const ask = (changes: ReturnType<typeof knownChanges>, { was, is, language, source, languagesBefore }: Asked) => {
    const [sample] = releases
    if (!sample) throw new Error('The sample has no release')
    const about = { ...sample.about, sourceLanguage: source }
    const release = (one: Partial<ManifestEntry>, languages: Language[]): Release => ({
      ...sample,
      about,
      languages,
      manifest: [entry(one)],
    })
    return changes({ before: release(was, languagesBefore), after: release(is, ['en', 'el', 'de']), language })
  }
  const became = async (...given: Parameters<typeof ask>) => (await ask(...given)).map((one) => one.became)

  test.each<[string, Partial<Asked>, Partial<Asked>]>([
    ['the earlier text', {}, { was: { blob: 'named' } }],
    ['the later text', {}, { is: { blob: 'named' } }],
    ['the language', { is: { blob: 'greek' } }, { is: { blob: 'greek' }, language: 'el' }],
    [
      'the language of the toolkit',
      { is: { blob: 'french' }, language: 'de' },
      { is: { blob: 'french' }, language: 'de', source: 'fr' },
    ],
    ['whether the earlier release was in the language', {}, { languagesBefore: ['el', 'de'] }],
    [
      'whether the country uses the section',
      { was: { blob: 'base', mode: 'omit' }, is: { blob: 'shortened', mode: 'omit' } },
      { was: { blob: 'base', mode: 'adapt' }, is: { blob: 'shortened', mode: 'adapt' } },
    ],
    ...(['title', 'summary', 'body'] as const).flatMap((field): [string, Partial<Asked>, Partial<Asked>][] => {
      const provenance = { [field]: { en: 'missing' } }
      return [
        [`whether the ${field} was missing in the earlier text`, {}, { was: { blob: 'base', provenance } }],
        [`whether the ${field} is missing in the later text`, {}, { is: { blob: 'guided', provenance } }],
      ]
    }),
  ])('is known apart for requests that differ only in %s', async (_, some, other) => {
    const asked = [some, other].map((one) => ({ ...usual, ...one }))
    const alone = await Promise.all(asked.map((one) => became(knownChanges({ contents }), one)))
    expect(alone.toSorted()).toEqual([[], ['changed']])
    const changes = knownChanges({ contents })
    for (const [at, one] of asked.entries()) expect(await became(changes, one)).toEqual(alone[at])
    for (const [at, one] of asked.entries()) expect(await became(changes, one)).toEqual(alone[at])
  })
})

describe('the difference of a section', () => {
  type Asked = { entry: Partial<ManifestEntry>; language: Language }
  const usual: Asked = { entry: { blob: 'shortened', baseBlob: 'base' }, language: 'en' }
  const ask = async (differences: ReturnType<typeof knownDifferences>, { entry: one, language }: Asked) =>
    (await differences({ manifest: [entry(one)], language })).get('one')

  test.each<[string, Partial<ManifestEntry>, Partial<Asked>?]>([
    ['the mode', { mode: 'inherit' }],
    ['the text', { blob: 'base' }],
    ['the common text', { baseBlob: 'shortened' }],
    ['whether the section is only the country’s own', { mode: 'local' }],
    ['the language', {}, { language: 'el' }],
    ['whether the summary is a translation', { provenance: { summary: { en: 'translation' } } }],
  ])('is known apart for requests that differ only in %s', async (_, changed, other = {}) => {
    const asked = [usual, { ...usual, ...other, entry: { ...usual.entry, ...changed } }]
    const alone = await Promise.all(asked.map((one) => ask(knownDifferences({ contents }), one)))
    expect(alone[0]).toEqual({ is: 'different', places: 1 })
    expect(alone[1]).not.toEqual(alone[0])
    const differences = knownDifferences({ contents })
    for (const [at, one] of asked.entries()) expect(await ask(differences, one)).toEqual(alone[at])
    for (const [at, one] of asked.entries()) expect(await ask(differences, one)).toEqual(alone[at])
  })
})
