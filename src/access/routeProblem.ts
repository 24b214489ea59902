import type { SanitizedCollectionConfig } from 'payload'
import type { Refusal } from '@/domain/refusal'
import { malformed } from './malformed'

/** The maximum number of documents in one request. */
export const MOST_DOCUMENTS = 500

/** The maximum number of revisions of a section: each contains a whole text in all languages, a megabyte and more. */
export const MOST_SECTION_REVISIONS = 20

const SECTIONS = ['sections', 'variant-sections']

const DEEPEST = 10
const LAST_PAGE = 1_000_000

/**
 * Why the address of a request to a collection cannot be answered, or null. This checks what only a request can
 * contain; questionProblem checks the fields of searches and sort orders with the operation.
 */
export function routeProblem(
  query: Record<string, unknown>,
  { flattenedFields, slug }: Pick<SanitizedCollectionConfig, 'flattenedFields' | 'slug'>,
  /** The path of the endpoint below that of the collection. */
  path = '',
): Refusal | null {
  const most = path === '/versions' && SECTIONS.includes(slug) ? MOST_SECTION_REVISIONS : MOST_DOCUMENTS
  // Without pages Payload returns everything if no limit is given.
  const isWithoutLimit = isNotSaid(query.limit) && !isNotSaid(query.pagination) && query.pagination !== 'true'
  if (isWithoutLimit || !isWithin(query.limit, 1, most)) return { key: 'request.limit', params: { most } }
  if (!isWithin(query.page, 1, LAST_PAGE)) return malformed('page')
  if (!isWithin(query.depth, 0, DEEPEST)) return malformed('depth')
  if (!isSort(query.sort)) return malformed('sort')
  // Payload accepts these as JSON too; as text they have not been checked.
  for (const name of ['where', 'data'])
    if (typeof query[name] === 'string' && query[name] !== '') return malformed(name)
  // No screen of ours uses them, and they read other documents.
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
