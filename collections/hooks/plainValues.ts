import type { CollectionBeforeOperationHook, FlattenedField } from 'payload'
import { z } from 'zod'
import { languageOf } from '@/access/languageOf'
import { requestError } from '@/access/requestError'
import { nameOnScreen } from './nameOnScreen'
import { sentByPerson } from './sentByPerson'

/**
 * Refuses a value of another type than its field's, and names the field. Payload and its hooks treat a value as text
 * before they check it, and answer a list or an object with a server error; they also turn invalid days into days, such
 * as 5 into one in 1970 (3.90.2).
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
/** Payload's screens send the time in UTC; server code may pass a Date. */
const isDate = (value: unknown): boolean => value instanceof Date || value === '' || day.safeParse(value).success
const day = z.union([z.iso.date(), z.iso.datetime({ offset: true })])
/** A form sends these as text, and Payload parses it. */
const isYesOrNo = (value: unknown): boolean =>
  typeof value === 'boolean' || (typeof value === 'string' && ['true', 'false', ''].includes(value))
const isNumber = (value: unknown): boolean =>
  (typeof value === 'number' || typeof value === 'string') && Number.isFinite(Number(value))
const isId = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number'

/** Is it what the field stores, or nothing, or does the field accept more than one type? */
function isOfKind(field: FlattenedField, value: unknown): boolean {
  if (value === null || value === undefined) return true
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
    case 'radio':
    case 'select':
      return isOneOrMany({ field, value, isOne: isText })
    case 'relationship':
    case 'upload':
      return Array.isArray(field.relationTo) || isOneOrMany({ field, value, isOne: isId })
    case 'date':
      return isDate(value)
    case 'checkbox':
      return isYesOrNo(value)
    case 'number':
      return isOneOrMany({ field, value, isOne: isNumber })
    case 'array':
    case 'blocks':
    case 'group':
    case 'join':
    case 'json':
    case 'point':
    case 'richText':
    case 'tab':
      return true
    default: {
      const never: never = field
      return never
    }
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
