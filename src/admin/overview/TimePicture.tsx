import { withdrawalOf } from '@/domain/standing'
import { shortDate } from '@/messages/dates'
import type { Overview } from '@/stored/overview'
import { FoldBody, FoldCell, FoldRow, FoldTable } from '../words/FoldTable'
import type { NamedOverview, Place } from './overviewPlace'
import { type CountryLine, type Moment, type Picture, pictureOverTime } from './pictureOverTime'

const NAMES = 132
const WIDTH = 600
const ROW = 34
const TOP = 26
const BOTTOM = 26

/** One line a country: which release of the common framework it followed when, and the same as a table. */
export function TimePicture({
  place: { language, say },
  countries,
  overview,
  now,
}: {
  place: Place
  countries: readonly NamedOverview[]
  overview: Pick<Overview, 'heads'>
  /** ISO 8601. */
  now: string
}) {
  if (countries.length === 0) return null
  const common = overview.heads
    .filter((one) => one.kind === 'release' && !withdrawalOf(one, overview.heads))
    .map(({ publishedAt, version }): Moment => ({ at: publishedAt, version }))
    .toReversed()
  const lines = countries.map(({ name, releases, steps }): CountryLine => {
    const published = releases.filter(({ kind }) => kind === 'release').toReversed()
    return { name, steps, published: published.map(({ publishedAt, version }) => ({ at: publishedAt, version })) }
  })
  const picture = pictureOverTime({ lines, common, today: now, width: WIDTH })
  const heads = {
    country: say('overview.changes.country'),
    followed: say('overview.time.followed'),
    published: say('overview.time.published'),
  }
  return (
    <section className="stack" aria-labelledby="over-time">
      <h2 id="over-time">{say('overview.time.title')}</h2>
      <p className="muted">{say('overview.time.what')}</p>
      {/* The keyboard must be able to reach a region that scrolls sideways. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className="tscroll" aria-label={say('overview.time.title')} tabIndex={0}>
        <Drawing picture={picture} name={say('overview.time.picture')} dayOf={(at) => shortDate(at, language)} />
      </section>
      <details>
        <summary>{say('overview.time.table')}</summary>
        <FoldTable name={{ labelledBy: 'over-time' }} headings={Object.values(heads)}>
          <FoldBody>
            {lines.map(({ name, published, steps }) => (
              <FoldRow key={name} head={name}>
                <FoldCell heading={heads.followed}>
                  <Moments
                    all={steps}
                    sayOne={({ at, version }) => say('overview.time.since', { version, date: shortDate(at, language) })}
                  />
                </FoldCell>
                <FoldCell heading={heads.published} hide={published.length > 0 ? undefined : 'empty'}>
                  <Moments
                    all={published}
                    sayOne={({ at, version }) => say('overview.time.on', { version, date: shortDate(at, language) })}
                  />
                </FoldCell>
              </FoldRow>
            ))}
          </FoldBody>
        </FoldTable>
      </details>
    </section>
  )
}

function Moments({ all, sayOne }: { all: readonly Moment[]; sayOne: (one: Moment) => string }) {
  if (all.length === 0) return <span className="muted">–</span>
  return (
    <ul className="plain-list">
      {all.map((one) => (
        <li key={`${one.version} ${one.at}`}>{sayOne(one)}</li>
      ))}
    </ul>
  )
}

function Drawing({ picture, name, dayOf }: { picture: Picture; name: string; dayOf: (at: string) => string }) {
  const bottom = TOP + picture.lines.length * ROW
  const end = WIDTH - 1
  return (
    <svg
      className="over-time"
      viewBox={`0 0 ${NAMES + WIDTH + 24} ${bottom + BOTTOM}`}
      role="img"
      aria-label={name}
      fontSize="12"
    >
      {picture.ticks.map(({ x, version, at, number, day }) => (
        <g key={version}>
          <path className="tick" d={`M${NAMES + x} ${TOP - 6}V${bottom}`} />
          {number ? (
            <text x={NAMES + x} y={TOP - 11} textAnchor={number}>
              {version}
            </text>
          ) : null}
          {day ? (
            <text x={NAMES + x} y={bottom + 17} textAnchor={day}>
              {dayOf(at)}
            </text>
          ) : null}
        </g>
      ))}
      {picture.lines.map((line, index) => {
        const y = TOP + index * ROW + ROW / 2 + 4
        return (
          <g key={line.name}>
            <text x={0} y={y + 4}>
              {line.name.length > 20 ? `${line.name.slice(0, 19)}…` : line.name}
            </text>
            {line.stretches.map(({ from, to, version, isLabelled, isNewest }) => (
              <g key={`${from} ${version}`}>
                <path
                  className={isNewest ? 'line newest' : 'line'}
                  d={`M${NAMES + from} ${y}H${NAMES + Math.max(from + 1, Math.min(to, end))}`}
                />
                <path className="line" d={`M${NAMES + from} ${y - 5}V${y + 5}`} />
                {isLabelled ? (
                  <text x={NAMES + from + 3} y={y - 7}>
                    {version}
                  </text>
                ) : null}
              </g>
            ))}
            {line.dots.map(({ x, version }) => (
              <circle key={version} className="dot" cx={NAMES + x} cy={y} r="4.5" />
            ))}
          </g>
        )
      })}
    </svg>
  )
}
