import { standsOn } from '@/domain/release'
import { longDate } from '@/messages/dates'
import { languageNames } from '@/messages/languageNames'
import { translatorFor } from '@/messages/translate'
import { RichTextView } from '@/textView/RichTextView'
import { ModeBadge } from '../frame/ModeBadge'
import { PaperHead } from '../frame/PaperHead'
import { shown } from '../frame/paper'
import { SaidWords } from '../frame/SaidWords'
import { StandingNote } from '../frame/StandingNote'
import { VersionFrame } from '../frame/VersionFrame'
import { WhyBox } from '../frame/WhyBox'
import type { SectionView } from '../sectionView'
import { newerCommonChangesPath, newerCommonPath, pathIn, permanentPath } from '../versionView'
import { NewerCommonNote } from './NewerCommonNote'
import { OnThisPage, SectionLinks, SectionNav } from './SectionNav'
import { SectionWords } from './SectionWords'

/** The page that people read, print and tick: one section of one release. */
export function SectionPage({ view, inNewest }: { view: SectionView; inNewest: boolean }) {
  const { version, here } = view
  const { language } = version
  const say = translatorFor(language)
  return (
    <VersionFrame
      version={version}
      title={`${here.number} ${here.title.value}`}
      paper={<PaperHead version={version} section={here.slug} number={here.number} />}
      crumbs={[
        { href: pathIn(version), words: version.words.name },
        ...view.above.map((entry) => ({
          href: pathIn(version, { section: entry.slug }),
          words: (
            <>
              {entry.number} <SaidWords said={entry.title} />
            </>
          ),
        })),
      ]}
    >
      <div className="three">
        <details className="contents">
          <summary>{say('reader.contents-of')}</summary>
          <nav aria-label={say('reader.contents')}>
            <SectionNav view={view} />
          </nav>
        </details>
        <aside className="side-r" aria-label={say('reader.about-page')}>
          <OnThisPage view={view} />
        </aside>
        <article className="prose">
          <h1>
            {here.number} <SaidWords said={here.title} />
          </h1>
          <ModeLine view={view} />
          <OneNote view={view} inNewest={inNewest} />
          {view.mode === 'omit' ? <LeftOut view={view} /> : <SectionWords view={view} />}
          <Below view={view} />
          <Cite view={view} />
          <Pager view={view} />
        </article>
      </div>
    </VersionFrame>
  )
}

function ModeLine({ view }: { view: SectionView }) {
  const { version, mode, difference, here, why } = view
  const { language } = version
  const say = translatorFor(language)
  if (version.isCommon)
    return (
      <p className="meta wide">
        <span>{say('reader.mode-common')}</span>
      </p>
    )
  const compare = pathIn(version, { section: here.slug, compare: true })
  return (
    <p className="meta wide">
      <ModeBadge mode={mode} language={language} />
      <span>{[modeSentence(view), translationSentence(view)].filter(Boolean).join(' ')}</span>
      {!isUrgentHere(view) && <BehindLinks view={view} />}
      {difference.is === 'different' && (
        <a href={compare}>
          {say(why ? 'reader.see-differences-why' : 'reader.see-differences', {
            count: difference.change.counts.changes,
          })}
        </a>
      )}
      {difference.is === 'not-comparable' && <a href={compare}>{say('reader.see-how')}</a>}
    </p>
  )
}

/** What the country did with the section, and on which common text it stands. */
function modeSentence({ version, mode, isAdaptedElsewhere, behind, isOriginUnknown, here }: SectionView): string {
  const { language, words } = version
  // A translation that lags is not the same as the common text.
  const isOther = behind !== null || isOriginUnknown
  const inherited = isOther ? 'reader.mode-based' : 'reader.mode-inherit'
  const elsewhere = isOther ? 'reader.mode-based-elsewhere' : 'reader.mode-adapt-elsewhere'
  const key = isAdaptedElsewhere ? elsewhere : mode === 'inherit' ? inherited : (`reader.mode-${mode}` as const)
  return translatorFor(language)(key, {
    base: baseOf({ version, here }),
    for: words.for,
    by: words.by,
    subject: words.subject,
  })
}

/** Who translated the section, and from which common text, if that has changed since. */
function translationSentence({ version, translated, behind, isOriginUnknown }: SectionView): string {
  if (!translated) return ''
  const say = translatorFor(version.language)
  const { by } = version.words
  if (behind && behind.from !== null) return say(`reader.behind-${translated}`, { by, from: behind.from })
  const what = say(`reader.translated-${translated}`, { by })
  if (behind) return `${what} ${say('reader.behind-earlier')}`
  return isOriginUnknown ? `${what} ${say('reader.behind-not-said')}` : what
}

function baseOf({ version: { release }, here }: Pick<SectionView, 'version' | 'here'>): string {
  return release.baseline ? standsOn(release.baseline, here.key).version : ''
}

/** Lacks the translation an urgent change, in the release that people use? */
function isUrgentHere({ behind, version }: SectionView): boolean {
  return behind?.isUrgent === true && version.standing.is === 'newest'
}

/** Where readers find what a translation does not say yet. */
function BehindLinks({ view: { behind, version } }: { view: SectionView }) {
  const say = translatorFor(version.language)
  if (!behind) return null
  const { changes, common } = behind
  return (
    <>
      {changes && <a href={changes}>{say('reader.behind-changes')}</a>}
      {changes && common && ' · '}
      {common && (
        <a href={common.href}>{say('reader.behind-common', { language: say(`words.language.${common.language}`) })}</a>
      )}
    </>
  )
}

/** The most urgent thing to know before reading; a page has one notice, directly below its title. */
function OneNote({ view, inNewest }: { view: SectionView; inNewest: boolean }) {
  const { version, here, mode } = view
  const { language, newerCommon, words } = version
  const say = translatorFor(language)
  if (version.standing.is !== 'newest')
    return <StandingNote version={version} {...(inNewest ? { section: here.slug } : {})} />
  if (isUrgentHere(view))
    return (
      <div className="note">
        <h2>{say('reader.behind-urgent')}</h2>
        <p className="small">
          {say('reader.behind-urgent-text', { base: baseOf(view) })} <BehindLinks view={view} />
        </p>
      </div>
    )
  const { newerSlug } = view
  const href = newerCommonPath(version, newerSlug)
  const whatChanged = newerCommonChangesPath(version, newerSlug ?? here.slug)
  if (newerCommon && view.changesInCommon && mode !== 'local')
    return (
      <div className="note">
        <h2>{say('reader.may-change')}</h2>
        <p className="small">
          {say(newerSlug ? 'reader.may-change-text' : 'reader.may-go-text', {
            version: newerCommon.version,
            subject: words.subject,
          })}{' '}
          <a href={href}>{say('reader.read-new-common')}</a>
          {whatChanged && (
            <>
              {' · '}
              <a href={whatChanged}>{say('admin.newer.read', { version: newerCommon.version })}</a>
            </>
          )}
        </p>
      </div>
    )
  if (newerCommon && view.changesInCommon === null && mode !== 'local')
    return <NewerCommonNote version={version} changes={null} />
  const standsIn = [view.summary, view.body, view.addition].flatMap((said) => (said?.standsIn ? [said.language] : []))
  if (standsIn.length > 0 && mode !== 'omit') {
    const others = languageNames({ languages: [...new Set(standsIn)], pageLanguage: language, t: say })
    return (
      <div className="note">
        <h2>{say('reader.stand-in-note', { language: say(`words.language.${language}`) })}</h2>
        <p className="small">
          {say('reader.stand-in-note-text', { other: others })} <a href="#stand-in">{say('reader.go-first')}</a>
        </p>
      </div>
    )
  }
  if (newerCommon && mode !== 'local' && !view.behind)
    return <p className="small muted">{say('reader.stays', { version: newerCommon.version })}</p>
  return null
}

/** A section that the country does not use: why, and the common text for readers who want to see what is left out. */
function LeftOut({ view }: { view: SectionView }) {
  const { version, body, why } = view
  const { language } = version
  const say = translatorFor(language)
  return (
    <>
      <WhyBox why={why} language={language} />
      {body && (
        <details className="left-out">
          <summary>{say('reader.left-out-text')}</summary>
          <div className="prose" lang={body.standsIn ? body.language : undefined}>
            <RichTextView blocks={body.value} language={body.language} pictures={view.pictures} />
          </div>
        </details>
      )}
    </>
  )
}

function Below({ view }: { view: SectionView }) {
  const { version, below } = view
  if (below.length === 0) return null
  return (
    <nav className="below" aria-labelledby="below">
      <h2 id="below">{translatorFor(version.language)('reader.in-this-part')}</h2>
      <SectionLinks entries={below} version={version} />
    </nav>
  )
}

function Cite({ view }: { view: SectionView }) {
  const { version, here, checkCode } = view
  const { language, release, words } = version
  const say = translatorFor(language)
  const path = permanentPath(version, { section: here.slug })
  return (
    <>
      <h2 id="cite">{say('reader.cite')}</h2>
      <p className="cite small">
        {say('reader.cite-text', {
          toolkit: version.toolkitTitle.value,
          country: words.name,
          version: release.version,
          number: here.number,
          title: here.title.value,
          language: say(`words.language.${language}`),
          date: longDate(release.publishedAt, language),
        })}{' '}
        <a href={path}>{shown(version.origin, path)}</a>{' '}
        <span className="muted nowrap">{say('reader.check-code', { code: checkCode })}</span>
      </p>
    </>
  )
}

function Pager({ view }: { view: SectionView }) {
  const { version, previous, next } = view
  if (!previous && !next) return null
  const say = translatorFor(version.language)
  return (
    <nav className="pager wide" aria-label={say('reader.pager')}>
      {previous && (
        <a className="back" href={pathIn(version, { section: previous.slug })}>
          <span className="to">{say('reader.previous')}</span>
          {previous.number} <SaidWords said={previous.title} />
        </a>
      )}
      {next && (
        <a className="on" href={pathIn(version, { section: next.slug })}>
          <span className="to">{say('reader.next')}</span>
          {next.number} <SaidWords said={next.title} />
        </a>
      )}
    </nav>
  )
}
