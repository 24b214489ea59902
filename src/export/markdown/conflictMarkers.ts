import type { Version } from '@/domain/richText/versions'

/** Before a line that must begin at the margin of the file, whatever lists and quotes contain it. */
export const AT_MARGIN = '\0'

/** Lines of the three versions between git's markers; once only if all versions are the same. */
export function betweenMarkers(linesOf: (version: Version) => string[]): string[] {
  const [ours, base, theirs] = [linesOf('ours'), linesOf('base'), linesOf('theirs')]
  if (isSame(ours, base) && isSame(ours, theirs)) return ours
  const marker = (sign: string, name: string): string => `${AT_MARGIN}${sign.repeat(7)}${name}`
  return [
    marker('<', ' ours'),
    ...ours,
    marker('|', ' base'),
    ...base,
    marker('=', ''),
    ...theirs,
    marker('>', ' theirs'),
  ]
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index])
}
