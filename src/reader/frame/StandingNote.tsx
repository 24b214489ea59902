import { SignIcon } from '@/icons/SignIcon'
import { longDate } from '@/messages/dates'
import { translatorFor } from '@/messages/translate'
import { newestPath, type VersionView } from '../versionView'
import { WhyReleased } from './WhyReleased'

/** Says that a release is not the one to use, and links to the same place in the one that is. */
export function StandingNote({
  version,
  section,
}: {
  version: VersionView
  /** The slug of the section that is shown, if the newest release has it too. */
  section?: string
}) {
  const { standing, language, release, toolkit } = version
  const say = translatorFor(language)
  if (standing.is === 'newest') return null
  const newest = standing.newest && (
    <>
      {' '}
      <a href={newestPath(version, section ? { section } : {})}>
        {say(section ? 'reader.older-section' : 'reader.older-contents', { newest: standing.newest.version })}
      </a>
    </>
  )
  if (standing.is === 'older')
    return (
      <div className="note">
        <h2>{say('reader.older', { version: release.version, date: longDate(release.publishedAt, language) })}</h2>
        <p className="small">
          {say('reader.older-text', { newest: standing.newest.version })}
          {newest}
        </p>
      </div>
    )
  if (standing.is === 'before-withdrawn') {
    const { version, publishedAt } = standing.withdrawal
    return (
      <div className="note warn">
        <h2>
          <SignIcon sign="warning" />{' '}
          {say('reader.older', { version: release.version, date: longDate(release.publishedAt, language) })}
        </h2>
        <p className="small">
          {say('reader.before-withdrawn', { version, date: longDate(publishedAt, language) })}{' '}
          <WhyReleased release={standing.withdrawal} toolkit={toolkit} language={language} />
        </p>
        <p className="small">{say('reader.withdrawn-nothing')}</p>
      </div>
    )
  }
  return (
    <div className="note warn">
      <h2>
        <SignIcon sign="warning" />{' '}
        {say('reader.withdrawn', { date: longDate(standing.withdrawal.publishedAt, language) })}
      </h2>
      {standing.withdrawal.notes && (
        <p className="small">
          <WhyReleased release={standing.withdrawal} toolkit={toolkit} language={language} />
        </p>
      )}
      <p className="small">
        {say('reader.withdrawn-keep')}
        {newest || ` ${say('reader.withdrawn-nothing')}`}
      </p>
    </div>
  )
}
