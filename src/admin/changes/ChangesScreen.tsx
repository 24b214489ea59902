import { releasesBetween } from '@/domain/changeGroups'
import type { ChangeClass } from '@/domain/changeNote'
import { isLanguage, type Language } from '@/domain/language'
import { notesLanguage } from '@/domain/notesLanguage'
import { mayBeRegrouped } from '@/domain/regroupedPairs'
import { MASTER, type ManifestEntry } from '@/domain/release'
import { withdrawalOf } from '@/domain/standing'
import { longDate } from '@/messages/dates'
import { loadBlobs } from '@/stored/blobs'
import { loadManifests } from '@/stored/manifests'
import type { ReleaseHead } from '@/stored/release'
import { releaseHeads } from '@/stored/releases'
import type { Toolkit } from '@/stored/toolkits'
import { LanguageLinks } from '../editor/LanguageLinks'
import { AdminFrame } from '../frame/AdminFrame'
import type { Crumb } from '../frame/FrameHeader'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, type Visitor } from '../frame/visitor'
import { type AskedChanges, changesAddress } from '../words/addresses'
import { ClassFilters } from '../words/ClassFilters'
import { textIn } from '../words/titles'
import { ChangedSection } from './ChangedSection'
import { ChangesList, classIn, SameSections } from './ChangesList'
import { ChooseReleases } from './ChooseReleases'
import { type ChosenReleases, chosenReleases } from './chosenReleases'
import { DecisionPlace } from './DecisionPlace'
import { type ListedChange, listedChanges } from './listedChanges'
import { regroupedChanges, sectionChange } from './sectionChange'
import '../history/history.css'

type Line = {
  visitor: Visitor
  toolkit: Toolkit
  /** A country's code or `master`. */
  country: string
  /** Its name in the language of the person. */
  name: string
  /** Where the screen is. */
  place: { toolkit: string } | { variant: string }
}

/** What changed between two releases of a line: the changed sections on the left, the chosen one on the right. */
export async function ChangesScreen({ view, crumbs, ...line }: Line & { view: ViewProps; crumbs: Crumb[] }) {
  const { country, name, place, toolkit, visitor } = line
  const { language: reader, req, say } = visitor
  const publications = await releaseHeads({ req, toolkit: toolkit.id, country })
  const chosen = chosenReleases({ line: publications, from: queryOf(view, 'from'), to: queryOf(view, 'to') })
  if (chosen === 'unknown') return <PlainPage view={view} about="not-there" />
  const frame = { view, crumbs, sample: toolkit.sample }
  if (!chosen)
    return (
      <AdminFrame {...frame} title={name}>
        <p>{say('admin.changes.one-release')}</p>
      </AdminFrame>
    )
  const { from, to } = chosen
  const asked = askedIn(view, { chosen, reader, source: toolkit.sourceLanguage })
  const releases = releasesBetween({ line: publications, ...chosen })
  return (
    <AdminFrame
      {...frame}
      title={say('reader.changes-title', { country: name, since: from.version, version: to.version })}
      crumb={say('admin.changes.crumb', { to: to.version })}
      lead={<ReleaseNotes releases={releases} source={toolkit.sourceLanguage} reader={reader} />}
      buttons={
        <LanguageLinks
          languages={to.languages}
          current={asked.language}
          addressOf={(language) => changesAddress(place, { ...asked, language })}
          say={say}
        />
      }
    >
      <div className="stack">
        {[from, to].map((one) => (
          <WithdrawnNote key={one.id} release={one} line={publications} visitor={visitor} />
        ))}
        <ChooseReleases
          line={publications}
          from={from.version}
          to={to.version}
          textLanguage={asked.language}
          reader={reader}
          say={say}
        />
        {from.seq === to.seq ? (
          <p>{say('reader.changes-same-release', { version: to.version })}</p>
        ) : (
          <Changes {...line} publications={publications} chosen={chosen} asked={asked} />
        )}
      </div>
    </AdminFrame>
  )
}

type Asked = AskedChanges & { language: Language }

function askedIn(
  view: ViewProps,
  { chosen: { from, to }, reader, source }: { chosen: ChosenReleases; reader: Language; source: Language },
): Asked {
  const wanted = queryOf(view, 'lang')
  const [section, show] = [queryOf(view, 'section'), classIn(queryOf(view, 'show'))]
  const has = (one: Language) => to.languages.includes(one)
  const usual = [reader, source].find(has) ?? to.languages[0] ?? source
  return {
    ...{ from: from.version, to: to.version },
    language: isLanguage(wanted) && has(wanted) ? wanted : usual,
    ...(section ? { section } : {}),
    ...(show ? { show } : {}),
    ...(queryOf(view, 'text') === 'whole' ? { text: 'whole' } : {}),
    ...(queryOf(view, 'same') === 'listed' ? { same: 'listed' } : {}),
  }
}

async function Changes({
  visitor,
  toolkit,
  country,
  place,
  publications,
  chosen: { from, to },
  asked,
}: Line & { publications: readonly ReleaseHead[]; chosen: ChosenReleases; asked: Asked }) {
  const { language: reader, req, say } = visitor
  const { language, section: wanted, show } = asked
  const source = toolkit.sourceLanguage
  const manifests = await loadManifests({ req, releases: [from.id, to.id] })
  const entriesOf = ({ id }: ReleaseHead) => manifests.get(id) ?? notThere(id)
  const both = { before: entriesOf(from), after: entriesOf(to) }
  const { changes, same } = listedChanges({
    ...both,
    line: publications,
    ...{ from, to, source },
  })
  const shown = show ? changes.filter((change) => change.class === show) : changes
  const current = changes.find(({ key }) => key === wanted) ?? shown[0]
  // The titles of the changed sections, both texts of the chosen one, those of all if some can have been divided or joined, and nothing
  // of the others unless they are listed.
  const listed = asked.same === 'listed' ? same : []
  const whole = mayBeRegrouped(both) ? changes : []
  const entries = [
    ...changes.map(({ section }) => section.entry),
    ...whole.flatMap(({ was }) => was?.entry ?? []),
    ...[current?.was, current?.is].flatMap((one) => one?.entry ?? []),
    ...listed.map(({ entry }) => entry),
  ]
  const contents = await loadBlobs({ req, hashes: [...new Set(entries.map(({ blob }) => blob))] })
  const regrouped = regroupedChanges({ changes: whole, contents, from, source })
  const titleOf = ({ blob, slug }: ManifestEntry) =>
    textIn({ given: contents.get(blob)?.title ?? {}, languages: [language, source], otherwise: slug })
  const addressOf = (more: AskedChanges) => changesAddress(place, { ...asked, ...more })
  const position = shown.findIndex(({ key }) => key === current?.key)
  const words = { reader, say }
  return (
    <>
      <ClassFilters
        label={say('admin.changes.filter')}
        all={say('admin.filter.all')}
        classes={changes.map((one) => one.class)}
        chosen={classIn(show ?? '')}
        addressOf={(one) => changesAddress(place, withoutSection(asked, one))}
        say={say}
      />
      <div className="cols list">
        <div>
          {shown.length > 0 ? (
            <ChangesList
              changes={shown}
              current={current?.key}
              titleOf={({ section }) => titleOf(section.entry)}
              addressOf={({ key }) => addressOf({ section: key })}
              regrouped={regrouped(language)}
              source={source}
              {...words}
            />
          ) : (
            <p>{say(changes.length > 0 ? 'admin.changes.none-of-class' : 'admin.changes.nothing')}</p>
          )}
          <SameSections
            count={same.length}
            listed={
              asked.same ? listed.map(({ entry, number }) => ({ key: entry.key, number, title: titleOf(entry) })) : null
            }
            address={
              asked.same
                ? changesAddress(place, { ...asked, same: undefined })
                : `${addressOf({ same: 'listed' })}#same`
            }
            {...words}
          />
        </div>
        {current ? (
          <ChangedSection
            change={current}
            difference={sectionChange({ change: current, regrouped, contents, from, to, language, source, say })}
            textLanguage={language}
            source={source}
            isNational={country !== MASTER}
            severalReleases={releasesBetween({ line: publications, from, to }).length > 1}
            isWhole={asked.text === 'whole'}
            toggle={changesAddress(place, {
              ...asked,
              section: current.key,
              text: asked.text ? undefined : 'whole',
            })}
            sectionAddress={(key) => addressOf({ section: key })}
            languageAddress={(one) => addressOf({ section: current.key, language: one })}
            pager={
              <Pager
                previous={position > 0 ? shown[position - 1] : undefined}
                next={position >= 0 ? shown[position + 1] : undefined}
                nameOf={(change) => change.number || titleOf(change.section.entry).text}
                addressOf={({ key }) => addressOf({ section: key })}
                visitor={visitor}
              />
            }
            decision={<DecisionPlace />}
            {...words}
          />
        ) : null}
      </div>
    </>
  )
}

function notThere(id: string): never {
  throw new Error(`Release ${id} is not there`)
}

function withoutSection({ section: _, show: __, ...asked }: Asked, show: ChangeClass | null): AskedChanges {
  return show ? { ...asked, show } : asked
}

function Pager({
  previous,
  next,
  nameOf,
  addressOf,
  visitor: { say },
}: {
  previous: ListedChange | undefined
  next: ListedChange | undefined
  nameOf: (change: ListedChange) => string
  addressOf: (change: ListedChange) => string
  visitor: Visitor
}) {
  if (!previous && !next) return null
  return (
    <nav className="row" aria-label={say('reader.changes-pager')}>
      {previous ? (
        <a href={addressOf(previous)}>{say('admin.changes.previous', { section: nameOf(previous) })}</a>
      ) : null}
      {next ? <a href={addressOf(next)}>{say('admin.changes.next', { section: nameOf(next) })}</a> : null}
    </nav>
  )
}

/** Why the releases in between were published, the oldest first. */
function ReleaseNotes({
  releases,
  source,
  reader,
}: {
  releases: readonly ReleaseHead[]
  source: Language
  reader: Language
}) {
  const noted = releases.filter(({ notes }) => notes !== '')
  return noted.map(({ country, notes, publishedAt, version }) => (
    <p key={version}>
      {releases.length > 1 ? (
        <span className="muted">
          {version}, {longDate(publishedAt, reader)}:{' '}
        </span>
      ) : null}
      <span lang={notesLanguage({ country, source, page: reader })}>{notes}</span>
    </p>
  ))
}

function WithdrawnNote({
  release,
  line,
  visitor: { language, say },
}: {
  release: ReleaseHead
  line: readonly ReleaseHead[]
  visitor: Visitor
}) {
  const withdrawal = withdrawalOf(release, line)
  if (!withdrawal) return null
  const date = longDate(withdrawal.publishedAt, language)
  return <p className="note">{say('admin.changes.withdrawn', { version: release.version, date })}</p>
}
