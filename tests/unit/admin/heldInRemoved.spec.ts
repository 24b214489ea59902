import { expect, it } from 'vitest'
import { heldInRemoved } from '@/admin/release/heldInRemoved'
import type { Mode } from '@/domain/section'

it('a country has words of its own in the removed sections that it adapted, supplemented or wrote', () => {
  const modes = new Map<string, Mode>([
    ['a', 'adapt'],
    ['b', 'supplement'],
    ['c', 'omit'],
    ['d', 'local'],
    ['z', 'adapt'],
  ])
  const countries = [
    { country: 'ie', has: new Set<string>(), modes },
    { country: 'cy', has: new Set<string>(), modes: new Map<string, Mode>() },
  ]
  expect(heldInRemoved(['a', 'b', 'c', 'd', 'e'], countries)).toEqual(
    new Map([
      ['ie', 3],
      ['cy', 0],
    ]),
  )
})
