import { Instrumenter, type InstrumenterOptions, type InstrumentResult } from '@stryker-mutator/instrumenter'

/** One change of one place in a source file. Lines and columns count from 0. */
export type Mutant = InstrumentResult['mutants'][number]
/** A source file: its name is the path from the root. */
export type SourceFile = { name: string; content: string }

const OPTIONS: InstrumenterOptions = { plugins: null, excludedMutations: [], ignorers: [] }

/** Every mutant of the files, as Stryker makes them. */
export async function mutantsOf(files: SourceFile[]): Promise<Mutant[]> {
  const { mutants } = await instrumenter().instrument(
    files.map((file) => ({ ...file, mutate: true })),
    OPTIONS,
  )
  return [...mutants]
}

/**
 * The files with these mutants in them, all asleep: a program that runs with the id of one in its environment runs as if its source
 * were changed. The ids are those of the mutants returned, which stand in
 * the order of those given.
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
  // A range holds all that is within it: the others come along, and sleep on.
  const found = await instrumenter().instrument(changed, OPTIONS)
  const byName = new Map(found.mutants.map((one) => [nameOf(one), one]))
  return {
    files: found.files.map(({ name, content }) => ({ name, content })),
    mutants: mutants.flatMap((one) => byName.get(nameOf(one)) ?? []),
  }
}

/** What a mutant is, whatever its id. */
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
