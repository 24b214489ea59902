/** A list with a React key for each entry: its index, because these lists are rendered once and never reordered. */
export function keyed<T>(list: readonly T[]): { key: string; one: T; index: number }[] {
  return list.map((one, index) => ({ key: `${index}`, one, index }))
}
