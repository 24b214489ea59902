import { describe, expect, it } from 'vitest'
import { type Moment, pictureOverTime } from '@/admin/overview/pictureOverTime'

const COMMON: Moment[] = [
  { version: '1.0', at: '2026-01-01' },
  { version: '2.0', at: '2026-02-20' },
]
const picture = (steps: Moment[], published: Moment[] = []) =>
  pictureOverTime({ lines: [{ name: 'Ireland', steps, published }], common: COMMON, today: '2026-04-11', width: 100 })

describe('the picture of who stood where', () => {
  it('begins with the first release and ends today', () => {
    const { ticks, from, to } = picture([{ version: '1.0', at: '2026-01-01' }])
    expect([from, to]).toEqual(['2026-01-01', '2026-04-11'])
    expect(ticks.map(({ x, version }) => [x, version])).toEqual([
      [0, '1.0'],
      [50, '2.0'],
    ])
  })

  it('draws a release as the newest until the next one is published, and then otherwise', () => {
    const { lines } = picture([
      { version: '1.0', at: '2026-01-11' },
      { version: '2.0', at: '2026-03-12' },
    ])
    expect(lines[0]?.stretches.map(({ from, to, version, isNewest }) => [from, to, version, isNewest])).toEqual([
      [10, 50, '1.0', true],
      [50, 70, '1.0', false],
      [70, 100, '2.0', true],
    ])
  })

  it('draws a release that was old when the country began with it as old', () => {
    const { lines } = picture([{ version: '1.0', at: '2026-03-12' }])
    expect(lines[0]?.stretches.map(({ from, to, isNewest }) => [from, to, isNewest])).toEqual([[70, 100, false]])
  })

  it('leaves out numbers and days that would stand on others', () => {
    const { lines, ticks } = picture([
      { version: '1.0', at: '2026-01-01' },
      { version: '2.0', at: '2026-04-09' },
    ])
    expect(lines[0]?.stretches.at(-1)?.isLabelled).toBe(false)
    expect(ticks.map(({ day, number }) => [day, number])).toEqual([
      ['start', 'start'],
      [null, 'middle'],
    ])
  })

  it('has no day that reaches into another, also at the end, where the day stands before its mark', () => {
    const ticksOn = (...days: number[]) => {
      const common = days.map((day) => ({ version: `${day}`, at: new Date(day * 86_400_000).toISOString() }))
      const today = new Date(600 * 86_400_000).toISOString()
      return pictureOverTime({ lines: [], common, today, width: 600 }).ticks.map(({ day }) => day)
    }
    expect(ticksOn(0, 510, 600)).toEqual(['start', 'middle', null])
    expect(ticksOn(0, 100, 200)).toEqual(['start', null, 'middle'])
    expect(ticksOn(0, 470, 600)).toEqual(['start', 'middle', 'end'])
  })

  it('has a dot for each release of the country', () => {
    const { lines } = picture([{ version: '1.0', at: '2026-01-01' }], [{ version: '1.0', at: '2026-02-20' }])
    expect(lines[0]?.dots).toEqual([{ x: 50, version: '1.0' }])
  })

  it('can be drawn on the day of the first release', () => {
    const day = '2026-01-01'
    const steps = [{ version: '1.0', at: day }]
    const { lines } = pictureOverTime({
      lines: [{ name: 'Ireland', steps, published: [] }],
      common: [{ version: '1.0', at: day }],
      today: day,
      width: 100,
    })
    expect(lines[0]?.stretches).toMatchObject([{ from: 0, version: '1.0' }])
  })
})
