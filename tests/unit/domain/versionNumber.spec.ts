import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVersions, suggestVersion, versionForbids } from '@/domain/versionNumber'
import { catalogues } from '@/messages/catalogues'

describe('two numbers', () => {
  it.each([
    ['1.0', '2.0'],
    ['2.9', '2.10'],
    ['0.7.1', '0.8.0'],
    ['0.7', '0.7.1'],
    ['9.0', '10.0'],
  ])('%s is lower than %s', (low, high) => {
    expect(compareVersions(low, high)).toBeLessThan(0)
    expect(compareVersions(high, low)).toBeGreaterThan(0)
  })

  it.each([
    ['2.1', '2.1'],
    ['2.1', '2.1.0'],
    ['2.01', '2.1'],
  ])('%s and %s are the same', (a, b) => {
    expect(compareVersions(a, b)).toBe(0)
  })
})

describe('the number of the next release', () => {
  it.each(['1.0', '2.1', '0.7.1', '2026.12'])('may be %s for the first release', (version) => {
    expect(versionForbids({ version, last: null })).toBeNull()
  })

  it.each(['', '1', '1.', '.1', '1.0.0.0', 'v1.0', '1.0 ', '1,0', '1.0-draft', '12345.0', '-1.0'])(
    'may not be written as %j',
    (version) => {
      expect(versionForbids({ version, last: null })).toEqual({ key: 'refusal.version-form', params: { version } })
    },
  )

  it.each(['2.1', '2.0', '2.1.0', '1.9.9'])('may not be %s after 2.1', (version) => {
    const params = { version, last: '2.1' }
    expect(versionForbids({ version, last: '2.1' })).toEqual({ key: 'refusal.version-not-higher', params })
  })

  it.each(['2.2', '2.1.1', '2.10', '3.0'])('may be %s after 2.1', (version) => {
    expect(versionForbids({ version, last: '2.1' })).toBeNull()
  })

  it('is refused with a sentence from the catalogue', () => {
    expect(Object.keys(catalogues.en)).toEqual(
      expect.arrayContaining(['refusal.version-form', 'refusal.version-not-higher']),
    )
  })
})

describe('the suggested number', () => {
  it.each([
    [null, 'substantive', '1.0'],
    [null, 'editorial', '1.0'],
    ['1.0', 'substantive', '2.0'],
    ['1.0', 'editorial', '1.1'],
    ['2.9', 'editorial', '2.10'],
    ['0.7.1', 'substantive', '1.0'],
    ['0.7.1', 'editorial', '0.8'],
  ] as const)('after %s, for a change that is %s, is %s', (last, change, expected) => {
    expect(suggestVersion({ last, change })).toBe(expected)
  })

  it('is always allowed', () => {
    // No four-digit number is higher than one of four nines.
    const part = fc.nat({ max: 9_998 })
    const last = fc.array(part, { minLength: 2, maxLength: 3 }).map((parts) => parts.join('.'))
    fc.assert(
      fc.property(last, fc.constantFrom('substantive' as const, 'editorial' as const), (before, change) => {
        const version = suggestVersion({ last: before, change })
        expect(versionForbids({ version, last: before })).toBeNull()
      }),
    )
  })
})
