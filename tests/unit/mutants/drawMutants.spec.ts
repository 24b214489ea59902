import { describe, expect, it } from 'vitest'
import { drawMutants } from '@/scripts/mutants/drawMutants'
import { randomFrom } from '@/scripts/random'

/** A file in which line 0 has eight mutants, and each of the lines 1 to 7 has one. */
const mutants = [0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7].map((line, at) => ({
  id: at,
  fileName: 'a.ts',
  location: { start: { line } },
}))
const draw = (count: number, seed = 1) => drawMutants({ mutants, count, random: randomFrom(seed) })

describe('the mutants of a sample', () => {
  it('are the same for the same seed, and differ for another seed', () => {
    expect(draw(5)).toEqual(draw(5))
    expect(draw(5)).not.toEqual(draw(5, 2))
  })

  it('are on different lines until every line has one', () => {
    expect(new Set(draw(8).map(({ location }) => location.start.line)).size).toBe(8)
  })

  it('are all mutants, each once, if the sample is larger than their number', () => {
    expect(
      draw(99)
        .map(({ id }) => id)
        .sort((one, other) => one - other),
    ).toEqual(mutants.map(({ id }) => id))
  })
})
