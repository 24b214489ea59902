import type { Refusal } from './refusal'

const PATTERN = /^\d{1,4}(\.\d{1,4}){1,2}$/

/** Compares the version numbers of two releases, such as `2.1` or `0.7.1`, number by number. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  // A version has no more than three numbers.
  const differences = [0, 1, 2].map((place) => (left[place] ?? 0) - (right[place] ?? 0))
  return differences.find((difference) => difference !== 0) ?? 0
}

/** Returns why this cannot be the version of the next release; null if it can. */
export function versionForbids({ version, last }: { version: string; last: string | null }): Refusal | null {
  if (!PATTERN.test(version)) return { key: 'refusal.version-form', params: { version } }
  if (last !== null && compareVersions(version, last) <= 0)
    return { key: 'refusal.version-not-higher', params: { version, last } }
  return null
}

/** Suggests the next whole number for a change of substance (1.0, 2.0 …), and the next minor one for wording. */
export function suggestVersion({ last, change }: { last: string | null; change: 'substantive' | 'editorial' }): string {
  if (last === null) return '1.0'
  const [major = 0, minor = 0] = last.split('.').map(Number)
  return change === 'substantive' ? `${major + 1}.0` : `${major}.${minor + 1}`
}
