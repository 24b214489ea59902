import type { Translator } from '@/messages/translate'
import type { VersionState } from '../reading/versionState'

/**
 * Says that readers have no text of the country to use, why, and what that means for the edition; nothing if they have
 * one.
 */
export function WithdrawnText({
  state: { edition, releases, withdrawn },
  isReviewedAnew,
  say,
}: {
  state: Pick<VersionState, 'edition' | 'releases' | 'withdrawn'>
  /** Is the edition in review again because of that? */
  isReviewedAnew: boolean
  say: Translator
}) {
  if (!withdrawn) return null
  const reason = releases[0]?.notes ?? ''
  return (
    <div className="note">
      <p>{say('admin.version.withdrawn')}</p>
      {reason ? <p className="said">{reason}</p> : null}
      {isReviewedAnew && edition ? <p>{say('admin.version.reviewed-anew', { number: edition.number })}</p> : null}
      {edition?.state === 'published' ? (
        <p>{say('admin.version.next-opens-after-withdrawal', { number: edition.number + 1 })}</p>
      ) : null}
    </div>
  )
}
