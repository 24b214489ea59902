import { describe, expect, it } from 'vitest'
import { aboutChanges } from '@/domain/aboutChanges'
import type { About } from '@/domain/release'
import { plainAbout } from '../plainAbout'

const changes = (given: Partial<About>) => aboutChanges({ before: plainAbout, after: { ...plainAbout, ...given } })

describe('changes in how the pages describe the toolkit and the country', () => {
  it('are none if the pages say the same, even if a language has an empty text', () => {
    expect(changes({})).toEqual([])
    expect(changes({ description: { fr: '' } })).toEqual([])
  })

  it('name each text in each language, with its old value', () => {
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

  it('include the sample mark and the source language', () => {
    expect(changes({ sample: true, sourceLanguage: 'el' })).toEqual([
      { kind: 'sample', after: true },
      { kind: 'source-language', before: 'en', after: 'el' },
    ])
  })
})
