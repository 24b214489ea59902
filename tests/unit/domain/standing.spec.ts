import { expect, it } from 'vitest'
import type { Release } from '@/domain/release'
import { standingOf, startOn } from '@/domain/standing'
import { plainRelease } from '../plainRelease'

const release = (seq: number, kind: Release['kind'] = 'release'): Release => ({
  ...plainRelease,
  seq,
  kind,
  version: `${seq}.0`,
})

it.each<[string, Release[], (number | undefined)[]]>([
  ['was never released', [], [undefined, undefined, undefined]],
  ['is released', [release(2), release(1)], [2, undefined, 2]],
  ['is withdrawn', [release(3, 'withdrawal'), release(2), release(1)], [2, 3, undefined]],
  ['was withdrawn and released again', [release(4), release(3, 'withdrawal'), release(2)], [4, undefined, 4]],
])('the last text, the current withdrawal and the release in use of a framework that %s', (_, releases, seqs) => {
  const { lastText, withdrawal, inUse } = standingOf(releases)
  expect([lastText?.seq, withdrawal?.seq, inUse?.seq]).toEqual(seqs)
})

it('a country starts on the release in use, and is told why if there is none', () => {
  expect(startOn(standingOf([release(1)]))).toMatchObject({ ok: true, result: { seq: 1 } })
  expect(startOn(standingOf([]))).toEqual({ ok: false, because: [{ key: 'refusal.no-master-release' }] })
  expect(startOn(standingOf([release(2, 'withdrawal'), release(1)]))).toEqual({
    ok: false,
    because: [{ key: 'refusal.common-withdrawn', params: { version: '2.0' } }],
  })
})
