import type { Translator } from '@/messages/translate'
import type { VersionState } from '../reading/versionState'

/** Saving is a step in the review as well: what it does to the edition, said before; null where it does nothing. */
export function editionNote({
  state: { edition, withdrawn },
  say,
}: {
  state: Pick<VersionState, 'edition' | 'withdrawn'>
  say: Translator
}): string | null {
  if (edition?.state === 'submitted') return say('editor.edition.submitted')
  if (edition?.state === 'approved') return say('editor.edition.approved')
  if (edition?.state === 'published')
    return say(withdrawn ? 'editor.edition.withdrawn' : 'editor.edition.published', { number: edition.number + 1 })
  return null
}
