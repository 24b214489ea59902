import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { CHANGE_CLASSES } from '@/domain/changeNote'
import { grouped } from '@/domain/grouped'
import type { Language } from '@/domain/language'
import { isEmptyField } from '@/domain/richText/sameText'
import { shortDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import { today } from '@/stored/today'
import { loadToolkitById } from '@/stored/toolkits'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { type ViewProps, visitorOf } from '../frame/visitor'
import { AboutDifference } from '../review/AboutDifference'
import { OutgoingList } from '../review/OutgoingList.client'
import { outgoingSection } from '../review/outgoingSection'
import { releasedAddress } from '../review/Released'
import { frameworkAddress, nextReleaseAddress } from '../words/addresses'
import { BlockedButton } from '../words/BlockedButton'
import { atMost, becauseOf } from '../words/because'
import { ChangeClassStatus } from '../words/ChangeClassStatus'
import { FoldBody, FoldCell, FoldRow, FoldTable } from '../words/FoldTable'
import { crumbOf, toolkitTitle } from '../words/titles'
import { CountriesGet } from './CountriesGet'
import { loadReleaseSummary } from './loadReleaseSummary'
import type { NextRelease } from './nextRelease'
import { byRegroupedKey, type RegroupedSections, sayBecame, sayRegrouped } from './regroupedSections'
import { type ChangedSection, numbered, type ReleaseWork, releaseInput } from './releaseWork'
import { whyNoRelease } from './whyNoRelease'
import '../editor/editor.css'
import '../history/history.css'
import './release.css'

/** How many reasons are listed beside the button; the screen of the notes lists all. */
const MOST_REASONS = 4

/**
 * `/admin/framework/:toolkit/release/summary`: what the next release contains and whom it reaches, before it is final.
 * The button publishes the notes that are shown here.
 */
export async function ReleaseSummaryView(view: ViewProps<'toolkit'>) {
  const { actor, language, req, say } = await visitorOf(view)
  const toolkit = await loadToolkitById({ req, id: view.params.toolkit })
  if (!toolkit) return <PlainPage view={view} about="not-there" />
  const crumbs = [
    crumbOf(toolkitTitle({ toolkit, language }), frameworkAddress(toolkit)),
    { label: say('admin.notes.title'), href: nextReleaseAddress(toolkit) },
  ]
  const keeps = hasRoleEverywhere(actor, KEEPERS)
  if (!keeps)
    return (
      <AdminFrame view={view} title={say('admin.notes.summary-title')} crumbs={crumbs} sample={toolkit.sample}>
        <BlockedButton
          label={say('admin.notes.check')}
          because={becauseOf({ refusals: [{ key: 'refusal.role-release' }], language })}
        />
      </AdminFrame>
    )
  const work = await loadReleaseSummary({ req, toolkit, language, today: today() })
  const { common, draft, held, next, reached, regrouped, sections, text, version } = work
  const { going, removed, about } = next
  const because = whyNoRelease({ sections, toolkit, text, inUse: common.inUse, keeps, language })
  const missing = because.length > 0 ? [] : missingIn({ work, language, say })
  const act =
    reached.length === 0
      ? say('admin.release.do-alone', { version })
      : say('admin.release.do-common', { version, count: reached.length })
  const isAboutOnly = going.length + removed.length === 0 && about.length > 0
  const old = work.changed.filter(({ isNoteOld }) => isNoteOld)
  return (
    <AdminFrame
      view={view}
      title={say('admin.release.question-common', { version })}
      crumb={say('admin.notes.summary-title')}
      crumbs={crumbs}
      sample={toolkit.sample}
      lead={
        <p>
          {isAboutOnly
            ? say('admin.release.about-only', {
                count: reached.length,
                countries: reached.map(({ name }) => name).join(', '),
              })
            : say('admin.release.reach', {
                sections: going.length,
                removed: removed.length,
                countries: reached.length,
              })}
        </p>
      }
    >
      <div className="stack-l">
        {common.withdrawal ? (
          <p>{say('admin.release.after-withdrawal', { version: common.withdrawal.version })}</p>
        ) : null}
        <div className="cols released">
          <section className="stack" aria-labelledby="goes-out">
            <h2 id="goes-out">{say('admin.release.goes-out')}</h2>
            {work.changed.length > 0 ? (
              <ByClass work={work} regrouped={regrouped} language={language} say={say} />
            ) : null}
            {regrouped.map((one) => (
              <p key={one.head.key} className="note">
                {sayRegrouped({ regrouped: one, language, say })}
              </p>
            ))}
            <WholeText work={work} going={going} reader={language} say={say} />
          </section>
          <div className="stack">
            {common.withdrawal ? <StillHeld held={held} say={say} /> : null}
            {isAboutOnly ? null : (
              <CountriesGet
                countries={reached}
                version={version}
                last={common.inUse?.version ?? null}
                hasEditorial={work.changed.some(({ note }) => note.class === 'editorial')}
                say={say}
              />
            )}
          </div>
        </div>
        <AboutDifference changes={about} of="common" level="h2" reader={language} say={say} />
        <section className="panel stack" aria-labelledby="seen-first">
          <h2 id="seen-first">{say('admin.release.notes-common')}</h2>
          {isEmptyField(draft.release.summary) ? (
            <p className="muted">{say('admin.notes.lack.summary')}</p>
          ) : (
            <p className="typed-text" lang={toolkit.sourceLanguage === language ? undefined : toolkit.sourceLanguage}>
              {draft.release.summary}
            </p>
          )}
        </section>
        {old.length > 0 ? (
          <section className="warn" aria-labelledby="old-notes">
            <p id="old-notes">
              <strong>{say('admin.notes.old-notes')}</strong>
            </p>
            <ul>
              {old.map((section) => (
                <li key={section.key}>
                  <a href={`${nextReleaseAddress(toolkit)}#s-${section.key}`}>{numbered(section)}</a>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <p className="note">
          <strong>{say('admin.release.final')}</strong> {say('admin.release.correction')}
        </p>
      </div>
      <div className="actions">
        <p className="actions-words muted">{say('admin.notes.recorded')}</p>
        <div className="row">
          <a className="btn second" href={nextReleaseAddress(toolkit)}>
            {say('admin.release.back')}
          </a>
          {because.length + missing.length > 0 ? (
            <BlockedButton label={act} because={[...because, ...missing]} />
          ) : (
            <ActionButton
              action="release-master"
              input={releaseInput(work)}
              label={act}
              words={actionWords(say)}
              next={releasedAddress(frameworkAddress(toolkit))}
            />
          )}
        </div>
      </div>
    </AdminFrame>
  )
}

/** What is missing, each with a link to its place on the screen of the notes. */
function missingIn({
  work: { missing, toolkit },
  language,
  say,
}: {
  work: ReleaseWork
  language: Language
  say: Translator
}) {
  const notes = nextReleaseAddress(toolkit)
  const because = becauseOf({
    refusals: missing,
    language,
    wayOut: ({ field = '' }) => {
      const key = field.includes(':') ? field.slice(field.indexOf(':') + 1) : ''
      return { href: key ? `${notes}#s-${key}` : `${notes}#${field}`, link: say('admin.release.back') }
    },
  })
  return atMost({ because, most: MOST_REASONS, language, href: notes })
}

/** The changed sections by class and day, the most important first. */
function ByClass({
  work: { changed },
  regrouped,
  language,
  say,
}: {
  work: ReleaseWork
  regrouped: readonly RegroupedSections[]
  language: Language
  say: Translator
}) {
  const regroupedBy = byRegroupedKey(regrouped)
  const becameOf = (section: ChangedSection) => {
    const of = regroupedBy.get(section.key) ?? null
    return section.became === 'changed' && !of ? null : sayBecame({ section, regrouped: of, say })
  }
  const heads = { sections: say('admin.framework.sections'), date: say('admin.notes.decide-by') }
  const dayOf = ({ note }: ChangedSection) => (note.class === 'editorial' ? '' : (note.decideBy ?? ''))
  const rows = [...CHANGE_CLASSES.toReversed(), null].flatMap((of) => {
    const byDay = grouped(
      changed.filter(({ note }) => note.class === of),
      dayOf,
    )
    return [...byDay]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([day, sections]) => ({ of, day, sections }))
  })
  return (
    <FoldTable name={{ labelledBy: 'goes-out' }} headings={[say('admin.notes.class-head'), heads.sections, heads.date]}>
      <FoldBody>
        {rows.map(({ of, day, sections }) => (
          <FoldRow
            key={`${of} ${day}`}
            head={
              of ? (
                <ChangeClassStatus of={of} word={say(`words.change-class.${of}`)} />
              ) : (
                <span>{say('admin.notes.no-class')}</span>
              )
            }
          >
            <FoldCell heading={heads.sections}>
              <ul className="plain-list">
                {sections.map((section) => {
                  const became = becameOf(section)
                  return (
                    <li key={section.key}>
                      <span lang={section.title.language === language ? undefined : section.title.language}>
                        {numbered(section)}
                      </span>{' '}
                      {became === null ? null : <span className="muted">({became})</span>}
                    </li>
                  )
                })}
              </ul>
            </FoldCell>
            <FoldCell heading={heads.date}>{day ? shortDate(day, language) : say('admin.notes.no-date')}</FoldCell>
          </FoldRow>
        ))}
      </FoldBody>
    </FoldTable>
  )
}

/** All sections, if nothing is in use that they could be compared with: in the first release and after a withdrawal. */
function WholeText({
  work: { changed, common },
  going,
  reader,
  say,
}: {
  work: ReleaseWork
  going: NextRelease['going']
  reader: Language
  say: Translator
}) {
  if (common.inUse) return null
  const list = (
    <OutgoingList
      sections={going.map(({ key, number, title }) => outgoingSection({ key, number, title, reader, note: null }))}
    />
  )
  if (changed.length === 0) return list
  return (
    <details className="disclose">
      <summary>{say('admin.notes.whole-text', { count: going.length })}</summary>
      {list}
    </details>
  )
}

/**
 * The countries that have written in sections which a withdrawn release had and the next one does not have: no
 * comparison mentions them.
 */
function StillHeld({ held, say }: { held: readonly { name: string; sections: number }[]; say: Translator }) {
  if (held.length === 0) return null
  const countries = held.map(({ name, sections }) => `${name} (${sections})`).join(', ')
  return <p>{say('admin.release.still-held', { countries })}</p>
}
