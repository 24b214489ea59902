import { isSameJson } from '../canonicalJson'
import { LANGUAGES, type Language } from '../language'
import type { Pause } from '../pause'
import type { Outcome } from '../refusal'
import { originOf, resolve, shownSets, type VariantSection } from '../resolve'
import type { Block } from '../richText/richText'
import { type FieldText, isEmptyField, isSameField } from '../richText/sameText'
import { textOf } from '../richText/walk'
import { inEach, OWN_FIELDS, type OwnField, type Texts } from '../section'
import { decideUpdate, type UpdateDecision } from './decide'
import { decideRegrouped, regroupedUpdate } from './decideRegrouped'
import { movedText } from './movedText'
import { type Regrouped, regrouped } from './regrouped'
import { type ListedSides, regroupings } from './regroupings'
import { asksForDecision, type SectionUpdate, updateOf, withApart } from './sectionUpdate'
import { hasOwnSets, shownIn, type UpdateSides } from './sides'

/** What waits in one section, or in several that are decided together. */
export type Waiting = {
  update: SectionUpdate
  /** Of all sections together, if there are several. */
  sides: UpdateSides
  /** Null if the section is decided alone. */
  together: Regrouped | null
}

/**
 * Gives what waits in these sections, in their order, one at a time: to merge many takes long. Sections that are decided
 * together come once, in the place of the one that was divided or joined. With `only` it is that one alone. `others` are for
 * `movedText`.
 */
export function* waitingIn(
  sections: readonly { sides: UpdateSides; paused: Pause | null }[],
  only?: string,
  others?: readonly ListedSides[],
): Generator<Waiting> {
  const byKey = new Map(sections.map((one) => [one.sides.own.key, one]))
  const listed = sections.map(({ sides, paused }) => ({ ...sides, ...sides.own, isPaused: paused !== null }))
  const groups = regroupings(listed)
  const apart = movedText({ sections: listed, others, groups: groups.map(({ key, others }) => [key, ...others]) })
  const heads = new Map(groups.map((group) => [group.key, group]))
  const inGroup = new Set(groups.flatMap(({ others }) => others))
  for (const { sides, paused } of sections) {
    if (only !== undefined && sides.own.key !== only) continue
    const group = heads.get(sides.own.key)
    if (inGroup.has(sides.own.key)) continue
    const others = group?.others.flatMap((key) => byKey.get(key)?.sides ?? []) ?? []
    const together = group ? regrouped({ became: group.became, head: sides, others }) : null
    const update = together ? regroupedUpdate(together) : updateOf(sides, paused)
    if (update) yield { update: withApart(update, apart), sides: together?.sides ?? sides, together }
  }
}

/**
 * Returns which words and choices of the country no section has after a decision. `decided` is what `decideWaiting` returned.
 * own: any that differ from the common framework · translated: the languages in which a part of a translation goes.
 */
export function droppedBy(decided: readonly { sides: UpdateSides; next: VariantSection }[]): {
  own: boolean
  translated: Language[]
} {
  const after: Texts[] = decided.flatMap(({ sides: { languages, newest }, next }) => {
    const read = resolve({ base: newest ? [newest] : [], variant: [next], languages })
    return [next, ...read.map(({ content }) => content)]
  })
  const hasWords = (field: OwnField, language: Language, words: FieldText) => {
    const blocks = after.flatMap(({ addition, body }) => [...(body[language] ?? []), ...(addition[language] ?? [])])
    if (Array.isArray(words)) return words.every((block) => blocks.some((one) => isSameField([one], [block])))
    // The title of a section that was joined to another one is a heading there, and the summary a paragraph.
    const isLine = (block: Block) => isSameField(textOf([block]).trim(), words)
    return after.some((one) => isSameField(one[field][language], words)) || blocks.some(isLine)
  }
  const lost = decided.flatMap(({ sides }) =>
    inEach(OWN_FIELDS, sides.languages).flatMap(({ field, language }) => {
      const words = shownIn(sides, field, language)
      const origin = originOf({ own: sides.own, common: sides.base?.content ?? null, field, language })
      if (origin === 'common' || isEmptyField(words) || hasWords(field, language, words)) return []
      return [{ language, isOwn: origin === 'national' }]
    }),
  )
  const losesSets = ({ sides, next }: (typeof decided)[number]) =>
    hasOwnSets(sides) && !isSameJson(setsOf(sides.base, sides.own), setsOf(sides.newest, next))
  return {
    own: lost.some(({ isOwn }) => isOwn) || decided.some(losesSets),
    translated: LANGUAGES.filter((one) => lost.some(({ language, isOwn }) => language === one && !isOwn)),
  }
}

function setsOf(common: UpdateSides['base'], own: VariantSection) {
  return shownSets({ own, common: common?.content ?? null })
}

/**
 * Returns what the country has stored after a decision, for each section that it decides: one, or all that are decided
 * together. Refuses as `decideUpdate` does.
 */
export function decideWaiting({
  waiting: { sides, together },
  ...given
}: {
  waiting: Pick<Waiting, 'sides' | 'together'>
  decision: UpdateDecision
  /** The id of the newest release. */
  release: string
  /** The pause that holds; null if none does. */
  paused?: Pause | null
}): Outcome<{ sides: UpdateSides; next: VariantSection }[]> {
  if (!together) {
    const outcome = decideUpdate({ sides, ...given })
    return outcome.ok ? { ok: true, result: [{ sides, next: outcome.result }] } : outcome
  }
  const outcome = decideRegrouped({ sections: together, ...given })
  if (!outcome.ok) return outcome
  const members = [together.head, ...together.others]
  const decided = outcome.result.flatMap((next) => {
    const of = members.find(({ own }) => own.key === next.key)
    return of ? [{ sides: of, next }] : []
  })
  return { ok: true, result: decided }
}

/**
 * Returns the sections that ask for a decision, those that are decided together once: the same as of `waitingIn`, without
 * reading what the country wrote.
 */
export function keysThatAsk(sections: readonly ListedSides[]): string[] {
  const inGroup = new Set(regroupings(sections).flatMap(({ others }) => others))
  const asks = (one: ListedSides) => !one.isPaused && !inGroup.has(one.key) && asksForDecision(one)
  return sections.filter(asks).map(({ key }) => key)
}
