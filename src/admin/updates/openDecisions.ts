import type { Language } from '@/domain/language'
import { isAsking, titleOf } from '@/domain/updates/updates'
import type { Translator } from '@/messages/translate'
import type { VersionState } from '../reading/versionState'
import { isUrgent } from './updateRows'
import { type NamedSection, namedSection, numbersIn, type VersionUpdates } from './versionUpdates'

/** What waits in a version that is sent for review, approved or published. It is said there, and stops nobody. */
export type OpenDecisions = {
  variant: string
  /** The newest release of the common framework. */
  version: string
  /** How many updates ask for a decision, and how many of these are urgent. */
  count: number
  urgent: number
  /** The updates, also of unused sections, with text on whose removal from another place the country decided (`Moves.back`). */
  mayMiss: NamedSection[]
}

/** Null if nothing waits that must be said. */
export function openDecisions({
  updates,
  state: { resolved, toolkit, variant },
  language,
  say,
}: {
  /** Null while there is nothing to decide on. */
  updates: VersionUpdates | null
  state: Pick<VersionState, 'resolved' | 'toolkit' | 'variant'>
  language: Language
  say: Translator
}): OpenDecisions | null {
  if (!updates) return null
  const { newest, notes, waiting } = updates
  const asking = waiting.filter(({ update }) => isAsking(update))
  const moved = waiting.filter(({ update: { apart } }) => apart && apart.back.length > 0)
  if (asking.length + moved.length === 0) return null
  const numbers = numbersIn(resolved)
  const languages = [language, ...variant.languages, toolkit.sourceLanguage]
  return {
    variant: variant.id,
    version: newest.version,
    count: asking.length,
    urgent: asking.filter(({ update: { key } }) => isUrgent({ note: notes.get(key) ?? null })).length,
    mayMiss: moved.map(({ sides, update: { key } }) =>
      namedSection({ key, title: titleOf(sides), languages, numbers, newest: newest.manifest, say }),
    ),
  }
}
