import { Instrumenter, type InstrumenterOptions, type InstrumentResult } from '@stryker-mutator/instrumenter'

/** One change of one place in a source file. Lines and columns count from 0. */
export type Mutant = InstrumentResult['mutants'][number]
/** A source file. Its name is its path from the root. */
export type SourceFile = { name: string; content: string }

const OPTIONS: InstrumenterOptions = { plugins: null, excludedMutations: [], ignorers: [] }

/** Returns all mutants that Stryker makes of the files. */
export async function mutantsOf(files: SourceFile[]): Promise<Mutant[]> {
  const { mutants } = await instrumenter().instrument(
    files.map((file) => ({ ...file, mutate: true })),
    OPTIONS,
  )
  return [...mutants]
}

/**
 * Returns the files with these mutants in them. None has an effect until a program runs with its id in the environment:
 * then the program behaves as if its source were changed. Also returns the mutants with these ids, in the given order.
 */
export async function withMutants(given: {
  files: SourceFile[]
  mutants: Mutant[]
}): Promise<{ files: SourceFile[]; mutants: Mutant[] }> {
  const { files, mutants } = given
  const changed = files.flatMap((file) => {
    const ranges = mutants.filter(({ fileName }) => fileName === file.name).map(({ location }) => location)
    return ranges.length > 0 ? [{ ...file, mutate: ranges }] : []
  })
  // Stryker puts every mutant in these ranges into the files. The others have no effect.
  const found = await instrumenter().instrument(changed, OPTIONS)
  const byName = new Map(found.mutants.map((one) => [nameOf(one), one]))
  return {
    files: found.files.map(({ name, content }) => ({ name, content })),
    mutants: mutants.flatMap((one) => byName.get(nameOf(one)) ?? []),
  }
}

/** Identifies a mutant in both runs of Stryker, which give it different ids. */
function nameOf({ fileName, location: { start, end }, mutatorName, replacement }: Mutant): string {
  return [fileName, start.line, start.column, end.line, end.column, mutatorName, replacement].join(' ')
}

function instrumenter(): Instrumenter {
  const no = (): boolean => false
  const silent = (): void => {}
  return new Instrumenter({
    isTraceEnabled: no,
    isDebugEnabled: no,
    isInfoEnabled: no,
    isWarnEnabled: no,
    isErrorEnabled: no,
    isFatalEnabled: no,
    trace: silent,
    debug: silent,
    info: silent,
    warn: silent,
    error: silent,
    fatal: silent,
  })
}
