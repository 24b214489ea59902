import { DRAFTERS, hasRole, KEEPERS } from '@/domain/actor'
import { CHANGE_CLASSES, type ChangeClass } from '@/domain/changeNote'
import type { Language } from '@/domain/language'
import { isAsking, UPDATE_STATUSES } from '@/domain/updates/updates'
import { longDate } from '@/messages/dates'
import { commonHeads } from '@/stored/commonBase'
import { loadCountries } from '@/stored/countries'
import { today } from '@/stored/today'
import { loadVariant } from '@/stored/variants'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, visitorOf } from '../frame/visitor'
import { loadVersionState, type VersionState } from '../reading/versionState'
import { NewerCommon } from '../version/NewerCommon'
import { updatesAddress, versionAddress } from '../words/addresses'
import { countryName } from '../words/countryName'
import { textIn } from '../words/titles'
import { AcceptReady } from './AcceptReady'
import { type DecidedRow, DecidedUpdates, loadDecidedRows } from './DecidedUpdates'
import { doneUpdates, JustDone, JustRecorded, justRecorded } from './JustDone'
import { loadSince, openReleases } from './openReleases'
import { ReadyUpdates } from './ReadyUpdates'
import { readyUpdates } from './readyUpdate'
import { type StatusFilter, UpdateFilters } from './UpdateFilters'
import { UpdateLine } from './UpdateLine'
import { UpdateMark } from './UpdateMark'
import { UpdateSettings } from './UpdateSettings'
import type { RecordedNow } from './updateFacts'
import { inListOrder, isPressing, type UpdateRow, updateRows } from './updateRows'
import { countAsking, countByStatus, loadVersionUpdates, numbersIn, type VersionUpdates } from './versionUpdates'

/** `/admin/version/:variant/updates`: what waits since the newest release of the common framework, and what was decided. */
export async function UpdatesView(view: ViewProps<'variant'>) {
  const visitor = await visitorOf(view)
  const { actor, language, req, say } = visitor
  const variant = await loadVariant({ req, id: view.params.variant })
  const state = variant && (await loadVersionState({ req, variant }))
  if (!variant || !state) return <PlainPage view={view} about="not-there" />
  const { resolved, toolkit } = state
  const [updates, countries] = await Promise.all([loadVersionUpdates({ req, state }), loadCountries({ req })])
  const country = countryName({ code: variant.country, countries, language })
  const frame = {
    view,
    title: say('admin.updates.title', { country }),
    crumb: say('admin.updates.nav'),
    crumbs: [{ label: country, href: versionAddress(variant.id) }],
    sample: toolkit.sample,
  }
  if (!updates)
    return (
      <AdminFrame {...frame}>
        <NewerCommon state={state} language={language} say={say} />
      </AdminFrame>
    )
  const numbers = numbersIn(resolved)
  const languages = [language, ...variant.languages, toolkit.sourceLanguage]
  const { asked, begun, newest, notes, waiting } = updates
  const given = { waiting, release: newest, notes, asked, begun, numbers, today: today(), languages }
  const rows = inListOrder(updateRows(given))
  const decided = await loadDecidedRows({ req, updates, state, numbers, languages })
  const status = STATUS_FILTERS.find((one) => one === queryOf(view, 'status')) ?? null
  const ofClass = CHANGE_CLASSES.find((one) => one === queryOf(view, 'class')) ?? null
  const isShown = (one: StatusFilter) => status === null || status === one
  const hasClass = ({ note }: { note: { class: ChangeClass } | null }) => ofClass === null || note?.class === ofClass
  const pressing = status === null ? rows.filter((row) => isPressing(row) && hasClass(row)) : []
  const others = rows.filter((row) => hasClass(row) && !pressing.includes(row))
  const groups = UPDATE_STATUSES.filter(isShown)
    .map((one) => ({ status: one, rows: others.filter((row) => row.status === one) }))
    .filter((group) => group.rows.length > 0)
  const shownDecided = isShown('decided') ? decided.filter(hasClass) : []
  const listed = groups.find((group) => group.status === 'ready')?.rows ?? []
  const ready = status === 'ready' ? await readyUpdates({ rows: listed, waiting: updates.waiting }) : []
  const mayDecide = hasRole({ actor, roles: DRAFTERS, country: variant.country })
  const readyNote = <ReadyUpdates waiting={waiting} variant={variant.id} mayDecide={mayDecide} say={say} />
  const done = doneUpdates(view)
  const recorded = recordedIn(decided, { key: justRecorded(view), language })
  return (
    <AdminFrame
      {...frame}
      lead={<Lead updates={updates} versions={await versionsOf({ req, state, updates })} {...visitor} />}
    >
      <div className="stack-l">
        <JustDone
          done={done}
          country={country}
          section={nameOf({ key: done.takenBack, rows, resolved, numbers, languages })}
          decided={decided[0]?.decision.at ?? ''}
          say={say}
        />
        {recorded ? (
          <JustRecorded recorded={recorded} variant={variant} language={language} mayTakeBack={mayDecide} say={say} />
        ) : null}
        <UpdateFilters variant={variant.id} rows={rows} decided={decided} status={status} ofClass={ofClass} say={say} />
        {pressing.length + groups.length + shownDecided.length === 0 && (status !== null || ofClass !== null) ? (
          <p>
            {say('admin.updates.none-shown')} <a href={updatesAddress(variant.id)}>{say('admin.version.show-all')}</a>
          </p>
        ) : null}
        {pressing.length > 0 ? (
          <section className="stack" id="pressing" aria-labelledby="h-pressing">
            <h2 id="h-pressing">
              {say('admin.updates.pressing')} <span className="light muted">{pressing.length}</span>
            </h2>
            {groups.some((group) => group.status === 'ready') ? null : readyNote}
            <UpdateLines rows={pressing} isOfAnyStatus state={state} language={language} say={say} />
          </section>
        ) : null}
        {groups.map((group) => (
          <section key={group.status} className="stack" id={group.status} aria-labelledby={`h-${group.status}`}>
            <h2 id={`h-${group.status}`}>
              <UpdateMark status={group.status} say={say} /> <span className="light muted">{group.rows.length}</span>
            </h2>
            {group.status === 'told' ? <p className="muted">{say('admin.updates.told-what')}</p> : null}
            {group.status === 'ready' && status === 'ready' ? (
              <AcceptReady
                ready={ready}
                numbers={numbers}
                release={newest}
                state={state}
                mayDecide={mayDecide}
                language={language}
                say={say}
              />
            ) : (
              <>
                {group.status === 'ready' ? readyNote : null}
                <UpdateLines rows={group.rows} state={state} language={language} say={say} />
              </>
            )}
          </section>
        ))}
        {shownDecided.length > 0 ? (
          <DecidedUpdates rows={shownDecided} state={state} actor={actor} language={language} say={say} />
        ) : null}
        <UpdateSettings
          variant={variant}
          rows={rows}
          mayChange={hasRole({ actor, roles: [...KEEPERS, 'national-lead'], country: variant.country })}
          language={language}
          say={say}
        />
      </div>
    </AdminFrame>
  )
}

const STATUS_FILTERS: readonly StatusFilter[] = [...UPDATE_STATUSES, 'decided']

/** The newest decision on the section that the address names. */
function recordedIn(
  rows: readonly DecidedRow[],
  { key, language }: { key: string; language: Language },
): RecordedNow | null {
  const row = rows.find(({ decision }) => decision.key === key)
  if (!row) return null
  const { decision, number, seen, title } = row
  const lang = title.language === language ? undefined : title.language
  return { decision, named: { key, name: `${number} ${title.text}`.trim(), lang }, rev: seen }
}

/** The number and the title of a section: of one in which an update waits, or of any that the version has. */
function nameOf({
  key,
  rows,
  resolved: { sections },
  numbers,
  languages,
}: Pick<VersionState, 'resolved'> & {
  key: string
  rows: readonly UpdateRow[]
  numbers: ReadonlyMap<string, string>
  languages: readonly Language[]
}): string {
  const title = sections.find(({ entry }) => entry.key === key)?.content.title
  const waiting = rows.find((row) => row.key === key)?.title
  const { text } = waiting ?? textIn({ given: title ?? {}, languages, otherwise: '' })
  return `${numbers.get(key) ?? ''} ${text}`.trim()
}

type Visitor = Awaited<ReturnType<typeof visitorOf>>

/** Some updates, a line each; with its status where the rows are of any. */
function UpdateLines({
  rows,
  isOfAnyStatus = false,
  state: { toolkit, variant },
  language,
  say,
}: {
  rows: readonly UpdateRow[]
  isOfAnyStatus?: boolean
  state: Pick<VersionState, 'toolkit' | 'variant'>
} & Pick<Visitor, 'language' | 'say'>) {
  return (
    <ul className="tasks">
      {rows.map((row) => (
        <UpdateLine
          key={row.key}
          row={row}
          mark={isOfAnyStatus ? <UpdateMark status={row.status} say={say} /> : undefined}
          variant={variant.id}
          source={toolkit.sourceLanguage}
          language={language}
          say={say}
        />
      ))}
    </ul>
  )
}

function Lead({
  updates: { newest, waiting },
  versions,
  language,
  say,
}: { updates: VersionUpdates; versions: string[] } & Pick<Visitor, 'language' | 'say'>) {
  const { publishedAt, version } = newest
  const count = countAsking(waiting)
  const { paused } = countByStatus(waiting)
  return (
    <p className="muted">
      {say('admin.updates.lead', { version, date: longDate(publishedAt, language), count, paused })}{' '}
      {versions.length > 1 ? (
        <strong>{say('admin.updates.as-one', { versions: new Intl.ListFormat(language).format(versions) })}</strong>
      ) : null}
    </p>
  )
}

async function versionsOf({
  req,
  state: { resolved, variant },
  updates: { newest, waiting },
}: {
  req: Visitor['req']
  state: VersionState
  updates: VersionUpdates
}): Promise<string[]> {
  const heads = await commonHeads({ req, toolkit: variant.toolkit })
  const since = await loadSince({ req, variant, own: resolved.own, heads, newest })
  const asking = waiting.filter(({ update }) => isAsking(update))
  return openReleases({ since: asking.flatMap((one) => since(one) ?? []), newest, heads })
}
