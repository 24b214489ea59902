import { isSameJson } from '../canonicalJson'
import type { MovedWith } from './movedText'
import type { SectionUpdate, UpdateStatus } from './sectionUpdate'

type ShownMove = Pick<MovedWith, 'key' | 'treatment'>

/**
 * What a screen says about an update that depends on sections which are decided apart: these can change while the section itself does
 * not. A decision names it, as it names the revisions that the person saw.
 */
export type ShownUpdate = {
  status: UpdateStatus
  from: ShownMove[]
  into: ShownMove[]
  back: ShownMove[]
  goesInto: ShownMove[]
}

/** Returns what a screen says about an update, apart from the section and those that are decided with it. */
export function shownOf({
  status,
  apart,
  goesInto,
}: Pick<SectionUpdate, 'status' | 'apart' | 'goesInto'>): ShownUpdate {
  return {
    status,
    from: named(apart?.from),
    into: named(apart?.into),
    back: named(apart?.back),
    goesInto: named(goesInto),
  }
}

/** Does a screen say the same about an update as a person was shown? */
export function isShown(update: SectionUpdate, shown: ShownUpdate): boolean {
  return isSameJson(shownOf(update), shown)
}

function named(sections: readonly MovedWith[] = []): ShownMove[] {
  return sections.map(({ key, treatment }) => ({ key, treatment })).toSorted((a, b) => (a.key < b.key ? -1 : 1))
}
