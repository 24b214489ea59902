import { type Actor, DRAFTERS, hasRole } from './actor'
import type { Refusal } from './refusal'
import type { Mode } from './section'

/**
 * Why somebody may not write the words of a section of the common framework in a language in which it has none; null
 * where they may. Where the country has adapted the section, or does not use it, its words are the country's own: only
 * those who may change the country's text change them. `mode` is what the country has stored for the section.
 */
export function translationForbids({
  actor,
  country,
  mode,
}: {
  actor: Actor
  country: string
  mode: Mode
}): Refusal | null {
  if (hasRole({ actor, roles: DRAFTERS, country })) return null
  if (mode === 'adapt') return { key: 'refusal.translate-adapted' }
  return mode === 'omit' ? { key: 'refusal.translate-omitted' } : null
}
