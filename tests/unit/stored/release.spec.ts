import { ObjectId } from 'mongodb'
import { expect, it } from 'vitest'
import { parseHead, parseManifest } from '@/stored/release'
import { manifestHash } from '@/stored/resolveVariant'

const ABOUT = { slug: 'guide', title: { en: 'Guide' }, description: {}, country: {} }
const stored = (given: object) => ({
  id: 'r1',
  country: 'ie',
  seq: 1,
  version: '1.0',
  publishedAt: '2026-01-01T00:00:00.000Z',
  manifestHash: 'h',
  about: ABOUT,
  ...given,
})

it.each([
  ['as text', (id: string) => id],
  ['as the driver reads it', (id: string) => new ObjectId(id)],
  ['with the populated document', (id: string) => ({ id, title: 'Guide' })],
])('a release names its toolkit and its edition by their whole ids, given %s', (_, form) => {
  // Made within a second of each other: their bytes read as one text.
  const ids = ['6b0bbb9bdff77728f65bc08b', '6b0bbb9cdff77728f65bc0a4']
  const heads = ids.map((id) => parseHead(stored({ toolkit: form(id), edition: form(id) })))
  expect(heads.map(({ toolkit }) => toolkit)).toEqual(ids)
})

it('a release whose toolkit is no id is refused', () => {
  expect(() => parseHead(stored({ toolkit: { id: new Uint8Array(12) } }))).toThrow()
})

it('a national release says which sections stand on another release of the common framework; an old one says nothing', () => {
  const baseline = { release: 'c2', version: '2.0', seq: 2 }
  const others = [{ version: '1.0', seq: 1, keys: ['a'] }]
  const read = (given: object) => parseHead(stored({ toolkit: 't', baseline: { ...baseline, ...given } })).baseline
  expect(read({})).toEqual(baseline)
  expect(read({ others })).toEqual({ ...baseline, others })
  expect(() => read({ others: [{ version: '1.0' }] })).toThrow('r1')
})

it('a manifest from before single changes had reasons is read as it is, and its hash stays the same', () => {
  const old = { key: 'a', slug: 'a', parent: null, rank: 'a0', mode: 'adapt', blob: 'b', baseBlob: 'c', provenance: {} }
  const [read] = parseManifest([old], 'Release r1')
  expect(read).toEqual(old)
  const at = { field: 'body', block: 'p1', is: 'changed', language: 'en', words: 'First' }
  const references = [{ text: 'Act 5', url: null }]
  const reasons = [{ at, reason: 'national-law', explanation: { en: 'Why.' }, references }]
  const [now] = parseManifest([{ ...old, changeReasons: reasons }], 'Release r1')
  expect(now?.changeReasons).toEqual(reasons)
  expect(read && now && manifestHash([read]) === manifestHash([now])).toBe(false)
})
