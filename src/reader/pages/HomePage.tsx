import { LANGUAGES, type Language } from '@/domain/language'
import { homePath } from '@/domain/siteAddress'
import { SignIcon } from '@/icons/SignIcon'
import { longDate, shortDate } from '@/messages/dates'
import { translatorFor } from '@/messages/translate'
import { ENDONYMS } from '../endonyms'
import { PageFrame } from '../frame/PageFrame'
import { SaidWords } from '../frame/SaidWords'
import type { CountryRow, HomeView, ToolkitView } from '../homeView'
import type { LanguageLink } from '../versionView'

/** The start page: toolkits, and for each the countries that have a version of it. */
export function HomePage({ view }: { view: HomeView }) {
  const { language, toolkits } = view
  const say = translatorFor(language)
  const [only, ...others] = toolkits
  const single = only && others.length === 0 ? only : undefined
  const name = single ? <SaidWords said={single.title} /> : say('reader.site-name')
  return (
    <PageFrame
      language={language}
      title={single ? single.title.value : say('reader.home-title')}
      name={name}
      sample={toolkits.some(({ toolkit }) => toolkit.sample)}
      languages={LANGUAGES.map((other) => ({ language: other, href: homePath(other), current: other === language }))}
    >
      <div className="stack-l">
        <div className="hero">
          <div className="stack">
            <h1>{single ? <SaidWords said={single.title} /> : say('reader.home-title')}</h1>
            <p className="lead">
              {single?.description ? <SaidWords said={single.description} /> : say('reader.home-lead')}
            </p>
          </div>
          <CountrySketch language={language} codes={toolkits.flatMap((one) => one.countries.map(({ code }) => code))} />
        </div>
        {toolkits.length === 0 && <p>{say('reader.home-nothing')}</p>}
        {single ? (
          <ToolkitParts view={single} language={language} level={2} anchor="countries" />
        ) : (
          toolkits.map((one, index) => (
            <section className="stack-m" key={one.toolkit.id} id={index === 0 ? 'countries' : undefined}>
              <div className="stack">
                <h2>
                  <SaidWords said={one.title} />
                </h2>
                {one.description && (
                  <p className="lead">
                    <SaidWords said={one.description} />
                  </p>
                )}
              </div>
              <ToolkitParts view={one} language={language} level={3} />
            </section>
          ))
        )}
      </div>
    </PageFrame>
  )
}

function ToolkitParts({
  view,
  language,
  level,
  anchor,
}: {
  view: ToolkitView
  language: Language
  level: 2 | 3
  anchor?: string
}) {
  const say = translatorFor(language)
  const Heading = level === 2 ? 'h2' : 'h3'
  const RowHeading = level === 2 ? 'h3' : 'h4'
  const { apart, countries, common, commonWithdrawn, steps } = view
  return (
    <>
      <section id={anchor}>
        {countries.length > 0 && (
          <>
            <Heading>{say('reader.home-choose')}</Heading>
            <ul className="rows">
              {countries.map((row) => (
                <li className="country" key={row.code}>
                  <RowHeading className="row-name">
                    <a href={row.href}>{row.name}</a>
                  </RowHeading>
                  <CountryDetails row={row} language={language} />
                </li>
              ))}
            </ul>
          </>
        )}
        {apart.length > 0 && <p>{say('reader.home-apart', { names: new Intl.ListFormat(language).format(apart) })}</p>}
        {common && (
          <p className="small muted">
            {say('reader.home-no-country')} <a href={common.href}>{say('reader.home-use-common')}</a>.{' '}
            {say('reader.home-use-common-note')}
          </p>
        )}
      </section>
      {steps.length > 0 && (
        <section>
          <Heading>{say('reader.home-steps')}</Heading>
          <ul className="cols c3 plain-list">
            {steps.map(({ stage, href }) => (
              <li key={stage}>
                <a className="step" href={href}>
                  {say(`words.stage.${stage}`)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {common && (
        <section className="stack">
          <Heading>{say('words.country.master')}</Heading>
          <p>
            {say('reader.home-common')} <strong>{say('reader.release', { version: common.release.version })}</strong>,{' '}
            {longDate(common.release.publishedAt, language)}.
          </p>
          <div className="tools">
            <a href={common.href}>{say('reader.home-read', { version: common.release.version })}</a>
            {common.changes && (
              <a href={common.changes.href}>{say('reader.changes-link', { since: common.changes.since })}</a>
            )}
            <LinksIn languages={common.languages} place={say('words.country.master')} language={language} />
          </div>
        </section>
      )}
      {commonWithdrawn && (
        <section className="stack">
          <Heading>{say('words.country.master')}</Heading>
          <p>
            {say('reader.home-none-in-use', {
              version: commonWithdrawn.withdrawal.version,
              date: longDate(commonWithdrawn.withdrawal.publishedAt, language),
            })}{' '}
            <a href={commonWithdrawn.href}>{say('reader.home-why-withdrawn')}</a>
          </p>
        </section>
      )}
    </>
  )
}

function CountryDetails({ row, language }: { row: CountryRow; language: Language }) {
  const say = translatorFor(language)
  const { follows, release } = row
  const base = release.baseline?.version ?? ''
  return (
    <>
      <LinksIn languages={row.languages} place={row.name} language={language} />
      <p className="small">
        <span className="nowrap">{say('reader.release', { version: release.version })}</span>
        <br />
        <span className="muted nowrap">{shortDate(release.publishedAt, language)}</span>
      </p>
      <p className="small plain">
        {follows.is !== 'none-in-use' && (
          <SignIcon
            sign={
              follows.is === 'newest' ? 'tick' : follows.is === 'behind' && follows.releases === 1 ? 'clock' : 'warning'
            }
          />
        )}
        <span>
          {follows.is === 'newest' && say('reader.home-follows-newest', { version: base })}
          {follows.is === 'behind' &&
            say('reader.home-behind', { count: follows.releases, version: base, newest: follows.newest })}
          {follows.is === 'base-withdrawn' &&
            (follows.newest
              ? say('reader.home-base-withdrawn-newer', { version: base, newest: follows.newest })
              : say('reader.home-base-withdrawn', { version: base }))}
          {follows.is === 'none-in-use' && say('reader.home-follows', { version: base })}
          {follows.is === 'withdrawn' && say('reader.home-withdrawn')}
        </span>
      </p>
    </>
  )
}

/** Languages by their own names. The hidden name of the country distinguishes links that look the same. */
function LinksIn({ languages, place, language }: { languages: LanguageLink[]; place: string; language: Language }) {
  return (
    <ul className="langs">
      {languages.map((link) => (
        <li key={link.language}>
          <a lang={link.language} hrefLang={link.language} href={link.href}>
            {ENDONYMS[link.language]}
            <span className="vh" lang={language}>
              , {place}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The pilot countries on a chart of tiles: row and column, roughly. */
const TILES: (readonly [code: string, label: string] | null)[] = [
  ['ie', 'IE'],
  ['gb', 'UK'],
  null,
  null,
  null,
  null,
  null,
  ['fr', 'FR'],
  ['ch', 'CH'],
  null,
  null,
  ['es', 'ES'],
  null,
  ['it', 'IT'],
  null,
  null,
  null,
  null,
  null,
  ['cy', 'CY'],
]

function CountrySketch({ language, codes }: { language: Language; codes: string[] }) {
  const there = new Set(codes)
  // With one or two countries a chart shows nothing that the list does not.
  if (TILES.filter((tile) => tile && there.has(tile[0])).length < 3) return null
  return (
    <div className="tiles" role="img" aria-label={translatorFor(language)('reader.home-map')}>
      {TILES.map((tile, place) =>
        tile && there.has(tile[0]) ? <b key={tile[0]}>{tile[1]}</b> : <span key={String(place)} />,
      )}
    </div>
  )
}
