/** Can a document have this id? A database query for any other value is an error, not an empty answer. */
export function isDocumentId(value: string): boolean {
  return /^[0-9a-f]{24}$/i.test(value)
}
