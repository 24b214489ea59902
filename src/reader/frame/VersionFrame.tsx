import type { ReactNode } from 'react'
import { homePath, pathOf } from '@/domain/siteAddress'
import { longDate } from '@/messages/dates'
import { translatorFor } from '@/messages/translate'
import { changesPath, pathIn, type VersionView } from '../versionView'
import { basisWords } from './basisWords'
import { type Crumb, PageFrame } from './PageFrame'
import { SaidWords } from './SaidWords'

/** The document of a page of one release, with country, release and date on every page and on paper. */
export function VersionFrame({
  version,
  title,
  crumbs = [],
  paper,
  children,
}: {
  version: VersionView
  title: string
  crumbs?: readonly Crumb[]
  /** Printed above the text. */
  paper: ReactNode
  children: ReactNode
}) {
  const { language, release, words, toolkit, isCommon, isBaseWithdrawn, before, standing } = version
  const say = translatorFor(language)
  const hasChanges = before && standing.is !== 'withdrawn' && !version.address.since
  const compare = { href: pathIn(version, { compare: true }), words: say('reader.compare-short') }
  return (
    <PageFrame
      language={language}
      title={`${title} – ${words.name} ${release.version} – ${version.toolkitTitle.value}`}
      name={<SaidWords said={version.toolkitTitle} />}
      sample={toolkit.sample}
      languages={version.languages}
      nav={isCommon ? [] : [compare]}
      crumbs={[{ href: homePath(language), words: say('reader.toolkits') }, ...crumbs]}
      footLinks={[
        {
          href: `${pathOf({ country: version.address.country, language, toolkit: toolkit.slug })}#releases`,
          words: say('reader.all-releases'),
        },
      ]}
      place={
        <>
          <strong>{words.name}</strong>
          {' · '}
          {say('reader.release-of', { version: release.version, date: longDate(release.publishedAt, language) })}
          {release.baseline && ` · ${basisWords({ baseline: release.baseline, isWithdrawn: isBaseWithdrawn, say })}`}
          {hasChanges && (
            <>
              {' · '}
              <a href={changesPath(version, before)}>{say('reader.changes-link', { since: before.version })}</a>
            </>
          )}
        </>
      }
    >
      <div className="paper">{paper}</div>
      {children}
    </PageFrame>
  )
}
