/** Where two sequences have the same: the index in one, that in the other, and for how many items (1, if it is not given). */
export type Meeting = { at: number; place: number; length?: number }

/** The stretches before, between and after the places where two sequences meet, in order. `end` has the lengths of both. O(n). */
export function gapsBetween(meetings: readonly Meeting[], end: Meeting): { from: Meeting; to: Meeting }[] {
  let from: Meeting = { at: 0, place: 0 }
  return [...meetings, end].map((to) => {
    const gap = { from, to }
    const { at, place, length = 1 } = to
    from = { at: at + length, place: place + length }
    return gap
  })
}
