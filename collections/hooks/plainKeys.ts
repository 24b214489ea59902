import type { CollectionBeforeOperationHook } from 'payload'
import { requestError } from '@/access/requestError'

/**
 * A document that is sent has names of fields as its keys: those of the database's operators are refused. So is an
 * address of a person that is no text: Payload changes its letters before it looks whether it has any.
 */
export const refuseOperatorsBeforeOperation: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  const data: Record<string, unknown> = 'data' in args ? Object(args.data) : {}
  const emails = collection.flattenedFields.filter(({ type }) => type === 'email').map(({ name }) => name)
  const wrong = Object.entries(data).find(
    ([name, value]) => name.startsWith('$') || (emails.includes(name) && value && typeof value !== 'string'),
  )
  if (wrong) {
    throw requestError({ req, refusal: { key: 'request.malformed', params: { where: wrong[0].slice(0, 100) } } })
  }
  return args
}
