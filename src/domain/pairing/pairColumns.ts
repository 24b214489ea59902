import { globalAlignment } from '../alignment/globalAlignment'
import { ALIKE, type Pair } from './pairing'
import { similarity } from './similarity'

/** Pairs the columns of two tables by the cells of the rows that stayed; columns between two pairs are paired one by one. */
export function pairColumns(rows: Pair[]): { pairs: [number, number][]; removed: number[]; added: number[] } {
  const before = Math.max(0, ...rows.map((row) => row.was.children.length))
  const after = Math.max(0, ...rows.map((row) => row.is.children.length))
  const score = (i: number, j: number): number => {
    const alike = rows.map((row, index) => {
      const [was, is] = [row.was.children[i], row.is.children[j]]
      // The header counts as much as all other rows: columns with equal cells differ only there.
      return was && is ? similarity(was, is) * (index === 0 ? rows.length : 1) : 0
    })
    const sum = alike.reduce((total, one) => total + one, 0)
    return sum < ALIKE * rows.length ? 0 : sum
  }
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  for (const [nextI, nextJ] of [...globalAlignment({ before, after, score }), [before, after] as const]) {
    if (nextI - i === nextJ - j) for (let step = 0; step < nextI - i; step++) pairs.push([i + step, j + step])
    if (nextI < before) pairs.push([nextI, nextJ])
    ;[i, j] = [nextI + 1, nextJ + 1]
  }
  return {
    pairs,
    removed: oneToOne(before).flatMap(([at]) => (pairs.some(([one]) => one === at) ? [] : [at])),
    added: oneToOne(after).flatMap(([at]) => (pairs.some(([, one]) => one === at) ? [] : [at])),
  }
}

export function oneToOne(length: number): [number, number][] {
  return Array.from({ length }, (_, index) => [index, index])
}
