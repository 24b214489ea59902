import { z } from 'zod'
import { EDITOR_GROUND } from '../editor/editorFunctions'

/**
 * The functions that screens call on the server, by name: one of ours, and those of Payload that are used. Payload looks a name up in an object, in which
 * `constructor` exists too; and it has functions that bypass our rules (`copy-data-from-locale`) or belong to features
 * that we do not use (folders, widgets, scheduled publishing).
 */
export const ALLOWED_FUNCTIONS = [
  EDITOR_GROUND,
  'form-state',
  'render-document',
  'render-document-slots',
  'render-field',
  'render-list',
  'table-state',
] as const

const MOST_ROWS = 500

const documentId = z.union([z.string().max(200), z.number()]).nullish()

const query = z.looseObject({
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).nullish(),
  page: z.coerce.number().int().min(1).nullish(),
  // Stored with the person's preferences, with which the list could not be shown again.
  sort: z.string().max(200).nullish(),
  populate: z.undefined().optional(),
  joins: z.undefined().optional(),
})

/** The common arguments of these functions; the functions and the hooks check the rest. */
const call = z.object({
  name: z.enum(ALLOWED_FUNCTIONS),
  args: z.looseObject({
    collectionSlug: z.string().nullish(),
    globalSlug: z.null().optional(),
    id: documentId,
    docID: documentId,
    query: query.nullish(),
  }),
})

export type FunctionCall = z.infer<typeof call>

/** The call, if it names an existing function and collection; otherwise null. */
export function allowedCall(given: unknown, { collections }: { collections: readonly string[] }): FunctionCall | null {
  const parsed = call.safeParse(given)
  if (!parsed.success) return null
  const { collectionSlug } = parsed.data.args
  const isKnown = collectionSlug === undefined || collectionSlug === null || collections.includes(collectionSlug)
  return isKnown ? parsed.data : null
}
