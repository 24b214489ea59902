/** A list with a React key for each entry: its place, since what is made here is rendered once and never reordered. */
export function keyed<T>(list: readonly T[]): { key: string; one: T; index: number }[] {
  return list.map((one, index) => ({ key: `${index}`, one, index }))
}
