import { commonEnds } from '@/domain/alignment/commonEnds'

/** Enough context to recognise the place. */
const AROUND = 80
const MOST = 600

/** The range in which two texts differ, from their first different letter to the last, with some context. */
export function differingStretch({ found, expected }: { found: string; expected: string }): string {
  const { head, tail } = commonEnds(found, expected)
  const cut = (value: string): string => {
    const end = value.length - tail
    const differing = value.slice(head, end)
    const half = MOST / 2
    const shown = differing.length > MOST ? `${differing.slice(0, half)} ⋯ ${differing.slice(-half)}` : differing
    return JSON.stringify(`${value.slice(Math.max(0, head - AROUND), head)}⟦${shown}⟧${value.slice(end, end + AROUND)}`)
  }
  return `  is:        ${cut(found)}\n  should be: ${cut(expected)}`
}
