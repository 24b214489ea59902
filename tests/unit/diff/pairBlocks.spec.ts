import { expect, it } from 'vitest'
import { pairBlocks } from '@/domain/diff/pairBlocks'
import { numbering, treeOf } from '@/domain/diff/tree'
import { p } from './shownAs'

it.each(['before', 'after'] as const)(
  'looks at no block of a text that is alone: there is only the side %s',
  (side) => {
    let looks = 0
    const blocks = new Proxy(treeOf([p('One.'), p('Two.')], numbering()), {
      get(target, name, receiver) {
        if (/^\d+$/.test(String(name))) looks += 1
        return Reflect.get(target, name, receiver)
      },
    })
    const { afterOf, beforeOf } = pairBlocks({ before: [], after: [], [side]: blocks })
    expect([afterOf.size, beforeOf.size, looks]).toEqual([0, 0, 0])
  },
)
