import { isSameWhy } from './became'
import { isSameJson } from './canonicalJson'
import { diffText, type Segment } from './diff/diff'
import type { Language } from './language'
import type { ChangeWhy, Why } from './why'

/** What was before and what is now; null if there is none. */
export type BeforeNow<T> = { before: T | null; now: T | null }

/** Why a country differs, before and now, with the differing words. */
export type ComparedWhy = BeforeNow<Why> & {
  isSame: boolean
  /** One difference if both are in the same language; otherwise the removed and the added one, each in its language. */
  explanation: { language: Language; segments: Segment[] }[]
  sources: Segment[]
  /** The reasons for single changes; one that was written anew is removed and added. */
  changes: { why: ChangeWhy; status: Segment['status'] }[]
}

export function comparedWhy({ before, now }: BeforeNow<Why>): ComparedWhy {
  return {
    before,
    now,
    isSame: isSameWhy(before, now),
    explanation: explanations({ before: before?.explanation ?? null, now: now?.explanation ?? null }),
    sources: wordsOf(before?.sources, now?.sources),
    changes: changes({ before: before?.changes ?? null, now: now?.changes ?? null }),
  }
}

function changes({ before, now }: BeforeNow<ChangeWhy[]>): ComparedWhy['changes'] {
  const has = (list: ChangeWhy[] | null, why: ChangeWhy) => list?.some((one) => isSameJson(one, why)) ?? false
  const removed = (before ?? []).filter((why) => !has(now, why)).map((why) => ({ why, status: 'removed' as const }))
  const standing = (now ?? []).map((why) => ({
    why,
    status: has(before, why) ? ('same' as const) : ('added' as const),
  }))
  return [...removed, ...standing]
}

function explanations({ before, now }: BeforeNow<NonNullable<Why['explanation']>>): ComparedWhy['explanation'] {
  if (before && now && before.language === now.language)
    return [{ language: now.language, segments: wordsOf(before.value, now.value) }]
  return [
    ...(before ? [{ language: before.language, segments: wordsOf(before.value, undefined) }] : []),
    ...(now ? [{ language: now.language, segments: wordsOf(undefined, now.value) }] : []),
  ]
}

function wordsOf(before = '', after = ''): Segment[] {
  return diffText({ before, after }).segments
}
