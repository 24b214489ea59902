/** For each test file, the mutants that it reaches and how long it takes. */
export type Tested = { file: string; mutants: string[]; milliseconds: number }[]

/** The longest time that the files of each batch take together. The first batch notices most mutants. */
const BATCHES = [3_000, 15_000, Number.POSITIVE_INFINITY]

/**
 * Returns the test files that reach a mutant in batches, the fastest files first. A batch needs to run only if no earlier
 * one noticed the mutant.
 */
export function batchesFor({ mutant, tested }: { mutant: string; tested: Tested }): Tested[] {
  const open = tested
    .filter(({ mutants }) => mutants.includes(mutant))
    .sort((one, other) => one.milliseconds - other.milliseconds)
  return BATCHES.flatMap((most) => {
    const batch: Tested = []
    let took = 0
    for (let next = open[0]; next && took + next.milliseconds <= most; next = open[0]) {
      took += next.milliseconds
      batch.push(next)
      open.shift()
    }
    return batch.length > 0 ? [batch] : []
  })
}
