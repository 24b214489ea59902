import { translatorFor } from '@/messages/translate'
import { FOLDING } from '@/textView/blocks/foldingTable'
import type { OverviewView } from '../comparisonView'
import { withElsewhere } from '../frame/basisWords'
import { ModeBadge } from '../frame/ModeBadge'
import { PaperHead } from '../frame/PaperHead'
import { SaidWords } from '../frame/SaidWords'
import { StandingNote } from '../frame/StandingNote'
import { VersionFrame } from '../frame/VersionFrame'
import { pathIn, type VersionView } from '../versionView'

type Row = OverviewView['rows'][number]

/** Every section of a country's version: what was done with it, how much differs, and why. */
export function OverviewPage({ view }: { view: OverviewView }) {
  const { version, rows } = view
  const { language, words, release } = version
  const say = translatorFor(language)
  const same = rows.filter(({ difference }) => ['same', 'same-words'].includes(difference.is)).length
  return (
    <VersionFrame
      version={version}
      title={say('reader.overview-title', { country: words.name })}
      paper={<PaperHead version={version} compare />}
      crumbs={[{ href: pathIn(version), words: words.name }]}
    >
      <div className="stack">
        <h1>{say('reader.overview-title', { country: words.name })}</h1>
        <p className="meta">
          {release.baseline &&
            withElsewhere({
              basis: say('reader.compare-against', {
                country: words.name,
                version: release.version,
                base: release.baseline.version,
              }),
              baseline: release.baseline,
              say,
            })}
        </p>
        <StandingNote version={version} />
        <p className="lead">{say('reader.overview-lead', { same, other: rows.length - same })}</p>
        <div className="fold overview">
          <table {...FOLDING.table}>
            <caption className="vh">{say('reader.overview-caption')}</caption>
            <thead {...FOLDING.group}>
              <tr {...FOLDING.row}>
                {(['section', 'mode', 'differences', 'why'] as const).map((column) => (
                  <th key={column} {...FOLDING.column}>
                    {say(`reader.overview-${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody {...FOLDING.group}>
              {rows.map((row) => (
                <OverviewRow key={row.here.key} row={row} version={version} />
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </VersionFrame>
  )
}

function OverviewRow({ row: { here, why, difference }, version }: { row: Row; version: VersionView }) {
  const { language } = version
  const say = translatorFor(language)
  const compare = pathIn(version, { section: here.slug, compare: true })
  return (
    <tr {...FOLDING.row} className={here.mode === 'inherit' ? 'calm' : undefined}>
      <th {...FOLDING.name} className={`d${Math.min(here.depth, 5)}`}>
        <a href={pathIn(version, { section: here.slug })}>
          {here.number} <SaidWords said={here.title} />
        </a>
      </th>
      <td {...FOLDING.cell}>
        <ModeBadge mode={here.mode} language={language} />
      </td>
      <td {...FOLDING.cell}>
        {difference.is === 'different' && (
          <a href={compare}>
            {say('reader.overview-count', { count: difference.places })}
            <span className="vh">
              , {here.number} <SaidWords said={here.title} />
            </span>
          </a>
        )}
        {difference.is === 'same-words' && <span className="muted">{say('reader.overview-same-words')}</span>}
        {difference.is === 'not-comparable' && <span className="muted">{say('reader.overview-not-comparable')}</span>}
      </td>
      <td {...FOLDING.cell}>
        {why?.reason && <strong>{say(`words.reason.${why.reason}`)}. </strong>}
        {why?.explanation && <SaidWords said={why.explanation} />}
      </td>
    </tr>
  )
}
