import type { Language } from '@/domain/language'
import { saidIn } from '@/domain/said'
import { homePath, pathOf } from '@/domain/siteAddress'
import { SignIcon } from '@/icons/SignIcon'
import { longDate } from '@/messages/dates'
import { translatorFor } from '@/messages/translate'
import type { ReleaseHead } from '@/stored/release'
import { countryWords } from '../countryWords'
import { PageFrame } from '../frame/PageFrame'
import { ReleaseList } from '../frame/ReleaseList'
import { WhyReleased } from '../frame/WhyReleased'
import type { ReaderCountry, ReaderToolkit } from '../records'
import { standingsOf } from '../standing'

export type WithdrawnView = {
  language: Language
  toolkit: ReaderToolkit
  country: ReaderCountry
  withdrawal: ReleaseHead
  heads: readonly ReleaseHead[]
}

/** The page of the newest release after a country withdrew its version. */
export function WithdrawnPage({ view }: { view: WithdrawnView }) {
  const { language, toolkit, country, withdrawal, heads } = view
  const say = translatorFor(language)
  const words = countryWords(country, language)
  const title = saidIn(toolkit.title, { language, source: toolkit.sourceLanguage })
  const releases = heads.filter(({ kind }) => kind === 'release').toSorted((a, b) => b.seq - a.seq)
  const name = title?.value ?? toolkit.slug
  const languages = [...new Set(releases.flatMap((release) => release.languages))]
  return (
    <PageFrame
      language={language}
      title={say('reader.country-toolkit', { country: words.name, toolkit: name })}
      name={<span lang={title?.standsIn ? title.language : undefined}>{name}</span>}
      sample={toolkit.sample}
      place={<strong>{words.name}</strong>}
      languages={languages.map((other) => ({
        language: other,
        href: pathOf({ country: country.code, language: other, toolkit: toolkit.slug }),
        current: other === language,
      }))}
      crumbs={[{ href: homePath(language), words: say('reader.toolkits') }]}
    >
      <div className="stack narrow">
        <h1 lang={title?.standsIn ? title.language : undefined}>
          {say('reader.country-toolkit', { country: words.name, toolkit: name })}
        </h1>
        <div className="note warn">
          <h2>
            <SignIcon sign="warning" /> {say('reader.withdrawn', { date: longDate(withdrawal.publishedAt, language) })}
          </h2>
          {withdrawal.notes && (
            <p>
              <WhyReleased release={withdrawal} toolkit={toolkit} language={language} />
            </p>
          )}
          <p>{say('reader.withdrawn-nothing')}</p>
        </div>
        <div className="stack" id="releases">
          <h2>{say('reader.withdrawn-earlier')}</h2>
          <ReleaseList language={language} toolkit={toolkit.slug} releases={releases} standings={standingsOf(heads)} />
        </div>
      </div>
    </PageFrame>
  )
}
