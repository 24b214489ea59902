/**
 * The index of the parent of each entry of an outline: the nearest entry before it with a smaller depth; -1 at the top. Depths may
 * begin anywhere and skip steps. O(n).
 */
export function parentsByDepth(depths: readonly number[]): number[] {
  const open: number[] = []
  return depths.map((depth, index) => {
    while (open.length > 0 && (depths[open.at(-1) ?? 0] ?? 0) >= depth) open.pop()
    const parent = open.at(-1) ?? -1
    open.push(index)
    return parent
  })
}
