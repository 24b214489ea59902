import type { Actor } from '@/domain/actor'
import type { Translator } from '@/messages/translate'
import type { RecordedDecision } from '@/stored/updateDecisions'

/** Who decided: the person who looks at it, or a role, never a name. */
export function sayWho({
  decision: { as, by },
  actor,
  say,
}: {
  decision: Pick<RecordedDecision, 'as' | 'by'>
  actor: Actor
  say: Translator
}): string {
  if (by === actor.userId) return say('admin.history.you')
  return as ? say(`words.role.${as}`) : say('admin.history.by-country')
}
