import { type ReadIn, type SectionBecame, wordsRead } from './became'
import type { Language } from './language'
import { inReadingOrder, type ManifestEntry, type PlacedSection } from './release'
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

/**
 * Where more sections differ between two texts, nobody is told that some were divided or joined: the texts of all would have to be read
 * for that. Each is then new, changed or gone by itself. It is the same for everybody who compares the two; what a country decides
 * together knows no limit.
 */
export const MOST_SEARCHED = 300

type Hashed = Pick<ManifestEntry, 'key' | 'blob'>

/** Can sections have been divided or joined between two texts? Then the texts of all that differ are needed to know it. */
export function mayBeRegrouped({ before, after }: { before: readonly Hashed[]; after: readonly Hashed[] }): boolean {
  const earlier = new Map(before.map(({ key, blob }) => [key, blob]))
  const later = new Set(after.map(({ key }) => key))
  const differing = after.filter(({ key, blob }) => earlier.get(key) !== blob)
  const changed = differing.filter(({ key }) => earlier.has(key)).length
  const gone = before.filter(({ key }) => !later.has(key)).length
  const all = differing.length + gone
  return changed > 0 && all > changed && all <= MOST_SEARCHED
}

/**
 * Finds the sections that were divided or joined for readers of one language, the others of each in the order of the text. What a country
 * does not use is left alone.
 */
export function regroupedIn({
  pairs,
  language,
  source,
  languagesBefore,
}: {
  /** The sections that differ. */
  pairs: readonly Pair[]
  language: Language
} & Omit<ReadIn, 'languages'>): Regrouping[] {
  const isUnread = !languagesBefore.includes(language)
  const used = pairs.filter(({ was, is }) => was?.entry.mode !== 'omit' && is?.entry.mode !== 'omit')
  const texts = used.map(
    ({ key, was, is }): TwoTexts => ({
      key,
      before: was && (wordsRead(was, { language, source, isUnread }).body?.value ?? []),
      after: is && (wordsRead(is, { language, source }).body?.value ?? []),
    }),
  )
  return regroupedTexts(texts).map((found) => inOrder(found, used))
}

/** In reading order of the text that has them. */
function inOrder({ became, key, others }: Regrouping, pairs: readonly Pair[]): Regrouping {
  const members = pairs.filter((pair) => pair.key === key || others.includes(pair.key))
  const entries = members.flatMap(({ is, was }) => (became === 'split' ? is : was)?.entry ?? [])
  const ordered = inReadingOrder(entries).map(({ entry }) => entry.key)
  return { became, key, others: ordered.filter((one) => one !== key) }
}

/** The sections of these groups with both of their texts, by the key of each. `pairs` must have them all. */
export function regroupedPairs(found: readonly Regrouping[], pairs: readonly Pair[]): Map<string, RegroupedPairs> {
  const byKey = new Map(pairs.map((pair) => [pair.key, pair]))
  const members = new Map<string, RegroupedPairs>()
  for (const { became, key, others } of found) {
    const head = byKey.get(key)
    if (!head) continue
    const together = { became, head, others: others.flatMap((other) => byKey.get(other) ?? []) }
    for (const one of [key, ...others]) members.set(one, together)
  }
  return members
}

/** What the sections of a group were made of: each of them asks for it, and it is divided or joined only once. */
const knownMade = new WeakMap<RegroupedPairs, ReturnType<typeof madeOf>>()

/**
 * Returns what a section that was divided or joined is compared with: what it was made of. Null for one whose text is now in another one:
 * it is compared there.
 */
export function comparedPair(together: RegroupedPairs, key: string): Pick<Pair, 'was' | 'is'> | null {
  const { became, head, others } = together
  const textsOf = ({ was, is }: Pair) => ({ before: was?.content ?? null, after: is?.content ?? null })
  const made = knownMade.get(together) ?? madeOf({ became, head: textsOf(head), others: others.map(textsOf) })
  knownMade.set(together, made)
  const is = [head, ...others].find((one) => one.key === key)?.is
  const content = made.get(key)
  return content && head.was && is ? { was: { entry: head.was.entry, content }, is } : null
}
