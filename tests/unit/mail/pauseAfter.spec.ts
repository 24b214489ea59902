import { expect, it } from 'vitest'
import { pauseAfter } from '@/mail/pauseAfter'

const MINUTE = 60_000

it('the pauses between tries grow from a minute to two hours', () => {
  const pauses = [1, 2, 3, 7, 8, 9, 100].map((tries) => pauseAfter({ tries, firstPauseMs: MINUTE }) / MINUTE)
  expect(pauses).toEqual([1, 2, 4, 64, 120, 120, 120])
})
