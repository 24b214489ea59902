import { describe, expect, it } from 'vitest'
import { countShown, NO_FACTS, type RowFacts, rowsShown, sectionRows } from '@/admin/version/sectionRows'
import type { ManifestEntry } from '@/domain/release'
import type { SectionContent } from '@/domain/section'
import { content, entry, words } from './factories'

type Section = { entry: ManifestEntry; content: SectionContent }

type Lags = Parameters<typeof sectionRows>[0]['lags']

function rows(
  sections: Section[],
  last: ManifestEntry[] | null = null,
  facts: Partial<RowFacts> = {},
  lags: Lags = new Map(),
) {
  return sectionRows({
    sections,
    common: new Map(),
    languages: ['en', 'fr'],
    source: 'en',
    reader: 'en',
    last,
    facts: { ...NO_FACTS, ...facts },
    lags,
  })
}

describe('the list of sections of a national version', () => {
  it('numbers sections by position, in whatever order they arrive', () => {
    const sections = [
      { entry: entry('c', { parent: 'b' }), content: content('c') },
      { entry: entry('b'), content: content('b') },
      { entry: entry('a'), content: content('a') },
    ]
    expect(rows(sections).map(({ key, number }) => `${number} ${key}`)).toEqual(['1 a', '2 b', '2.1 c'])
  })

  it('says of a translation whether it is up to date, or how many paragraphs are behind', () => {
    const provenance = { title: { en: 'common', fr: 'translation' } } as const
    const translated = (key: string) => ({ entry: entry(key, { provenance }), content: content(key) })
    const block = { source: 's', translation: null, became: 'new' } as const
    const lags: Lags = new Map([['b', { fr: { fields: ['title'], blocks: [block] } }]])
    const shown = rows([translated('a'), translated('b')], null, {}, lags)
    expect(shown.map(({ languages }) => languages.map(({ state, behind }) => `${state} ${behind}`))).toEqual([
      ['written 0', 'current 0'],
      ['written 0', 'behind 2'],
    ])
    expect(rowsShown(shown, 'behind').map(({ key }) => key)).toEqual(['b'])
  })

  it('says what changed since the last national release: the text, the treatment, or only the reason', () => {
    const last = [
      entry('same'),
      entry('text'),
      entry('left out'),
      entry('taken up', { mode: 'omit', reason: 'other' }),
      entry('moved', { mode: 'local', rank: 'x' }),
      entry('why', { mode: 'adapt', reason: 'other' }),
      entry('removed', { mode: 'local' }),
    ]
    const now = [
      entry('same'),
      entry('text', { blob: 'other words' }),
      entry('left out', { mode: 'omit', reason: 'other' }),
      entry('taken up'),
      entry('moved', { mode: 'local', rank: 'y' }),
      entry('why', { mode: 'adapt', reason: 'national-law' }),
      entry('zz', { mode: 'local' }),
    ]
    const found = rows(
      now.map((one) => ({ entry: one, content: content(one.key) })),
      last,
    )
    expect(Object.fromEntries(found.map(({ key, since }) => [key, since]))).toEqual({
      same: 'same',
      text: 'changed',
      'left out': 'left-out',
      'taken up': 'taken-up',
      moved: 'moved',
      why: 'changed',
      zz: 'new',
    })
  })

  it('compares with the common text before the first national release', () => {
    const found = rows([
      { entry: entry('adopted'), content: content('adopted') },
      { entry: entry('translated', { blob: 'with French' }), content: content('translated') },
      { entry: entry('adapted', { mode: 'adapt', blob: 'ours', reason: 'other' }), content: content('adapted') },
      { entry: entry('left out', { mode: 'omit', reason: 'other' }), content: content('left out') },
      { entry: { ...entry('own', { mode: 'local' }), baseBlob: undefined }, content: content('own') },
    ])
    expect(Object.fromEntries(found.map(({ key, since }) => [key, since]))).toEqual({
      adopted: 'same',
      translated: 'changed',
      adapted: 'changed',
      'left out': 'left-out',
      own: 'new',
    })
  })

  it('names what must be done before the version can be sent', () => {
    const found = rows([
      { entry: entry('a'), content: content('a', { policy: 'national' }) },
      { entry: entry('b', { mode: 'adapt' }), content: content('b') },
      { entry: entry('c', { mode: 'adapt', reason: 'other' }), content: content('c') },
    ])
    expect(found.map(({ problem }) => problem?.key ?? null)).toEqual([
      'refusal.to-be-filled-in',
      'refusal.reason-missing',
      null,
    ])
    expect(rowsShown(found, 'to-do').map(({ key }) => key)).toEqual(['a', 'b'])
  })

  it('shows a language as missing if a part of the section has no words in it', () => {
    const [partly, addition, omitted] = rows([
      {
        entry: entry('a', { provenance: { title: { fr: 'translation' }, body: { fr: 'missing' } } }),
        content: content('a'),
      },
      {
        entry: entry('b', { mode: 'supplement', reason: 'other' }),
        content: content('b', { addition: { en: words('Added here.') } }),
      },
      { entry: entry('c', { mode: 'omit', reason: 'other' }), content: content('c') },
    ])
    expect(partly?.languages).toEqual([
      { language: 'en', state: 'written', behind: 0 },
      { language: 'fr', state: 'missing', behind: 0 },
    ])
    expect(addition?.languages[1]?.state).toBe('missing')
    const [emptied, none] = rows(
      [{ en: words('Added here.'), fr: [] }, { en: [] }].map((added, index) => ({
        entry: entry(`${index}`, { mode: 'supplement', reason: 'other' }),
        content: content(`${index}`, { addition: added }),
      })),
    )
    expect(emptied?.languages[1]?.state).toBe('missing')
    expect(none?.languages.map(({ state }) => state)).toEqual(['written', 'written'])
    expect(omitted?.languages.map(({ state }) => state)).toEqual(['not-used', 'not-used'])
  })

  it('shows a section that is not decided yet where it will come, without a number and without work in it', () => {
    const sections = ['a', 'c'].map((key) => ({ entry: entry(key), content: content(key) }))
    const coming = [
      { entry: entry('b'), content: content('b', { policy: 'national' }) },
      { entry: entry('below', { parent: 'c' }), content: content('below') },
    ]
    const found = rows(sections, null, { coming, updates: new Map([['b', 'ready']]) })
    expect(found.map(({ depth, key, number, place }) => [key, number, depth, place])).toEqual([
      ['a', '1', 1, 'here'],
      ['b', '', 1, 'coming'],
      ['c', '2', 1, 'here'],
      ['below', '', 2, 'coming'],
    ])
    expect(found[1]).toMatchObject({ update: 'ready', problem: null })
    expect(found[1]?.languages.map(({ state }) => state)).toEqual(['not-used', 'not-used'])
  })

  it('marks a section that the common framework no longer has', () => {
    const found = rows([{ entry: entry('a'), content: content('a') }], null, { going: new Set(['a']) })
    expect(found.map(({ place }) => place)).toEqual(['going'])
  })

  it('counts sections that are decided together once among the decisions, and shows each', () => {
    const found = rows(
      ['a', 'b', 'c'].map((key) => ({ entry: entry(key), content: content(key) })),
      null,
      {
        updates: new Map(['a', 'b', 'c'].map((key) => [key, 'please-check'])),
        decidedWith: new Map([['b', 'a']]),
      },
    )
    expect(countShown(found, 'please-check')).toBe(2)
    expect(countShown(found, 'all')).toBe(3)
    expect(rowsShown(found, 'please-check').map(({ key, decidedWith }) => [key, decidedWith])).toEqual([
      ['a', null],
      ['b', 'a'],
      ['c', null],
    ])
  })

  it('can be limited to what waits, by status, to what lacks a reason, to the text of the country, and to what the person changed', () => {
    const keys = ['decide', 'check', 'ready', 'told', 'kept', 'rest']
    const sections = keys.map((key) => ({
      entry: entry(key, key === 'rest' ? { mode: 'adapt' } : {}),
      content: content(key, key === 'kept' ? { policy: 'national' } : {}),
    }))
    const found = rows(sections, null, {
      updates: new Map([
        ['decide', 'decision-needed'],
        ['check', 'please-check'],
        ['ready', 'ready'],
        ['told', 'told'],
        ['kept', 'yours-kept'],
      ]),
      mine: new Set(['told', 'rest']),
    })
    const shown = (filter: Parameters<typeof rowsShown>[1]) => rowsShown(found, filter).map(({ key }) => key)
    expect(shown('decision-needed')).toEqual(['decide'])
    expect(shown('please-check')).toEqual(['check'])
    expect(shown('ready')).toEqual(['ready'])
    expect(shown('without-reason')).toEqual(['rest'])
    expect(shown('to-do')).toEqual(['kept', 'rest'])
    expect(shown('mine')).toEqual(['rest', 'told'])
    expect(shown('own')).toEqual(['rest'])
  })
})
