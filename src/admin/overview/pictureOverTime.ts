import type { Step } from '@/domain/followedOverTime'

/** What a country followed and published, and the releases of the common framework, each with its moment (ISO 8601). */
export type Moment = { version: string; at: string }
export type CountryLine = { name: string; steps: readonly Step[]; published: readonly Moment[] }

/** One stretch of a line: a release that the country followed, while it was the newest one or no longer. */
export type Stretch = { from: number; to: number; version: string; isNewest: boolean; isLabelled: boolean }
export type PictureLine = { name: string; stretches: Stretch[]; dots: { x: number; version: string }[] }

/** Where the text of a label stands: a label at an end of the picture stands inside it. */
export type Anchor = 'start' | 'middle' | 'end'

/** A release of the common framework; its number and its day are null where they would stand on those of the one before. */
export type Tick = { x: number; version: string; at: string; number: Anchor | null; day: Anchor | null }

export type Picture = { lines: PictureLine[]; ticks: Tick[]; from: string; to: string }

/** The room that a day below the picture takes, and a number in it. */
const DAY_WIDTH = 84
const NUMBER_WIDTH = 30

/**
 * Returns where everything stands in a picture of this width, from the first moment to today. `common` are the releases of
 * the common framework that hold, oldest first.
 */
export function pictureOverTime({
  lines,
  common,
  today,
  width,
}: {
  lines: readonly CountryLine[]
  common: readonly Moment[]
  /** ISO 8601. */
  today: string
  width: number
}): Picture {
  const moments = [...common.map(({ at }) => at), ...lines.flatMap(({ steps }) => steps.map(({ at }) => at))]
  const from = moments.toSorted()[0] ?? today
  const [first, last] = [Date.parse(from), Math.max(Date.parse(today), Date.parse(from) + 1)]
  const x = (at: string) =>
    Math.round((Math.min(Math.max(Date.parse(at), first), last) - first) * (width / (last - first)))
  return {
    lines: lines.map((line) => pictureLine({ line, common, today, x })),
    ticks: ticksOf({ common, x, width }),
    from,
    to: today,
  }
}

type OnScale = (at: string) => number

function pictureLine({
  line: { name, steps, published },
  common,
  today,
  x,
}: {
  line: CountryLine
  common: readonly Moment[]
  today: string
  x: OnScale
}): PictureLine {
  const stretches = steps.flatMap(({ at, version }, index): Stretch[] => {
    const end = steps[index + 1]?.at ?? today
    const place = common.findIndex((one) => one.version === version)
    const newer = place < 0 ? undefined : common[place + 1]?.at
    // From the next release on it is no longer the newest.
    const turns = [at, newer !== undefined && newer > at && newer < end ? newer : end, end]
    const isNewestFirst = newer === undefined ? place >= 0 : newer > at
    const isLabelled = x(end) - x(at) >= NUMBER_WIDTH
    return [
      { from: x(at), to: x(turns[1] ?? end), version, isNewest: isNewestFirst, isLabelled },
      { from: x(turns[1] ?? end), to: x(end), version, isNewest: false, isLabelled: false },
    ].filter((one, part) => one.to > one.from || (part === 0 && at === end))
  })
  return { name, stretches, dots: published.map(({ at, version }) => ({ x: x(at), version })) }
}

function ticksOf({ common, x, width }: { common: readonly Moment[]; x: OnScale; width: number }): Tick[] {
  const [number, day] = [labels({ room: NUMBER_WIDTH, width }), labels({ room: DAY_WIDTH, width })]
  return common.map(({ at, version }) => {
    const place = x(at)
    return { x: place, version, at, number: number(place), day: day(place) }
  })
}

/** Places labels that need this much room, from left to right: where it is taken there is none. */
function labels({ room, width }: { room: number; width: number }): (x: number) => Anchor | null {
  let taken = Number.NEGATIVE_INFINITY
  return (x) => {
    const anchor = x < room / 2 ? 'start' : x > width - room / 2 ? 'end' : 'middle'
    const left = { start: x, middle: x - room / 2, end: x - room }[anchor]
    if (left < taken) return null
    taken = left + room
    return anchor
  }
}
