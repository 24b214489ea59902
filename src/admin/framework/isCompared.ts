/**
 * Does the confirmation of a release, of the common framework or of a national version, compare the text with the
 * previous release? Not while that is withdrawn: nothing is in use, the whole text is released, and nothing is new,
 * changed or removed for anybody.
 */
export function isCompared({ withdrawn }: { withdrawn: boolean }): boolean {
  return !withdrawn
}
