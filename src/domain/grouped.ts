/** Groups values by key, in their order; the groups are in the order of their first value. (Node 21: `Map.groupBy`.) */
export function grouped<Key, Value>(values: Iterable<Value>, keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>()
  for (const value of values) {
    const key = keyOf(value)
    const known = groups.get(key)
    if (known) known.push(value)
    else groups.set(key, [value])
  }
  return groups
}

/** Returns the value of a key, which gets an empty one if it has none. */
export function valueIn<Key, Value>(values: Map<Key, Value>, key: Key, empty: () => Value): Value {
  const value = values.get(key) ?? empty()
  values.set(key, value)
  return value
}
