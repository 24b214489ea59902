import { LRUCache } from 'lru-cache'

/**
 * A query by id for values that never change: a value that was read before is not read again. `most` is in characters
 * of JSON. Ids without a value are left out; callers must not change what they get.
 */
export function knownById<Value extends object>({ most }: { most: number }) {
  const known = new LRUCache<string, Value>({
    maxSize: most,
    sizeCalculation: (value) => JSON.stringify(value).length,
  })
  return async (
    ids: readonly string[],
    /** Reads the values of ids that are not known. */
    read: (unknown: string[]) => Promise<readonly (readonly [id: string, value: Value])[]>,
  ): Promise<Map<string, Value>> => {
    const values = new Map<string, Value>()
    const unknown = new Set<string>()
    for (const id of ids) {
      const value = known.get(id)
      if (value) values.set(id, value)
      else unknown.add(id)
    }
    if (unknown.size === 0) return values
    for (const [id, value] of await read([...unknown])) {
      known.set(id, value)
      values.set(id, value)
    }
    return values
  }
}
