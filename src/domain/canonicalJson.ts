import canonicalize from 'canonicalize'

/**
 * The one spelling of a JSON value (RFC 8785): keys in order, no white space. Two values that are equal have equal
 * strings, and so equal hashes. Values that JSON does not have (undefined at the top, functions) throw.
 */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value)
  if (json === undefined) throw new TypeError('canonicalJson: not a JSON value')
  return json
}

/** Are two JSON values the same, whatever the order of their keys? */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b
  return canonicalJson(a) === canonicalJson(b)
}
