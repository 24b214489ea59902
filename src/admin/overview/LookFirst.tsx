import { type ReactNode, Suspense } from 'react'
import type { AlikeSection, Notice, UrgentChange } from '@/domain/lookFirst'
import { mostCountriesFirst } from '@/domain/lookFirst'
import type { SectionRow } from '@/domain/overviewRows'
import { ChangeClassIcon } from '@/icons/ChangeClassIcon'
import { SignIcon } from '@/icons/SignIcon'
import { UpdateIcon } from '@/icons/UpdateIcon'
import { longDate } from '@/messages/dates'
import type { Overview } from '@/stored/overview'
import { ProposalStatus } from '../proposals/ProposalStatus'
import { type ProposalRow, sayPart } from '../proposals/proposalRows'
import { AskedMark } from '../updates/AskedMark'
import {
  changesAddress,
  frameworkSectionAddress,
  proposalAddress,
  proposeAddress,
  sectionAddress,
  updateAddress,
  updatesAddress,
} from '../words/addresses'
import { Pill, Status } from '../words/Status'
import { type NamedOverview, numbered, overviewAddress, type Place } from './overviewPlace'

/** As many of each kind as a person takes in at a glance; the others are one link away. */
const FIRST = 6

type Row = {
  place: Place
  overview: Pick<Overview, 'sections' | 'previous' | 'common' | 'heads'>
  countries: readonly NamedOverview[]
}

/** What a coordinator does first, each with the link to where it is done. */
export function LookFirst({
  notices,
  alike,
  proposals,
  mayPropose,
  ...row
}: Row & {
  notices: readonly Notice[]
  /** What countries propose to the common framework and nobody has answered. */
  proposals: readonly ProposalRow[]
  /** May the person propose text of these countries? */
  mayPropose: boolean
  /** Texts are compared for it, so the rest of the screen does not wait. */
  alike: Promise<AlikeSection[]>
}) {
  const { asked, say } = row.place
  const shown = asked.first === 'all' ? notices : notices.slice(0, FIRST)
  return (
    <section className="panel stack" aria-labelledby="first">
      <h2 id="first">{say('overview.first.title')}</h2>
      {notices.length + proposals.length === 0 ? <p className="muted">{say('overview.first.none')}</p> : null}
      <ul className="tasks three look-first">
        {shown.map((notice) => (
          <li key={nameOf(notice)}>
            <NoticeRow notice={notice} {...row} />
          </li>
        ))}
        {proposals.map((one) => (
          <li key={one.proposal.id}>
            <ProposalNotice row={one} place={row.place} />
          </li>
        ))}
        <Suspense fallback={<li className="muted">{say('overview.first.comparing')}</li>}>
          <AlikeRows alike={alike} mayPropose={mayPropose} {...row} />
        </Suspense>
      </ul>
      <AllNotices place={row.place} count={notices.length} isAll={shown.length === notices.length} />
    </section>
  )
}

async function AlikeRows({ alike, ...row }: Row & { alike: Promise<AlikeSection[]>; mayPropose: boolean }) {
  const found = mostCountriesFirst(await alike)
  const { asked } = row.place
  const shown = asked.first === 'all' ? found : found.slice(0, FIRST)
  return (
    <>
      {shown.map((one) => (
        <li key={one.key}>
          <AlikeNotice alike={one} {...row} />
        </li>
      ))}
      {shown.length < found.length ? (
        <li>
          <AllNotices place={row.place} count={found.length} isAll={false} />
        </li>
      ) : null}
    </>
  )
}

function AllNotices({ place, count, isAll }: { place: Place; count: number; isAll: boolean }) {
  if (isAll) return null
  return (
    <p>
      <a href={overviewAddress(place, { first: 'all' }, 'first')}>{place.say('overview.first.all', { count })}</a>
    </p>
  )
}

function NoticeRow({ notice, ...row }: Row & { notice: Notice }) {
  switch (notice.kind) {
    case 'asked':
      return <AskedNotice notice={notice} {...row} />
    case 'late':
    case 'behind':
      return <CountryNotice notice={notice} {...row} />
    case 'urgent':
      return <UrgentNotice notice={notice} {...row} />
    default:
      return notice satisfies never
  }
}

/** What all of them show: of which kind it is, its subject, and the verb that links to the place where it is done. */
function NoticeLine({
  mark,
  address,
  title,
  verb,
  spoken,
  children,
}: {
  mark: ReactNode
  address: string
  title: string
  verb: string
  /** What the verb is about, where it does not say it. */
  spoken?: string
  children: ReactNode
}) {
  return (
    <>
      <p>{mark}</p>
      <div>
        <h3>
          <a href={address}>{title}</a>
        </h3>
        {children}
      </div>
      <a className="btn second sm" href={address}>
        {verb}
        {spoken === undefined ? null : <span className="vh">: {spoken}</span>}
      </a>
    </>
  )
}

function CountryNotice({ notice, place: { say }, countries }: Row & { notice: Notice & { kind: 'late' | 'behind' } }) {
  const { idle, open, standing, substantive, urgent } = notice
  const { behind, follows, variant } = standing
  const country = countries.find((one) => one.variant.id === variant)?.name ?? standing.country
  const address = updatesAddress(variant)
  const title =
    notice.kind === 'late'
      ? say('overview.first.late-title', { country, late: notice.late })
      : say('overview.first.behind-title', { country, behind })
  return (
    <NoticeLine
      mark={
        notice.kind === 'late' ? (
          <Pill tone="late">{say('overview.first.late', { days: notice.days })}</Pill>
        ) : (
          <Status icon={<UpdateIcon sign="ready" />}>{say('overview.first.behind')}</Status>
        )
      }
      address={address}
      title={title}
      verb={say('overview.do.country', { country })}
    >
      <p className="muted">
        {say('overview.first.open', { open, urgent, substantive })}{' '}
        {say('overview.first.stands', { version: follows.version, behind: notice.kind === 'late' ? behind : 0 })}
        {idle === null ? null : ` ${say('overview.first.idle', { days: idle })}`}
      </p>
    </NoticeLine>
  )
}

function ProposalNotice({
  row: { country, proposal, title },
  place: { language, say },
}: {
  row: ProposalRow
  place: Place
}) {
  const address = proposalAddress(proposal.id)
  const words = say('proposals.asks', { country, section: title.text })
  return (
    <NoticeLine
      mark={<ProposalStatus state={proposal.state} say={say} />}
      address={address}
      title={words}
      verb={say('proposals.read')}
      spoken={words}
    >
      <p className="muted">
        {say('proposals.made', {
          date: longDate(proposal.at, language),
          what: sayPart(proposal, say, language),
        })}
      </p>
    </NoticeLine>
  )
}

function AskedNotice({
  notice: { key, question },
  place: { language, say },
  overview: { heads, sections },
  countries,
}: Row & { notice: Notice & { kind: 'asked' } }) {
  const country = countries.find((one) => one.variant.id === question.variant)?.name ?? ''
  const title = say('updates.asked.about', { country, section: titleOf(sections, key) })
  const address = `${updateAddress({ variant: question.variant, key })}#questions`
  const { as, at, release, text } = question
  const version = heads.find((one) => one.id === release)?.version ?? ''
  return (
    <NoticeLine
      mark={<AskedMark state="open" say={say} />}
      address={address}
      title={title}
      verb={say('overview.do.question')}
      spoken={title}
    >
      <p className="muted">
        {say('updates.asked.by', {
          role: as ? say(`words.role.${as}`) : '',
          date: longDate(at, language),
          version,
        })}
      </p>
      <p className="said asked-words">{text}</p>
    </NoticeLine>
  )
}

function UrgentNotice({
  notice: { decideBy, key, open, paused },
  place: { language, say, toolkit },
  overview: { common, sections },
  countries,
}: Row & { notice: UrgentChange }) {
  const section = titleOf(sections, key)
  const from = oldestOf({ key, countries, standings: [...open, ...paused] })
  const addressOf = ({ variant }: NamedOverview) => `${updatesAddress(variant.id)}/${encodeURIComponent(key)}`
  const untilOf = ({ standing }: NamedOverview): string => {
    const until = standing.waiting.get(key)?.pausedUntil
    return until ? ` ${say('overview.first.until', { date: longDate(until, language) })}` : ''
  }
  const address =
    from && common.inUse && from !== common.inUse.version
      ? changesAddress({ toolkit: toolkit.id }, { from, to: common.inUse.version, section: key })
      : frameworkSectionAddress({ toolkit: toolkit.id, key, language: toolkit.sourceLanguage })
  return (
    <NoticeLine
      mark={
        <Pill tone="late" icon={<ChangeClassIcon of="urgent" />}>
          {say('words.change-class.urgent')}
        </Pill>
      }
      address={address}
      title={say(open.length > 0 ? 'overview.first.urgent-title' : 'overview.first.urgent-all-paused', {
        section,
        countries: open.length,
        paused: paused.length,
      })}
      verb={say('overview.do.compare')}
      spoken={section}
    >
      <p className="muted">
        {decideBy ? `${say('overview.first.urgent-by', { date: longDate(decideBy, language) })} ` : null}
        <CountryLinks codes={open.map(({ country }) => country)} countries={countries} addressOf={addressOf} />
      </p>
      {paused.length > 0 ? (
        <p className="muted">
          {`${say('overview.mark.paused')}${say('words.colon')}`}
          <CountryLinks
            codes={paused.map(({ country }) => country)}
            countries={countries}
            addressOf={addressOf}
            afterName={untilOf}
          />
        </p>
      ) : null}
    </NoticeLine>
  )
}

/** The version of the oldest release on which one of these countries stands in a section; null if none is known. */
function oldestOf({
  key,
  countries,
  standings,
}: {
  key: string
  countries: readonly NamedOverview[]
  standings: UrgentChange['open']
}): string | null {
  const codes = new Set(standings.map(({ country }) => country))
  const releases = countries
    .filter(({ variant }) => codes.has(variant.country))
    .map(({ follows, others }) => {
      const elsewhere = [...others.behind, ...others.ahead].find(({ keys }) => keys.includes(key))
      return elsewhere?.release ?? follows
    })
  return releases.toSorted((one, other) => one.seq - other.seq)[0]?.version ?? null
}

function AlikeNotice({
  alike: { countries: codes, key, language: of },
  place: { say, toolkit },
  overview: { sections },
  countries,
  mayPropose,
}: Row & { alike: AlikeSection; mayPropose: boolean }) {
  const section = titleOf(sections, key)
  const address = frameworkSectionAddress({ toolkit: toolkit.id, key, language: of })
  return (
    <NoticeLine
      mark={<Status icon={<SignIcon sign="compare" />}>{say('overview.first.alike')}</Status>}
      address={address}
      title={say('overview.first.alike-title', { section, countries: codes.length })}
      verb={say('overview.do.common')}
      spoken={section}
    >
      <p className="muted">
        {say('overview.first.alike-what', { language: say(`words.language.${of}`) })}{' '}
        <CountryLinks
          codes={codes}
          countries={countries}
          addressOf={({ variant }) => sectionAddress({ variant: variant.id, key, language: of })}
        />
      </p>
      {mayPropose ? (
        <p className="muted">
          {say('proposals.make-with-text-of')}{' '}
          <CountryLinks
            codes={codes}
            countries={countries}
            addressOf={({ variant }) => proposeAddress({ variant: variant.id, key, language: of })}
          />
        </p>
      ) : null}
    </NoticeLine>
  )
}

/** The names of countries, each as a link. */
function CountryLinks({
  codes,
  countries,
  addressOf,
  afterName = () => '',
}: {
  codes: readonly string[]
  countries: readonly NamedOverview[]
  addressOf: (country: NamedOverview) => string
  /** What is said of a country after its link. */
  afterName?: (country: NamedOverview) => string
}) {
  const named = countries.filter(({ variant }) => codes.includes(variant.country))
  return (
    <span className="country-names">
      {named.map((country) => (
        <span key={country.variant.id}>
          <a href={addressOf(country)}>{country.name}</a>
          {afterName(country)}
        </span>
      ))}
    </span>
  )
}

function titleOf(sections: readonly SectionRow[], key: string): string {
  const row = sections.find((one) => one.key === key)
  return row ? numbered(row) : key
}

function nameOf(notice: Notice): string {
  if (notice.kind === 'asked') return `asked ${notice.question.id}`
  return 'key' in notice ? `${notice.kind} ${notice.key}` : `${notice.kind} ${notice.standing.variant}`
}
