import { z } from 'zod'

/**
 * Parses a stored value. `document` is the name and the id of what it belongs to: the error says which document it is,
 * and each place in it that cannot be read.
 */
export function parsed<T>({
  schema,
  stored,
  document,
}: {
  schema: z.ZodType<T>
  stored: unknown
  document: string
}): T {
  const result = schema.safeParse(stored)
  if (result.success) return result.data
  throw new Error(`${document} has values that cannot be read:\n${z.prettifyError(result.error)}`, {
    cause: result.error,
  })
}

/** Is it an error of `parsed`: was the document read, and not understood? Its next reader gets the same. */
export function isNotUnderstood(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof z.ZodError
}
