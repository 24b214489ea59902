import { describe, expect, it } from 'vitest'
import { contentByKey, openProblemsOf, titleOf } from '@/domain/readiness'
import type { ManifestEntry } from '@/domain/release'
import { MODES, type Policy } from '@/domain/section'
import { catalogues } from '@/messages/catalogues'
import { contentOf } from './sections'

function section({ key = 'a', policy = 'free', ...entry }: Partial<ManifestEntry> & { policy?: Policy } = {}) {
  return {
    entry: {
      key,
      slug: key,
      parent: null,
      rank: 'a0',
      mode: 'inherit',
      blob: 'blob',
      provenance: {},
      ...entry,
    } as const,
    content: contentOf(key, { policy }),
  }
}

const problemsOf = (...sections: ReturnType<typeof section>[]) =>
  openProblemsOf(sections, { common: contentByKey(sections), languages: ['en'], source: 'en' })

describe('a national version can be sent for review', () => {
  it('when it uses only common text', () => {
    expect(problemsOf(section())).toEqual([])
  })

  it.each(MODES.filter((mode) => mode !== 'inherit'))('when a section that is "%s" gives its reason', (mode) => {
    expect(problemsOf(section({ mode, reason: 'national-law' }))).toEqual([])
  })

  it.each(['supplement', 'local'] as const)(
    'when a section that is "%s" gives no reason: the common text stays complete',
    (mode) => {
      expect(problemsOf(section({ mode }))).toEqual([])
    },
  )
})

describe('it cannot be sent', () => {
  it.each(['adapt', 'omit'] as const)('while a section that is "%s" gives no reason', (mode) => {
    expect(problemsOf(section({ mode }))).toEqual([{ key: 'refusal.reason-missing', params: { section: 'Title a' } }])
  })

  it('while a section that each country must write equals the common framework', () => {
    expect(problemsOf(section({ policy: 'national' }))).toEqual([
      { key: 'refusal.to-be-filled-in', params: { section: 'Title a' } },
    ])
  })

  it('and every section with a problem is named, in order', () => {
    const problems = problemsOf(
      section({ key: 'a', mode: 'omit' }),
      section({ key: 'b' }),
      section({ key: 'c', policy: 'national' }),
    )
    expect(problems.map(({ params }) => params?.section)).toEqual(['Title a', 'Title c'])
  })

  it('for reasons that the catalogue contains', () => {
    const keys = problemsOf(section({ mode: 'omit' }), section({ policy: 'national' })).map(({ key }) => key)
    expect(Object.keys(catalogues.en)).toEqual(expect.arrayContaining(keys))
  })
})

describe('the title of a section', () => {
  const content = contentOf('a', { title: { en: 'Contacts', el: 'Επαφές' } })

  it('is in the first of the languages that it has', () => {
    expect(titleOf(content, ['fr', 'el', 'en'])).toBe('Επαφές')
  })

  it('is in any language rather than missing', () => {
    expect(titleOf(content, ['fr'])).toBe('Contacts')
  })

  it('is its key if it has no title', () => {
    expect(titleOf(contentOf('a', { title: {} }), ['en'])).toBe('a')
  })
})
