import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import type { Language } from '@/domain/language'
import { notesLanguage } from '@/domain/notesLanguage'
import { MASTER, type Release } from '@/domain/release'
import { type Standing, standingOf, withdrawalOf } from '@/domain/standing'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import { loadListedSections } from '@/stored/listedSections'
import { commonAbout } from '@/stored/releaseFacts'
import { releasesOf } from '@/stored/releases'
import { loadToolkitById, type Toolkit } from '@/stored/toolkits'
import { DoneMessage } from '../DoneMessage'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, visitorOf } from '../frame/visitor'
import { nothingToRelease } from '../release/whyNoRelease'
import { RELEASED, Released, WITHDRAWN, Withdrawn } from '../review/Released'
import { Withdraw } from '../review/Withdraw'
import {
  addToFrameworkAddress,
  changesAddress,
  checkAddress,
  deleteToolkitAddress,
  FRAMEWORKS,
  frameworkAddress,
  frameworkRemovedAddress,
  frameworkSectionAddress,
  importAddress,
  nextReleaseAddress,
  siteAddress,
  wordFileAddress,
} from '../words/addresses'
import { BlockedButton } from '../words/BlockedButton'
import { becauseOf } from '../words/because'
import { toolkitTitle } from '../words/titles'
import { changesInWords } from './changesInWords'
import { doneInTree } from './doneInTree'
import { FrameworkTable } from './FrameworkTable'
import { frameworkLanguages } from './frameworkLanguages'
import { lastReleaseWords } from './lastReleaseWords'
import { type WorkingText, workingText } from './workingRows'

const DONE_WORDS = {
  returned: 'editor.removed.returned',
  divided: 'tree.divided',
  joined: 'tree.joined',
} as const

/** `/admin/framework/:toolkit`: the common framework, what changed in it, and its releases. */
export async function FrameworkView(view: ViewProps<'toolkit'>) {
  const { actor, language, req, say } = await visitorOf(view)
  const toolkit = await loadToolkitById({ req, id: view.params.toolkit })
  if (!toolkit) return <PlainPage view={view} about="not-there" />
  const [sections, releases] = await Promise.all([
    loadListedSections({ req, toolkit: toolkit.id }),
    releasesOf({ req, toolkit: toolkit.id, country: MASTER }),
  ])
  const common = standingOf(releases)
  const { lastText: last } = common
  const languages = frameworkLanguages({ sections, toolkit })
  const about = commonAbout(toolkit)
  const text = workingText({ sections, about, last, languages, reader: language })
  const title = toolkitTitle({ toolkit, language })
  const keeps = hasRoleEverywhere(actor, KEEPERS)
  const done = doneInTree(view, text.rows)
  const onlyChanged = queryOf(view, 'show') === 'changed'
  return (
    <AdminFrame
      view={view}
      title={say('admin.framework.title', { toolkit: title.text })}
      crumbs={[{ label: say('admin.frameworks.title'), href: FRAMEWORKS }]}
      sample={toolkit.sample}
      lead={
        <p className="muted">
          {say('admin.frameworks.sections', { count: text.rows.length })}{' '}
          {lastReleaseWords({ common, changes: last ? changesInWords({ text, say }) : '', language, say })}
        </p>
      }
      buttons={
        <>
          {text.rows.length === 0
            ? null
            : languages.map((one) => (
                <a key={one} className="btn quiet" href={wordFileAddress({ toolkit: toolkit.id }, { language: one })}>
                  {say('report.download')}: {say(`words.language.${one}`)}
                </a>
              ))}
          {keeps ? (
            <>
              <a className="btn second" href={addToFrameworkAddress(toolkit)}>
                {say('tree.add.open')}
              </a>
              <a className="btn second" href={importAddress(toolkit.slug)}>
                {say('admin.framework.import')}
              </a>
            </>
          ) : (
            <BlockedButton
              label={say('admin.framework.import')}
              because={becauseOf({ refusals: [{ key: 'refusal.role-import' }], language })}
            />
          )}
        </>
      }
    >
      <div className="stack-l">
        {done ? (
          <DoneMessage
            about={`${done.row.key} ${done.row.rev}`}
            title={say(DONE_WORDS[done.what], { section: done.row.title.text })}
          >
            <p>
              <a
                href={frameworkSectionAddress({
                  toolkit: toolkit.id,
                  key: done.row.key,
                  language: toolkit.sourceLanguage,
                })}
              >
                {say('tree.done.open', { section: `${done.row.number} ${done.row.title.text}` })}
              </a>
            </p>
          </DoneMessage>
        ) : null}
        <Released asked={queryOf(view, RELEASED)} newest={common.inUse} say={say} />
        <Withdrawn asked={queryOf(view, WITHDRAWN)} newest={common.withdrawal} say={say} />
        <ReleasePanel toolkit={toolkit} text={text} common={common} keeps={keeps} language={language} say={say} />
        <section className="stack" aria-labelledby="sections">
          <h2 id="sections">{say('admin.framework.sections')}</h2>
          <nav aria-label={say('admin.filter.label')}>
            <ul className="filters">
              <li>
                <a href={frameworkAddress(toolkit)} aria-current={onlyChanged ? undefined : 'true'}>
                  {say('admin.filter.all')} <b>{text.rows.length}</b>
                </a>
              </li>
              {last ? (
                <li>
                  <a href={`${frameworkAddress(toolkit)}?show=changed`} aria-current={onlyChanged ? 'true' : undefined}>
                    {say('admin.framework.changed-since', { version: last.version })} <b>{text.changed}</b>
                  </a>
                </li>
              ) : null}
            </ul>
          </nav>
          {text.removed.length > 0 ? (
            <p className="note">{say('admin.framework.removed', { count: text.removed.length })}</p>
          ) : null}
          <FrameworkTable
            toolkit={toolkit}
            rows={onlyChanged ? text.rows.filter(({ state }) => state !== 'same') : text.rows}
            languages={languages}
            last={last}
            reader={language}
            say={say}
            canMove={keeps && !onlyChanged}
          />
          <p>
            <a href={frameworkRemovedAddress(toolkit)}>{say('editor.removed.title')}</a>
          </p>
        </section>
        <Releases releases={releases} toolkit={toolkit} language={language} say={say} />
        {common.inUse && keeps ? (
          <Withdraw
            release={common.inUse}
            screen={frameworkAddress(toolkit)}
            actor={actor}
            language={language}
            say={say}
          />
        ) : null}
        {keeps && releases.length === 0 ? (
          <p>
            <a href={deleteToolkitAddress(toolkit)}>{say('tree.delete.open')}</a>
          </p>
        ) : null}
      </div>
    </AdminFrame>
  )
}

/** The way to the next release, or why there is none. */
function ReleasePanel({
  toolkit,
  text,
  common: { inUse, withdrawal },
  keeps,
  language,
  say,
}: {
  toolkit: Toolkit
  text: WorkingText
  common: Standing
  keeps: boolean
  language: Language
  say: Translator
}) {
  const refusal = keeps ? nothingToRelease({ text, inUse }) : ({ key: 'refusal.role-release' } as const)
  const prepare = say('admin.framework.prepare')
  return (
    <section className="panel stack" id="release" aria-labelledby="release-h">
      <h2 id="release-h">{say('admin.framework.release')}</h2>
      <p>{say('admin.framework.release-what')}</p>
      <p>
        {say('check.first')} <a href={checkAddress({ toolkit: toolkit.id })}>{say('check.name-common')}</a>
      </p>
      {withdrawal ? <p className="note">{say('admin.framework.withdrawn')}</p> : null}
      {refusal ? (
        <BlockedButton label={prepare} because={becauseOf({ refusals: [refusal], language })} />
      ) : (
        <>
          <p>{say('admin.framework.prepare-what')}</p>
          <p>
            <a className="btn" href={nextReleaseAddress(toolkit)}>
              {prepare}
            </a>
          </p>
        </>
      )}
    </section>
  )
}

function Releases({
  releases,
  toolkit,
  language,
  say,
}: {
  releases: Release[]
  toolkit: Toolkit
  language: Language
  say: Translator
}) {
  const first = releases.at(-1)
  return (
    <section className="stack" aria-labelledby="releases">
      <h2 id="releases">{say('admin.framework.releases')}</h2>
      {releases.length === 0 ? <p className="muted">{say('admin.frameworks.no-release')}</p> : null}
      <ul className="tasks two">
        {releases.map((release) => {
          const { country, id, kind, version, publishedAt, notes } = release
          const inLanguage = release.languages.includes(language) ? language : toolkit.sourceLanguage
          const name = say(
            kind === 'withdrawal'
              ? 'admin.framework.withdrawal'
              : withdrawalOf(release, releases)
                ? 'admin.framework.release-withdrawn'
                : 'admin.framework.release-name',
            { version },
          )
          return (
            <li key={id}>
              <div>
                <h3>{name}</h3>
                <p className="muted">
                  {longDate(publishedAt, language)}.{' '}
                  <span lang={notesLanguage({ country, source: toolkit.sourceLanguage, page: language })}>{notes}</span>
                </p>
              </div>
              <div className="row">
                {kind === 'release' && release !== first ? (
                  <a href={changesAddress({ toolkit: toolkit.id }, { to: version })}>
                    {say('admin.newer.read', { version })}
                  </a>
                ) : null}
                <a
                  className="btn second sm"
                  href={siteAddress({ country: MASTER, language: inLanguage, toolkit, version })}
                >
                  {say('admin.framework.read')}
                  <span className="vh">: {name}</span>
                </a>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
