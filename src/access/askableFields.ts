import type { FlattenedField, SanitizedCollectionConfig } from 'payload'

/** What a value that a field is compared with must be; a reference names another document, an id its own. */
export type Comparable = 'text' | 'id' | 'reference' | 'number' | 'date' | 'yes or no'

/** What may be searched and sorted by: full paths, and what each is compared with. */
export type AskableFields = ReadonlyMap<string, Comparable>

type Asked = Pick<SanitizedCollectionConfig, 'flattenedFields' | 'versions'>

/**
 * The fields of a collection that everybody reads who reads its documents, and, where it keeps revisions, those of a
 * revision. A field that is hidden, or that has a rule of its own for reading, is none of them: the order of an answer,
 * or that there is one, would tell what is in it. Nor is what lies behind a relation or within stored JSON.
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
