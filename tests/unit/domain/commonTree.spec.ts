import { describe, expect, it } from 'vitest'
import {
  addToTree,
  joinInTree,
  joinsTo,
  livingIn,
  moveInTree,
  retireInTree,
  returnToTree,
  type TreeSection,
} from '@/domain/commonTree'
import type { Outcome } from '@/domain/refusal'
import { inReadingOrder } from '@/domain/release'
import { appliedTree } from './appliedTree'

/** a (a1 (a1x), a2), b (b1), c */
const TREE: TreeSection[] = [
  at('a', null, 'a0'),
  at('a1', 'a', 'a0'),
  at('a1x', 'a1', 'a0'),
  at('a2', 'a', 'a1'),
  at('b', null, 'a1'),
  at('b1', 'b', 'a0'),
  at('c', null, 'a2'),
]

function at(key: string, parent: string | null, rank: string): TreeSection {
  return { key, parent, rank, retired: false }
}

const applied = (outcome: Outcome<TreeSection | TreeSection[]>, tree = TREE) => appliedTree(tree, outcome)

function read(tree: readonly TreeSection[]): string {
  return inReadingOrder(livingIn(tree))
    .map(({ entry, number }) => `${number} ${entry.key}`)
    .join(', ')
}

function keysOf(outcome: Outcome<TreeSection[]>): string[] {
  return outcome.ok ? outcome.result.map(({ key }) => key) : []
}

function refused(outcome: Outcome<unknown>): string | undefined {
  return outcome.ok ? undefined : outcome.because[0]?.key
}

describe('a section of the common framework', () => {
  it('is added before, after or below another one', () => {
    const added = (parent: string | null, behind: string | null) =>
      read(applied(addToTree(TREE, { key: 'x', spot: { parent, after: behind } })))
    expect(added(null, null)).toContain('1 x, 2 a')
    expect(added(null, 'a')).toContain('1.2 a2, 2 x, 3 b')
    expect(added('a1', null)).toContain('1.1.1 x, 1.1.2 a1x')
    expect(refused(addToTree(TREE, { key: 'x', spot: { parent: 'nowhere', after: null } }))).toBe(
      'refusal.place-unknown',
    )
  })

  it('moves with all that stands under it, and no other section is written', () => {
    const moved = moveInTree(TREE, { key: 'a1', spot: { parent: 'c', after: null } })
    expect(keysOf(moved)).toEqual(['a1'])
    expect(read(applied(moved))).toBe('1 a, 1.1 a2, 2 b, 2.1 b1, 3 c, 3.1 a1, 3.1.1 a1x')
  })

  it('is not moved under itself, to where it stands, beside a removed one, or once it was removed', () => {
    const why = (key: string, parent: string | null, behind: string | null, tree = TREE) =>
      refused(moveInTree(tree, { key, spot: { parent, after: behind } }))
    expect(why('a', 'a', null)).toBe('refusal.place-under-itself')
    expect(why('a', 'a1x', null)).toBe('refusal.place-under-itself')
    expect(why('a2', 'a', 'a1')).toBe('refusal.place-same')
    const without = applied(retireInTree(TREE, { key: 'b', below: 'retire' }))
    expect(why('a', 'b', null, without)).toBe('refusal.place-unknown')
    expect(why('a', null, 'b', without)).toBe('refusal.place-unknown')
    expect(why('b', null, null, without)).toBe('refusal.common-section-retired')
    expect(refused(retireInTree(without, { key: 'b', below: 'lift' }))).toBe('refusal.common-section-retired')
    expect(refused(joinInTree(without, { key: 'b', into: 'a' }))).toBe('refusal.common-section-retired')
  })

  it('is removed with those under it, or alone, and then they come to its place in their order', () => {
    expect(read(applied(retireInTree(TREE, { key: 'a', below: 'retire' })))).toBe('1 b, 1.1 b1, 2 c')
    const alone = retireInTree(TREE, { key: 'a', below: 'lift' })
    expect(keysOf(alone).toSorted()).toEqual(['a', 'a1', 'a2'])
    expect(read(applied(alone))).toBe('1 a1, 1.1 a1x, 2 a2, 3 b, 3.1 b1, 4 c')
  })
})

describe('a section that returns', () => {
  it('stands where it stood, alone or with those that were removed under it', () => {
    const without = applied(retireInTree(TREE, { key: 'a', below: 'retire' }))
    const alone = returnToTree(without, { key: 'a', withBelow: false })
    expect(read(applied(alone, without))).toBe('1 a, 2 b, 2.1 b1, 3 c')
    expect(applied(returnToTree(without, { key: 'a', withBelow: true }), without)).toEqual(TREE)
    expect(refused(returnToTree(TREE, { key: 'a', withBelow: true }))).toBe('refusal.common-section-not-retired')
    expect(refused(returnToTree(TREE, { key: 'nowhere', withBelow: true }))).toBe('refusal.common-section-not-retired')
  })

  it('stands at the place of the one under which it stood, if that is still removed', () => {
    const without = applied(retireInTree(TREE, { key: 'a', below: 'retire' }))
    const back = applied(returnToTree(without, { key: 'a1x', withBelow: false }), without)
    expect(read(back)).toBe('1 a1x, 2 b, 2.1 b1, 3 c')
    // It is a section of its own by then: it does not go back with the others.
    expect(read(applied(returnToTree(back, { key: 'a', withBelow: true }), back))).toContain('1.1 a1, 1.2 a2')
  })

  it('stands beside another one that was put at its place meanwhile, and something fits between the two', () => {
    const without = applied(retireInTree(TREE, { key: 'b', below: 'retire' }))
    const put = applied(addToTree(without, { key: 'x', spot: { parent: null, after: 'a' } }), without)
    const back = applied(returnToTree(put, { key: 'b', withBelow: false }), put)
    expect(read(back)).toBe('1 a, 1.1 a1, 1.1.1 a1x, 1.2 a2, 2 x, 3 b, 4 c')
    const between = addToTree(back, { key: 'y', spot: { parent: null, after: 'x' } })
    expect(read(applied(between, back))).toContain('2 x, 3 y, 4 b')
  })

  it('never shares its place with another one that was removed after it from the same place', () => {
    let tree = applied(retireInTree(TREE, { key: 'a1', below: 'retire' }))
    tree = applied(addToTree(tree, { key: 'x', spot: { parent: 'a', after: null } }), tree)
    tree = applied(retireInTree(tree, { key: 'a', below: 'retire' }), tree)
    const back = livingIn(applied(returnToTree(tree, { key: 'a', withBelow: true }), tree))
    const places = back.map(({ parent, rank }) => `${parent} ${rank}`)
    expect(new Set(places).size).toBe(places.length)
  })
})

describe('a section is joined', () => {
  it('to the one before it under the same parent, else to the parent', () => {
    expect(joinsTo(TREE, 'b')).toBe('a')
    expect(joinsTo(TREE, 'a1')).toBe('a')
    expect(joinsTo(TREE, 'a')).toBeNull()
    expect(refused(joinInTree(TREE, { key: 'c', into: 'a' }))).toBe('refusal.join-not-beside')
  })

  it('and those under it come under that one, where they are read next', () => {
    expect(read(applied(joinInTree(TREE, { key: 'b', into: 'a' })))).toBe('1 a, 1.1 a1, 1.1.1 a1x, 1.2 a2, 1.3 b1, 2 c')
    expect(read(applied(joinInTree(TREE, { key: 'a1', into: 'a' })))).toContain('1 a, 1.1 a1x, 1.2 a2, 2 b')
  })
})
