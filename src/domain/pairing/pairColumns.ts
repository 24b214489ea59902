import { gapsBetween } from '../alignment/gapsBetween'
import { globalAlignment } from '../alignment/globalAlignment'
import { ALIKE, type Pair } from './pairing'
import { similarity } from './similarity'

/** Pairs the columns of two tables by the cells of the rows that stayed; columns between two pairs are paired one by one. */
export function pairColumns(rows: Pair[]): { pairs: [number, number][]; removed: number[]; added: number[] } {
  const before = Math.max(0, ...rows.map((row) => row.was.children.length))
  const after = Math.max(0, ...rows.map((row) => row.is.children.length))
  const score = (i: number, j: number): number => {
    const sum = rows.reduce((total, row, index) => {
      const [was, is] = [row.was.children[i], row.is.children[j]]
      // The header counts as much as all other rows: columns with equal cells differ only there.
      return was && is ? total + similarity(was, is) * (index === 0 ? rows.length : 1) : total
    }, 0)
    return sum < ALIKE * rows.length ? 0 : sum
  }
  const pairs: [number, number][] = []
  const alike = globalAlignment({ before, after }, score).map(([at, place]) => ({ at, place }))
  for (const { from, to } of gapsBetween(alike, { at: before, place: after })) {
    const isOneByOne = to.at - from.at === to.place - from.place
    for (let step = 0; isOneByOne && from.at + step < to.at; step++) pairs.push([from.at + step, from.place + step])
    if (to.at < before) pairs.push([to.at, to.place])
  }
  const [ofBefore, ofAfter] = [new Set(pairs.map(([i]) => i)), new Set(pairs.map(([, j]) => j))]
  const others = (length: number, paired: Set<number>) => [...Array(length).keys()].filter((at) => !paired.has(at))
  return { pairs, removed: others(before, ofBefore), added: others(after, ofAfter) }
}

export function oneToOne(length: number): [number, number][] {
  return Array.from({ length }, (_, index) => [index, index])
}
