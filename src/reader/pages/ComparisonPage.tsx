import { standsOn } from '@/domain/release'
import { pathOf } from '@/domain/siteAddress'
import { translatorFor } from '@/messages/translate'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { DifferenceList } from '@/textView/DifferenceList'
import { DifferenceSummary } from '@/textView/DifferenceSummary'
import { RichTextView } from '@/textView/RichTextView'
import { SectionDifference } from '@/textView/SectionDifference'
import type { ComparisonView } from '../comparisonView'
import { ENDONYMS } from '../endonyms'
import { ModeBadge } from '../frame/ModeBadge'
import { PaperHead } from '../frame/PaperHead'
import { SaidWords } from '../frame/SaidWords'
import { StandingNote } from '../frame/StandingNote'
import { VersionFrame } from '../frame/VersionFrame'
import { WhyBox } from '../frame/WhyBox'
import { pathIn } from '../versionView'

/** How one section of a country differs from the common text, word by word, and why. */
export function ComparisonPage({ view }: { view: ComparisonView }) {
  const { version, here, why, difference } = view
  const { language, words, release } = version
  const say = translatorFor(language)
  const section = `${here.number} ${here.title.value}`
  return (
    <VersionFrame
      version={version}
      title={say('reader.compare-title', { section, country: words.name })}
      paper={<PaperHead version={version} section={here.slug} number={here.number} compare />}
      crumbs={[
        { href: pathIn(version), words: words.name },
        {
          href: pathIn(version, { section: here.slug }),
          words: (
            <>
              {here.number} <SaidWords said={here.title} />
            </>
          ),
        },
      ]}
    >
      <div className="split">
        <div className="stack">
          <h1 lang={here.title.standsIn ? here.title.language : undefined}>
            {say('reader.compare-title', { section, country: words.name })}
          </h1>
          <p className="meta">
            <ModeBadge mode={here.mode} language={language} />
            {release.baseline && (
              <span>
                {say('reader.compare-against', {
                  country: words.name,
                  version: release.version,
                  base: standsOn(release.baseline, here.key).version,
                })}
              </span>
            )}
          </p>
          <StandingNote version={version} />
          <Translated view={view} />
          {view.isAdditionOnly && (
            <p>{say('reader.compare-addition-only', { language: say(`words.language.${language}`) })}</p>
          )}
          {difference.is === 'different' ? <Differences view={view} /> : <NoWordsToCompare view={view} />}
          {difference.is !== 'different' && <WhyBox why={why} language={language} />}
          <CommonText view={view} />
        </div>
        <aside className="side-r" aria-label={say('reader.about-page')}>
          <ul className="toc small">
            <li>
              <a href={pathIn(version, { section: here.slug })}>{say('reader.compare-read')}</a>
            </li>
            <li>
              <a href={pathIn(version, { compare: true })}>{say('reader.compare-other-sections')}</a>
            </li>
          </ul>
        </aside>
      </div>
    </VersionFrame>
  )
}

function Differences({ view }: { view: ComparisonView }) {
  const { version, here, why, difference, sentences } = view
  const { language, words, release } = version
  const say = translatorFor(language)
  if (difference.is !== 'different') return null
  const only = say('reader.compare-only-common')
  const { country, toolkit, version: number } = version.address
  const address = {
    country,
    language,
    toolkit,
    ...(number ? { version: number } : {}),
    section: here.slug,
    compare: true as const,
  }
  return (
    <>
      <section className="box summary" aria-labelledby="sum">
        <h2 id="sum">
          <DifferenceSummary counts={difference.change.counts} t={say} />
        </h2>
        <DifferenceList change={difference.change} t={say} />
      </section>
      <WhyBox why={why} language={language} />
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
          <li>
            <a href={pathIn(version, { section: here.slug })}>{say('reader.compare-final')}</a>
          </li>
        </ul>
      </nav>
      {!sentences && <DifferenceLegend t={say} added={say('reader.added', { by: words.by })} removed={only} />}
      <div className={sentences ? 'stack-m' : 'prose diff'}>
        <SectionDifference
          change={difference.change}
          language={language}
          t={say}
          view={sentences ? 'pairs' : 'text'}
          beforeLabel={`${say('words.country.master')} ${release.baseline ? standsOn(release.baseline, view.here.key).version : ''}`.trim()}
          afterLabel={`${words.name} ${release.version}`}
          pictureUrl={(media) => `/files/${encodeURIComponent(media)}`}
        />
      </div>
    </>
  )
}

function NoWordsToCompare({ view }: { view: ComparisonView }) {
  const { version, here, difference, translated } = view
  const { language, words, address, release } = version
  const say = translatorFor(language)
  switch (difference.is) {
    case 'national':
      return <p>{say('reader.compare-national')}</p>
    case 'omitted':
      return <p>{say('reader.mode-omit', { subject: words.subject })}</p>
    case 'same':
      if (translated) return null
      return (
        <p>
          {here.mode === 'inherit'
            ? say('reader.compare-same')
            : say('reader.compare-same-language', { language: say(`words.language.${language}`) })}
        </p>
      )
    case 'same-words':
      return <p>{say('reader.compare-same-words', { language: say(`words.language.${language}`) })}</p>
    case 'not-comparable': {
      const others = difference.languages.filter((one) => release.languages.includes(one))
      return (
        <>
          {!translated && (
            <p>
              {say(`reader.compare-no-${difference.lacks}`, {
                language: say(`words.language.${language}`),
                subject: words.subject,
              })}
            </p>
          )}
          {others.length > 0 && (
            <p>
              {say('reader.compare-in-other')}{' '}
              {others.map((other) => (
                <a
                  key={other}
                  lang={other}
                  hrefLang={other}
                  className="in-line"
                  href={pathOf({ ...address, language: other, section: here.slug, compare: true })}
                >
                  {ENDONYMS[other]}
                </a>
              ))}
            </p>
          )}
        </>
      )
    }
    case 'different':
      return null
    default:
      return difference satisfies never
  }
}

/** Says that words are the country's translation: they are not compared, and are not marked in the comparison. */
function Translated({ view: { translated, version } }: { view: ComparisonView }) {
  if (!translated) return null
  const { language, words } = version
  const say = translatorFor(language)
  return (
    <p>
      {say(`reader.compare-translated-${translated}`, { language: say(`words.language.${language}`), by: words.by })}
    </p>
  )
}

function CommonText({ view: { common, version } }: { view: ComparisonView }) {
  const { summary, body } = common
  const shown = body ?? summary
  if (!shown) return null
  const say = translatorFor(version.language)
  return (
    <details className="left-out">
      <summary>{say('reader.compare-common-text', { language: say(`words.language.${shown.language}`) })}</summary>
      {summary && <p lang={summary.standsIn ? summary.language : undefined}>{summary.value}</p>}
      {body && (
        <div className="prose" lang={body.standsIn ? body.language : undefined}>
          <RichTextView blocks={body.value} language={body.language} />
        </div>
      )}
    </details>
  )
}
