import type { Version } from '../richText/versions'

/** The two that changed the base. */
export const SIDES = ['ours', 'theirs'] as const
/** The three texts of a merge, in the order in which they are asked. */
export const VERSIONS = ['base', ...SIDES] as const

export type Side = (typeof SIDES)[number]
/** A value for each side. */
export type OnBoth<Value> = Record<Side, Value>
/** A value for the base and for each side. */
export type OnAll<Value> = Record<Version, Value>

/** What is asked of each side, ours first. */
export function onBoth<Value>(ask: (side: Side) => Value): OnBoth<Value> {
  return { ours: ask('ours'), theirs: ask('theirs') }
}

/** What is asked of the base, of ours and of theirs, in this order. */
export function onAll<Value>(ask: (version: Version) => Value): OnAll<Value> {
  return { base: ask('base'), ours: ask('ours'), theirs: ask('theirs') }
}

/** The side that a side is merged with. */
export function otherThan(side: Side): Side {
  return side === 'ours' ? 'theirs' : 'ours'
}
