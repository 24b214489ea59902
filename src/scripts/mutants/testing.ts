/** For each file of tests: the mutants that it reaches, and how long it takes. */
export type Tested = { file: string; mutants: string[]; milliseconds: number }[]

/** How long the files of a batch take together, at most: most mutants are found out by the first. */
const BATCHES = [3_000, 15_000, Number.POSITIVE_INFINITY]

/** The files of tests that reach a mutant, the quickest first, in batches of which each is run only if the ones before found nothing. */
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
