import type { CollectionBeforeOperationHook, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { type AskableFields, askableFields } from '@/access/askableFields'
import { questionProblem } from '@/access/questionProblem'
import { requestError } from '@/access/requestError'

/**
 * Allows a search or a sort order only by exact field names that everybody who reads the documents can read. Queries by
 * secrets (`sort=hash.`) or by what a document refers to (`where[updatedBy.email]`) would reveal, one yes or no at a
 * time, what the person may not read. Payload checks such paths, but not all of them (3.90.2).
 */
export const refuseHiddenQuestionsBeforeOperation: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  if ('overrideAccess' in args && args.overrideAccess) return args
  const { sort, where }: { sort?: unknown; where?: unknown } = Object(args)
  const problem = questionProblem({ sort, where }, askable({ collection, req }))
  if (problem) throw requestError({ req, refusal: problem })
  return args
}

const known = new WeakMap<SanitizedCollectionConfig, AskableFields>()

/** For documents and their revisions together: a hook cannot tell which of the two are queried. */
function askable({ collection, req }: { collection: SanitizedCollectionConfig; req: PayloadRequest }): AskableFields {
  const localization = req.payload.config.localization
  const fields = known.get(collection) ?? askableFields(collection, localization ? localization.localeCodes : [])
  known.set(collection, fields)
  return fields
}
