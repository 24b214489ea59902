import { expect, it } from 'vitest'
import { standsOn } from '@/domain/release'
import { translatorFor } from '@/messages/translate'
import { basisWords } from '@/reader/frame/basisWords'

const FOLLOWS = { release: 'c2', version: '2.0', seq: 2 }
const others = [
  { version: '1.0', seq: 1, keys: ['a', 'b', 'c'] },
  { version: '3.0', seq: 3, keys: ['d'] },
]
const said = (baseline: Parameters<typeof basisWords>[0]['baseline'], isWithdrawn = false) =>
  basisWords({ baseline, isWithdrawn, say: translatorFor('en') })

it('a page says which release a version follows, and how many sections stand on another one', () => {
  expect(said(FOLLOWS)).toBe('follows common framework 2.0')
  expect(said({ ...FOLLOWS, others })).toBe(
    'follows common framework 2.0; 3 sections still stand on 1.0; 1 section already stands on 3.0',
  )
  expect(said(FOLLOWS, true)).toBe('follows common framework 2.0, which has been withdrawn')
})

it('each section stands on the release that is stored for it, and else on the one that the version follows', () => {
  expect(['b', 'd', 'e'].map((key) => standsOn({ ...FOLLOWS, others }, key).version)).toEqual(['1.0', '3.0', '2.0'])
  expect(standsOn(FOLLOWS, 'a').version).toBe('2.0')
})
