import { sharedCount, without } from '../alignment/dice'
import { pairBags, wordBags } from '../alignment/words'
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

/** Sections between which and another one the common framework moved text, and which are decided apart from it. */
export type Apart = { from: string[]; into: string[] }

/** A text moved to another one if that gained at least this much of the pairs of neighbouring words that the first one lost. */
const MOVED_PAIRS = 0.5

/**
 * Finds the sections between which the common framework moved text although one of them is decided apart, because the country
 * does not use it, or pauses its updates: by the key of each, those on the other side. from: their text came to it · into: its
 * text went to them. What a country left out does not come back under another name, and what it has does not go into
 * a section that it does not use. Neighbouring words are compared: long texts have single words in common.
 */
export function regroupedApart(sections: readonly ListedSides[]): Map<string, Apart> {
  const found = new Map<string, Apart>()
  if (!isSomeApart(sections)) return found
  const bagOf = pairBags()
  const bag = (side: UpdateSides['base'], { sourceLanguage }: ListedSides) =>
    bagOf(textOf(side?.content.body[sourceLanguage] ?? []).split('\n'))
  const changes = sections.map((section) => {
    const [was, is] = [bag(section.base, section), bag(section.newest, section)]
    return { section, lost: without(was, is), gained: without(is, was) }
  })
  const add = (key: string, { from = [], into = [] }: Partial<Apart>) => {
    const known = found.get(key) ?? { from: [], into: [] }
    found.set(key, { from: [...known.from, ...from], into: [...known.into, ...into] })
  }
  const targets = changes.filter(({ gained }) => gained.length >= FEW_WORDS)
  for (const { section: source, lost } of changes) {
    if (lost.length < FEW_WORDS) continue
    for (const { section: target, gained } of targets) {
      if (isUnused(source) === isUnused(target) && source.isPaused === target.isPaused) continue
      if (sharedCount(lost, gained) < Math.min(lost.length, gained.length) * MOVED_PAIRS) continue
      add(target.key, { from: [source.key] })
      add(source.key, { into: [target.key] })
    }
  }
  return found
}

/** Is any section decided apart from others? Not where the updates of all are paused. */
function isSomeApart(sections: readonly ListedSides[]): boolean {
  return sections.some((one) => isUnused(one) || one.isPaused) && !sections.every(({ isPaused }) => isPaused)
}

function isUnused({ mode }: ListedSides): boolean {
  return mode === 'omit' || mode === 'local'
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
