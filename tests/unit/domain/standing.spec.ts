import { expect, it } from 'vitest'
import type { Release } from '@/domain/release'
import { standingOf, startOn, withdrawnSince } from '@/domain/standing'
import { plainRelease } from '../plainRelease'

const release = (seq: number, kind: Release['kind'] = 'release'): Release => ({
  ...plainRelease,
  seq,
  kind,
  version: `${seq}.0`,
})
const withdrawing = (seq: number, version: string): Release => ({ ...release(seq, 'withdrawal'), version })

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

it('the withdrawn releases are those that are newer than the newest that still holds', () => {
  const seqs = (releases: Release[]) => withdrawnSince(releases).map(({ seq }) => seq)
  const line = [withdrawing(5, '2.0'), withdrawing(4, '3.0'), release(3), release(2), release(1)]
  expect(seqs(line)).toEqual([3, 2])
  expect(seqs([release(6), ...line])).toEqual([])
  expect(seqs([withdrawing(2, '1.0'), release(1)])).toEqual([1])
})
