import { expect, test } from 'vitest'
import { daysAgo } from '@/scripts/demo/daysAgo'

const DAY = 24 * 60 * 60 * 1000

test('the sample does its work on an earlier day, on which the clock goes on, and the time is right again after it', async () => {
  const RealDate = globalThis.Date
  const start = RealDate.now()
  const seen = await daysAgo(10, async () => {
    const first = new Date()
    await new Promise((resolve) => setTimeout(resolve, 20))
    return {
      first,
      later: new Date(),
      byNow: Date.now(),
      isDate: first instanceof Date,
      fixed: new Date(0).toISOString(),
    }
  })
  expect(seen.first.getTime()).toBeGreaterThanOrEqual(start - 10 * DAY)
  expect(seen.later.getTime()).toBeGreaterThan(seen.first.getTime())
  expect(seen.byNow).toBeLessThanOrEqual(RealDate.now() - 10 * DAY)
  expect(seen).toMatchObject({ isDate: true, fixed: '1970-01-01T00:00:00.000Z' })
  expect(seen.first).toBeInstanceOf(RealDate)
  const failing = daysAgo(10, () => Promise.reject(new Error('It failed')))
  await expect(failing).rejects.toThrow('It failed')
  expect(globalThis.Date).toBe(RealDate)
})
