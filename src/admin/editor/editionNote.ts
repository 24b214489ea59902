import type { Translator } from '@/messages/translate'
import type { VersionHead } from '../reading/versionHead'

/**
 * Changing the text can also be a step in the review: what it does to the edition, said before each button that does it;
 * null if it does nothing.
 */
export function editionNote({
  state: { edition, withdrawn },
  say,
}: {
  state: Pick<VersionHead, 'edition' | 'withdrawn'>
  say: Translator
}): string | null {
  if (edition?.state === 'submitted') return say('editor.edition.submitted')
  if (edition?.state === 'approved') return say('editor.edition.approved')
  if (edition?.state === 'published')
    return say(withdrawn ? 'editor.edition.withdrawn' : 'editor.edition.published', { number: edition.number + 1 })
  return null
}
