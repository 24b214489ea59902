import { expect, test } from 'vitest'
import { halfOfMove, heldTogether } from '@/domain/importPlan/heldTogether'
import { MOST_SECTIONS } from '@/domain/importPlan/mostSections'

/** Sections of which text went to the others that are named. */
function sections(into: Record<string, string[]>, fixed: string[] = []) {
  const keys = Object.keys(into)
  return keys.map((key) => ({
    key,
    moved: { into: into[key] ?? [], from: keys.filter((one) => into[one]?.includes(key)) },
    because: fixed.includes(key) ? ['The policy forbids it.'] : [],
  }))
}
const groups = (...given: Parameters<typeof sections>) => Object.fromEntries(heldTogether(sections(...given)))

test('sections are held together by the text that moved between them, also over a third one', () => {
  expect(groups({ a: ['c'], b: [], c: [], d: ['c'] })).toEqual({ a: 'a', c: 'a', d: 'a' })
  expect(groups({ a: ['b'], b: ['a'], c: ['d'], d: [] })).toEqual({ a: 'a', b: 'a', c: 'c', d: 'c' })
})

test('a section that may not be saved holds no other one back', () => {
  expect(groups({ a: ['b'], b: ['c'], c: [] }, ['b'])).toEqual({})
  expect(groups({ a: ['b'], b: ['c'], c: ['b'] }, ['a'])).toEqual({ b: 'b', c: 'b' })
})

test('more sections than can be saved at once are not held together', () => {
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, at) => [`s${at}`, at + 1 < length ? [`s${at + 1}`] : []] as [string, string[]]),
    )
  expect(heldTogether(sections(chain(MOST_SECTIONS))).size).toBe(MOST_SECTIONS)
  expect(heldTogether(sections(chain(MOST_SECTIONS + 1))).size).toBe(0)
})

test('a move of which one half is saved is found, and those of which both or none are saved are not', () => {
  const moving = sections({ a: ['b'], b: [], c: ['d'], d: [] }, ['d'])
  const held = heldTogether(moving)
  const all = moving.map((one) => ({ ...one, group: held.get(one.key) ?? null }))
  const half = (...saved: string[]) => {
    const found = halfOfMove(all, new Set(saved))
    return found && [found.from.key, found.into.key]
  }
  expect(half('a')).toEqual(['a', 'b'])
  expect(half('b')).toEqual(['a', 'b'])
  expect(half('a', 'b')).toBeNull()
  // Its other half may not be saved: nothing can be chosen with it.
  expect(half('c')).toBeNull()
})
