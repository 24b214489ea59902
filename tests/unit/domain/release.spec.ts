import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inReadingOrder } from '@/domain/release'

const entry = (key: string, parent: string | null, rank: string) => ({ key, parent, rank })
const numbered = (...entries: ReturnType<typeof entry>[]) =>
  inReadingOrder(entries).map(({ entry: { key }, number, depth }) => `${number} ${key} at ${depth}`)

describe('the reading order', () => {
  it('follows the ranks, parents before their children', () => {
    const order = numbered(
      entry('contacts', 'refer', 'a1'),
      entry('recognise', null, 'a1'),
      entry('refer', null, 'a2'),
      entry('understand', null, 'a0'),
      entry('paths', 'refer', 'a0'),
      entry('signs', 'recognise', 'a0'),
    )
    expect(order).toEqual([
      '1 understand at 1',
      '2 recognise at 1',
      '2.1 signs at 2',
      '3 refer at 1',
      '3.1 paths at 2',
      '3.2 contacts at 2',
    ])
  })

  it('compares ranks as the database does: by character', () => {
    expect(numbered(entry('third', null, 'a0V'), entry('first', null, 'Zz'), entry('second', null, 'a0'))).toEqual([
      '1 first at 1',
      '2 second at 1',
      '3 third at 1',
    ])
  })

  it('sorts sections of equal rank by their keys, whatever the order of the input', () => {
    const [one, two] = [entry('one', null, 'a0'), entry('two', null, 'a0')]
    expect(numbered(two, one)).toEqual(numbered(one, two))
    expect(numbered(two, one)).toEqual(['1 one at 1', '2 two at 1'])
  })

  it('puts a section whose parent is missing at the top, with its children', () => {
    expect(numbered(entry('child', 'lost', 'a1'), entry('below', 'child', 'a0'), entry('first', null, 'a0'))).toEqual([
      '1 first at 1',
      '2 child at 1',
      '2.1 below at 2',
    ])
  })

  it('puts sections in a cycle of parents at the end, and terminates', () => {
    expect(
      numbered(
        entry('first', null, 'a5'),
        entry('one', 'two', 'a0'),
        entry('two', 'one', 'a1'),
        entry('self', 'self', 'a2'),
      ),
    ).toEqual(['1 first at 1', '2 one at 1', '2.1 two at 2', '3 self at 1'])
  })

  it('does not change its input', () => {
    const entries = Object.freeze([entry('b', null, 'a1'), entry('a', null, 'a0')])
    inReadingOrder(entries)
    expect(entries.map(({ key }) => key)).toEqual(['b', 'a'])
  })

  it('has every section once, whatever the parents, numbered without gaps', () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const place = fc.record({
      parent: fc.constantFrom(null, ...keys, 'not there'),
      rank: fc.constantFrom('Zz', 'a0', 'a0V', 'a1'),
    })
    const entries = fc
      .subarray(keys)
      .chain((chosen) => fc.tuple(...chosen.map((key) => place.map((given) => ({ key, ...given })))))
    fc.assert(
      fc.property(entries, (given) => {
        const result = inReadingOrder(given)
        expect(result.map((one) => one.entry.key).sort()).toEqual(given.map(({ key }) => key).sort())
        const numbers = new Set(result.map(({ number }) => number))
        expect(numbers.size).toBe(given.length)
        for (const { number, depth } of result) {
          const parts = number.split('.').map(Number)
          expect(parts).toHaveLength(depth)
          const last = parts.at(-1) ?? 0
          const before = [...parts.slice(0, -1), last - 1].join('.')
          expect(last === 1 || numbers.has(before)).toBe(true)
        }
      }),
    )
  })
})
