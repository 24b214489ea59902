import { describe, expect, it } from 'vitest'
import type { ManifestEntry } from '@/domain/release'
import type { Mode } from '@/domain/section'
import { onRelease } from '@/domain/sectionBaseline'
import { followedRelease } from '@/domain/updates/updates'

const KEYS = ['a', 'b', 'c', 'd'] as const

/** Three releases: r2 changes the sections a, b and c, and r3 changes d. */
const CHANGED: Record<string, readonly string[]> = { r1: [], r2: ['a', 'b', 'c'], r3: ['a', 'b', 'c', 'd'] }

function followed(decided: Record<string, string>, { newest = 'r3', modes = {} as Record<string, Mode> } = {}) {
  const line = ['r1', 'r2', 'r3'].slice(0, ['r1', 'r2', 'r3'].indexOf(newest) + 1).map((id) => ({
    id,
    manifest: KEYS.map((key): ManifestEntry => {
      const blob = CHANGED[id]?.includes(key) ? `new ${key}` : `old ${key}`
      return { key, slug: key, parent: null, rank: key, mode: 'inherit', blob, provenance: {} }
    }),
  }))
  const own = [...new Set([...Object.keys(decided), ...Object.keys(modes)])].map((key) => ({
    key,
    mode: modes[key] ?? 'inherit',
    baseline: decided[key] ? onRelease(decided[key]) : {},
  }))
  const entryIn = (release: string, key: string) =>
    line.find(({ id }) => id === release)?.manifest.find((entry) => entry.key === key)
  return followedRelease({ line, own, entryIn })
}

describe('a national version follows', () => {
  it('the release on which it started until it decides', () => {
    expect(followed({}, { newest: 'r2' })).toEqual({ follows: 'r1', behind: [], ahead: [] })
  })

  it('a newer one once most of its changes are decided; the others still stand on the earlier one', () => {
    const found = followed({ a: 'r2', b: 'r2' }, { newest: 'r2' })
    expect(found).toEqual({ follows: 'r2', behind: [{ release: 'r1', keys: ['c'] }], ahead: [] })
  })

  it('the earlier one while most are open; only what was decided already stands on the newer one', () => {
    const found = followed({ a: 'r2' }, { newest: 'r2' })
    expect(found).toEqual({ follows: 'r1', behind: [], ahead: [{ release: 'r2', keys: ['a'] }] })
  })

  it('the earlier one, and a section that it decided on stands on the release of that decision, though a later one has the same', () => {
    const found = followed({ a: 'r2' })
    expect(found).toEqual({ follows: 'r1', behind: [], ahead: [{ release: 'r2', keys: ['a'] }] })
  })

  it('one release, on which a new section that it has not taken up does not stand', () => {
    const entry = (key: string): ManifestEntry => ({
      ...{ key, slug: key, parent: null, rank: key, mode: 'inherit', blob: key, provenance: {} },
    })
    const line = [
      { id: 'r1', manifest: ['a'].map(entry) },
      { id: 'r2', manifest: ['a', 'b', 'c', 'new'].map(entry) },
    ]
    const entryIn = (release: string, key: string) =>
      line.find(({ id }) => id === release)?.manifest.find((one) => one.key === key)
    const own = ['b', 'c'].map((key) => ({ key, mode: 'inherit' as const, baseline: onRelease('r2') }))
    expect(followedRelease({ line, own, entryIn })).toEqual({ follows: 'r2', behind: [], ahead: [] })
  })

  it('one that changed nothing for it, without a decision', () => {
    expect(followed({ a: 'r2', b: 'r2', c: 'r2', d: 'r3' }).follows).toBe('r3')
    expect(followed({ a: 'r3', b: 'r3', c: 'r3' }, { modes: { d: 'omit' } })).toEqual({
      follows: 'r3',
      behind: [],
      ahead: [],
    })
  })
})
