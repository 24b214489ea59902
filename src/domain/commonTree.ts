import { generateNKeysBetween } from 'fractional-indexing'
import { isSameJson } from './canonicalJson'
import { childrenOf, keysBelow, placeAt, placeFromElsewhere, type Spot, spotOf } from './places'
import { type Outcome, refuse } from './refusal'

/*
 * The tree of the working text of a common framework. A section that is retired is not part of the next release, and keeps its
 * place for the day on which it returns. Each operation returns what is stored: most for one section, none for its siblings.
 */

/** A section of the working text, without its words. */
export type TreeSection = { key: string; parent: string | null; rank: string; retired: boolean }

/** What becomes of the sections under one that is retired: they go too, or come to its place. */
export const BELOW = ['retire', 'lift'] as const
export type Below = (typeof BELOW)[number]

/** Puts a new section at a spot. */
export function addToTree(
  tree: readonly TreeSection[],
  { key, spot }: { key: string; spot: Spot },
): Outcome<TreeSection> {
  const placed = placeAt({ places: livingIn(tree), spot })
  return placed.ok ? { ok: true, result: { key, ...placed.result, retired: false } } : placed
}

/** Moves a section to a spot, with all that stands under it. */
export function moveInTree(
  tree: readonly TreeSection[],
  { key, spot }: { key: string; spot: Spot },
): Outcome<TreeSection[]> {
  const living = livingIn(tree)
  const section = living.find((one) => one.key === key)
  if (!section) return refuse('refusal.common-section-retired')
  const placed = placeAt({ places: living, spot, moving: key })
  if (!placed.ok) return placed
  if (isSameJson(spotOf(living, key), spot)) return refuse('refusal.place-same')
  return { ok: true, result: [{ ...section, ...placed.result }] }
}

/** Retires a section. `below` says what becomes of those under it. */
export function retireInTree(
  tree: readonly TreeSection[],
  { key, below }: { key: string; below: Below },
): Outcome<TreeSection[]> {
  const living = livingIn(tree)
  const section = living.find((one) => one.key === key)
  if (!section) return refuse('refusal.common-section-retired')
  const gone = new Set(below === 'retire' ? [key, ...keysBelow(living, key)] : [key])
  const retired = living.filter((one) => gone.has(one.key)).map((one) => ({ ...one, retired: true }))
  return { ok: true, result: below === 'retire' ? retired : [...retired, ...liftedFrom(living, section)] }
}

/**
 * Brings a retired section back to the place where it stood, or to that of the section under which it stood if that is still
 * retired; with `withBelow` also the retired ones under it.
 */
export function returnToTree(
  tree: readonly TreeSection[],
  { key, withBelow }: { key: string; withBelow: boolean },
): Outcome<TreeSection[]> {
  const section = tree.find((one) => one.key === key)
  if (!section?.retired) return refuse('refusal.common-section-not-retired')
  const retired = new Map(tree.filter((one) => one.retired).map((one) => [one.key, one]))
  const under = withBelow ? keysBelow([...retired.values()], key) : []
  const back = new Map<string, TreeSection>()
  // A section before those under it: where that stands is then known.
  for (const returning of [section, ...under.flatMap((one) => retired.get(one) ?? [])]) {
    const now = tree.map((one) => back.get(one.key) ?? one)
    back.set(returning.key, { ...returning, ...placeOfReturning(now, returning), retired: false })
  }
  return { ok: true, result: [...back.values()] }
}

/** Returns the section to which one can be joined: the one before it under the same parent, else the parent. */
export function joinsTo(tree: readonly TreeSection[], key: string): string | null {
  const { after, parent } = spotOf(livingIn(tree), key)
  return after ?? parent
}

/** Retires a section whose text goes to another one, and puts those under it under that one, where they are read next. */
export function joinInTree(
  tree: readonly TreeSection[],
  { key, into }: { key: string; into: string },
): Outcome<TreeSection[]> {
  const living = livingIn(tree)
  const section = living.find((one) => one.key === key)
  if (!section) return refuse('refusal.common-section-retired')
  if (into !== joinsTo(tree, key)) return refuse('refusal.join-not-beside')
  const retired = { ...section, retired: true }
  if (section.parent === into) return { ok: true, result: [retired, ...liftedFrom(living, section)] }
  const last = childrenOf(living, into).at(-1)?.rank ?? null
  return { ok: true, result: [retired, ...ranked(childrenOf(living, key), { parent: into, from: last, to: null })] }
}

/** Returns the sections that are not retired, as they are found: one under a section that does not exist is at the top. */
export function livingIn<Some extends TreeSection>(tree: readonly Some[]): Some[] {
  return tree.filter(({ retired }) => !retired)
}

/** The sections under one, at its place. */
function liftedFrom(living: readonly TreeSection[], { key, rank }: TreeSection): TreeSection[] {
  const { parent } = spotOf(living, key)
  const next = childrenOf(living, parent).find((one) => one.rank > rank)?.rank ?? null
  return ranked(childrenOf(living, key), { parent, from: rank, to: next })
}

function ranked(
  sections: readonly TreeSection[],
  { parent, from, to }: { parent: string | null; from: string | null; to: string | null },
): TreeSection[] {
  const ranks = generateNKeysBetween(from, to, sections.length)
  return sections.map((one, index) => ({ ...one, parent, rank: ranks[index] ?? one.rank }))
}

function placeOfReturning(tree: readonly TreeSection[], section: TreeSection): Pick<TreeSection, 'parent' | 'rank'> {
  const { key, parent, rank } = section
  const places = livingIn(tree)
  if (parent !== null && !places.some((one) => one.key === parent)) {
    const gone = tree.filter((one) => one.retired && one.key !== key)
    return placeFromElsewhere({ places, gone, key, spot: { parent, after: null } })
  }
  const siblings = childrenOf(places, parent)
  // Somebody may have put another section at this rank meanwhile.
  if (!siblings.some((one) => one.rank === rank)) return { parent, rank }
  const next = siblings.find((one) => one.rank > rank)?.rank ?? null
  return { parent, rank: generateNKeysBetween(rank, next, 1)[0] ?? rank }
}
