import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  childrenOf,
  keysBelow,
  placeAt,
  placeFromElsewhere,
  type Spot,
  type Step,
  spotBeside,
  underPresentSections,
} from '@/domain/places'
import { inReadingOrder } from '@/domain/release'
import { resolve, resolvedPlaces, untouched, type VariantSection } from '@/domain/resolve'
import { decideUpdate } from '@/domain/updates/updates'
import { baseOf, ownOf, p } from './sections'

type Placed = { key: string; parent: string | null; rank: string }

/** a (a1, a2), b (b1), c */
const PLACES: Placed[] = [
  { key: 'a', parent: null, rank: 'a0' },
  { key: 'a1', parent: 'a', rank: 'a0' },
  { key: 'a2', parent: 'a', rank: 'a1' },
  { key: 'b', parent: null, rank: 'a1' },
  { key: 'b1', parent: 'b', rank: 'a0' },
  { key: 'c', parent: null, rank: 'a2' },
]

function at(key: string, parent: string | null, rank: string): Placed {
  return { key, parent, rank }
}

function ordered(places: readonly Placed[]): string[] {
  return inReadingOrder(places).map(({ entry, number }) => `${number} ${entry.key}`)
}

/** The version with a new section `x` at this spot, or with `moving` moved there. */
function put(spot: Spot, moving: string | null = null): string[] | string {
  const placed = placeAt({ places: PLACES, spot, moving })
  if (!placed.ok) return placed.because[0]?.key ?? ''
  const key = moving ?? 'x'
  return ordered([...PLACES.filter((one) => one.key !== moving), { key, ...placed.result }])
}

describe('a section is put', () => {
  it.each<[string, Spot, string]>([
    ['first of all', { parent: null, after: null }, '1 x'],
    ['first under a section', { parent: 'a', after: null }, '1.1 x'],
    ['between two sections', { parent: 'a', after: 'a1' }, '1.2 x'],
    ['last under a section', { parent: 'a', after: 'a2' }, '1.3 x'],
    ['under one that has none', { parent: 'c', after: null }, '3.1 x'],
    ['last of all', { parent: null, after: 'c' }, '4 x'],
  ])('%s', (_, spot, expected) => {
    expect(put(spot)).toContain(expected)
  })

  it('nowhere if the spot is not there', () => {
    expect(put({ parent: 'nowhere', after: null })).toBe('refusal.place-unknown')
    expect(put({ parent: 'a', after: 'b1' })).toBe('refusal.place-unknown')
  })

  it('after a section of the same rank, although nothing fits between two of them', () => {
    const places = [...PLACES, { key: 'a3', parent: 'a', rank: 'a1' }]
    const placed = placeAt({ places, spot: { parent: 'a', after: 'a2' } })
    expect(placed.ok && ordered([...places, { key: 'x', ...placed.result }])).toContain('1.4 x')
  })
})

describe('a section moves', () => {
  it('to another parent with all that is under it, and among its neighbours', () => {
    expect(put({ parent: 'c', after: null }, 'a')).toEqual(['1 b', '1.1 b1', '2 c', '2.1 a', '2.1.1 a1', '2.1.2 a2'])
    expect(put({ parent: 'a', after: 'a2' }, 'a1')).toEqual(['1 a', '1.1 a2', '1.2 a1', '2 b', '2.1 b1', '3 c'])
  })

  it('never under itself, at any depth', () => {
    expect(put({ parent: 'a', after: null }, 'a')).toBe('refusal.place-under-itself')
    expect(put({ parent: 'a1', after: null }, 'a')).toBe('refusal.place-under-itself')
  })

  it('one place up or down, as far as there is one', () => {
    const beside = (key: string, step: Step) => spotBeside({ places: PLACES, key, step })
    expect(beside('b', 'up')).toEqual({ parent: null, after: null })
    expect(beside('b', 'down')).toEqual({ parent: null, after: 'c' })
    expect(beside('c', 'up')).toEqual({ parent: null, after: 'a' })
    expect(beside('a', 'up')).toBeNull()
    expect(beside('a2', 'down')).toBeNull()
    expect(beside('b1', 'up')).toBeNull()
  })

  it('under the one before it, as the last there, or out from under its parent, behind that', () => {
    const beside = (key: string, step: Step) => spotBeside({ places: PLACES, key, step })
    expect(beside('b', 'in')).toEqual({ parent: 'a', after: 'a2' })
    expect(beside('a2', 'in')).toEqual({ parent: 'a1', after: null })
    expect(beside('a1', 'in')).toBeNull()
    expect(beside('a1', 'out')).toEqual({ parent: null, after: 'a' })
    expect(beside('b', 'out')).toBeNull()
  })

  it('so that no section is lost and no circle arises, whatever moves where', () => {
    const key = fc.constantFrom(...PLACES.map((one) => one.key))
    const moves = fc.array(fc.record({ moving: key, parent: fc.option(key), after: fc.option(key) }), { maxLength: 20 })
    fc.assert(
      fc.property(moves, (list) => {
        let places = PLACES
        for (const { moving, ...spot } of list) {
          const placed = placeAt({ places, spot, moving })
          if (!placed.ok) continue
          places = places.map((one) => (one.key === moving ? { ...one, ...placed.result } : one))
          const siblings = childrenOf(places, spot.parent).map((one) => one.key)
          expect(siblings.indexOf(moving)).toBe(spot.after === null ? 0 : siblings.indexOf(spot.after) + 1)
        }
        // Every section is reached from the top.
        const reached = childrenOf(places, null).flatMap((one) => [one.key, ...keysBelow(places, one.key)])
        expect(reached.toSorted()).toEqual(PLACES.map((one) => one.key).toSorted())
      }),
      { numRuns: 300 },
    )
  })
})

describe('sections under one that left', () => {
  const without = (...gone: string[]) => {
    const stored = new Map(PLACES.map((one) => [one.key, one]))
    const left = new Set(gone)
    return ordered(
      underPresentSections(
        PLACES.filter((one) => !left.has(one.key)),
        (key) => stored.get(key),
      ),
    )
  }

  it('stand at its place, in their order', () => {
    expect(without('a')).toEqual(['1 a1', '2 a2', '3 b', '3.1 b1', '4 c'])
    expect(without('b')).toEqual(['1 a', '1.1 a1', '1.2 a2', '2 b1', '3 c'])
    expect(without('a', 'b')).toEqual(['1 a1', '2 a2', '3 b1', '4 c'])
  })

  it('stand where the last section above them that is there has its place', () => {
    const places: Placed[] = [...PLACES, { key: 'a11', parent: 'a1', rank: 'a9' }]
    const stored = new Map(places.map((one) => [one.key, one]))
    const left = new Set(['a', 'a1'])
    const rest = underPresentSections(
      places.filter(({ key }) => !left.has(key)),
      (key) => stored.get(key),
    )
    expect(ordered(rest)).toEqual(['1 a11', '2 a2', '3 b', '3.1 b1', '4 c'])
  })

  it('stay as they are if nobody knows the place of the section, and in a circle of such sections', () => {
    const places: Placed[] = [{ key: 'x', parent: 'gone', rank: 'a0' }]
    expect(underPresentSections(places, () => undefined)).toEqual(places)
    const circle: Record<string, Placed> = {
      gone: { key: 'gone', parent: 'other', rank: 'a0' },
      other: { key: 'other', parent: 'gone', rank: 'a0' },
    }
    const [x] = places
    expect(ordered(underPresentSections(places, (key) => (key === 'x' ? x : circle[key])))).toEqual(['1 x'])
  })

  it('stay as the common framework has them, if the country did not place them', () => {
    const left = new Map([['a', { key: 'a', parent: null, rank: 'a0' }]])
    const rest = PLACES.filter(({ key }) => key !== 'a')
    expect(underPresentSections(rest, (key) => left.get(key))).toEqual(rest)
  })

  it('are the country’s own under a common section that the country let go: they take its place', () => {
    const base = [baseOf('first'), baseOf('gone'), baseOf('last')].map((one, index) => ({
      ...one,
      entry: { ...one.entry, rank: `a${index}` },
    }))
    const local = (key: string, rank: string): VariantSection =>
      ownOf(key, { mode: 'local', title: { en: key }, body: { en: [p(key)] }, parent: 'gone', rank })
    const sides = { base: base[1] ?? null, newest: null, own: untouched('gone'), languages: ['en' as const] }
    const decided = decideUpdate({
      sides: { ...sides, sourceLanguage: 'en' },
      decision: { choice: 'accept' },
      release: 'r2',
    })
    if (!decided.ok) throw new Error('The decision was refused.')
    const variant = [local('ours', 'a5'), local('other', 'a6'), decided.result]
    const left = base.filter(({ entry }) => entry.key !== 'gone')
    const sections = resolve({ base: left, variant, languages: ['en'] })
    const expected = ['1 first', '2 ours', '3 other', '4 last']
    expect(ordered(sections.map(({ entry }) => entry))).toEqual(expected)
    expect(
      ordered(
        resolvedPlaces(
          left.map(({ entry }) => entry),
          variant,
        ),
      ),
    ).toEqual(expected)
  })
})

describe('a section that comes from another version', () => {
  const places = [at('a', null, 'a0'), at('b', null, 'a1'), at('c', 'b', 'a0'), at('z', null, 'a9')]
  const orderOf = (spot: Spot, gone: Placed[] = []) => {
    const made = { key: 'n', ...placeFromElsewhere({ places, gone, key: 'n', spot }) }
    return inReadingOrder([...places, made]).map(({ entry, depth }) => `${'-'.repeat(depth - 1)}${entry.key}`)
  }

  it('follows the section that it followed there, under the same one', () => {
    expect(orderOf({ parent: 'elsewhere', after: 'a' })).toEqual(['a', 'n', 'b', '-c', 'z'])
    expect(orderOf({ parent: null, after: 'c' })).toEqual(['a', 'b', '-c', '-n', 'z'])
  })

  it('is the last under the one under which it stood, or at the top, if what it followed is unknown', () => {
    expect(orderOf({ parent: 'b', after: 'elsewhere' })).toEqual(['a', 'b', '-c', '-n', 'z'])
    expect(orderOf({ parent: 'elsewhere', after: null })).toEqual(['a', 'b', '-c', 'z', 'n'])
  })

  it('stands at the place of a section that is gone, if it followed that or stood under it', () => {
    const gone = [at('g', 'b', 'Zz'), at('h', 'g', 'a0'), at('i', null, 'a2')]
    expect(orderOf({ parent: 'b', after: 'g' }, gone)).toEqual(['a', 'b', '-n', '-c', 'z'])
    expect(orderOf({ parent: 'g', after: 'h' }, gone)).toEqual(['a', 'b', '-n', '-c', 'z'])
    expect(orderOf({ parent: 'i', after: null }, gone)).toEqual(['a', 'b', '-c', 'n', 'z'])
  })

  it('follows at the top a section whose own one is gone: readers find that at the top', () => {
    const under = at('u', 'gone', 'a5')
    const given = { places: [...places, under], gone: [at('gone', null, 'Zz')], key: 'n' }
    expect(placeFromElsewhere({ ...given, spot: { parent: 'gone', after: 'u' } })).toMatchObject({ parent: null })
  })
})
