import { grouped } from '../grouped'
import { MOST_SECTIONS } from './mostSections'
import type { MovedInFile } from './movedInFile'
import type { WhyLeft } from './whyLeft'

/** What says of a section whether it is chosen at first. */
export type Choosable = {
  key: string
  /** Why it is left until a person chooses; null if it is not. */
  leftBecause: WhyLeft | null
  /** Why it may not be saved; nothing if it may. */
  because: readonly unknown[]
  moved: MovedInFile
  /** What the sections have in common with which it is taken over or left (`heldTogether`); null if it is alone. */
  group: string | null
}

/**
 * The sections, in the order of the file, with why each is left at first. Of sections between which text moved, all are chosen or none; and
 * no more than can be saved at once: the first ones.
 */
export function firstChosen<Of extends Choosable>(sections: readonly Of[]): Of[] {
  const groups = grouped(
    sections.filter(({ because }) => because.length === 0),
    ({ group, key }) => group ?? key,
  )
  const left = new Map<string, WhyLeft | null>()
  let count = 0
  for (const group of groups.values()) {
    const keys = new Set(group.map(({ key }) => key))
    const isHalf = group.some(({ moved: { from, into } }) => [...from, ...into].some((key) => !keys.has(key)))
    const isLeft = group.some(({ leftBecause }) => leftBecause !== null)
    const why =
      isHalf || (isLeft && group.length > 1) ? 'moved' : count + group.length > MOST_SECTIONS ? 'too-many' : null
    if (why === null && !isLeft) count += group.length
    for (const { key, leftBecause } of group) left.set(key, leftBecause ?? why)
  }
  return sections.map((section) => ({ ...section, leftBecause: left.get(section.key) ?? section.leftBecause }))
}
