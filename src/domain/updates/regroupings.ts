import { sharedCount, without } from '../alignment/dice'
import { wordBags } from '../alignment/words'
import type { Language } from '../language'
import { policyForbids } from '../policy'
import type { VariantSection } from '../resolve'
import type { RichText } from '../richText/richText'
import { textOf } from '../richText/walk'
import type { UpdateSides } from './sides'

/** The text of a section moved to another one if the sections share at least this much of the words in question. */
const MOVED = 0.6

/** Fewer words than this prove nothing. */
const FEW_WORDS = 8

/**
 * Sections between which the common framework moved text. split: a part of the section `key` is now in the new sections
 * `others` · joined: the sections `others` are gone, and their text is now in the section `key`.
 */
export type Regrouping = { became: 'split' | 'joined'; key: string; others: string[] }

/** What is known of a section before the country's text is read. */
export type ListedSides = Omit<UpdateSides, 'own'> & Pick<VariantSection, 'key' | 'mode'> & { isPaused: boolean }

/**
 * Finds the sections that the newest release divided or joined: a text that the country has there would otherwise be
 * parted from its words in the common text. Compares the words of the common texts in their own language: with n new or
 * gone sections and c changed ones the work is n · c. A section belongs to one regrouping at most. Sections that the
 * country does not use, or of which the updates are paused, are left alone, and so is a section that would be joined
 * to a text that is fixed as a whole.
 */
export function regroupings(sections: readonly ListedSides[]): Regrouping[] {
  const open = sections.filter(({ isPaused }) => !isPaused)
  const isNew = ({ base, mode, newest }: ListedSides) =>
    !base && newest?.content.policy === 'free' && mode === 'inherit'
  const isGone = ({ base, mode, newest }: ListedSides) => base && !newest && mode !== 'omit'
  const taken = open.filter((one) => isNew(one) || isGone(one) || isHead(one))
  const fixed = new Set(taken.filter(isFixedAsAWhole).map(({ key }) => key))
  return regroupedTexts(taken.map(textsOf), (key, became) => became === 'split' || !fixed.has(key))
}

function textsOf({
  key,
  base,
  newest,
  sourceLanguage,
}: Omit<ListedSides, 'mode' | 'isPaused' | 'languages'>): TwoTexts {
  const text = (side: UpdateSides['base']) => side && (side.content.body[sourceLanguage] ?? [])
  return { key, before: text(base), after: text(newest) }
}

/** A section in two texts; null on the side that does not have it. */
export type TwoTexts = { key: string; before: RichText | null; after: RichText | null }

/** Finds, by the words alone, the sections that were divided or joined between two texts. `mayHead`: may others have become a part of one? */
export function regroupedTexts(
  sections: readonly TwoTexts[],
  mayHead: (key: string, became: Regrouping['became']) => boolean = () => true,
): Regrouping[] {
  const others = sections.filter(({ after, before }) => (before === null) !== (after === null))
  if (others.length === 0) return []
  const bagOf = wordBags()
  const bag = (body: RichText | null) => bagOf(textOf(body ?? []))
  const changes = sections.flatMap(({ key, after, before }) => {
    if (!after || !before) return []
    const [was, is] = [bag(before), bag(after)]
    return [{ key, lost: without(was, is), gained: without(is, was) }]
  })
  const found = new Map<string, Regrouping>()
  for (const { key: other, after, before } of others) {
    const words = bag(before ?? after)
    if (words.length < FEW_WORDS) continue
    const became = after ? 'split' : 'joined'
    const shares = changes.flatMap(({ key, lost, gained }) => {
      if (!mayHead(key, became)) return []
      const share = sharedCount(became === 'split' ? lost : gained, words) / words.length
      return share >= MOVED ? [{ key, share }] : []
    })
    const [best] = shares.toSorted((a, b) => b.share - a.share)
    if (!best) continue
    const known = found.get(best.key)
    if (!known) found.set(best.key, { became, key: best.key, others: [other] })
    else if (known.became === became) known.others.push(other)
  }
  return [...found.values()]
}

/**
 * Finds them between two texts of the common framework itself: what it asks of a country that uses every section as it
 * is.
 */
export function commonRegroupings({
  sections,
  sourceLanguage,
}: {
  sections: readonly Pick<ListedSides, 'key' | 'base' | 'newest'>[]
  sourceLanguage: Language
}): Regrouping[] {
  const asUsed = {
    languages: [sourceLanguage],
    sourceLanguage,
    mode: 'inherit' as const,
    isPaused: false,
  }
  return regroupings(sections.map((section) => ({ ...section, ...asUsed })))
}

/** Words of the one could not come into the text of the other where the common framework fixes all of it. */
function isFixedAsAWhole({ newest }: ListedSides): boolean {
  const rules = newest?.content.rules ?? []
  return rules.some(({ block, demand, field }) => demand === 'fixed' && field === 'body' && block === null)
}

/** Where the common framework does not allow a text of the country's own, there is nothing to divide or to join. */
function isHead({ base, mode, newest }: ListedSides): boolean {
  if (!base || !newest || mode === 'omit' || mode === 'local') return false
  return policyForbids({ policy: newest.content.policy, mode: 'adapt' }) === null
}
