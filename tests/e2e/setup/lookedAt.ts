import { appendFileSync, readFileSync } from 'node:fs'

const NAME = 'TEST_LOOKED_AT'

/** The set-up writes to this variable the file in which the workers of a run share what they have checked. */
export function shareLookedAt(file: string): void {
  process.env[NAME] = file
}

const ownKinds = new Set<string>()

/** Returns the kinds of elements that no journey of this run has checked. */
export function notLookedAt(kinds: readonly string[]): string[] {
  const known = new Set([...ownKinds, ...readShared()])
  return kinds.filter((kind) => !known.has(kind))
}

export function haveLookedAt(kinds: readonly string[]): void {
  const file = process.env[NAME]
  if (file && kinds.length > 0) appendFileSync(file, `${kinds.join('\n')}\n`)
  for (const kind of kinds) ownKinds.add(kind)
}

function readShared(): string[] {
  const file = process.env[NAME]
  if (!file) return []
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    // Nothing has been checked yet.
    return []
  }
}
