import type { Language } from '@/domain/language'
import { longDate } from '@/messages/dates'
import { translatorFor } from '@/messages/translate'
import type { ReleaseHead } from '@/stored/release'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { saySummary } from '@/textView/DifferenceSummary'
import { type ChangedSection, type ChangesView, MOST_COMPARED } from '../changesView'
import { PaperHead } from '../frame/PaperHead'
import { SaidWords } from '../frame/SaidWords'
import { StandingNote } from '../frame/StandingNote'
import { VersionFrame } from '../frame/VersionFrame'
import { WhyBox } from '../frame/WhyBox'
import { changesPath, pathIn } from '../versionView'
import { ChangedWords, ChangeMarks, ChangeNotes, extentOf } from './ChangeWords'
import { ChooseReleases } from './ChooseReleases'
import { SectionLinks } from './SectionNav'

type Entry = { key: string; section: ChangedSection }

/** Every section that changed between two releases: what matters most first, with the notes and the words. */
export function ChangesPage({ view }: { view: ChangesView }) {
  const { span, changed, choices, same } = view
  const { version, earlier, groups } = span
  const { language, release, words } = version
  const say = translatorFor(language)
  const title = say('reader.changes-title', { country: words.name, since: earlier.version, version: release.version })
  const urgent = groups.find(({ group }) => group === 'urgent')?.changes.length ?? 0
  const first = groups[0]?.changes[0]?.key
  return (
    <VersionFrame
      version={version}
      title={title}
      paper={<PaperHead version={version} since={earlier.version} />}
      crumbs={[{ href: pathIn(version), words: words.name }]}
    >
      <div className="stack">
        <h1>{title}</h1>
        <p className="lead">
          {say('reader.changes-lead', { changed, all: changed + same.length })}{' '}
          {urgent > 0 && say('reader.changes-urgent', { count: urgent })}
        </p>
        <StandingNote version={version} />
        <ChooseReleases version={version} earlier={earlier} choices={choices} />
        <ReleaseNotes releases={span.releases} language={language} />
        {span.isNewLanguage && (
          <p>
            {say('reader.changes-new-language', {
              since: earlier.version,
              language: say(`words.language.${language}`),
            })}
          </p>
        )}
        {changed > MOST_COMPARED && <p>{say('reader.changes-too-many', { count: MOST_COMPARED })}</p>}
        {changed > 0 && (
          <DifferenceLegend
            t={say}
            added={say('reader.changes-added', { version: release.version })}
            removed={say('reader.changes-removed', { since: earlier.version })}
          />
        )}
        {groups.map(({ group, changes }) => (
          <section key={group} className="changes" aria-labelledby={group}>
            <h2 id={group}>{say(`reader.changes-group-${group}`)}</h2>
            {group === 'editorial' ? (
              <Corrections changes={changes} view={view} />
            ) : (
              <div className="stack-m">
                {changes.map((change) => (
                  <ChangeEntry key={change.key} change={change} view={view} isOpen={change.key === first} />
                ))}
              </div>
            )}
          </section>
        ))}
        {same.length > 0 && (
          <details className="left-out no-print">
            <summary>{say('reader.changes-same', { count: same.length })}</summary>
            <SectionLinks entries={same} version={version} />
          </details>
        )}
      </div>
    </VersionFrame>
  )
}

/** Why each of the releases in between was published, the oldest first. */
function ReleaseNotes({ releases, language }: { releases: readonly ReleaseHead[]; language: Language }) {
  const noted = releases.filter(({ notes }) => notes !== '')
  const say = translatorFor(language)
  return noted.map(({ notes, publishedAt, version }) => (
    <p key={version} className="small said">
      <strong>{say('reader.changes-release', { version, date: longDate(publishedAt, language) })}</strong> {notes}
    </p>
  ))
}

function ChangeEntry({ change, view, isOpen }: { change: Entry; view: ChangesView; isOpen: boolean }) {
  const { span, compared: all } = view
  const { version, earlier } = span
  const { key, section } = change
  const { here, became, why } = section
  const { language } = version
  const say = translatorFor(language)
  const compared = all.get(key)
  const extent = extentOf(compared)
  const id = `c-${here.slug}`
  return (
    <section className="change" aria-labelledby={id}>
      <header>
        <h3 id={id}>
          <SectionLink section={section} view={view} />
        </h3>
        <p className="small no-print">
          <a href={changesPath(version, earlier, here.slug)}>
            {say('reader.changes-alone')}
            <SpokenName section={section} />
          </a>
        </p>
      </header>
      <ChangeMarks section={section} compared={compared} version={version} />
      <ChangeNotes section={section} version={version} numbered={span.releases.length > 1} />
      {compared && extent ? (
        <details open={isOpen}>
          <summary>{saySummary({ counts: extent, t: say })}</summary>
          <ChangedWords
            compared={compared}
            became={became}
            language={language}
            anchor={`${id}-d`}
            headingOffset={2}
            only="changes"
          />
        </details>
      ) : (
        compared && (
          <ChangedWords
            compared={compared}
            became={became}
            language={language}
            anchor={`${id}-d`}
            headingOffset={2}
            only="changes"
          />
        )
      )}
      <WhyBox why={why} language={language} />
    </section>
  )
}

/** The link to the section itself: in the later release, or in the earlier one if it was removed. */
function SectionLink({ section: { here, became }, view }: { section: ChangedSection; view: ChangesView }) {
  const { version, earlier } = view.span
  const words = (
    <>
      {here.number} <SaidWords said={here.title} />
    </>
  )
  if (became !== 'removed') return <a href={pathIn(version, { section: here.slug })}>{words}</a>
  // The earlier release may not have been published in the language of the page.
  if (!earlier.languages.includes(version.language)) return words
  return <a href={pathIn(versionOf(view), { section: here.slug })}>{words}</a>
}

function versionOf({ span: { version, earlier } }: ChangesView) {
  return { ...version, address: { ...version.address, version: earlier.version } }
}

function SpokenName({ section: { here } }: { section: ChangedSection }) {
  return (
    <span className="vh">
      : {here.number} <SaidWords said={here.title} />
    </span>
  )
}

/** Changes that only correct: together, each with what was corrected and a page of its own. */
function Corrections({ changes, view }: { changes: readonly Entry[]; view: ChangesView }) {
  const { span, compared } = view
  const { version, earlier } = span
  const say = translatorFor(version.language)
  return (
    <ul className="plain-list corrections">
      {changes.map(({ key, section }) => {
        const extent = extentOf(compared.get(key))
        return (
          <li key={key}>
            <p>
              <a href={changesPath(version, earlier, section.here.slug)}>
                {section.here.number} <SaidWords said={section.here.title} />
              </a>{' '}
              <span className="small muted">
                {extent ? saySummary({ counts: extent, t: say }) : say(`admin.since.${section.became}`)}
              </span>
            </p>
            <ChangeNotes section={section} version={version} numbered={span.releases.length > 1} />
          </li>
        )
      })}
    </ul>
  )
}
