import type { SanitizedCollectionConfig } from 'payload'
import type { Refusal } from '@/domain/refusal'
import { malformed } from './malformed'

/** As many documents as one request may get. */
export const MOST_DOCUMENTS = 500

/** And as many revisions of a section: each holds a whole text in all languages, a megabyte and more. */
export const MOST_SECTION_REVISIONS = 20

const SECTIONS = ['sections', 'variant-sections']

const DEEPEST = 10
const LAST_PAGE = 1_000_000

/**
 * Why the address of a request to a collection cannot be answered, or null. What is looked at here is what only a request
 * can bring; by which fields it searches and sorts is looked at with the operation (questionProblem).
 */
export function routeProblem(
  query: Record<string, unknown>,
  { flattenedFields, slug }: Pick<SanitizedCollectionConfig, 'flattenedFields' | 'slug'>,
  /** Of the endpoint, behind that of the collection. */
  path = '',
): Refusal | null {
  const most = path === '/versions' && SECTIONS.includes(slug) ? MOST_SECTION_REVISIONS : MOST_DOCUMENTS
  // Without pages Payload gives everything where no number is said.
  const isWithoutLimit = isNotSaid(query.limit) && !isNotSaid(query.pagination) && query.pagination !== 'true'
  if (isWithoutLimit || !isWithin(query.limit, 1, most)) return { key: 'request.limit', params: { most } }
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

const isNotSaid = (value: unknown): boolean => value === undefined || value === ''

function isWithin(value: unknown, least: number, most: number): boolean {
  if (isNotSaid(value)) return true
  const number = typeof value === 'string' ? Number(value) : Number.NaN
  return Number.isInteger(number) && number >= least && number <= most
}
