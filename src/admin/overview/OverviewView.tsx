import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { type Actor, countriesOf, hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import type { Language } from '@/domain/language'
import type { Release } from '@/domain/release'
import type { Standing } from '@/domain/standing'
import { UpdateIcon } from '@/icons/UpdateIcon'
import { longDate, shortDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import { type Country, loadCountries } from '@/stored/countries'
import { commonStanding, loadReleaseSections } from '@/stored/releases'
import { loadToolkits, type Toolkit } from '@/stored/toolkits'
import { loadVariants } from '@/stored/variants'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, visitorOf } from '../frame/visitor'
import { loadCommonState, loadVersionStates, type VersionState } from '../reading/versionState'
import { importAddress, OVERVIEW, sectionAddress, TASKS, versionAddress } from '../words/addresses'
import { byCountryName } from '../words/byCountryName'
import { FoldBody, FoldCell, FoldRow, FoldTable } from '../words/FoldTable'
import { EditionStatus, ModeStatus, Pill, Status } from '../words/Status'
import { standsElsewhere } from '../words/standsElsewhere'
import { toolkitTitle } from '../words/titles'
import { type CountryColumn, countryColumn, type MatrixRow, matrixRows } from './countryRows'
import { firstShown } from './firstShown'
import { ModeCounts } from './ModeCounts'
import { StartVersion } from './StartVersion'

/** `/admin/overview`: every country and every section of a toolkit at a glance, for those who manage all of them. */
export async function OverviewView(view: AdminViewServerProps) {
  const { actor, language, req, say } = await visitorOf(view)
  if (countriesOf(actor, [...KEEPERS, 'observer']).length === 0) return <PlainPage view={view} about="no-role" />
  const [toolkits, countries, allVariants] = await Promise.all([
    loadToolkits({ req }),
    loadCountries({ req }),
    loadVariants({ req }),
  ])
  const isInUse = async ({ id }: Toolkit) => (await commonStanding({ req, toolkit: id })).inUse !== null
  const toolkit =
    toolkits.find(({ slug }) => slug === queryOf(view, 'toolkit')) ??
    (await firstShown({ toolkits, variants: allVariants, isInUse }))
  const variants = allVariants.filter((one) => one.toolkit === toolkit?.id)
  const state = toolkit ? await loadCommonState({ req, toolkit }) : null
  const common = state?.common ?? null
  const states = byCountryName({
    rows: state ? await loadVersionStates({ req, variants, states: [state] }) : [],
    codeOf: ({ variant }) => variant.country,
    countries,
    language,
  }).map(({ row, country: { name } }) => ({ ...row, name }))
  return (
    <AdminFrame
      view={view}
      title={say('admin.overview.title')}
      crumbs={[{ label: say('admin.tasks.title'), href: TASKS }]}
      sample={toolkit?.sample ?? false}
      lead={<p className="muted">{leadOf({ common, states, language, say })}</p>}
    >
      {toolkit && common ? (
        <div className="stack-l">
          {toolkits.length > 1 ? (
            <ToolkitTabs toolkits={toolkits} chosen={toolkit} language={language} say={say} />
          ) : null}
          <CountryTable states={states} isNoneInUse={common.withdrawal !== null} language={language} say={say} />
          {common.lastText ? (
            <SectionsByCountry
              req={req}
              toolkit={toolkit}
              common={common.lastText}
              states={states}
              all={queryOf(view, 'show') === 'all'}
              language={language}
              say={say}
            />
          ) : null}
          <WithoutVersion
            toolkit={toolkit}
            states={states}
            countries={countries}
            common={common}
            actor={actor}
            language={language}
            say={say}
          />
        </div>
      ) : (
        <p className="panel wash">
          {say('admin.frameworks.none')} <a href={importAddress()}>{say('admin.frameworks.start')}</a>
        </p>
      )}
    </AdminFrame>
  )
}

/** A national version with the name of its country. */
type NamedState = VersionState & { name: string }

type Words = { language: Language; say: Translator }

function leadOf({
  common,
  states,
  language,
  say,
}: Words & {
  /** Null if there is no toolkit. */
  common: Standing | null
  states: VersionState[]
}): string {
  const countries = states.length
  if (common?.withdrawal) {
    const { publishedAt, version } = common.withdrawal
    return say('admin.overview.lead-withdrawn', { version, date: longDate(publishedAt, language), countries })
  }
  if (!common?.inUse) return say('admin.frameworks.no-release')
  return say('admin.overview.lead', {
    version: common.inUse.version,
    date: longDate(common.inUse.publishedAt, language),
    countries,
    waiting: states.filter(({ newerCommon }) => newerCommon).length,
  })
}

function ToolkitTabs({ toolkits, chosen, language, say }: Words & { toolkits: Toolkit[]; chosen: Toolkit }) {
  return (
    <nav aria-label={say('admin.overview.toolkits')}>
      <ul className="tabs">
        {toolkits.map((toolkit) => {
          const title = toolkitTitle({ toolkit, language })
          return (
            <li key={toolkit.id}>
              <a
                href={`${OVERVIEW}?toolkit=${toolkit.slug}`}
                aria-current={toolkit.id === chosen.id ? 'true' : undefined}
                lang={title.language === language ? undefined : title.language}
              >
                {title.text}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function CountryTable({
  states,
  isNoneInUse,
  language,
  say,
}: Words & {
  states: NamedState[]
  /** Is the common framework withdrawn now? */
  isNoneInUse: boolean
}) {
  const heads = {
    country: say('admin.overview.country'),
    state: say('admin.overview.state'),
    based: say('admin.overview.based-on'),
    sections: say('admin.overview.sections'),
    release: say('admin.overview.release'),
    waiting: say('admin.overview.waiting'),
  }
  return (
    <section className="stack" aria-labelledby="countries">
      <h2 id="countries">{say('admin.overview.countries')}</h2>
      {states.length === 0 ? (
        <p className="muted">{say('admin.overview.none')}</p>
      ) : (
        <FoldTable name={{ labelledBy: 'countries' }} headings={Object.values(heads)}>
          <FoldBody>
            {states.map((state) => {
              const { edition, lastRelease, name, newerCommon, variant, withdrawn } = state
              return (
                <FoldRow key={variant.id} head={<a href={versionAddress(variant.id)}>{name}</a>}>
                  <FoldCell heading={heads.state}>
                    {edition ? (
                      <span>
                        <EditionStatus state={edition.state} isWithdrawn={withdrawn} say={say} />{' '}
                        <span className="sub">{say('admin.overview.edition', { number: edition.number })}</span>
                      </span>
                    ) : (
                      '–'
                    )}
                  </FoldCell>
                  <FoldCell heading={heads.based}>
                    <span>
                      {basisWords(state, say)}
                      {standsElsewhere(state.resolved.others, say).map((sentence) => (
                        <span key={sentence} className="sub">
                          {' '}
                          {sentence}
                        </span>
                      ))}
                    </span>
                  </FoldCell>
                  <FoldCell heading={heads.sections}>
                    <ModeCounts counts={countryColumn(state).counts} say={say} />
                  </FoldCell>
                  <FoldCell heading={heads.release} hide={lastRelease ? undefined : 'empty'}>
                    {lastRelease ? (
                      <span>
                        {withdrawn ? `${say('admin.overview.withdrawn')} ` : ''}
                        {lastRelease.version}{' '}
                        <span className="sub nowrap">{shortDate(lastRelease.publishedAt, language)}</span>
                      </span>
                    ) : (
                      <span className="muted">–</span>
                    )}
                  </FoldCell>
                  <FoldCell heading={heads.waiting} hide={newerCommon ? undefined : 'calm'}>
                    {newerCommon ? (
                      <Pill tone="ready" icon={<UpdateIcon sign="ready" />}>
                        {say('admin.overview.waits', { version: newerCommon.version })}
                      </Pill>
                    ) : (
                      <Status icon={<UpdateIcon sign="none" />} muted>
                        {say(isNoneInUse ? 'admin.overview.none-in-use' : 'admin.overview.nothing-waits')}
                      </Status>
                    )}
                  </FoldCell>
                </FoldRow>
              )
            })}
          </FoldBody>
        </FoldTable>
      )}
    </section>
  )
}

/** The release of the common framework that a national version is based on, marked if it was withdrawn. */
function basisWords({ isBasisWithdrawn, resolved }: VersionState, say: Translator): string {
  const { version } = resolved.baseline
  return isBasisWithdrawn ? say('admin.overview.basis-withdrawn', { version }) : version
}

async function SectionsByCountry({
  req,
  toolkit,
  common,
  states,
  all,
  language,
  say,
}: Words & {
  req: PayloadRequest
  toolkit: Toolkit
  common: Release
  states: NamedState[]
  all: boolean
}) {
  if (states.length === 0) return null
  const columns = states.map(countryColumn)
  const contents = new Map(
    (await loadReleaseSections({ req, release: common })).map(({ entry, content }) => [entry.key, content]),
  )
  const bases = states.map(({ resolved }) => resolved)
  const rows = matrixRows({ common, contents, bases, columns, reader: language, source: toolkit.sourceLanguage })
  const differing = rows.filter(({ differs }) => differs)
  const shown = all || differing.length === 0 ? rows : differing
  const here = `${OVERVIEW}?toolkit=${toolkit.slug}`
  return (
    <section className="stack" aria-labelledby="matrix">
      <div className="row end">
        <h2 id="matrix">{say('admin.matrix.title')}</h2>
        <nav aria-label={say('admin.filter.label')}>
          <ul className="filters">
            {differing.length > 0 ? (
              <li>
                <a href={here} aria-current={shown === differing ? 'true' : undefined}>
                  {say('admin.matrix.differing')} <b>{differing.length}</b>
                </a>
              </li>
            ) : null}
            <li>
              <a href={`${here}&show=all`} aria-current={shown === rows ? 'true' : undefined}>
                {say('admin.matrix.all')} <b>{rows.length}</b>
              </a>
            </li>
          </ul>
        </nav>
      </div>
      {/* The keyboard must be able to reach a region that scrolls sideways. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className="tscroll" aria-label={say('admin.matrix.table')} tabIndex={0}>
        <Matrix rows={shown} version={common.version} states={states} columns={columns} language={language} say={say} />
      </section>
    </section>
  )
}

function Matrix({
  rows,
  version,
  columns,
  states,
  language,
  say,
}: Words & {
  rows: MatrixRow[]
  /** Of the newest common framework. */
  version: string
  columns: CountryColumn[]
  states: NamedState[]
}) {
  return (
    <table className="matrix">
      <thead>
        <tr>
          <th scope="col">{say('admin.version.section')}</th>
          {states.map((state) => (
            <th key={state.variant.id} scope="col">
              {state.name}
              <span className="sub">{say('admin.matrix.on', { version: basisWords(state, say) })}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              {row.number ? <span className="num">{row.number}</span> : null}
              <span lang={row.title.language === language ? undefined : row.title.language}>{row.title.text}</span>
              {row.isGone ? <span className="sub">{say('admin.matrix.gone', { version })}</span> : null}
            </th>
            {states.map(({ name, variant: { id } }, index) => {
              const mode = row.cells[index]
              return (
                <td key={id}>
                  {mode ? (
                    <a href={sectionAddress({ variant: id, key: row.key })}>
                      <ModeStatus mode={mode} say={say} />
                      <span className="vh">{`, ${[row.number, row.title.text].join(' ').trim()}, ${name}`}</span>
                    </a>
                  ) : (
                    <span className="muted">{say(row.isGone ? 'admin.matrix.without' : 'admin.matrix.not-yet')}</span>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
        <tr>
          <th scope="row">{say('admin.matrix.additions')}</th>
          {columns.map(({ variant, counts }) => (
            <td key={variant}>{counts.local > 0 ? counts.local : <span className="muted">–</span>}</td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

function WithoutVersion({
  toolkit,
  states,
  countries,
  common,
  actor,
  language,
  say,
}: Words & {
  toolkit: Toolkit
  states: VersionState[]
  countries: Country[]
  common: Standing
  actor: Actor
}) {
  const taken = new Set(states.map(({ variant }) => variant.country))
  const without = countries.filter(({ code }) => !taken.has(code))
  if (without.length === 0) return null
  return (
    <section className="stack" id="start" aria-labelledby="start-h">
      <h2 id="start-h">{say('admin.start.title')}</h2>
      <p className="muted">{say('admin.start.what')}</p>
      <StartVersion
        toolkit={toolkit}
        countries={without}
        common={common}
        mayStart={hasRoleEverywhere(actor, KEEPERS)}
        language={language}
        say={say}
      />
    </section>
  )
}
