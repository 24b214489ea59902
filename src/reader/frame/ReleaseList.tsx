import type { Language } from '@/domain/language'
import { pathOf } from '@/domain/siteAddress'
import { longDate } from '@/messages/dates'
import { translatorFor } from '@/messages/translate'
import type { ReleaseHead } from '@/stored/release'
import type { Standing } from '../standing'

/** Every release that a country published, newest first, each with its own address. */
export function ReleaseList({
  language,
  toolkit,
  releases,
  standings,
}: {
  language: Language
  toolkit: string
  releases: readonly ReleaseHead[]
  standings: ReadonlyMap<number, Standing>
}) {
  const say = translatorFor(language)
  return (
    <ul className="toc small">
      {releases.map((release) => {
        const is = standings.get(release.seq)?.is
        // A release may lack the language of this page: it is then linked in one that it has.
        const spoken = release.languages.includes(language) ? language : (release.languages[0] ?? language)
        return (
          <li key={release.seq}>
            <a
              href={pathOf({ country: release.country, language: spoken, toolkit, version: release.version })}
              hrefLang={spoken}
            >
              {say('reader.release', { version: release.version })}
            </a>
            <span className="muted">
              {longDate(release.publishedAt, language)}
              {is === 'newest' && `, ${say('reader.newest')}`}
              {is === 'withdrawn' && `, ${say('reader.withdrawn-mark')}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
