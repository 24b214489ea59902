import type { Language } from '@/domain/language'
import { saidIn } from '@/domain/said'
import { MODES } from '@/domain/section'
import { SignIcon } from '@/icons/SignIcon'
import { translatorFor } from '@/messages/translate'
import type { ContentsView, RemovedSection, ShownChange } from '../contentsView'
import { ModeBadge } from '../frame/ModeBadge'
import { PaperHead } from '../frame/PaperHead'
import { ReleaseList } from '../frame/ReleaseList'
import { SaidWords } from '../frame/SaidWords'
import { StandingNote } from '../frame/StandingNote'
import { VersionFrame } from '../frame/VersionFrame'
import { WhyReleased } from '../frame/WhyReleased'
import { type OutlineEntry, type Part, partsOf } from '../outline'
import type { Standing } from '../standing'
import { changesPath, pathIn, type VersionView } from '../versionView'
import { NewerCommonNote } from './NewerCommonNote'
import { SectionLinks } from './SectionNav'

/** The contents of one release of a country's version: every section with what the country did with it. */
export function ContentsPage({ view, standings }: { view: ContentsView; standings: ReadonlyMap<number, Standing> }) {
  const { version, outline, changes, steps } = view
  const { language, words, toolkit, release, isCommon } = version
  const say = translatorFor(language)
  const title = say('reader.country-toolkit', { country: words.name, toolkit: version.toolkitTitle.value })
  const description = saidIn(toolkit.description, { language, source: toolkit.sourceLanguage })
  return (
    <VersionFrame version={version} title={say('reader.contents')} paper={<PaperHead version={version} />}>
      <div className="split">
        <div className="stack">
          <h1 lang={version.toolkitTitle.standsIn ? version.toolkitTitle.language : undefined}>{title}</h1>
          {description && (
            <p className="lead">
              <SaidWords said={description} />
            </p>
          )}
          <StandingNote version={version} />
          {!isCommon && (
            <ul className="tools">
              <li>
                <a href={pathIn(version, { compare: true })}>
                  <SignIcon sign="compare" /> {say('reader.compare-with-common')}
                </a>
              </li>
            </ul>
          )}
          <h2 id="contents" className="far">
            {say('reader.contents')}
          </h2>
          <ol className="tree">
            {partsOf(outline).map((part) => (
              <PartView
                key={part.head?.key ?? part.entries[0]?.key}
                part={part}
                version={version}
                changed={new Map(changes?.entries.map(({ key, became }) => [key, became]))}
              />
            ))}
          </ol>
          {steps.length > 0 && (
            <section className="stack far">
              <h2 id="steps">{say('reader.by-step')}</h2>
              <div className="cols c2">
                {steps.map(({ stage, entries }) => (
                  <section key={stage}>
                    <h3 id={`step-${stage}`}>{say(`words.stage.${stage}`)}</h3>
                    <SectionLinks entries={entries} version={version} />
                  </section>
                ))}
              </div>
            </section>
          )}
        </div>
        <aside className="side-r stack" aria-label={say('reader.about-release')}>
          <NewerCommonNote version={version} changes={view.openInCommon} />
          {changes && (
            <div className="stack">
              <h2>{say('reader.what-changed', { version: release.version })}</h2>
              {release.notes && (
                <p className="small">
                  <WhyReleased release={release} toolkit={toolkit} language={language} />
                </p>
              )}
              {version.before && version.standing.is !== 'withdrawn' && (
                <p className="small">
                  <a href={changesPath(version, version.before)}>
                    {say('reader.changes-word-by-word', { since: version.before.version })}
                  </a>
                </p>
              )}
              {changes.entries.length > 0 && <SectionLinks entries={changes.entries} version={version} />}
              {changes.removed.length > 0 && (
                <RemovedSections removed={changes.removed} since={changes.since} language={language} />
              )}
              {changes.entries.length + changes.removed.length === 0 && (
                <p className="small">{say('reader.nothing-changed', { since: changes.since })}</p>
              )}
            </div>
          )}
          {!isCommon && <MarkLegend version={version} />}
          <div className="stack" id="releases">
            <h2>{say('reader.all-releases')}</h2>
            <ReleaseList language={language} toolkit={toolkit.slug} releases={version.releases} standings={standings} />
          </div>
        </aside>
      </div>
    </VersionFrame>
  )
}

function RemovedSections({
  removed,
  since,
  language,
}: {
  removed: readonly RemovedSection[]
  since: string
  language: Language
}) {
  return (
    <>
      <p className="small">{translatorFor(language)('reader.removed', { count: removed.length, since })}</p>
      <ul className="toc small">
        {removed.map(({ key, title, href }) => (
          <li key={key}>
            {href ? (
              <a href={href}>
                <SaidWords said={title} />
              </a>
            ) : (
              <SaidWords said={title} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function PartView({
  part,
  version,
  changed,
}: {
  part: Part
  version: VersionView
  changed: ReadonlyMap<string, ShownChange>
}) {
  const { head, entries } = part
  return (
    <li>
      {head && (
        <div className="part-head">
          <h3>
            <a href={pathIn(version, { section: head.slug })}>
              {head.number}. <SaidWords said={head.title} />
            </a>
          </h3>
          <EntryMarks entry={head} version={version} changed={changed.get(head.key)} />
        </div>
      )}
      <ol>
        {entries.map((entry) => (
          <li key={entry.key} className={entry.depth > 2 ? `deep d${Math.min(entry.depth, 5)}` : undefined}>
            <EntryName entry={entry} version={version} />
            <EntryMarks entry={entry} version={version} changed={changed.get(entry.key)} />
          </li>
        ))}
      </ol>
    </li>
  )
}

function EntryName({ entry, version }: { entry: OutlineEntry; version: VersionView }) {
  const href = pathIn(version, { section: entry.slug })
  const words = (
    <>
      <span className="num">{entry.number}</span>
      <span className="t">
        <SaidWords said={entry.title} />
      </span>
    </>
  )
  // The page of an unused section has only its reason.
  if (entry.mode !== 'omit')
    return (
      <a className="entry" href={href}>
        {words}
      </a>
    )
  return (
    <span className="entry">
      {words}{' '}
      <a className="small" href={href}>
        {translatorFor(version.language)('reader.see-reason')}
        <span className="vh">
          : <SaidWords said={entry.title} />
        </span>
      </a>
    </span>
  )
}

function EntryMarks({ entry, version, changed }: { entry: OutlineEntry; version: VersionView; changed?: ShownChange }) {
  const { language, release } = version
  const say = translatorFor(language)
  return (
    <>
      {changed && (
        <span className="small plain">
          <SignIcon sign="changed" />
          {say(`reader.became-${changed}`, { version: release.version })}
        </span>
      )}
      {!version.isCommon && <ModeBadge mode={entry.mode} language={language} />}
    </>
  )
}

function MarkLegend({ version: { language, words } }: { version: VersionView }) {
  const say = translatorFor(language)
  return (
    <div className="stack">
      <h2>{say('reader.marks')}</h2>
      <dl className="legend small">
        {MODES.map((mode) => (
          <div key={mode}>
            <dt>
              <ModeBadge mode={mode} language={language} />
            </dt>
            <dd>{say(`reader.mark-${mode}`, { for: words.for, by: words.by })}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
