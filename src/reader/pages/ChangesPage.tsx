import type { Extent } from '@/domain/comparedSections'
import { longDate } from '@/messages/dates'
import { type Translator, translatorFor } from '@/messages/translate'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { saySummary } from '@/textView/DifferenceSummary'
import { type ChangedSection, type ChangesView, MOST_COMPARED, type ReleaseSpan } from '../changesView'
import { PaperHead } from '../frame/PaperHead'
import { SaidWords } from '../frame/SaidWords'
import { StandingNote } from '../frame/StandingNote'
import { VersionFrame } from '../frame/VersionFrame'
import { WhyBox } from '../frame/WhyBox'
import { WhyReleased } from '../frame/WhyReleased'
import { changesPath, pathIn } from '../versionView'
import { ChangeElsewhere, sayElsewhere } from './ChangeElsewhere'
import { ChangedWords, ChangeMarks, ChangeNotes, extentOf, RegroupedWith, sayMoved } from './ChangeWords'
import { ChooseReleases } from './ChooseReleases'
import { SectionLinks } from './SectionNav'

/** The id of the heading above what changed in another language only. */
const ELSEWHERE = 'elsewhere'

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
  const all = changed + (span.elsewhere?.changes.length ?? 0) + same.length
  return (
    <VersionFrame
      version={version}
      title={title}
      paper={<PaperHead version={version} since={earlier.version} />}
      crumbs={[{ href: pathIn(version), words: words.name }]}
    >
      <div className="split">
        <div className="stack">
          <h1>{title}</h1>
          <p className="lead">
            {(changed > 0 || !span.elsewhere) && say('reader.changes-lead', { changed, all })}{' '}
            {urgent > 0 && say('reader.changes-urgent', { count: urgent })} <ElsewhereInShort span={span} />
          </p>
          <StandingNote version={version} />
          <ChooseReleases version={version} earlier={earlier} choices={choices} />
          <ReleaseNotes span={span} />
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
                <Corrections changes={changes} view={view} first={first} />
              ) : (
                <div className="stack-m">
                  {changes.map((change) => (
                    <ChangeEntry key={change.key} change={change} view={view} isOpen={change.key === first} />
                  ))}
                </div>
              )}
            </section>
          ))}
          <Elsewhere span={span} />
          {same.length > 0 && (
            <details className="left-out no-print">
              <summary>{say('reader.changes-same', { count: same.length })}</summary>
              <SectionLinks entries={same} version={version} />
            </details>
          )}
        </div>
        <aside className="side-r" aria-label={say('reader.about-page')}>
          <ul className="toc small">
            <li>
              <a href={pathIn(version)}>{say('reader.changes-contents', { version: release.version })}</a>
            </li>
            {!version.isCommon && (
              <li>
                <a href={pathIn(version, { compare: true })}>{say('reader.compare-with-common')}</a>
              </li>
            )}
          </ul>
        </aside>
      </div>
    </VersionFrame>
  )
}

/** How many sections changed in another language only, and how many of these changes are urgent. */
function ElsewhereInShort({ span: { version, elsewhere } }: { span: ReleaseSpan }) {
  if (!elsewhere) return null
  const say = translatorFor(version.language)
  const urgent = elsewhere.changes.filter(({ section }) => section.class === 'urgent').length
  return (
    <a href={`#${ELSEWHERE}`}>
      {say('reader.changes-elsewhere-lead', {
        count: elsewhere.changes.length,
        urgent,
        language: say(`words.language.${elsewhere.language}`),
      })}
    </a>
  )
}

/** The sections that changed in another language only: their words are shown on the pages in that language. */
function Elsewhere({ span }: { span: ReleaseSpan }) {
  const { version, elsewhere, releases } = span
  if (!elsewhere) return null
  return (
    <section className="changes" aria-labelledby={ELSEWHERE}>
      <h2 id={ELSEWHERE}>{sayElsewhere({ version, other: elsewhere.language })}</h2>
      <ul className="plain-list corrections">
        {elsewhere.changes.map(({ key, section }) => (
          <li key={key}>
            <p>
              <a href={pathIn(version, { section: section.here.slug })}>
                {section.here.number} <SaidWords said={section.here.title} />
              </a>
            </p>
            <ChangeMarks section={section} compared={undefined} version={version} />
            <ChangeNotes section={section} version={version} numbered={releases.length > 1} />
            <p className="small">
              <ChangeElsewhere span={span} section={section} other={elsewhere.language} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Why each of the releases in between was published, the oldest first. */
function ReleaseNotes({ span: { releases, version: at } }: { span: ReleaseSpan }) {
  const noted = releases.filter(({ notes }) => notes !== '')
  const { language, toolkit } = at
  const say = translatorFor(language)
  return noted.map((release) => {
    const { publishedAt, version } = release
    return (
      <p key={version} className="small said">
        <strong>{say('reader.changes-release', { version, date: longDate(publishedAt, language) })}</strong>{' '}
        <WhyReleased release={release} toolkit={toolkit} language={language} />
      </p>
    )
  })
}

function ChangeEntry({ change, view, isOpen }: { change: Entry; view: ChangesView; isOpen: boolean }) {
  const { span, compared: all } = view
  const { version, earlier } = span
  const { key, section } = change
  const { here, why } = section
  const { language } = version
  const say = translatorFor(language)
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
      <ChangeMarks section={section} compared={all.get(key)} version={version} />
      <RegroupedWith compared={all.get(key)} version={version} />
      <ChangeNotes section={section} version={version} numbered={span.releases.length > 1} />
      <FoldedWords change={change} view={view} isOpen={isOpen} />
      <WhyBox why={why} language={language} />
    </section>
  )
}

/** The words that differ, in a fold; on paper it is open. */
function FoldedWords({
  change: { key, section },
  view,
  isOpen,
}: {
  change: Entry
  view: ChangesView
  isOpen: boolean
}) {
  const { language } = view.span.version
  const compared = view.compared.get(key)
  if (!compared) return null
  const extent = extentOf(compared)
  const words = (
    <ChangedWords
      compared={compared}
      became={section.became}
      language={language}
      anchor={`c-${section.here.slug}-d`}
      headingOffset={2}
      only="changes"
    />
  )
  if (!extent) return words
  return (
    <details open={isOpen}>
      <summary>
        {sayExtent({ section, isRegrouped: compared.regrouped !== null, extent, say: translatorFor(language) })}
      </summary>
      {words}
    </details>
  )
}

/** How many words differ. Of a text that only one of the two releases has, how long it is. */
function sayExtent({
  section: { became },
  isRegrouped,
  extent,
  say,
}: {
  section: ChangedSection
  isRegrouped: boolean
  extent: Extent
  say: Translator
}) {
  if (isRegrouped) return saySummary({ counts: extent, t: say })
  if (became === 'new') return say('reader.changes-text', { count: extent.wordsAdded })
  if (became === 'removed' || became === 'left-out') return say('reader.changes-text', { count: extent.wordsRemoved })
  return saySummary({ counts: extent, t: say })
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

/** Changes that only correct: together, each with a page of its own. */
function Corrections({
  changes,
  view,
  first,
}: {
  changes: readonly Entry[]
  view: ChangesView
  /** The key of the section whose words are not folded. */
  first: string | undefined
}) {
  const { span } = view
  const { version, earlier } = span
  const say = translatorFor(version.language)
  return (
    <ul className="plain-list corrections">
      {changes.map((change) => {
        const { here } = change.section
        return (
          <li key={change.key}>
            <p>
              <a href={changesPath(version, earlier, here.slug)}>
                {here.number} <SaidWords said={here.title} />
              </a>{' '}
              {change.section.became === 'moved' && (
                <span className="small muted">{sayMoved({ compared: view.compared.get(change.key), say })}</span>
              )}
            </p>
            <RegroupedWith compared={view.compared.get(change.key)} version={version} />
            <ChangeNotes section={change.section} version={version} numbered={span.releases.length > 1} />
            <FoldedWords change={change} view={view} isOpen={change.key === first} />
          </li>
        )
      })}
    </ul>
  )
}
