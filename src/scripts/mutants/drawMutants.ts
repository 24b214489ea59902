import { grouped } from '@/domain/grouped'
import { shuffled } from '../random'

/**
 * Draws `count` mutants: first a line of code, then one of the mutants that begin on it. No line is drawn twice before
 * every line has been drawn once, so that a line with many mutants does not count more than a line with one.
 */
export function drawMutants<Mutant extends { fileName: string; location: { start: { line: number } } }>(given: {
  mutants: Mutant[]
  count: number
  random: () => number
}): Mutant[] {
  const { mutants, count, random } = given
  const lines = grouped(mutants, ({ fileName, location }) => `${fileName}:${location.start.line}`)
  const drawn: Mutant[] = []
  let open = [...lines.values()]
  while (drawn.length < count && open.length > 0) {
    const inTurn = shuffled(open, random).slice(0, count - drawn.length)
    for (const line of inTurn) drawn.push(...line.splice(Math.floor(random() * line.length), 1))
    open = open.filter((line) => line.length > 0)
  }
  return drawn
}
