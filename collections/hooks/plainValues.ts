import type { CollectionBeforeOperationHook, FlattenedField } from 'payload'
import { languageOf } from '@/access/languageOf'
import { requestError } from '@/access/requestError'
import { nameOnScreen } from './nameOnScreen'
import { sentByPerson } from './sentByPerson'

/**
 * A value of another kind than its field's is refused with the name of the field: Payload and its hooks take a text for a text
 * before they look, and answer a list or an object as an error of the server (3.90.2).
 */
export const refuseWrongKindsBeforeOperation: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  req,
}) => {
  const sent = sentByPerson({ args, operation })
  const wrong = sent && collection.flattenedFields.find((field) => !isOfKind(field, sent[field.name]))
  if (!wrong) return args
  const field = nameOnScreen({ collection, name: wrong.name, language: languageOf(req) })
  throw requestError({ req, refusal: { key: 'request.value', params: { field } } })
}

const isText = (value: unknown): boolean => typeof value === 'string'
const isId = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number'

/** Is it what the field stores, nothing, or of a field that takes more than one kind? */
function isOfKind(field: FlattenedField, value: unknown): boolean {
  if (value === null || value === undefined) return true
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'radio':
    case 'select':
      return isOneOrMany({ field, value, isOne: isText })
    case 'relationship':
    case 'upload':
      return Array.isArray(field.relationTo) || isOneOrMany({ field, value, isOne: isId })
    default:
      return true
  }
}

function isOneOrMany({
  field,
  value,
  isOne,
}: {
  field: FlattenedField
  value: unknown
  isOne: (value: unknown) => boolean
}): boolean {
  const hasMany = 'hasMany' in field && field.hasMany === true
  return isOne(value) || (hasMany && Array.isArray(value) && value.every(isOne))
}
