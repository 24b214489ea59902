import { changeOf, type ShownBlock } from '../shownBlock'

/** The numbers of the items of a numbered list: those that they have now, also where other items are not shown. */
export function numbersOf(items: readonly ShownBlock[], start: number): number[] {
  let next = start
  return items.map((item) => (changeOf(item)?.status === 'removed' ? next : next++))
}
