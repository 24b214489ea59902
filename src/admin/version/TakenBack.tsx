import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'

/**
 * Says that an update of this tool returned the edition to draft, and what to check; nothing if none did (`said` is
 * undefined).
 */
export function TakenBack({
  said,
  language,
  say,
}: {
  said: string | undefined
  /** The language of the message: the first of the version. */
  language: Language | undefined
  say: Translator
}) {
  if (said === undefined) return null
  return (
    <div className="note">
      <p>{say('admin.history.update')}</p>
      <p className="said" lang={language}>
        {said}
      </p>
    </div>
  )
}
