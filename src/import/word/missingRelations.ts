import { childElements, markupTree } from '../markupTree'

const NOWHERE = 'no-such-relationship'

/** Does an address that mammoth found belong to a relationship that the file does not have, or not completely? */
export function leadsNowhere(address: string): boolean {
  return address.split('#')[0] === NOWHERE
}

/** The part whose relationships an entry contains; null for any other entry, and for the relationships of the package. */
export function partOfRelations(name: string): string | null {
  const part = name.replace(/(^|\/)_rels\/([^/]+)\.rels$/, '$1$2')
  return part === name ? null : part
}

/**
 * The relationships of a part, with one that leads nowhere for each that the part refers to and the file does not have:
 * mammoth fails at a picture without its relationship, and drops the address of a link. Relationships of the file follow
 * and count, because mammoth takes the last of one id. One without a target is left out: mammoth fails at it.
 * The empty target of a link is this document.
 */
export function withMissingRelations({ relations, part }: { relations: string | null; part: string }): string {
  const prefixes = new Set([...part.matchAll(PREFIX)].map(([, prefix]) => prefix))
  const references = [...part.matchAll(/\s([\w.-]+):(?:id|embed|link)\s*=\s*("[^"<&]*"|'[^'<&]*')/g)]
  const ids = new Set(references.flatMap(([, prefix, id]) => (prefixes.has(prefix) ? [id] : [])))
  const added = [...ids].map((id) => `<Relationship xmlns="${NAMESPACE}" Id=${id} Target="${NOWHERE}"/>`).join('')
  const empty = `<Relationships xmlns="${NAMESPACE}">${added}</Relationships>`
  if (relations === null) return empty
  const root = markupTree(relations)
  if (root === null) return relations
  const [first] = childElements(root)
  if (!first || first.contentStart === first.end) return empty
  const whole = childElements(first)
    .filter(({ attributes: { Target, Type = '' } }) => Target || (Target === '' && Type.endsWith('/hyperlink')))
    .map(({ contentStart, end }) => relations.slice(relations.lastIndexOf('<', contentStart - 1), end))
  return (
    relations.slice(0, first.contentStart) +
    added +
    whole.join('') +
    relations.slice(relations.lastIndexOf('</', first.end))
  )
}

/** The prefixes that a part has for references to relationships, in both forms of the format. */
const PREFIX =
  /\sxmlns:([\w.-]+)\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/officeDocument\/(?:2006\/)?relationships["']/g

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships'
