import type { Version } from '../richText/versions'

export const SIDES = ['ours', 'theirs'] as const
export const VERSIONS = ['base', ...SIDES] as const

export type Side = (typeof SIDES)[number]
/** A value for each side. */
export type OnBoth<Value> = Record<Side, Value>
/** A value for the base and for each side. */
export type OnAll<Value> = Record<Version, Value>

/** Asks for ours, then for theirs. */
export function onBoth<Value>(ask: (side: Side) => Value): OnBoth<Value> {
  return { ours: ask('ours'), theirs: ask('theirs') }
}

/** Asks for the base, for ours, and for theirs. */
export function onAll<Value>(ask: (version: Version) => Value): OnAll<Value> {
  return { base: ask('base'), ours: ask('ours'), theirs: ask('theirs') }
}

export function otherThan(side: Side): Side {
  return side === 'ours' ? 'theirs' : 'ours'
}
