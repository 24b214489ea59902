import { Fragment } from 'react'
import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import type { Language } from '@/domain/language'
import { isEmptyField } from '@/domain/richText/sameText'
import { BecameIcon } from '@/icons/BecameIcon'
import { sayProposedBy } from '@/messages/proposedBy'
import type { Translator } from '@/messages/translate'
import { type Country, loadCountries } from '@/stored/countries'
import { today } from '@/stored/today'
import { loadToolkitById } from '@/stored/toolkits'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { saySummary } from '@/textView/DifferenceSummary'
import { actionWords } from '../actionWords'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, visitorOf } from '../frame/visitor'
import { sayPart } from '../proposals/proposalRows'
import { AboutDifference } from '../review/AboutDifference'
import {
  frameworkAddress,
  frameworkSectionAddress,
  nextReleaseAddress,
  proposalAddress,
  releaseSummaryAddress,
} from '../words/addresses'
import { BlockedButton } from '../words/BlockedButton'
import { becauseOf } from '../words/because'
import { countryName } from '../words/countryName'
import { Status } from '../words/Status'
import { crumbOf, toolkitTitle } from '../words/titles'
import { ChangeText } from './ChangeText'
import type { ChangedText } from './changedText'
import { loadNotes } from './loadNotes'
import { type NoteSection, NotesForm } from './NotesForm.client'
import { keptNote, keptRelease } from './notesWork'
import { noteWords } from './noteWords'
import { byRegroupedKey, type RegroupedSections, sayBecame, sayRegrouped } from './regroupedSections'
import { type ChangedSection, numbered, type ReleaseWork } from './releaseWork'
import { sayUse } from './sayUse'
import { nothingToRelease, whyNoRelease } from './whyNoRelease'

/**
 * `/admin/framework/:toolkit/release`: every change since the last release as a difference, with a note, a class and a
 * day for the decisions of the countries.
 */
export async function NextReleaseView(view: ViewProps<'toolkit'>) {
  const { actor, language, req, say } = await visitorOf(view)
  const toolkit = await loadToolkitById({ req, id: view.params.toolkit })
  if (!toolkit) return <PlainPage view={view} about="not-there" />
  const title = toolkitTitle({ toolkit, language })
  const frame = {
    view,
    title: say('admin.notes.title'),
    crumbs: [crumbOf(title, frameworkAddress(toolkit))],
    sample: toolkit.sample,
  }
  if (!hasRoleEverywhere(actor, KEEPERS))
    return (
      <AdminFrame {...frame}>
        <BlockedButton
          label={say('admin.notes.check')}
          because={becauseOf({ refusals: [{ key: 'refusal.role-release' }], language })}
        />
      </AdminFrame>
    )
  const work = await loadNotes({ req, toolkit, language, today: today() })
  const { aboutChanges, changed, common, draft, sections, text, texts } = work
  const because = whyNoRelease({ sections, toolkit, text, inUse: common.inUse, keeps: true, language })
  const countries = await loadCountries({ req })
  const takenOut = <TakenOut proposals={work.takenOut} countries={countries} language={language} say={say} />
  if (nothingToRelease({ text, inUse: common.inUse }))
    return (
      <AdminFrame {...frame}>
        {takenOut}
        <BlockedButton label={say('admin.notes.check')} because={because} />
      </AdminFrame>
    )
  const onlyOpen = queryOf(view, 'show') === 'open'
  const isOpen = ({ note }: ChangedSection) => note.class === null || isEmptyField(note.note)
  const regrouped = byRegroupedKey(work.regrouped)
  const shown = changed.map((section): NoteSection => {
    const { key } = section
    const given = {
      ...{ section, text: texts.get(key) ?? null, regrouped: regrouped.get(key) ?? null, work },
      ...{ reader: language, say },
    }
    return {
      key,
      heading: numbered(section),
      ...(section.title.language === language ? {} : { lang: section.title.language }),
      became: sayBecame(given),
      about: section.about,
      together: membersOf(regrouped.get(key)).filter((other) => other !== key),
      isShown: !onlyOpen || isOpen(section),
      head: <Head {...given} />,
      difference: <Difference {...given} countries={countries} />,
    }
  })
  const last = common.lastText?.version ?? null
  return (
    <AdminFrame
      {...frame}
      lead={
        <p className="muted">
          {last === null
            ? say('admin.notes.lead-first', { count: text.rows.length })
            : changed.length === 0
              ? say('admin.notes.lead-none', { version: last })
              : say('admin.notes.lead', { count: changed.length, all: text.rows.length, version: last })}
        </p>
      }
    >
      {takenOut}
      <NotesForm
        // For this release: once there is another, what was typed for it is gone.
        key={work.after}
        toolkit={toolkit.id}
        after={work.after}
        place={`${actor.userId}:${toolkit.id}:${work.after}`}
        last={last}
        today={today()}
        language={language}
        sections={shown}
        kept={{
          notes: Object.fromEntries(changed.map(({ key, note }) => [key, keptNote(note)])),
          release: keptRelease(draft.release),
        }}
        filters={
          changed.length > 0 ? (
            <div className="row end">
              <DifferenceLegend t={say} />
              <Filters
                toolkit={toolkit.id}
                all={changed.length}
                open={changed.filter(isOpen).length}
                onlyOpen={onlyOpen}
                say={say}
              />
            </div>
          ) : null
        }
        about={<AboutDifference changes={aboutChanges} of="common" level="h2" reader={language} say={say} />}
        because={because}
        confirm={releaseSummaryAddress(toolkit)}
        words={noteWords(say)}
        actionWords={actionWords(say)}
      />
    </AdminFrame>
  )
}

function membersOf(regrouped: RegroupedSections | undefined): string[] {
  return regrouped ? [regrouped.head, ...regrouped.others].map(({ key }) => key) : []
}

/** Proposals that were taken over, and are not in the text that is released; nothing for none. */
function TakenOut({
  proposals,
  countries,
  language,
  say,
}: {
  proposals: ReleaseWork['takenOut']
  countries: readonly Country[]
  language: Language
  say: Translator
}) {
  if (proposals.length === 0) return null
  return (
    <div className="note stack-s">
      <p>{say('proposals.out-of-text')}</p>
      <ul>
        {proposals.map((one) => (
          <li key={one.id}>
            <a href={proposalAddress(one.id)}>
              {countryName({ code: one.country, countries, language })}: {sayPart(one, say, language)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Filters({
  toolkit,
  all,
  open,
  onlyOpen,
  say,
}: {
  toolkit: string
  all: number
  open: number
  onlyOpen: boolean
  say: Translator
}) {
  return (
    <nav aria-label={say('admin.filter.label')}>
      <ul className="filters">
        <li>
          <a href={nextReleaseAddress({ id: toolkit })} aria-current={onlyOpen ? undefined : 'true'}>
            {say('admin.filter.all')} <b>{all}</b>
          </a>
        </li>
        <li>
          <a href={nextReleaseAddress({ id: toolkit }, 'open')} aria-current={onlyOpen ? 'true' : undefined}>
            {say('admin.notes.open')} <b>{open}</b>
          </a>
        </li>
      </ul>
    </nav>
  )
}

type Given = {
  section: ChangedSection
  text: ChangedText | null
  /** Null if the section is neither divided nor joined. */
  regrouped: RegroupedSections | null
  work: ReleaseWork
  reader: Language
  say: Translator
}

/** The number and title of a section, what happened to it, how much, and the way to its whole text. */
function Head({ section, text, regrouped, work: { toolkit }, reader, say }: Given) {
  const { key, title, became } = section
  const isHead = regrouped?.head.key === key
  const [first] = text?.texts ?? []
  return (
    <div className="row end">
      <h2 id={`h-${key}`} lang={title.language === reader ? undefined : title.language}>
        {numbered(section)}
      </h2>
      <p className="row muted">
        <Status icon={<BecameIcon became={isHead ? regrouped.became : became} />}>
          {sayBecame({ section, regrouped, say })}
        </Status>
        {first ? <span>{saySummary({ counts: first.change.counts, t: say })}</span> : null}
        {became === 'removed' ? null : (
          <a href={frameworkSectionAddress({ toolkit: toolkit.id, key, language: toolkit.sourceLanguage })}>
            {say('admin.notes.whole')}
            <span className="vh">: {numbered(section)}</span>
          </a>
        )}
      </p>
    </div>
  )
}

function isSame({ texts, guidance, policy }: ChangedText): boolean {
  return texts.length === 0 && guidance.length === 0 && policy === null
}

/** What differs, and what the countries have in the section. */
function Difference({
  section,
  text,
  regrouped,
  work: { proposers, toolkit },
  countries,
  reader,
  say,
}: Given & { countries: readonly Country[] }) {
  const { became, key, place, use } = section
  const proposed = sayProposedBy({ codes: proposers.get(key) ?? [], language: reader, t: say })
  const isInAnother = regrouped !== null && became === 'removed'
  const uses = sayUse({ use, countries, language: reader, say })
  return (
    <>
      {regrouped ? (
        <p className="note">
          {sayRegrouped({ regrouped, language: reader, say })}{' '}
          {[regrouped.head, ...regrouped.others]
            .filter((other) => other.key !== key)
            .map((other) => (
              <Fragment key={other.key}>
                <a href={`#h-${other.key}`}>{say('admin.notes.go-to', { section: numbered(other) })}</a>{' '}
              </Fragment>
            ))}
        </p>
      ) : null}
      {place ? <p className="muted">{say('admin.review.place', place)}</p> : null}
      {isInAnother ? null : became === 'moved' || !text || (regrouped && isSame(text)) ? (
        <p>{say(regrouped ? 'diff.regrouped.same' : 'admin.notes.text-same')}</p>
      ) : (
        <ChangeText text={text} anchor={`d-${key}`} source={toolkit.sourceLanguage} reader={reader} say={say} />
      )}
      {proposed ? <p className="note">{proposed}.</p> : null}
      {uses ? <p className="muted xs uses">{uses}</p> : null}
    </>
  )
}
