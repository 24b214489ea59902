import { APIError, type CollectionBeforeOperationHook, type SanitizedCollectionConfig } from 'payload'

/**
 * A search or an order asks about the documents themselves, never about what they point to: `where[updatedBy.email]` and
 * `sort=updatedBy.hash` would tell, yes or no at a time, what the person may not read. Payload checks such paths, but not
 * all of them: an order by a field of a related document, and a search nested in `contains`, get through (3.90.2).
 */
export const refuseQueriesThroughRelationsBeforeOperation: CollectionBeforeOperationHook = ({ args, collection }) => {
  if ('overrideAccess' in args && args.overrideAccess) return args
  const relations = relationsOf(collection)
  const { sort = [], where }: { sort?: unknown; where?: unknown } = Object(args)
  const orders = [sort].flat().flatMap((order) => String(order).split(','))
  if ([...orders, ...pathsOf(where)].some((path) => leadsOn(path, relations)) || nests(where)) {
    throw new APIError('Ask about the documents themselves, not about those that they point to.', 400, undefined, true)
  }
  return args
}

function relationsOf({ flattenedFields }: SanitizedCollectionConfig): string[] {
  return flattenedFields.flatMap(({ name, type }) => (type === 'relationship' || type === 'upload' ? [name] : []))
}

/** Does this path go on behind a relation? Its id is what the document itself says. */
function leadsOn(path: string, relations: string[]): boolean {
  const segments = path.trim().replace(/^-/, '').replaceAll('__', '.').split('.')
  const [name = '', next] = segments[0] === 'version' ? segments.slice(1) : segments
  return relations.includes(name) && next !== undefined && next !== 'id'
}

/** Every key at every depth: names of fields, `and`, `or` and operators. */
function pathsOf(where: unknown): string[] {
  if (Array.isArray(where)) return where.flatMap(pathsOf)
  if (typeof where !== 'object' || where === null) return []
  return Object.entries(where).flatMap(([path, value]) => [path, ...pathsOf(value)])
}

/** Is there a query in the place of a value, as in `contributors: { contains: { email: … } }`? */
function nests(where: unknown): boolean {
  if (Array.isArray(where)) return where.some(nests)
  if (typeof where !== 'object' || where === null) return false
  return Object.values(where).some((constraint) => {
    if (Array.isArray(constraint)) return constraint.some(nests)
    if (typeof constraint !== 'object' || constraint === null) return false
    return Object.values(constraint).some((value) => [value].flat().some((one) => isPlain(one)))
  })
}

function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof Date)
}
