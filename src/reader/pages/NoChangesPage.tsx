import { SignIcon } from '@/icons/SignIcon'
import { longDate } from '@/messages/dates'
import { translatorFor } from '@/messages/translate'
import type { ReleaseHead } from '@/stored/release'
import { PaperHead } from '../frame/PaperHead'
import { VersionFrame } from '../frame/VersionFrame'
import { WhyReleased } from '../frame/WhyReleased'
import { pathIn, type VersionView } from '../versionView'
import { ChooseReleases } from './ChooseReleases'

export type NoChangesView = {
  version: VersionView
  earlier: ReleaseHead
  choices: readonly ReleaseHead[]
  /** The withdrawn one of the two, with its withdrawal; if neither is, they are the same release. */
  withdrawn?: { release: ReleaseHead; withdrawal: ReleaseHead }
}

/** The page of two releases that are not compared: one of them was withdrawn, or both are the same. */
export function NoChangesPage({ view }: { view: NoChangesView }) {
  const { version, earlier, choices, withdrawn } = view
  const { language, release, words } = version
  const say = translatorFor(language)
  const title = say('reader.changes-title', {
    country: words.name,
    since: earlier.version,
    version: release.version,
  })
  return (
    <VersionFrame
      version={version}
      title={title}
      paper={<PaperHead version={version} since={earlier.version} />}
      crumbs={[{ href: pathIn(version), words: words.name }]}
    >
      <div className="stack narrow">
        <h1>{title}</h1>
        {withdrawn ? (
          <div className="note warn">
            <h2>
              <SignIcon sign="warning" />{' '}
              {say('reader.changes-withdrawn', {
                version: withdrawn.release.version,
                date: longDate(withdrawn.withdrawal.publishedAt, language),
              })}
            </h2>
            {withdrawn.withdrawal.notes && (
              <p className="small">
                <WhyReleased release={withdrawn.withdrawal} toolkit={version.toolkit} language={language} />
              </p>
            )}
            <p className="small">{say('reader.changes-withdrawn-text')}</p>
          </div>
        ) : (
          <p className="lead">{say('reader.changes-same-release', { version: release.version })}</p>
        )}
        {choices.length > 1 && <ChooseReleases version={version} earlier={earlier} choices={choices} />}
        <p>
          <a href={pathIn(version)}>{say('reader.changes-contents', { version: release.version })}</a>
        </p>
      </div>
    </VersionFrame>
  )
}
