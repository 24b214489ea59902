import { describe, expect, test } from 'vitest'
import { siteMemory } from '@/reader/siteMemory'

describe('the size of the cache of pages', () => {
  test.each([
    [undefined, 64],
    ['', 64],
    ['64', 64],
    ['0', 0],
    ['0.5', 0.5],
    ['2048', 2048],
  ])('is the number of megabytes in SITE_MEMORY_MB: %j', (given, megabytes) => {
    expect(siteMemory({ SITE_MEMORY_MB: given })).toBe(megabytes * 1024 * 1024)
  })

  test.each([
    '64MB',
    '64 ',
    ' ',
    'Infinity',
    '1e400',
    '1e3',
    '9'.repeat(400),
    '9999999999',
    '-1',
    'NaN',
    '0x10',
    '1,5',
  ])('is refused if it is %j, and the message names the value and says what to do', (given) => {
    expect(() => siteMemory({ SITE_MEMORY_MB: given })).toThrow(
      `SITE_MEMORY_MB is “${given}”. Set it to the size of the cache of pages in megabytes`,
    )
  })
})
