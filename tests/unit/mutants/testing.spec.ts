import { describe, expect, it } from 'vitest'
import { batchesFor } from '@/scripts/mutants/testing'

const tested = [
  { file: 'laws', mutants: ['1', '2'], milliseconds: 60_000 },
  { file: 'trees', mutants: ['1'], milliseconds: 8_000 },
  { file: 'words', mutants: ['1'], milliseconds: 200 },
  { file: 'places', mutants: ['1'], milliseconds: 2_000 },
  { file: 'elsewhere', mutants: ['2'], milliseconds: 10 },
]
const names = (mutant: string) => batchesFor({ mutant, tested }).map((batch) => batch.map(({ file }) => file))

describe('the tests that run for a mutant', () => {
  it('are all that reach it, the fast ones first and together', () => {
    expect(names('1')).toEqual([['words', 'places'], ['trees'], ['laws']])
  })

  it('include none that does not reach it', () => {
    expect(names('2')).toEqual([['elsewhere'], ['laws']])
    expect(names('3')).toEqual([])
  })
})
