import type { SanitizedCollectionConfig } from 'payload'
import type { Refusal } from '@/domain/refusal'
import { malformed } from './malformed'

/** As many documents as one request may get. */
export const MOST_DOCUMENTS = 500

const DEEPEST = 10
const LAST_PAGE = 1_000_000

/**
 * Why the address of a request to a collection cannot be answered, or null. What is looked at here is what only a request
 * can bring; by which fields it searches and sorts is looked at with the operation (questionProblem).
 */
export function routeProblem(
  query: Record<string, unknown>,
  { flattenedFields }: Pick<SanitizedCollectionConfig, 'flattenedFields'>,
): Refusal | null {
  if (!isWithin(query.limit, 1, MOST_DOCUMENTS)) return { key: 'request.limit', params: { most: MOST_DOCUMENTS } }
  if (!isWithin(query.page, 1, LAST_PAGE)) return malformed('page')
  if (!isWithin(query.depth, 0, DEEPEST)) return malformed('depth')
  if (!isSort(query.sort)) return malformed('sort')
  // Payload takes these as JSON too; as text nothing has looked at it.
  for (const name of ['where', 'data'])
    if (typeof query[name] === 'string' && query[name] !== '') return malformed(name)
  // No screen of ours asks for them, and they lead into other documents.
  for (const name of ['populate', 'joins']) if (query[name] !== undefined) return malformed(name)
  return selectProblem(query.select, flattenedFields)
}

function selectProblem(select: unknown, fields: SanitizedCollectionConfig['flattenedFields']): Refusal | null {
  if (select === undefined || select === '') return null
  if (typeof select !== 'object' || select === null || Array.isArray(select)) return malformed('select')
  const names = fields.flatMap((field) => ('hidden' in field && field.hidden ? [] : [field.name]))
  const wrong = Object.keys(select).find((name) => name !== 'id' && !names.includes(name))
  return wrong === undefined ? null : { key: 'request.field', params: { field: wrong.slice(0, 100) } }
}

function isSort(sort: unknown): boolean {
  return sort === undefined || [sort].flat().every((one) => typeof one === 'string' && one !== '')
}

function isWithin(value: unknown, least: number, most: number): boolean {
  if (value === undefined || value === '') return true
  const number = typeof value === 'string' ? Number(value) : Number.NaN
  return Number.isInteger(number) && number >= least && number <= most
}
