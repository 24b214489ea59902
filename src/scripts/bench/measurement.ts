import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const share = z.union([z.literal(0.01), z.literal(0.1), z.literal(0.4)])

/** One measurement, in a process of its own: it starts cold for every engine, and can be stopped. */
export const task = z.object({
  engine: z.string(),
  words: z.number(),
  share,
  seed: z.number(),
})
export type Task = z.infer<typeof task>

const measured = z.object({
  milliseconds: z.number(),
  /** The time to split and encode the two texts, if that is not included. */
  reading: z.number(),
  /** The three values of `Quality`; null if there is nothing to compare with. */
  marked: z.number().nullable(),
  recall: z.number().nullable(),
  precision: z.number().nullable(),
  moves: z.object({ right: z.number(), wrong: z.number(), real: z.number() }).nullable(),
  limited: z.boolean(),
  /** Words of the text, and those that were really added and removed. */
  words: z.number(),
  script: z.number(),
})
export type Measured = z.infer<typeof measured>

/** The result, or null if it was not ready in time and was stopped. */
export async function measure({ deadline, ...given }: Task & { deadline: number }): Promise<Measured | null> {
  const program = fileURLToPath(new URL('./measureOne.ts', import.meta.url))
  const child = spawn(process.execPath, [...process.execArgv, program, JSON.stringify(given)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let late = false
  const timer = setTimeout(() => {
    late = true
    child.kill('SIGKILL')
  }, deadline)
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearTimeout(timer)
  if (late) return null
  if (code !== 0) throw new Error(`Measuring ${given.engine} ended with ${code}.`)
  return measured.parse(JSON.parse(output))
}

/** The number of runs of each task, unless it takes longer than this: then another run costs more than it shows. */
const ROUNDS = 3
const LONG = 2_000

/**
 * Runs the tasks in turn, and takes the shortest times of each, so that one busy moment of the machine does not affect
 * all of them.
 */
export async function measureInTurns(tasks: (Task & { deadline: number })[]): Promise<(Measured | null)[]> {
  const found: (Measured | null)[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, task] of tasks.entries()) {
      const known = found[at]
      if (round > 0 && (!known || known.milliseconds > LONG)) continue
      found[at] = shorter(known ?? null, await measure(task))
    }
  }
  return found
}

function shorter(one: Measured | null, other: Measured | null): Measured | null {
  if (!one || !other) return one ?? other
  const [milliseconds, reading] = [Math.min(one.milliseconds, other.milliseconds), Math.min(one.reading, other.reading)]
  return { ...one, milliseconds, reading }
}
