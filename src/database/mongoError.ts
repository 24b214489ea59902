/** MongoDB's name for the reason of a failed command; undefined for any other error. */
export function codeNameOf(error: unknown): string | undefined {
  return isObject(error) && 'codeName' in error && typeof error.codeName === 'string' ? error.codeName : undefined
}

/** Whether the driver marked the error with this label. */
export function hasErrorLabel({ error, label }: { error: unknown; label: string }): boolean {
  if (!isObject(error) || !('hasErrorLabel' in error)) return false
  return typeof error.hasErrorLabel === 'function' && error.hasErrorLabel(label) === true
}

/** Whether the server refused a command, rather than a lost connection or an error in the code. */
export function isServerRefusal(error: unknown): error is Error {
  return error instanceof Error && error.name === 'MongoServerError'
}

// By shape and not by class, because more than one version of the driver may be loaded.
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
