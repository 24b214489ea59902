import { expect, it } from 'vitest'
import { settleSplits } from '@/domain/pairing/findSplits'
import { pairBlocks } from '@/domain/pairing/pairBlocks'
import { noPairs, pairUp } from '@/domain/pairing/pairing'
import { numbering, treeOf } from '@/domain/pairing/tree'
import { p } from './shownAs'

it.each(['before', 'after'] as const)('does not compare blocks if only the text %s has any', (side) => {
  let looks = 0
  const blocks = new Proxy(treeOf([p('One.'), p('Two.')], numbering()), {
    get(target, name, receiver) {
      if (/^\d+$/.test(String(name))) looks += 1
      return Reflect.get(target, name, receiver)
    },
  })
  const { afterOf, beforeOf } = pairBlocks({ before: [], after: [], [side]: blocks })
  expect([afterOf.size, beforeOf.size, looks]).toEqual([0, 0, 0])
})

it('counts a block as split off only if it has no partner and follows one that has', () => {
  const before = treeOf([p('One.'), p('Four.')], numbering())
  const after = treeOf([p('Alone.'), p('One.'), p('Two.'), p('Three.'), p('Four.'), p('Five.')], numbering())
  const pairing = noPairs()
  const [alone, one, two, three, four, five] = after
  const pairs = [
    [before[0], one],
    [before[1], four],
  ]
  for (const [was, is] of pairs) if (was && is) pairUp({ was, is, pairing })
  for (const block of [alone, two, three, four, five]) if (block) pairing.split.add(block)
  settleSplits({ before, after, pairing })
  expect([...pairing.split]).toEqual([two, three, five])
})
