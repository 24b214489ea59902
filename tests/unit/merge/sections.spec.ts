import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge, openPlaces, type PlacedSection, resolve } from '@/domain/merge/merge'
import { block, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { p } from '../diff/shownAs'
import { runs } from '../runs'

const LONG = 'See the person alone in a quiet room where nobody can listen.'

function section(key: string, given: Partial<PlacedSection> = {}): PlacedSection {
  return {
    key,
    title: `Title ${key}`,
    summary: '',
    body: [p(`${LONG} ${key}`)],
    addition: [],
    audiences: [],
    stages: [],
    parent: null,
    ...given,
  }
}

const statuses = (all: ReturnType<typeof merge>) =>
  Object.fromEntries(all.sections.map(({ key, status }) => [key, status]))
const keys = (sections: PlacedSection[]) => sections.map(({ key }) => key)

describe('own words for a place that both changed', () => {
  const days = (...words: [string, 'bold'?][]) =>
    section('a', {
      body: [block('paragraph', { id: 'd', runs: words.map(([one, mark]) => text(one, mark ? [mark] : [])) })],
    })
  const base = [days(['Answer the person '], ['soon', 'bold'], ['.'])]
  const ours = [days(['Answer the person '], ['within thirty working days', 'bold'], ['.'])]
  const theirs = [days(['Answer the person '], ['in two weeks at the latest', 'bold'], ['.'])]
  const bodyAfter = (words: (ours: string) => string) => {
    const merged = merge({ base, ours, theirs })
    const [conflict] = merged.sections.flatMap((one) => openPlaces(one).conflicts)
    const resolutions = { [conflict?.id ?? '']: { text: words(conflict?.ours ?? '') } }
    return resolve({ merge: merged, resolutions })[0]?.body
  }

  it('have the formats of ours while they are ours', () => {
    expect(bodyAfter((one) => one)).toEqual(ours[0]?.body)
  })

  it('are as they were typed once they differ', () => {
    const [paragraph] = bodyAfter((one) => `${one} or so`) ?? []
    expect(textOf([...(paragraph ? [paragraph] : [])])).toBe('Answer the person within thirty working days or so.')
    expect(paragraph?.runs).not.toEqual(ours[0]?.body[0]?.runs)
  })
})

describe('merging sections', () => {
  it('says for each section which side changed it', () => {
    const base = ['a', 'b', 'c', 'd', 'e'].map((key) => section(key))
    const changed = (key: string, field: object, sections = base) =>
      sections.map((one) => (one.key === key ? { ...one, ...field } : one))
    const ours = changed('b', { title: 'Ours' }, changed('c', { title: 'Ours' }, changed('d', { title: 'Title ours' })))
    const theirs = changed(
      'a',
      { title: 'Theirs' },
      changed('c', { summary: 'New.' }, changed('d', { title: 'Title theirs' })),
    )
    expect(statuses(merge({ base, ours, theirs }))).toEqual({
      a: 'ready',
      b: 'yours-kept',
      c: 'please-check',
      d: 'decision-needed',
      e: 'unchanged',
    })
  })

  it('says so for each field, and merges audiences and stages without a conflict', () => {
    const base = [section('a', { audiences: ['lawyer', 'police'], summary: 'Short.' })]
    const ours = [section('a', { audiences: ['lawyer'], summary: 'Short.' })]
    const theirs = [section('a', { audiences: ['lawyer', 'police', 'ngo'], summary: 'Shorter.' })]
    const result = merge({ base, ours, theirs })
    const fields = Object.fromEntries((result.sections[0]?.fields ?? []).map(({ field, status }) => [field, status]))
    expect(fields).toEqual({
      title: 'unchanged',
      summary: 'ready',
      body: 'unchanged',
      addition: 'unchanged',
      audiences: 'please-check',
      stages: 'unchanged',
    })
    expect(resolve({ merge: result, resolutions: {} })).toMatchObject([
      { audiences: ['lawyer', 'ngo'], summary: 'Shorter.' },
    ])
  })

  it('adds what one side added, and removes what one side removed', () => {
    const base = ['a', 'b', 'c'].map((key) => section(key))
    const ours = [...base, section('ours')]
    const theirs = [section('a'), section('theirs'), section('c')]
    const result = merge({ base, ours, theirs })
    expect(keys(resolve({ merge: result, resolutions: {} }))).toEqual(['a', 'theirs', 'c', 'ours'])
    expect(statuses(result)).toMatchObject({ b: 'ready', ours: 'yours-kept', theirs: 'ready' })
  })

  it('keeps a section that one side removed and the other edited, until somebody decides', () => {
    const base = [section('a'), section('b')]
    const ours = [section('a'), section('b', { title: 'Ours' })]
    const result = merge({ base, ours, theirs: [section('a')] })
    expect(result.sections[1]).toMatchObject({ status: 'decision-needed', presence: 'disputed' })
    expect(keys(resolve({ merge: result, resolutions: {} }))).toEqual(['a', 'b'])
    expect(keys(resolve({ merge: result, resolutions: { 'b/section': 'ours' } }))).toEqual(['a', 'b'])
    expect(keys(resolve({ merge: result, resolutions: { 'b/section': 'theirs' } }))).toEqual(['a'])
  })

  it('merges the order as a separate change', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((key) => section(key))
    if (!a || !b || !c || !d) throw new Error('four sections')
    const result = merge({ base: [a, b, c, d], ours: [a, b, c, { ...d, title: 'Ours' }], theirs: [b, c, a, d] })
    expect(result.order.status).toBe('ready')
    expect(statuses(result)).toEqual({ a: 'unchanged', b: 'unchanged', c: 'unchanged', d: 'yours-kept' })
    expect(keys(resolve({ merge: result, resolutions: {} }))).toEqual(['b', 'c', 'a', 'd'])
  })

  it('asks a person where to put a section that both moved, and moves its children with it', () => {
    const tree = [section('a'), section('a1', { parent: 'a' }), section('b'), section('c'), section('d')]
    const [a, a1, b, c, d] = tree
    if (!a || !a1 || !b || !c || !d) throw new Error('five sections')
    const result = merge({ base: tree, ours: [b, c, a, a1, d], theirs: [b, c, d, a, a1] })
    expect(result.order).toMatchObject({
      status: 'decision-needed',
      conflicts: [{ key: 'a', ours: { behind: 'c' }, theirs: { behind: 'd' } }],
    })
    expect(keys(resolve({ merge: result, resolutions: {} }))).toEqual(['b', 'c', 'a', 'a1', 'd'])
    expect(keys(resolve({ merge: result, resolutions: { 'a/place': 'theirs' } }))).toEqual(['b', 'c', 'd', 'a', 'a1'])
    expect(keys(resolve({ merge: result, resolutions: { 'a/place': 'base' } }))).toEqual(['a', 'a1', 'b', 'c', 'd'])
  })

  it('does not put two sections below each other if each side put one below the other', () => {
    const base = [section('a'), section('b')]
    const ours = [section('b'), section('a', { parent: 'b' })]
    const theirs = [section('a'), section('b', { parent: 'a' })]
    expect(keys(resolve({ merge: merge({ base, ours, theirs }), resolutions: {} })).toSorted()).toEqual(['a', 'b'])
  })

  it('follows our structure if each side put one below the other', () => {
    const base = [section('a'), section('b', { parent: 'a' }), section('c')]
    const ours = [section('a'), section('b', { parent: 'a' }), section('c', { parent: 'b' })]
    const theirs = [section('a'), section('c'), section('b', { parent: 'c' })]
    const places = merge({ base, ours, theirs }).order.places.map(({ key, parent }) => [key, parent])
    expect(places).toEqual(ours.map(({ key, parent = null }) => [key, parent]))
  })

  it('puts what theirs put after a section after the chapter that ours put around it', () => {
    const base = [section('a'), section('b')]
    const ours = [section('one'), section('a', { parent: 'one' }), section('two'), section('b', { parent: 'two' })]
    const theirs = [section('a'), section('new'), section('b')]
    const { places, conflicts } = merge({ base, ours, theirs }).order
    expect(places.map(({ key }) => key)).toEqual(['one', 'a', 'new', 'two', 'b'])
    expect(conflicts).toEqual([])
  })

  it('gives every conflict of a toolkit its own id', () => {
    const base = ['a', 'b'].map((key) => section(key))
    const side = (word: string) =>
      ['a', 'b'].map((key) => section(key, { title: word, body: [p(`${LONG.replace('quiet', word)} ${key}`)] }))
    const { sections } = merge({ base, ours: side('private'), theirs: side('separate') })
    const ids = sections.flatMap((one) => openPlaces(one).conflicts.map(({ id }) => id))
    expect(ids).toEqual(['a/title/1', 'a/body/1', 'b/title/1', 'b/body/1'])
  })
})

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'] as const

/** Sections of a small toolkit: some of the keys, in any order, some below others, with one of three titles. */
const toolkit = fc
  .record({
    order: fc.shuffledSubarray([...KEYS]),
    parents: fc.array(fc.nat(9), { minLength: 6, maxLength: 6 }),
    titles: fc.array(fc.constantFrom('one', 'two', 'three words long'), { minLength: 6, maxLength: 6 }),
  })
  .map(({ order, parents, titles }) => {
    // Parents come before their children.
    const sections = order.map((key, at) => {
      const parent = (parents[at] ?? 0) < at && at > 0 ? (order[parents[at] ?? 0] ?? null) : null
      return section(key, { parent, title: titles[KEYS.indexOf(key)] ?? '' })
    })
    const under = (parent: string | null): PlacedSection[] =>
      sections.filter((one) => one.parent === parent).flatMap((one) => [one, ...under(one.key)])
    return under(null)
  })

describe('a merge of any three toolkits', () => {
  const law = (check: (three: { base: PlacedSection[]; ours: PlacedSection[]; theirs: PlacedSection[] }) => void) =>
    fc.assert(fc.property(fc.record({ base: toolkit, ours: toolkit, theirs: toolkit }), check), { numRuns: runs(1000) })

  it('gives theirs if only theirs changed, ours if only ours changed, and the common one if both are the same', () => {
    law(({ base, ours, theirs }) => {
      expect(resolve({ merge: merge({ base, ours: base, theirs }), resolutions: {} })).toEqual(theirs)
      expect(resolve({ merge: merge({ base, ours, theirs: base }), resolutions: {} })).toEqual(ours)
      expect(resolve({ merge: merge({ base, ours, theirs: ours }), resolutions: {} })).toEqual(ours)
    })
  })

  it('has every expected section once, below an existing parent', () => {
    law(({ base, ours, theirs }) => {
      const result = merge({ base, ours, theirs })
      const resolutions = Object.fromEntries(result.order.conflicts.map(({ id }) => [id, 'theirs' as const]))
      for (const chosen of [{}, resolutions]) {
        const made = resolve({ merge: result, resolutions: chosen })
        const [was, our, their] = [base, ours, theirs].map((one) => new Set(keys(one)))
        const everywhere = KEYS.filter((key) => was?.has(key) && our?.has(key) && their?.has(key))
        expect(new Set(keys(made)).size).toBe(made.length)
        expect(keys(made)).toEqual(expect.arrayContaining(everywhere))
        for (const { parent } of made) if (parent) expect(keys(made)).toContain(parent)
      }
    })
  })

  it('does not let a change of one section affect another one', () => {
    law(({ base, ours, theirs }) => {
      const before = merge({ base, ours, theirs })
      const [first] = ours
      const edited = ours.map((one) => (one === first ? { ...one, summary: 'Only this one changed.' } : one))
      const after = merge({ base, ours: edited, theirs })
      const others = (all: typeof before) =>
        all.sections.filter(({ key }) => key !== first?.key).toSorted((one, other) => (one.key < other.key ? -1 : 1))
      expect(others(after)).toEqual(others(before))
    })
  })
})
