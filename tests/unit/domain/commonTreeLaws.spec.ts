import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  addToTree,
  BELOW,
  joinInTree,
  joinsTo,
  livingIn,
  moveInTree,
  retireInTree,
  returnToTree,
  type TreeSection,
} from '@/domain/commonTree'
import { childrenOf, keysBelow } from '@/domain/places'
import type { Outcome } from '@/domain/refusal'
import { inReadingOrder, type ManifestEntry } from '@/domain/release'
import { resolvedPlaces, untouched, type VariantSection } from '@/domain/resolve'
import { changedSections } from '@/domain/updates/changedSections'
import { appliedTree } from './appliedTree'

/** What somebody does: the numbers choose among the sections that there are. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('move' as const), of: fc.nat(), under: fc.nat(), behind: fc.nat() }),
  },
  fc.record({ do: fc.constant('add' as const), under: fc.nat(), behind: fc.nat() }),
  fc.record({ do: fc.constant('retire' as const), of: fc.nat(), below: fc.constantFrom(...BELOW) }),
  fc.record({ do: fc.constant('return' as const), of: fc.nat(), withBelow: fc.boolean() }),
  fc.record({ do: fc.constant('join' as const), of: fc.nat() }),
)
type Taken = typeof step extends fc.Arbitrary<infer One> ? One : never

const START: TreeSection[] = Array.from({ length: 12 }, (_, n) => ({
  key: `s${n}`,
  parent: n % 3 === 0 ? null : `s${n - (n % 3)}`,
  rank: `a${n % 3 === 0 ? n / 3 : (n % 3) - 1}`,
  retired: false,
}))

/** Returns the tree after one step; the same tree if a rule refuses it. */
function taken(tree: readonly TreeSection[], one: Taken, name: string): readonly TreeSection[] {
  const outcome = outcomeOf(tree, one, name)
  if (!outcome?.ok) return tree
  assertOnlyAsked(tree, one, outcome.result)
  return appliedTree(tree, outcome)
}

function outcomeOf(tree: readonly TreeSection[], one: Taken, name: string): Outcome<TreeSection[]> | null {
  const living = livingIn(tree)
  const chosen = (some: readonly TreeSection[], n: number): string | undefined => some[n % some.length]?.key
  // One more than there are: the top level, and the first place there.
  const spotOf = ({ under, behind }: { under: number; behind: number }) => {
    const parent = living[under % (living.length + 1)]?.key ?? null
    const siblings = childrenOf(living, parent)
    return { parent, after: siblings[(behind % (siblings.length + 1)) - 1]?.key ?? null }
  }
  if (one.do === 'add') {
    const added = addToTree(tree, { key: name, spot: spotOf(one) })
    return added.ok ? { ok: true, result: [added.result] } : added
  }
  const some = one.do === 'return' ? tree.filter(({ retired }) => retired) : living
  const key = chosen(some, one.of)
  if (key === undefined) return null
  switch (one.do) {
    case 'move':
      return moveInTree(tree, { key, spot: spotOf(one) })
    case 'retire':
      return retireInTree(tree, { key, below: one.below })
    case 'return':
      return returnToTree(tree, { key, withBelow: one.withBelow })
    case 'join': {
      const into = joinsTo(tree, key)
      return into === null ? null : joinInTree(tree, { key, into })
    }
    default:
      return one satisfies never
  }
}

/** A move writes one section; the other steps one and some that stood under it, and never a neighbour. */
function assertOnlyAsked(tree: readonly TreeSection[], one: Taken, written: readonly TreeSection[]): void {
  if (one.do === 'move' || one.do === 'add') expect(written).toHaveLength(1)
  const isWith = (key: string) => written.every((other) => [key, ...keysBelow(tree, key)].includes(other.key))
  expect(written.some(({ key }) => isWith(key))).toBe(true)
}

/** One tree: each section that is not retired stands under one that is not, each is reached once, and no two share a place. */
function assertOneTree(tree: readonly TreeSection[]): void {
  const living = livingIn(tree)
  const keys = new Set(living.map(({ key }) => key))
  expect(living.filter(({ parent }) => parent !== null && !keys.has(parent))).toEqual([])
  const reached = childrenOf(living, null).flatMap(({ key }) => [key, ...keysBelow(living, key)])
  expect(reached.toSorted()).toEqual([...keys].toSorted())
  expect(new Set(living.map(({ parent, rank }) => `${parent} ${rank}`)).size).toBe(living.length)
}

const released = (tree: readonly TreeSection[]): ManifestEntry[] =>
  livingIn(tree).map(({ key, parent, rank }) => ({
    ...{ key, slug: key, parent, rank, mode: 'inherit', provenance: {} },
    blob: `blob of ${key}`,
  }))

const read = (places: readonly Pick<ManifestEntry, 'key' | 'parent' | 'rank'>[]): string[] =>
  inReadingOrder(places).map(({ entry, number }) => `${number} ${entry.key}`)

it('whatever three people do in turn, there is one tree, no section is lost and each keeps its key', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 50, maxLength: 150 }), (steps) => {
      let tree: readonly TreeSection[] = START
      const made = new Set(START.map(({ key }) => key))
      for (const [n, one] of steps.entries()) {
        tree = taken(tree, one, `new${n}`)
        if (tree.some(({ key }) => key === `new${n}`)) made.add(`new${n}`)
        expect(tree.map(({ key }) => key).toSorted()).toEqual([...made].toSorted())
        assertOneTree(tree)
      }
    }),
    { numRuns: 100 },
  )
})

it('a section that is removed with those under it and comes back with them leaves the text as it was', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.nat(), (steps, of) => {
      const tree = steps.reduce((now: readonly TreeSection[], one, n) => taken(now, one, `new${n}`), START)
      const living = livingIn(tree)
      const asked = living[of % living.length]
      const gone = asked ? appliedTree(tree, retireInTree(tree, { key: asked.key, below: 'retire' })) : tree
      const back = asked ? appliedTree(gone, returnToTree(gone, { key: asked.key, withBelow: true })) : tree
      const removedBefore = tree.filter(({ retired }) => retired).map(({ key }) => key)
      expect(read(livingIn(back).filter(({ key }) => !removedBefore.includes(key)))).toEqual(read(living))
    }),
    { numRuns: 200 },
  )
})

it('the updates between two releases name every section that moved, came or went, and no other', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const tree = steps.reduce((now: readonly TreeSection[], one, n) => taken(now, one, `new${n}`), START)
      const [before, newest] = [released(START), released(tree)]
      const start = { id: 'first', manifest: before }
      const entryIn = (_: string, key: string) => before.find((one) => one.key === key)
      const named = changedSections({ start, newest: { id: 'second', manifest: newest }, own: [], entryIn })
      // The first release, with only what the updates name, is the second one.
      const keys = new Set(named.map(({ key }) => key))
      const patched = [...before.filter(({ key }) => !keys.has(key)), ...named.flatMap((one) => one.newest ?? [])]
      expect(read(patched)).toEqual(read(newest))
      const isSame = ({ key, parent, rank }: ManifestEntry) =>
        before.some((one) => one.key === key && one.parent === parent && one.rank === rank)
      expect(newest.filter(isSame).filter(({ key }) => keys.has(key))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

it('a country’s own sections stay under the section where it put them, and none is lost', () => {
  const own: VariantSection[] = START.map(({ key }, n) => ({
    ...untouched(`own${n}`),
    ...{ mode: 'local' as const, slug: `own${n}`, parent: n % 2 === 0 ? key : null, rank: `a${n}V` },
  }))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const tree = steps.reduce((now: readonly TreeSection[], one, n) => taken(now, one, `new${n}`), START)
      const places = resolvedPlaces(released(tree), own)
      expect(places.map(({ key }) => key).toSorted()).toEqual(
        [...own, ...livingIn(tree)].map(({ key }) => key).toSorted(),
      )
      const there = new Set(livingIn(tree).map(({ key }) => key))
      const kept = own.filter(({ parent }) => parent === null || there.has(parent))
      for (const { key, parent } of kept) expect(places.find((one) => one.key === key)?.parent).toBe(parent)
    }),
    { numRuns: 200 },
  )
})
