import type { Regrouping } from '@/domain/updates/updates'
import type { Translator } from '@/messages/translate'

/** What is said in a few words of sections that were divided or joined. The head is there in the later text. */
export type RegroupedAs = { became: Regrouping['became']; head: { key: string; number: string } }

/** Says in a few words what became of one of them: the divided one, a new one, or one whose text is now in another. */
export function sayRegroupedAs({ became, head }: RegroupedAs, key: string, t: Translator): string {
  if (key === head.key) return t(`admin.since.${became}`)
  return t(became === 'split' ? 'admin.notes.new-from' : 'admin.notes.goes-into', { number: head.number })
}

/** What happened to one of them, for its sign. */
export function regroupedSign({ became, head }: RegroupedAs, key: string): 'split' | 'joined' | 'new' | 'removed' {
  if (key === head.key) return became
  return became === 'split' ? 'new' : 'removed'
}
