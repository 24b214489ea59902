import type { Translator } from '@/messages/translate'
import type { Edition } from '@/stored/editions'

/** Saving is a step in the review as well: what it does to the edition, said before; null where it does nothing. */
export function editionNote({ edition, say }: { edition: Edition | null; say: Translator }): string | null {
  if (edition?.state === 'submitted') return say('editor.edition.submitted')
  if (edition?.state === 'approved') return say('editor.edition.approved')
  if (edition?.state === 'published') return say('editor.edition.published', { number: edition.number + 1 })
  return null
}
