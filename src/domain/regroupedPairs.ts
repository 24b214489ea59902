import { type ReadIn, type SectionBecame, wordsRead } from './became'
import type { Language } from './language'
import { inReadingOrder, type PlacedSection } from './release'
import { madeOf, type Regrouping, regroupedTexts, type TwoTexts } from './updates/updates'

type Pair = SectionBecame<PlacedSection>

/** Sections that were divided or joined between two texts, with both texts of each. */
export type RegroupedPairs = {
  became: Regrouping['became']
  /** The section that was divided, or that the others were joined to. */
  head: Pair
  /** The new ones, or those that are gone, in the order of the text. */
  others: Pair[]
}

/** Can there be any? Then the texts of all sections that differ are needed to know it. */
export function mayBeRegrouped(changes: readonly Pick<SectionBecame<unknown>, 'was' | 'is'>[]): boolean {
  return changes.some(({ was }) => was !== null) && changes.some(({ is, was }) => is === null || was === null)
}

/**
 * Finds the sections that were divided or joined for readers of one language, by the key of each section that is one of them. What a
 * country does not use is left alone.
 */
export function regroupedPairs({
  pairs,
  language,
  source,
  languagesBefore,
}: {
  /** The sections that differ. */
  pairs: readonly Pair[]
  language: Language
} & Omit<ReadIn, 'languages'>): Map<string, RegroupedPairs> {
  if (!mayBeRegrouped(pairs)) return new Map()
  const isUnread = !languagesBefore.includes(language)
  const used = pairs.filter(({ was, is }) => was?.entry.mode !== 'omit' && is?.entry.mode !== 'omit')
  const texts = used.map(
    ({ key, was, is }): TwoTexts => ({
      key,
      before: was && (wordsRead(was, { language, source, isUnread }).body?.value ?? []),
      after: is && (wordsRead(is, { language, source }).body?.value ?? []),
    }),
  )
  const byKey = new Map(used.map((pair) => [pair.key, pair]))
  const found = new Map<string, RegroupedPairs>()
  for (const { became, key, others } of regroupedTexts(texts)) {
    const head = byKey.get(key)
    if (!head) continue
    const members = used.filter((pair) => others.includes(pair.key))
    const together = { became, head, others: inOrder({ became, head, others: members }) }
    for (const one of [key, ...others]) found.set(one, together)
  }
  return found
}

/** In reading order of the text that has them. */
function inOrder({ became, head, others }: RegroupedPairs): Pair[] {
  const entries = [head, ...others].flatMap(({ is, was }) => (became === 'split' ? is : was)?.entry ?? [])
  const places = new Map(inReadingOrder(entries).map(({ entry }, place) => [entry.key, place]))
  return others.toSorted((a, b) => (places.get(a.key) ?? 0) - (places.get(b.key) ?? 0))
}

/**
 * Returns what a section that was divided or joined is compared with: what it was made of. Null for one whose text is now in another one:
 * it is compared there.
 */
export function comparedPair({ became, head, others }: RegroupedPairs, key: string): Pick<Pair, 'was' | 'is'> | null {
  const { was, is } = [head, ...others].find((one) => one.key === key) ?? head
  if (!head.was || !head.is || !is) return null
  const made = madeOf({
    became,
    head: { before: head.was.content, after: head.is.content },
    others: others.flatMap((one) => (one.is ?? one.was)?.content ?? []),
  }).get(key)
  return made ? { was: { entry: head.was.entry, content: made }, is } : { was, is }
}
