import type { FlattenedField, SanitizedCollectionConfig } from 'payload'

/**
 * The type of the value that a field is compared with; `reference` names another document, `id` the document itself.
 */
export type Comparable = 'text' | 'id' | 'reference' | 'number' | 'date' | 'yes or no'

/** The fields for searches and sort orders: full paths, and the type that each is compared with. */
export type AskableFields = ReadonlyMap<string, Comparable>

type Asked = Pick<SanitizedCollectionConfig, 'flattenedFields' | 'versions'>

/**
 * The fields of a collection that everybody who reads its documents can read, and those of a revision if it keeps
 * revisions. Fields that are hidden or have their own read rule are not included, because the order of an answer, or
 * its existence, would reveal their values. Nor are fields behind a relation or inside stored JSON.
 */
export function askableFields({ flattenedFields, versions }: Asked, locales: readonly string[]): AskableFields {
  const paths: [string, Comparable][] = [['id', 'id'], ...pathsOf({ fields: flattenedFields, locales, before: '' })]
  if (!versions) return new Map(paths)
  return new Map([
    ...paths,
    ...OF_VERSIONS,
    ...paths.map(([path, kind]): [string, Comparable] => [`version.${path}`, kind]),
  ])
}

const OF_VERSIONS: [string, Comparable][] = [
  ['parent', 'reference'],
  ['latest', 'yes or no'],
]

type Paths = { fields: FlattenedField[]; locales: readonly string[]; before: string }

function pathsOf({ fields, locales, before }: Paths): [string, Comparable][] {
  return fields.flatMap((field): [string, Comparable][] => {
    if (isHidden(field)) return []
    const path = `${before}${field.name}`
    if (field.type === 'group' || field.type === 'tab' || field.type === 'array') {
      return pathsOf({ fields: field.flattenedFields, locales, before: `${path}.` })
    }
    const kind = KINDS[field.type]
    if (!kind) return []
    const localized = 'localized' in field && field.localized ? locales : []
    return [path, ...localized.map((locale) => `${path}.${locale}`)].map((one) => [one, kind])
  })
}

function isHidden(field: FlattenedField): boolean {
  const isVirtual = 'virtual' in field && Boolean(field.virtual)
  return isVirtual || ('hidden' in field && Boolean(field.hidden)) || Boolean(field.access?.read)
}

const KINDS: Partial<Record<FlattenedField['type'], Comparable>> = {
  checkbox: 'yes or no',
  date: 'date',
  email: 'text',
  number: 'number',
  radio: 'text',
  relationship: 'reference',
  select: 'text',
  text: 'text',
  textarea: 'text',
  upload: 'reference',
}
