import { describe, expect, it } from 'vitest'
import { percent, target, targetTable } from '@/scripts/bench/target'

describe('the report on the targets', () => {
  it('says ok if the figure reaches the target and SHORT if it does not', () => {
    const table = targetTable([
      target({ what: 'Faster', measured: 4, least: 4 }),
      target({ what: 'Found', measured: 0.94, least: 0.95, show: percent, note: '47 of 50' }),
      target({ what: 'Growth', measured: 2.5, most: 2.4 }),
    ])
    expect(table.split('\n')).toEqual([
      '| What   | Promised | Measured          |       |',
      '|--------|----------|-------------------|-------|',
      '| Faster | ≥ 4.00   | 4.00              | ok    |',
      '| Found  | ≥ 95.0 % | 94.0 % (47 of 50) | SHORT |',
      '| Growth | ≤ 2.40   | 2.50              | SHORT |',
    ])
  })

  it('never says ok for what could not be measured', () => {
    expect(target({ what: 'Growth', measured: Number.NaN, most: 2.4 }).isMet).toBe(false)
  })
})
