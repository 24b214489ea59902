import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { grouped } from './grouped'
import { type Outcome, refuse } from './refusal'

/** Where a section stands among the sections of a version. */
type Placed = { key: string; parent: string | null; rank: string }

/** A place that a person chooses: under a section (null: at the top), after one that stands there (null: first). */
export type Spot = { parent: string | null; after: string | null }

/**
 * Returns the stored place for a chosen spot. Refuses a spot that is not there, and one under the section itself that
 * `moving` names: it would be in a circle, and nobody could reach it. `places` are those of the whole version.
 */
export function placeAt({
  places,
  spot: { parent, after },
  moving = null,
}: {
  places: readonly Placed[]
  spot: Spot
  /** The section that moves; null for a new one. */
  moving?: string | null
}): Outcome<{ parent: string | null; rank: string }> {
  if (parent !== null && !places.some(({ key }) => key === parent)) return refuse('refusal.place-unknown')
  if (moving !== null && (parent === moving || keysBelow(places, moving).some((key) => key === parent)))
    return refuse('refusal.place-under-itself')
  const siblings = childrenOf(places, parent).filter(({ key }) => key !== moving)
  const before = siblings.find(({ key }) => key === after)
  if (after !== null && !before) return refuse('refusal.place-unknown')
  // Two siblings can have one rank, and nothing fits between them.
  const next = siblings.find(({ rank }) => before === undefined || rank > before.rank)
  return { ok: true, result: { parent, rank: generateKeyBetween(before?.rank ?? null, next?.rank ?? null) } }
}

/**
 * Returns the place of a new section that comes from another version, where it follows `after` under `parent`. If both are
 * missing here, it is the last at the top. The place of a section that is `gone` is known: what follows it stands where
 * it was, and what stood under it alone stands after that.
 */
export function placeFromElsewhere({
  places,
  gone,
  key,
  spot: { after, parent },
}: {
  places: readonly Placed[]
  gone: readonly Placed[]
  key: string
  spot: Spot
}): Pick<Placed, 'parent' | 'rank'> {
  const isIn = (some: readonly Placed[], one: string | null) => some.some((other) => other.key === one)
  const lastUnder = (one: string | null) => ({ parent: one, after: childrenOf(places, one).at(-1)?.key ?? null })
  const goneOne = [after, parent].find((one) => isIn(gone, one))
  if (after !== null && isIn(places, after)) return placed(places, { parent: spotOf(places, after).parent, after })
  if (goneOne && (after === goneOne || !isIn(places, parent))) {
    const all = [...places, ...gone]
    const there = { key, ...placed(all, { parent: spotOf(all, goneOne).parent, after: goneOne }) }
    const known = new Map([...gone, there].map((one) => [one.key, one]))
    return underPresentSections([...places, there], (one) => known.get(one)).find((one) => one.key === key) ?? there
  }
  return placed(places, lastUnder(parent !== null && isIn(places, parent) ? parent : null))
}

function placed(places: readonly Placed[], spot: Spot): Pick<Placed, 'parent' | 'rank'> {
  const outcome = placeAt({ places, spot })
  if (!outcome.ok) throw new Error('The spot was read from the same places')
  return outcome.result
}

/** Returns the sections directly under one (null: at the top), in order. A section whose parent is missing is at the top. */
export function childrenOf<Some extends Placed>(places: readonly Some[], parent: string | null): Some[] {
  const keys = new Set(places.map(({ key }) => key))
  const parentOf = (one: Some) => (one.parent !== null && keys.has(one.parent) ? one.parent : null)
  return places
    .filter((one) => parentOf(one) === parent)
    .toSorted((a, b) => (a.rank === b.rank ? compared(a.key, b.key) : compared(a.rank, b.rank)))
}

/** Returns the keys of all sections under one, at any depth. */
export function keysBelow(places: readonly Placed[], key: string): string[] {
  const children = grouped(places, ({ parent }) => parent)
  const found = new Set<string>()
  const visit = (parent: string): void => {
    for (const child of children.get(parent) ?? []) {
      if (found.has(child.key)) continue
      found.add(child.key)
      visit(child.key)
    }
  }
  visit(key)
  return [...found]
}

/** Returns the spot where a section stands. */
export function spotOf(places: readonly Placed[], key: string): Spot {
  const stored = places.find((one) => one.key === key)?.parent ?? null
  const parent = places.some((one) => one.key === stored) ? stored : null
  const siblings = childrenOf(places, parent)
  return { parent, after: siblings[siblings.findIndex((one) => one.key === key) - 1]?.key ?? null }
}

/** A step of a section in the tree: among those of the same parent, under the one before it, or out from under its parent. */
export const STEPS = ['up', 'down', 'in', 'out'] as const
export type Step = (typeof STEPS)[number]

/** Returns the spot one step away; null if there is none. */
export function spotBeside({ places, key, step }: { places: readonly Placed[]; key: string; step: Step }): Spot | null {
  const { parent } = spotOf(places, key)
  const siblings = childrenOf(places, parent)
  const index = siblings.findIndex((one) => one.key === key)
  const [before, next] = [siblings[index - 1], index < 0 ? undefined : siblings[index + 1]]
  switch (step) {
    case 'up':
      return before ? { parent, after: siblings[index - 2]?.key ?? null } : null
    case 'down':
      return next ? { parent, after: next.key } : null
    case 'in':
      return before ? { parent: before.key, after: childrenOf(places, before.key).at(-1)?.key ?? null } : null
    case 'out':
      return parent === null ? null : { parent: spotOf(places, parent).parent, after: parent }
    default:
      return step satisfies never
  }
}

/**
 * Returns the sections of a version, those that a country placed under a section that is not in it any more at the place
 * of that section: readers find them where they were. `chosen` gives the place that the country stored for a section, of
 * one that left too; undefined if it stored none.
 */
export function underPresentSections<Some extends Placed>(
  places: readonly Some[],
  chosen: (key: string) => Pick<Placed, 'parent' | 'rank'> | undefined,
): Some[] {
  const keys = new Set(places.map(({ key }) => key))
  const lifted = new Map<string, Lifted>()
  for (const place of places) {
    const isUnderNone = place.parent !== null && !keys.has(place.parent)
    const up = isUnderNone && chosen(place.key) ? liftedOver(place, keys, chosen) : null
    if (up) lifted.set(place.key, up)
  }
  if (lifted.size === 0) return [...places]
  const standing = places.filter(({ key }) => !lifted.has(key))
  const ranks = new Map<string, string>()
  for (const [parent, group] of grouped([...lifted.values()], (one) => one.parent)) {
    const taken = [...standing.filter((one) => one.parent === parent), ...group.map(({ ranks: [rank] }) => ({ rank }))]
    for (const [start, here] of grouped(group, ({ ranks: [rank] }) => rank)) {
      const next = taken.map(({ rank }) => rank).filter((rank) => rank > start)
      const ordered = here.toSorted((a, b) => compared(a.ranks.join(' '), b.ranks.join(' ')) || compared(a.key, b.key))
      const made = generateNKeysBetween(start, next.toSorted()[0] ?? null, ordered.length)
      for (const [index, { key }] of ordered.entries()) ranks.set(key, made[index] ?? start)
    }
  }
  return places.map((place) => {
    const up = lifted.get(place.key)
    return up ? { ...place, parent: up.parent, rank: ranks.get(place.key) ?? place.rank } : place
  })
}

/** `ranks` are those of the sections that left, from the top, and then that of the section itself. */
type Lifted = { key: string; parent: string | null; ranks: [string, ...string[]] }

function liftedOver(
  { key, parent, rank }: Placed,
  keys: ReadonlySet<string>,
  chosen: (key: string) => Pick<Placed, 'parent' | 'rank'> | undefined,
): Lifted | null {
  let up: Lifted = { key, parent, ranks: [rank] }
  const passed = new Set<string>()
  while (up.parent !== null && !keys.has(up.parent) && !passed.has(up.parent)) {
    passed.add(up.parent)
    const place = chosen(up.parent)
    // Nothing is known of its place: the section stands at the top.
    if (!place) return up.ranks.length > 1 ? { ...up, parent: null } : null
    up = { key, parent: place.parent, ranks: [place.rank, ...up.ranks] }
  }
  return up.parent !== null && !keys.has(up.parent) ? { ...up, parent: null } : up
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
