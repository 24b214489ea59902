/**
 * The place of each key that occurs exactly once, in the order of the places; null is no key. Keys that occur once on either side
 * are the anchors of patience diff (Bram Cohen, 2008). O(n).
 */
export function uniqueKeys<Key extends string | number>(keys: Iterable<Key | null>): Map<Key, number> {
  const places = new Map<Key, number>()
  const repeated = new Set<Key>()
  let place = 0
  for (const key of keys) {
    if (key !== null) {
      if (places.has(key)) repeated.add(key)
      else places.set(key, place)
    }
    place++
  }
  for (const key of repeated) places.delete(key)
  return places
}
