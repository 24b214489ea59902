import { describe, expect, test } from 'vitest'
import { knownReleases } from '@/reader/knownReleases'
import { releases } from './publishedSample'

describe('a release', () => {
  const reading = (most?: number) => {
    const asked: string[] = []
    const release = knownReleases({
      release: async (id) => {
        asked.push(id)
        return releases.find((one) => one.id === id)
      },
      ...(most === undefined ? {} : { most }),
    })
    return { release, asked }
  }
  const stored = (wanted: string) => releases.find(({ id }) => id === wanted)

  test('is read once, also for simultaneous requests', async () => {
    const { release, asked } = reading()
    expect(await Promise.all([release('m1'), release('m1'), release('ie1')])).toEqual(['m1', 'm1', 'ie1'].map(stored))
    expect(await release('m1')).toEqual(stored('m1'))
    expect(asked).toEqual(['m1', 'ie1'])
  })

  test('that does not exist, or could not be read, is asked for again', async () => {
    const { release, asked } = reading()
    expect([await release('none'), await release('none')]).toEqual([undefined, undefined])
    expect(asked).toEqual(['none', 'none'])
    let fails = true
    const failing = knownReleases({
      release: async (id) => {
        if (fails) throw new Error('The database is away')
        return stored(id)
      },
    })
    await expect(failing('m1')).rejects.toThrow('The database is away')
    fails = false
    expect(await failing('m1')).toEqual(stored('m1'))
  })

  test('is returned however little can be kept, and the one that was not used for longest is read again', async () => {
    const sizes = ['m1', 'ie1', 'cy1'].map((id) => JSON.stringify(stored(id)).length)
    const { release, asked } = reading(Math.max(...sizes) * 2)
    const ids = ['m1', 'ie1', 'm1', 'cy1', 'm1', 'ie1']
    for (const id of ids) expect(await release(id)).toEqual(stored(id))
    expect(asked).toEqual(['m1', 'ie1', 'cy1', 'ie1'])
    const nothing = reading(10)
    expect(await Promise.all(ids.map(nothing.release))).toEqual(ids.map(stored))
    expect(await nothing.release('m1')).toEqual(stored('m1'))
    expect(nothing.asked).toEqual(['m1', 'ie1', 'cy1', 'm1'])
  })
})
