import type { Step } from '@/domain/followedOverTime'

/** What a country followed and published, and the releases of the common framework, each with its moment (ISO 8601). */
export type Moment = { version: string; at: string }
export type CountryLine = { name: string; steps: readonly Step[]; published: readonly Moment[] }

/** One stretch of a line: a release that the country followed, while it was the newest one or no longer. */
export type Stretch = { from: number; to: number; version: string; isNewest: boolean; isLabelled: boolean }
export type PictureLine = { name: string; stretches: Stretch[]; dots: { x: number; version: string }[] }

/** A release of the common framework; its day is left out where it would stand on that of the one before. */
export type Tick = { x: number; version: string; at: string; isDated: boolean; isLabelled: boolean }

export type Picture = { lines: PictureLine[]; ticks: Tick[]; from: string; to: string }

/** The least distance between two days below the picture, and between two numbers in it. */
const DAY_APART = 84
const NUMBER_APART = 30

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
    ticks: ticksOf(common, x),
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
    const isLabelled = x(end) - x(at) >= NUMBER_APART
    return [
      { from: x(at), to: x(turns[1] ?? end), version, isNewest: isNewestFirst, isLabelled },
      { from: x(turns[1] ?? end), to: x(end), version, isNewest: false, isLabelled: false },
    ].filter((one, part) => one.to > one.from || (part === 0 && at === end))
  })
  return { name, stretches, dots: published.map(({ at, version }) => ({ x: x(at), version })) }
}

function ticksOf(common: readonly Moment[], x: OnScale): Tick[] {
  let [lastDay, lastNumber] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  return common.map(({ at, version }) => {
    const place = x(at)
    const isDated = place - lastDay >= DAY_APART
    const isLabelled = place - lastNumber >= NUMBER_APART
    if (isDated) lastDay = place
    if (isLabelled) lastNumber = place
    return { x: place, version, at, isDated, isLabelled }
  })
}
