import type { WhyLeft } from './whyLeft'

/**
 * At most so many sections are saved at once: everybody who saves in the country waits until all are stored, which takes some 30 ms for
 * each.
 */
export const MOST_SECTIONS = 100

/** What says of a section whether it is chosen at first: why it is left until a person chooses, and why it may not be saved. */
export type Choosable = { key: string; leftBecause: WhyLeft | null; because: readonly unknown[] }

/** The sections, in the order of the file, of which no more are chosen at first than can be saved at once: the first ones. */
export function withFirstChosen<Of extends Choosable>(sections: readonly Of[]): Of[] {
  let count = 0
  return sections.map((section) => {
    if (section.leftBecause !== null || section.because.length > 0) return section
    count += 1
    return count <= MOST_SECTIONS ? section : { ...section, leftBecause: 'too-many' }
  })
}
