/**
 * Can a document have this id? To ask the database for any other is an error, not an empty answer. Only as the database writes
 * ids itself, in small letters: ids are compared as texts.
 */
export function isDocumentId(value: string): boolean {
  return /^[0-9a-f]{24}$/.test(value)
}
