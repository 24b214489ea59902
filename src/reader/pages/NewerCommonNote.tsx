import { translatorFor } from '@/messages/translate'
import { newerCommonChangesPath, newerCommonPath, type VersionView } from '../versionView'

/**
 * Says that there is a newer common framework on which the country has not decided, if there is one. `changes` is how many
 * sections that changes; null if it cannot be read. Its page does not exist then either, so there is no link.
 */
export function NewerCommonNote({ version, changes }: { version: VersionView; changes: number | null }) {
  const { language, newerCommon, release, words } = version
  if (!newerCommon) return null
  const say = translatorFor(language)
  const whatChanged = newerCommonChangesPath(version)
  return (
    <div className="note">
      <h2>{say('reader.newer-common', { version: newerCommon.version })}</h2>
      <p className="small">
        {say('reader.newer-common-contents', {
          count: changes ?? 0,
          subject: words.subject,
          base: release.baseline?.version ?? '',
        })}
      </p>
      {changes === null ? null : (
        <p className="small">
          <a href={newerCommonPath(version)}>{say('reader.newer-common-read', { version: newerCommon.version })}</a>
        </p>
      )}
      {changes !== null && whatChanged && (
        <p className="small">
          <a href={whatChanged}>{say('admin.newer.read', { version: newerCommon.version })}</a>
        </p>
      )}
    </div>
  )
}
