import { describe, expect, it } from 'vitest'
import { type Became, readsTheSame, sectionsToNote, whatBecame } from '@/domain/became'
import type { Language } from '@/domain/language'
import type { ManifestEntry, PlacedSection } from '@/domain/release'
import { block, text } from '@/domain/richText/richText'
import type { SectionContent } from '@/domain/section'
import { content, entry } from '../admin/factories'

const section = (given: Partial<ManifestEntry> = {}, words: Partial<SectionContent> = {}): PlacedSection => ({
  entry: entry('a', { ...given, blob: JSON.stringify(words) }),
  content: content('a', words),
})

function became(was: PlacedSection | null, is: PlacedSection | null, languages: Language[] = ['en']): Became[] {
  return whatBecame({
    before: was ? [was] : [],
    after: is ? [is] : [],
    isSame: (one, other) => readsTheSame({ was: one, is: other, languages, languagesBefore: languages, source: 'en' }),
  }).map((one) => one.became)
}

const plain = section()
const omitted = section({ mode: 'omit', reason: 'other' })

describe('what became of a section for readers of a language', () => {
  it('is named: new, left out, used again, moved, removed', () => {
    expect(became(null, plain)).toEqual(['new'])
    expect(became(plain, omitted)).toEqual(['left-out'])
    expect(became(null, omitted)).toEqual(['left-out'])
    expect(became(omitted, plain)).toEqual(['taken-up'])
    expect(became(plain, section({ rank: 'b' }))).toEqual(['moved'])
    expect(became(plain, null)).toEqual(['removed'])
    expect(became(plain, plain)).toEqual(['same'])
  })

  it('is nothing if only the guidance for countries or the policy changed', () => {
    expect(became(plain, section({}, { guidance: { en: 'You may shorten this.' }, policy: 'national' }))).toEqual([
      'same',
    ])
  })

  it('is nothing if only another language changed, unless its words replace missing ones', () => {
    const german = section({}, { title: { en: 'a', de: 'Anders' } })
    expect(became(plain, german)).toEqual(['same'])
    expect(became(plain, german, ['en', 'de'])).toEqual(['changed'])
    const corrected = section({}, { body: { en: [block('paragraph', { runs: [text('Other words.')] })] } })
    expect(became(plain, corrected, ['el'])).toEqual(['changed'])
  })

  it("is a change if the reader's language replaces another one, even if the words are the same", () => {
    expect(became(plain, section({}, { title: { en: 'a', fr: 'a' } }), ['fr'])).toEqual(['changed'])
  })

  it('is a change if only the reason changed, in words that these readers get', () => {
    const adapted = (given: Partial<ManifestEntry>) => section({ mode: 'adapt', reason: 'other', ...given })
    expect(became(adapted({}), adapted({ reason: 'national-law' }))).toEqual(['changed'])
    const explained = adapted({ explanation: { en: 'Law.' } })
    expect(became(explained, adapted({ explanation: { en: 'Law.', de: 'Gesetz.' } }))).toEqual(['same'])
    expect(became(explained, adapted({ explanation: { en: 'Law.', de: 'Gesetz.' } }), ['de'])).toEqual(['changed'])
  })

  it('is a change if the title or text of an unused section changed, but nothing if an unused section was removed', () => {
    const changed = (words: Partial<SectionContent>) =>
      became(omitted, section({ mode: 'omit', reason: 'other' }, words))
    expect(changed({ title: { en: 'b' } })).toEqual(['changed'])
    expect(changed({ summary: { en: 'b' }, audiences: ['lawyer'] })).toEqual(['same'])
    expect(became(omitted, null)).toEqual([])
  })
})

describe('the sections of which a release of the common framework says something', () => {
  const manifest = [
    entry('same', { rank: 'a' }),
    entry('edited', { rank: 'b', blob: 'before' }),
    entry('moved', { rank: 'c' }),
    entry('gone', { rank: 'd' }),
  ]
  const next = [
    { entry: entry('moved', { rank: 'Z' }) },
    { entry: entry('same', { rank: 'a' }) },
    { entry: entry('edited', { rank: 'b', blob: 'after' }) },
    { entry: entry('added', { rank: 'e' }) },
  ]

  it('are the moved, changed, new and removed ones, in the order of the text', () => {
    expect(sectionsToNote({ last: { manifest }, next }).map(({ key, became }) => [key, became])).toEqual([
      ['moved', 'moved'],
      ['edited', 'changed'],
      ['added', 'new'],
      ['gone', 'removed'],
    ])
  })

  it('are none in the first release', () => {
    expect(sectionsToNote({ last: null, next })).toEqual([])
  })
})
