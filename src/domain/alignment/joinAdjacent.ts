/** The items in their order, with one in place of two neighbours that belong together; `join` gives null where they do not. O(n). */
export function joinAdjacent<Item>(items: Iterable<Item>, join: (last: Item, item: Item) => Item | null): Item[] {
  const joined: Item[] = []
  for (const item of items) {
    const last = joined.at(-1)
    const one = last === undefined ? null : join(last, item)
    if (one === null) joined.push(item)
    else joined[joined.length - 1] = one
  }
  return joined
}
