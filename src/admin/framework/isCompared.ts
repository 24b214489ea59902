/**
 * Does the question before a release, of the common framework or of a national version, compare the text with the release before?
 * Not while that is withdrawn: nothing is in use, the whole text goes out, and nobody has what would be new, changed or taken out.
 */
export function isCompared({ withdrawn }: { withdrawn: boolean }): boolean {
  return !withdrawn
}
