/**
 * Does the confirmation of a release, of the common framework or of a national version, compare the text with the
 * previous release? Not while that is withdrawn: nothing is in use, the whole text is released, and nothing is new,
 * changed or removed for anybody. Notes on the changes are needed all the same (`sectionsToNote`).
 */
export function isCompared({ withdrawn }: { withdrawn: boolean }): boolean {
  return !withdrawn
}
