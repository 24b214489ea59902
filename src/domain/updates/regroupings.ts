import { sharedCount, without } from '../alignment/dice'
import { wordBags } from '../alignment/words'
import type { Language } from '../language'
import { policyForbids } from '../policy'
import type { VariantSection } from '../resolve'
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
  const others = open.filter((one) => isNew(one) || isGone(one))
  if (others.length === 0) return []
  const heads = open.filter(isHead)
  const bagOf = wordBags()
  const bag = (side: UpdateSides['base'], { sourceLanguage }: ListedSides) =>
    bagOf(textOf(side?.content.body[sourceLanguage] ?? []))
  const changes = heads.map((head) => {
    const [was, is] = [bag(head.base, head), bag(head.newest, head)]
    return { head, lost: without(was, is), gained: without(is, was) }
  })
  const found = new Map<string, Regrouping>()
  for (const one of others) {
    const words = bag(one.base ?? one.newest, one)
    if (words.length < FEW_WORDS) continue
    const became = one.newest ? 'split' : 'joined'
    const shares = changes.flatMap(({ head, lost, gained }) => {
      if (became === 'joined' && isFixedAsAWhole(head)) return []
      const share = sharedCount(became === 'split' ? lost : gained, words) / words.length
      return share >= MOVED ? [{ key: head.key, share }] : []
    })
    const [best] = shares.toSorted((a, b) => b.share - a.share)
    if (!best) continue
    const known = found.get(best.key)
    if (!known) found.set(best.key, { became, key: best.key, others: [one.key] })
    else if (known.became === became) known.others.push(one.key)
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
