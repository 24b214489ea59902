import { describe, expect, it } from 'vitest'
import { aboutChanges } from '@/domain/aboutChanges'
import type { About } from '@/domain/release'
import { plainAbout } from '../plainAbout'

const changes = (given: Partial<About>) => aboutChanges({ before: plainAbout, after: { ...plainAbout, ...given } })

describe('what pages say otherwise of the toolkit and of the country', () => {
  it('is nothing where they say the same, also where a language has an empty text', () => {
    expect(changes({})).toEqual([])
    expect(changes({ description: { fr: '' } })).toEqual([])
  })

  it('names each text in each language, with what it was', () => {
    expect(
      changes({ title: { en: 'Guide', fr: 'Boîte' }, description: { en: 'What for.' }, country: { en: 'Malta' } }),
    ).toEqual([
      { kind: 'words', field: 'title', language: 'en', before: 'Toolkit', after: 'Guide' },
      { kind: 'words', field: 'title', language: 'fr', before: '', after: 'Boîte' },
      { kind: 'words', field: 'description', language: 'en', before: '', after: 'What for.' },
      { kind: 'words', field: 'country', language: 'en', before: '', after: 'Malta' },
    ])
    expect(changes({ title: {} })).toMatchObject([{ before: 'Toolkit', after: '' }])
  })

  it('names the mark of a sample and the source language', () => {
    expect(changes({ sample: true, sourceLanguage: 'el' })).toEqual([
      { kind: 'sample', after: true },
      { kind: 'source-language', before: 'en', after: 'el' },
    ])
  })
})
