import type { AdminViewServerProps } from 'payload'
import { DRAFTERS, hasRole } from '@/domain/actor'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { loadCountries } from '@/stored/countries'
import { reviewedAnew, takenBackByUpdate } from '@/stored/reviewHistory'
import { loadVariant } from '@/stored/variants'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, segmentsOf, visitorOf } from '../frame/visitor'
import { loadVersionState, type VersionState } from '../reading/versionState'
import { RELEASED, Released, WITHDRAWN, Withdrawn } from '../review/Released'
import { addSectionAddress, changesAddress, siteAddress, TASKS, versionAddress } from '../words/addresses'
import { BlockedButton } from '../words/BlockedButton'
import { becauseOf } from '../words/because'
import { countryName } from '../words/countryName'
import { toolkitTitle } from '../words/titles'
import { EditionSteps } from './EditionSteps'
import { Filters, filterOf } from './Filters'
import { NewerCommon } from './NewerCommon'
import { NextSteps } from './NextSteps'
import { SectionTable } from './SectionTable'
import { rowsShown, sectionRows } from './sectionRows'
import { TakenBack } from './TakenBack'
import { WithdrawnText } from './WithdrawnText'

/** `/admin/version/:variant`: a national version with all its sections, what is missing, and what can be done next. */
export async function VersionView(view: AdminViewServerProps) {
  const { actor, language, req, say } = await visitorOf(view)
  const variant = await loadVariant({ req, id: segmentsOf(view)[1] ?? '' })
  const state = variant && (await loadVersionState({ req, variant }))
  if (!variant || !state) return <PlainPage view={view} about="not-there" />
  const country = countryName({ code: variant.country, countries: await loadCountries({ req }), language })
  const rows = sectionRows({
    sections: state.resolved.sections,
    languages: variant.languages,
    reader: language,
    last: state.lastRelease?.manifest ?? null,
  })
  const editions = state.edition ? [state.edition] : []
  const anew = await reviewedAnew({ req, editions })
  const [takenBack] = (await takenBackByUpdate({ req, editions })).values()
  const filter = filterOf(queryOf(view, 'show'))
  const shown = rowsShown(rows, filter)
  return (
    <AdminFrame
      view={view}
      title={say('admin.version.title', { country })}
      crumbs={[{ label: say('admin.tasks.title'), href: TASKS }]}
      sample={state.toolkit.sample}
      lead={<Lead state={state} language={language} say={say} />}
      buttons={
        hasRole({ actor, roles: DRAFTERS, country: variant.country }) ? (
          <a className="btn second" href={addSectionAddress(variant.id)}>
            {say('admin.version.add')}
          </a>
        ) : (
          <BlockedButton
            label={say('admin.version.add')}
            because={becauseOf({ refusals: [{ key: 'refusal.role-edit' }], language })}
          />
        )
      }
    >
      <div className="stack-l">
        <Released asked={queryOf(view, RELEASED)} newest={state.withdrawn ? null : state.lastRelease} say={say} />
        <Withdrawn asked={queryOf(view, WITHDRAWN)} newest={state.releases[0] ?? null} say={say} />
        <div className="stack">
          {state.edition ? (
            <EditionSteps
              state={state.edition.state}
              isWithdrawn={state.withdrawn}
              number={state.edition.number}
              say={say}
            />
          ) : null}
          {state.edition?.state === 'published' && !state.withdrawn ? (
            <p className="muted">{say('admin.version.next-opens', { number: state.edition.number + 1 })}</p>
          ) : null}
          <TakenBack said={takenBack} language={state.variant.languages[0]} say={say} />
          <WithdrawnText state={state} isReviewedAnew={anew.size > 0} say={say} />
          <NewerCommon state={state} language={language} say={say} />
        </div>
        <NextSteps state={state} rows={rows} actor={actor} language={language} say={say} />
        <section className="stack" aria-labelledby="sections">
          <h2 id="sections">{say('admin.version.sections')}</h2>
          <Filters variant={variant.id} rows={rows} chosen={filter} say={say} />
          {shown.length === 0 ? (
            <p>{say('admin.version.none-shown')}</p>
          ) : (
            <>
              <p className="narrow muted">{say('admin.version.narrow')}</p>
              <SectionTable
                variant={variant.id}
                rows={shown}
                all={rows}
                languages={variant.languages}
                sinceHeading={sinceHeading({ state, say })}
                reader={language}
                say={say}
              />
            </>
          )}
          {filter === 'all' ? null : (
            <p className="muted">
              {say('admin.version.shown', { shown: shown.length, all: rows.length })}{' '}
              <a href={versionAddress(variant.id)}>{say('admin.version.show-all')}</a>
            </p>
          )}
        </section>
      </div>
    </AdminFrame>
  )
}

function sinceHeading({ state, say }: { state: VersionState; say: Translator }): string {
  const { lastRelease, resolved, withdrawn } = state
  const since = withdrawn ? 'admin.version.since-withdrawn' : 'admin.version.since-release'
  if (lastRelease) return say(since, { version: lastRelease.version })
  return say('admin.version.since-common', { version: resolved.baseline.version })
}

function Lead({ state, language, say }: { state: VersionState; language: Language; say: Translator }) {
  const { edition, isBasisWithdrawn, lastRelease, releases, resolved, toolkit, variant, withdrawn } = state
  const basis = isBasisWithdrawn ? 'admin.version.based-on-withdrawn' : 'admin.version.based-on'
  const title = toolkitTitle({ toolkit, language })
  const site = variant.languages.includes(language) ? language : (variant.languages[0] ?? 'en')
  return (
    <p className="muted">
      <span lang={title.language === language ? undefined : title.language}>{title.text}</span>.{' '}
      {edition ? `${say('admin.version.edition', { number: edition.number })} ` : ''}
      {say(basis, { version: resolved.baseline.version })}{' '}
      {lastRelease && !withdrawn ? (
        <a href={siteAddress({ country: variant.country, language: site, toolkit })}>
          {say('admin.version.published', { version: lastRelease.version })}
        </a>
      ) : lastRelease ? null : (
        say('admin.version.unpublished')
      )}
      {lastRelease && releases.filter(({ kind }) => kind === 'release').length > 1 ? (
        <>
          {' '}
          <a href={changesAddress({ variant: variant.id }, { to: lastRelease.version })}>
            {say('admin.newer.read', { version: lastRelease.version })}
          </a>
        </>
      ) : null}
    </p>
  )
}
