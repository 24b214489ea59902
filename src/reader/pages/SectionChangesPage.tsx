import { countsOf } from '@/domain/comparedSections'
import { pathOf } from '@/domain/siteAddress'
import { translatorFor } from '@/messages/translate'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { DifferenceList } from '@/textView/DifferenceList'
import { saySummary } from '@/textView/DifferenceSummary'
import type { SectionChangesView } from '../changesView'
import { PaperHead } from '../frame/PaperHead'
import { SaidWords } from '../frame/SaidWords'
import { StandingNote } from '../frame/StandingNote'
import { VersionFrame } from '../frame/VersionFrame'
import { WhyBox } from '../frame/WhyBox'
import { changesPath, pathIn } from '../versionView'
import { ChangeElsewhere, sayElsewhere } from './ChangeElsewhere'
import { ChangedWords, ChangeMarks, ChangeNotes, RegroupedWith } from './ChangeWords'

/** What changed in one section between two releases, word by word, with the notes. */
export function SectionChangesPage({ view }: { view: SectionChangesView }) {
  const { span, here, changed, elsewhere } = view
  const { version, earlier } = span
  const { language, words, release } = version
  const say = translatorFor(language)
  const title = say('reader.changes-section-title', {
    section: `${here.number} ${here.title.value}`.trim(),
    since: earlier.version,
    version: release.version,
  })
  const pair = { since: earlier.version, version: release.version }
  return (
    <VersionFrame
      version={version}
      title={title}
      paper={<PaperHead version={version} section={here.slug} number={here.number} since={earlier.version} />}
      crumbs={[
        { href: pathIn(version), words: words.name },
        { href: changesPath(version, earlier), words: say('reader.changes-all', pair) },
      ]}
    >
      <div className="split">
        <div className="stack">
          <h1 lang={here.title.standsIn ? here.title.language : undefined}>{title}</h1>
          {changed && (
            <>
              <ChangeMarks section={changed.section} compared={changed.compared} version={version} />
              <RegroupedWith compared={changed.compared} version={version} />
            </>
          )}
          <StandingNote version={version} />
          {changed ? (
            <Changed view={view} changed={changed} />
          ) : (
            <p>{say('reader.changes-section-same', { ...pair, language: say(`words.language.${language}`) })}</p>
          )}
          {elsewhere && (
            <>
              <p>
                <strong>{sayElsewhere({ version, other: elsewhere.language })}.</strong>
              </p>
              <ChangeMarks section={elsewhere.section} compared={undefined} version={version} />
              <ChangeNotes section={elsewhere.section} version={version} numbered={span.releases.length > 1} />
              <p>
                <ChangeElsewhere span={span} section={elsewhere.section} other={elsewhere.language} />
              </p>
            </>
          )}
          <Pager view={view} />
        </div>
        <aside className="side-r" aria-label={say('reader.about-page')}>
          <ul className="toc small">
            {changed?.section.became !== 'removed' && (
              <li>
                <a href={pathIn(version, { section: here.slug })}>{say('reader.compare-read')}</a>
              </li>
            )}
            <li>
              <a href={changesPath(version, earlier)}>{say('reader.changes-all', pair)}</a>
            </li>
          </ul>
        </aside>
      </div>
    </VersionFrame>
  )
}

function Changed({
  view: { span, here, sentences },
  changed: { section, compared },
}: {
  view: SectionChangesView
  changed: NonNullable<SectionChangesView['changed']>
}) {
  const { version, earlier } = span
  const { language, release, words } = version
  const say = translatorFor(language)
  const address = { ...version.address, version: release.version, since: earlier.version, section: here.slug }
  const [own] = compared.words.filter((one) => one.language === language)
  const named = (number: string) => `${words.name} ${number}`
  return (
    <>
      <ChangeNotes section={section} version={version} numbered={span.releases.length > 1} />
      <WhyBox why={section.why} language={language} />
      {compared.words.length > 0 && (
        <>
          <section className="box summary" aria-labelledby="sum">
            <h2 id="sum">{saySummary({ counts: countsOf(compared), t: say })}</h2>
            {own && <DifferenceList change={own.change} t={say} />}
          </section>
          <nav aria-label={say('reader.compare-views')} className="no-print">
            <ul className="views">
              <li>
                <a href={pathOf(address)} aria-current={sentences ? undefined : 'page'}>
                  {say('reader.compare-in-text')}
                </a>
              </li>
              <li>
                <a href={pathOf(address, { sentences: true })} aria-current={sentences ? 'page' : undefined}>
                  {say('reader.compare-sentences')}
                </a>
              </li>
            </ul>
          </nav>
          {!sentences && (
            <DifferenceLegend
              t={say}
              added={say('reader.changes-added', { version: release.version })}
              removed={say('reader.changes-removed', { since: earlier.version })}
            />
          )}
        </>
      )}
      <ChangedWords
        compared={compared}
        became={section.became}
        language={language}
        anchor="d"
        headingOffset={0}
        view={sentences ? 'pairs' : 'text'}
        labels={{ before: named(earlier.version), after: named(release.version) }}
      />
    </>
  )
}

/** The previous and the next changed section, in the order of the page of all changes. */
function Pager({ view: { span, previous, next } }: { view: SectionChangesView }) {
  if (!previous && !next) return null
  const { version, earlier } = span
  const say = translatorFor(version.language)
  return (
    <nav className="pager" aria-label={say('reader.changes-pager')}>
      {previous && (
        <a className="back" href={changesPath(version, earlier, previous.here.slug)}>
          <span className="to">{say('reader.changes-previous')}</span>
          {previous.here.number} <SaidWords said={previous.here.title} />
        </a>
      )}
      {next && (
        <a className="on" href={changesPath(version, earlier, next.here.slug)}>
          <span className="to">{say('reader.changes-next')}</span>
          {next.here.number} <SaidWords said={next.here.title} />
        </a>
      )}
    </nav>
  )
}
