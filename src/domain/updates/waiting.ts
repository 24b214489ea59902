import type { Pause } from '../pause'
import type { Outcome } from '../refusal'
import type { VariantSection } from '../resolve'
import { decideUpdate, type UpdateDecision } from './decide'
import { decideRegrouped, regroupedUpdate } from './decideRegrouped'
import { heldBack } from './goesWithout'
import { type BesideSides, movedText } from './movedText'
import { type Regrouped, regrouped } from './regrouped'
import { type ListedSides, regroupings } from './regroupings'
import { asksForDecision, type SectionUpdate, updateOf, withMoves } from './sectionUpdate'
import type { UpdateSides } from './sides'

/** What waits in one section, or in several that are decided together. */
export type Waiting = {
  update: SectionUpdate
  /** Of all sections together, if there are several. */
  sides: UpdateSides
  /** Null if the section is decided alone. */
  together: Regrouped | null
}

/** Returns the sections on which one update decides: those that are decided together, or the one. */
export function sectionsOf({ sides, together }: Pick<Waiting, 'sides' | 'together'>): UpdateSides[] {
  return together ? [together.head, ...together.others] : [sides]
}

/**
 * Gives what waits in these sections, in their order, one at a time: to merge many takes long. Sections that are decided
 * together come once, in the place of the one that was divided or joined. With `only` it is that one alone. `others` are for
 * `movedText`.
 */
export function* waitingIn(
  sections: readonly { sides: UpdateSides; paused: Pause | null }[],
  only?: string,
  others?: readonly BesideSides[],
): Generator<Waiting> {
  const byKey = new Map(sections.map((one) => [one.sides.own.key, one]))
  const listed = sections.map(({ sides, paused }) => ({ ...sides, ...sides.own, isPaused: paused !== null }))
  const groups = regroupings(listed)
  const moved = movedText({ sections: listed, others, groups })
  const heads = new Map(groups.map((group) => [group.key, group]))
  const headOf = new Map(groups.flatMap(({ key, others }) => others.map((other) => [other, key])))
  const known = new Map<string, Waiting | null>()
  const waitingUnder = (key: string): Waiting | null => {
    const found = known.get(key)
    if (found !== undefined) return found
    const one = byKey.get(key)
    const group = heads.get(key)
    const others = group?.others.flatMap((other) => byKey.get(other)?.sides ?? []) ?? []
    const together = one && group ? regrouped({ became: group.became, head: one.sides, others }) : null
    const update = together ? regroupedUpdate(together) : one ? updateOf(one.sides, one.paused) : null
    const waiting = one && update && { update: withMoves(update, moved), sides: together?.sides ?? one.sides, together }
    known.set(key, waiting ?? null)
    return waiting ?? null
  }
  for (const { sides } of sections) {
    const { key } = sides.own
    const waiting = (only === undefined || only === key) && !headOf.has(key) ? waitingUnder(key) : null
    const updateIn = (other: string) => waitingUnder(headOf.get(other) ?? other)?.update ?? null
    if (waiting) yield { ...waiting, update: heldBack(waiting.update, updateIn) }
  }
}

/**
 * Returns what the country has stored after a decision, for each section that it decides: one, or all that are decided
 * together. Refuses as `decideUpdate` does.
 */
export function decideWaiting({
  waiting: { sides, together },
  ...given
}: {
  waiting: Pick<Waiting, 'sides' | 'together'>
  decision: UpdateDecision
  /** The id of the newest release. */
  release: string
  /** The pause that holds; null if none does. */
  paused?: Pause | null
}): Outcome<{ sides: UpdateSides; next: VariantSection }[]> {
  if (!together) {
    const outcome = decideUpdate({ sides, ...given })
    return outcome.ok ? { ok: true, result: [{ sides, next: outcome.result }] } : outcome
  }
  const outcome = decideRegrouped({ sections: together, ...given })
  if (!outcome.ok) return outcome
  const members = sectionsOf({ sides, together })
  const decided = outcome.result.flatMap((next) => {
    const of = members.find(({ own }) => own.key === next.key)
    return of ? [{ sides: of, next }] : []
  })
  return { ok: true, result: decided }
}

/**
 * Returns the sections that ask for a decision, those that are decided together once: the same as of `waitingIn`, without
 * reading what the country wrote.
 */
export function keysThatAsk(sections: readonly ListedSides[]): string[] {
  const inGroup = new Set(regroupings(sections).flatMap(({ others }) => others))
  const asks = (one: ListedSides) => !one.isPaused && !inGroup.has(one.key) && asksForDecision(one)
  return sections.filter(asks).map(({ key }) => key)
}
