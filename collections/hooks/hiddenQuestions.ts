import type { CollectionBeforeOperationHook, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { type AskableFields, askableFields } from '@/access/askableFields'
import { questionProblem } from '@/access/questionProblem'
import { requestError } from '@/access/requestError'

/**
 * A search or an order asks by the exact names of fields that everybody reads who reads the documents, and by nothing
 * else: by secrets (`sort=hash.`), or by what a document points to (`where[updatedBy.email]`), the answer would tell,
 * yes or no at a time, what the person may not read. Payload checks such paths, but not all of them (3.90.2).
 */
export const refuseHiddenQuestionsBeforeOperation: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  if ('overrideAccess' in args && args.overrideAccess) return args
  const { sort, where }: { sort?: unknown; where?: unknown } = Object(args)
  const problem = questionProblem({ sort, where }, askable({ collection, req }))
  if (problem) throw requestError({ req, refusal: problem })
  return args
}

const known = new WeakMap<SanitizedCollectionConfig, AskableFields>()

/** Of documents and of their revisions together: a hook does not learn which of the two are asked for. */
function askable({ collection, req }: { collection: SanitizedCollectionConfig; req: PayloadRequest }): AskableFields {
  const localization = req.payload.config.localization
  const fields = known.get(collection) ?? askableFields(collection, localization ? localization.localeCodes : [])
  known.set(collection, fields)
  return fields
}
