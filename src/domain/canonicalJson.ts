import canonicalize from 'canonicalize'

/**
 * Returns the canonical form of a JSON value (RFC 8785): keys in order, no white space. Equal values have equal
 * strings, and so equal hashes. Throws on values that JSON does not have (undefined at the top, functions).
 */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value)
  if (json === undefined) throw new TypeError('canonicalJson: not a JSON value')
  return json
}

/** Are two JSON values equal? The order of keys does not count. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b
  return canonicalJson(a) === canonicalJson(b)
}
