/**
 * Can a document have this id? A database query for any other value is an error, not an empty answer. Only ids in lower case,
 * as the database writes them, because ids are compared as texts.
 */
export function isDocumentId(value: string): boolean {
  return /^[0-9a-f]{24}$/.test(value)
}
