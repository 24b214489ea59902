import type { Refusal } from '@/domain/refusal'
import type { AskableFields, Comparable } from './askableFields'
import { malformed } from './malformed'

/** What a request may send to a list, a count or a bulk operation; nothing in it has been checked. */
export type Question = { where?: unknown; sort?: unknown }

const EXACT = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
]
/** The database searches every document for each of these words separately. */
const BY_WORDS = ['like', 'not_like']
const PARTS_OF_TEXT = ['contains', ...BY_WORDS]

/** The operators for each type. The database searches for a part of a text only in texts; otherwise it fails. */
export const OPERATORS: Record<Comparable, readonly string[]> = {
  text: [...EXACT, ...PARTS_OF_TEXT],
  // A list without a title field is searched by this.
  id: [...EXACT, ...BY_WORDS],
  reference: EXACT,
  number: EXACT,
  date: EXACT,
  'yes or no': EXACT,
}
const LISTS = ['in', 'not_in', 'all']

const MOST_CONDITIONS = 100
const DEEPEST = 8
const LONGEST_TEXT = 2_000
const MOST_WORDS = 20

/**
 * Why a query cannot be answered, or null: it uses a field that is not in the list, an unknown operator, or a value
 * that the field cannot have. Only names in the list reach the database.
 */
export function questionProblem({ where, sort }: Question, fields: AskableFields): Refusal | null {
  return sortProblem(sort, fields) ?? whereProblem({ where, fields, depth: 0, counted: { conditions: 0, words: 0 } })
}

function sortProblem(sort: unknown, fields: AskableFields): Refusal | null {
  if (sort === undefined || sort === null) return null
  const orders = [sort].flat()
  if (!orders.every((order) => typeof order === 'string')) return malformed('sort')
  const paths = orders.flatMap((order) => order.split(',')).map((order) => order.trim().replace(/^-/, ''))
  const wrong = paths.find((path) => !fields.has(path))
  return wrong === undefined ? null : notAskable(wrong)
}

type Looked = { where: unknown; fields: AskableFields; depth: number; counted: Counted }
type Counted = { conditions: number; words: number }

function whereProblem({ where, fields, depth, counted }: Looked): Refusal | null {
  if (where === undefined || where === null) return null
  if (!isPlain(where) || depth > DEEPEST) return malformed('where')
  for (const [path, constraint] of Object.entries(where)) {
    if (++counted.conditions > MOST_CONDITIONS) return malformed('where')
    const problem = /^(and|or)$/i.test(path)
      ? partsProblem({ where: constraint, fields, depth, counted })
      : constraintProblem({ path, constraint, kind: fields.get(path), counted })
    if (problem) return problem
  }
  return null
}

function partsProblem({ where, ...rest }: Looked): Refusal | null {
  if (!Array.isArray(where)) return malformed('where')
  for (const part of where) {
    const problem = whereProblem({ ...rest, where: part, depth: rest.depth + 1 })
    if (problem) return problem
  }
  return null
}

function constraintProblem({
  path,
  constraint,
  kind,
  counted,
}: {
  path: string
  constraint: unknown
  kind: Comparable | undefined
  counted: Counted
}): Refusal | null {
  if (kind === undefined) return notAskable(path)
  if (!isPlain(constraint)) return malformed(`where[${path}]`)
  for (const [operator, value] of Object.entries(constraint)) {
    if (!OPERATORS[kind].includes(operator)) {
      return { key: 'request.operator', params: { operator, known: OPERATORS[kind].join(', ') } }
    }
    if (BY_WORDS.includes(operator)) counted.words += String(value).split(/\s+/).length
    if (counted.words > MOST_WORDS) return { key: 'request.too-many-words' }
    if (!isComparable({ operator, value, kind })) return { key: 'request.value', params: { field: path } }
  }
  return null
}

function isComparable({ operator, value, kind }: { operator: string; value: unknown; kind: Comparable }): boolean {
  if (operator === 'exists') return isOfKind(value, 'yes or no')
  if (PARTS_OF_TEXT.includes(operator)) return isOfKind(value, 'text')
  if (!LISTS.includes(operator)) return isNothing(value) || isOfKind(value, kind)
  const values = typeof value === 'string' ? value.split(',') : value
  return Array.isArray(values) && values.every((one) => isNothing(one) || isOfKind(one, kind))
}

/** An empty field is queried with null; in an address with the word. */
function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || value === 'null'
}

function isOfKind(value: unknown, kind: Comparable): boolean {
  switch (kind) {
    case 'text':
    case 'id':
    case 'reference':
      return (
        (typeof value === 'string' && value.length <= LONGEST_TEXT && !value.includes('\0')) ||
        typeof value === 'number' ||
        typeof value === 'boolean'
      )
    case 'number':
      return (typeof value === 'number' || typeof value === 'string') && Number.isFinite(Number(value))
    case 'date':
      return (
        (value instanceof Date || typeof value === 'string' || typeof value === 'number') &&
        !Number.isNaN(new Date(value).getTime())
      )
    case 'yes or no':
      return typeof value === 'boolean' || value === 'true' || value === 'false'
    default: {
      const never: never = kind
      return never
    }
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

function notAskable(field: string): Refusal {
  return { key: 'request.field', params: { field: field.slice(0, 100) } }
}
