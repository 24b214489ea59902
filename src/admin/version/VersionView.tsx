import { type Actor, DRAFTERS, hasRole, TRANSLATORS } from '@/domain/actor'
import type { Language } from '@/domain/language'
import { contentByKey } from '@/domain/readiness'
import type { Translator } from '@/messages/translate'
import { loadCountries } from '@/stored/countries'
import { loadProposals } from '@/stored/proposals'
import { baselineOf } from '@/stored/resolveVariant'
import { reviewedAnew, takenBackByUpdate } from '@/stored/reviewHistory'
import { keysChangedBy } from '@/stored/revisions'
import { today } from '@/stored/today'
import { loadVariant } from '@/stored/variants'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, visitorOf } from '../frame/visitor'
import { removedSections } from '../places/removedSections'
import { loadProposalRows } from '../proposals/proposalRows'
import { loadLagsOf, loadVersionState, type VersionState } from '../reading/versionState'
import { RELEASED, Released, WITHDRAWN, Withdrawn } from '../review/Released'
import { OwnProposals } from '../tasks/OwnProposals'
import { openDecisions } from '../updates/openDecisions'
import { pausedUpdates } from '../updates/pausedUpdates'
import { ReadyUpdates } from '../updates/ReadyUpdates'
import { countAsking, loadVersionUpdates } from '../updates/versionUpdates'
import {
  addSectionAddress,
  changesAddress,
  checkAddress,
  removedAddress,
  reportAddress,
  SECTIONS,
  siteAddress,
  TASKS,
  takeInAddress,
  updatesAddress,
  versionAddress,
  wordFileAddress,
} from '../words/addresses'
import { BlockedButton } from '../words/BlockedButton'
import { becauseOf } from '../words/because'
import { countryName } from '../words/countryName'
import { standsElsewhere } from '../words/standsElsewhere'
import { toolkitTitle } from '../words/titles'
import { behindSections } from './behindSections'
import { EditionSteps } from './EditionSteps'
import { Filters, filterOf } from './Filters'
import { NewerCommon } from './NewerCommon'
import { NextSteps } from './NextSteps'
import { rowFacts } from './rowFacts'
import { SectionTable } from './SectionTable'
import { rowsShown, sectionRows } from './sectionRows'
import { TakenBack } from './TakenBack'
import { WithdrawnText } from './WithdrawnText'

/** `/admin/version/:variant`: a national version with all its sections, what is missing, and what can be done next. */
export async function VersionView(view: ViewProps<'variant'>) {
  const { actor, language, req, say } = await visitorOf(view)
  const variant = await loadVariant({ req, id: view.params.variant })
  const state = variant && (await loadVersionState({ req, variant }))
  if (!variant || !state) return <PlainPage view={view} about="not-there" />
  const countries = await loadCountries({ req })
  const country = countryName({ code: variant.country, countries, language })
  const { edition, resolved } = state
  const isOpen = edition !== null && edition.state !== 'published'
  const [updates, mine, proposals] = await Promise.all([
    loadVersionUpdates({ req, state }),
    isOpen
      ? keysChangedBy({ req, variant: variant.id, person: actor.userId, since: edition.openedAt })
      : new Set<string>(),
    loadProposals({ req, variants: [variant.id] }).then((proposals) =>
      loadProposalRows({ req, proposals, countries, language }),
    ),
  ])
  const waiting = updates?.waiting ?? []
  const asking = countAsking(waiting)
  const paused = updates && pausedUpdates({ updates, variant, today: today() })
  const mayDraft = hasRole({ actor, roles: DRAFTERS, country: variant.country })
  const lags = await loadLagsOf({ req, state })
  const rows = sectionRows({
    sections: state.resolved.sections,
    common: contentByKey(state.resolved.base),
    languages: variant.languages,
    source: state.toolkit.sourceLanguage,
    reader: language,
    last: state.lastRelease?.manifest ?? null,
    facts: rowFacts({ updates, resolved, mine }),
    lags,
  })
  const editions = state.edition ? [state.edition] : []
  const anew = await reviewedAnew({ req, editions })
  const [takenBack] = (await takenBackByUpdate({ req, editions })).values()
  const filter = filterOf(queryOf(view, 'show'))
  const shown = rowsShown(rows, filter)
  const removed = removedSections(resolved).length
  return (
    <AdminFrame
      view={view}
      title={say('admin.version.title', { country })}
      crumbs={[{ label: say('admin.tasks.title'), href: TASKS }]}
      sample={state.toolkit.sample}
      lead={<Lead state={state} asking={asking} language={language} say={say} />}
      buttons={
        mayDraft ? (
          <>
            <WordLinks state={state} say={say} />
            <TakeInLink state={state} actor={actor} say={say} />
            <ReportLink variant={variant.id} say={say} />
            <CheckLink variant={variant.id} say={say} />
            <a className="btn second" href={addSectionAddress(variant.id)}>
              {say('admin.version.add')}
            </a>
            {asking > 0 ? (
              <a className="btn" href={updatesAddress(variant.id)}>
                {say('admin.updates.decide', { count: asking })}
              </a>
            ) : null}
          </>
        ) : (
          <>
            <WordLinks state={state} say={say} />
            <TakeInLink state={state} actor={actor} say={say} />
            <ReportLink variant={variant.id} say={say} />
            <CheckLink variant={variant.id} say={say} />
            <BlockedButton
              label={say('admin.version.add')}
              because={becauseOf({ refusals: [{ key: 'refusal.role-edit' }], language })}
            />
          </>
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
          <NewerCommon state={state} paused={paused} language={language} say={say} />
        </div>
        <NextSteps
          state={state}
          rows={rows}
          asking={mayDraft ? asking : 0}
          open={openDecisions({ updates, state, language, say })}
          behind={behindSections({ lags, state, language })}
          actor={actor}
          language={language}
          say={say}
        />
        <OwnProposals rows={proposals} country={country} language={language} say={say} />
        <section className="stack" aria-labelledby={SECTIONS}>
          <h2 id={SECTIONS}>{say('admin.version.sections')}</h2>
          <Filters variant={variant.id} rows={rows} chosen={filter} say={say} />
          <ReadyUpdates waiting={waiting} variant={variant.id} mayDecide={mayDraft} say={say} />
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
                newest={updates?.newest.version ?? null}
                sinceHeading={sinceHeading({ state, say })}
                standsOn={standsOnIn(state)}
                reader={language}
                say={say}
              />
            </>
          )}
          {removed > 0 ? (
            <p>
              <a href={removedAddress(variant.id)}>{say('admin.version.removed', { count: removed })}</a>
            </p>
          ) : null}
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

/** The text as a Word file, in each language of the version. */
function WordLinks({ state: { variant }, say }: { state: VersionState; say: Translator }) {
  return variant.languages.map((language) => (
    <a key={language} className="btn quiet" href={wordFileAddress({ variant: variant.id }, { language })}>
      {variant.languages.length > 1
        ? `${say('report.download')}: ${say(`words.language.${language}`)}`
        : say('report.download')}
    </a>
  ))
}

/** Where such a file comes back, for those who may write. */
function TakeInLink({
  state: {
    variant: { country, id },
  },
  actor,
  say,
}: {
  state: VersionState
  actor: Actor
  say: Translator
}) {
  if (!hasRole({ actor, roles: TRANSLATORS, country })) return null
  return (
    <a className="btn quiet" href={takeInAddress(id)}>
      {say('editor.word.heading')}
    </a>
  )
}

function ReportLink({ variant, say }: { variant: string; say: Translator }) {
  return (
    <a className="btn quiet" href={reportAddress(variant, 'working')}>
      {say('report.name')}
    </a>
  )
}

function CheckLink({ variant, say }: { variant: string; say: Translator }) {
  return (
    <a className="btn quiet" href={checkAddress({ variant })}>
      {say('check.name')}
    </a>
  )
}

function sinceHeading({ state, say }: { state: VersionState; say: Translator }): string {
  const { lastRelease, withdrawn } = state
  const since = withdrawn ? 'admin.version.since-withdrawn' : 'admin.version.since-release'
  if (lastRelease) return say(since, { version: lastRelease.version })
  return say('admin.version.since-common')
}

/** The releases of sections that are compared with another one than most; none once the version is compared with its own release. */
function standsOnIn({ lastRelease, resolved }: VersionState): Map<string, string> {
  const others = lastRelease ? [] : (baselineOf(resolved).others ?? [])
  return new Map(others.flatMap(({ keys, version }) => keys.map((key) => [key, version] as const)))
}

function Lead({
  state,
  asking,
  language,
  say,
}: {
  state: VersionState
  /** How many sections ask for a decision on the newest release. */
  asking: number
  language: Language
  say: Translator
}) {
  const { common, edition, isBasisWithdrawn, lastRelease, releases, resolved, toolkit, variant, withdrawn } = state
  const basis = isBasisWithdrawn ? 'admin.version.based-on-withdrawn' : 'admin.version.based-on'
  const title = toolkitTitle({ toolkit, language })
  const site = variant.languages.includes(language) ? language : (variant.languages[0] ?? 'en')
  return (
    <p className="muted">
      <span lang={title.language === language ? undefined : title.language}>{title.text}</span>.{' '}
      {edition ? `${say('admin.version.edition', { number: edition.number })} ` : ''}
      {[say(basis, { version: resolved.baseline.version }), ...standsElsewhere(baselineOf(resolved), say)].join(' ')}{' '}
      {common.inUse && asking > 0 ? (
        <strong>{say('admin.version.waits', { count: asking, version: common.inUse.version })} </strong>
      ) : null}
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
