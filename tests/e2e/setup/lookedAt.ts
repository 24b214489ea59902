import { appendFileSync, readFileSync } from 'node:fs'

const NAME = 'TEST_LOOKED_AT'

/** The set-up says here in which file the workers of a run tell each other what they have looked at. */
export function shareLookedAt(file: string): void {
  process.env[NAME] = file
}

const ownKinds = new Set<string>()

/** Which of these kinds of elements no journey of this run has looked at. */
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
    // Nobody has looked at anything yet.
    return []
  }
}
