import { type AdditionPlace, blocksToFollow, placeChosen, withAdditionInPlace } from '../additionPlace'
import { isSameJson } from '../canonicalJson'
import type { ByLanguage, Language } from '../language'
import { openPlaces, resolveSection } from '../merge/merge'
import type { Pause } from '../pause'
import { type ProposedPlace, proposablePlaces } from '../proposals'
import { shownSets, type VariantSection } from '../resolve'
import type { Block, RichText } from '../richText/richText'
import { isEmptyField, isSameField, isSameText, isWritten } from '../richText/sameText'
import { saidBy } from '../ruledParts'
import { inEach, NO_REASONS, SET_FIELDS, TEXT_FIELDS, type TextField, withWords } from '../section'
import type { UpdatePart } from '../sectionBaseline'
import { choicesFor, decideUpdate, type UpdateDecision } from './decide'
import { updateOf } from './sectionUpdate'
import { isAdditionReadOtherwise, mergeIn, readNow, type UpdateSides } from './sides'

type Settled = { decision: UpdateDecision; next: VariantSection }

/**
 * Returns what settles itself in a section whose country had a proposal taken over: the parts in which the newest common
 * text changes nothing for its readers, because it says what the country said before. Then only these parts stand on
 * the newest release, and the section is common text again if nothing of its own is left. Null if nothing settles, as
 * where the coordinator changed the words: then the country is asked as always.
 */
export function settledByProposal({
  sides,
  release,
  paused = null,
}: {
  sides: UpdateSides
  /** The id of the newest release. */
  release: string
  paused?: Pause | null
}): Settled | null {
  const { base, newest, own } = sides
  const update = updateOf(sides, paused)
  if (!update || !newest || paused) return null
  if (!base) return own.mode === 'local' && isAllCommon(sides) ? accepted(sides, { release }) : null
  const asked = update.parts.filter((part) => part !== 'place' && part !== 'policy')
  if (own.mode === 'supplement') {
    const left = additionLeft(sides)
    if (!left || !asked.includes('body')) return null
    const settled = accepted(sides, { release, parts: ['body'] })
    return settled && { ...settled, next: withAdditionLeft(settled.next, { sides, left }) }
  }
  const parts = asked.filter((part) => isSaidBefore(sides, part))
  // A part that is fixed now asks; the others need not.
  const mayKeep = choicesFor({ ...update, isFixed: undefined }).includes('keep')
  if (own.mode !== 'adapt' || parts.length === 0 || !mayKeep) return null
  // A country that has not given its reason yet gives it before it sends its version, and is not asked for it here.
  const decision = { choice: 'keep', parts, reason: own.reason ?? 'other' } as const
  const outcome = decideUpdate({ sides, decision, release })
  if (!outcome.ok) return null
  const next = outcome.result.mode === 'inherit' ? outcome.result : { ...outcome.result, reason: own.reason }
  return { decision: { choice: 'keep', parts }, next }
}

function accepted(
  sides: UpdateSides,
  { release, parts }: { release: string; parts?: readonly UpdatePart[] },
): Settled | null {
  const decision: UpdateDecision = { choice: 'accept', ...(parts ? { parts } : {}) }
  const outcome = decideUpdate({ sides, decision, release })
  return outcome.ok ? { decision, next: outcome.result } : null
}

/** Does the common framework now say all that a section of the country's own says? */
function isAllCommon({ newest, own, languages }: UpdateSides): boolean {
  const common = newest?.content
  if (!common || isWritten(own.addition)) return false
  const isSame = ({ field, language }: ProposedPlace) => isSameField(own[field][language], common[field][language])
  const isSameSets = isSameJson(shownSets({ own, common: null }), {
    audiences: common.audiences,
    stages: common.stages,
  })
  return isSameSets && inEach(TEXT_FIELDS, languages).every(isSame)
}

/** Do readers of the country get the newest text of a part already, or more of their country's own besides it? */
function isSaidBefore(sides: UpdateSides, part: UpdatePart): boolean {
  const { base, languages, newest, own, sourceLanguage } = sides
  if (!base || !newest) return false
  const set = SET_FIELDS.find((one) => one === part)
  if (set) return isSameJson(shownSets({ own, common: base.content })[set], newest.content[set])
  const field = TEXT_FIELDS.find((one) => one === part)
  if (!field) return false
  const [was, is] = [base.content[field], newest.content[field]]
  return languages.every((language) => {
    // Here readers get the text of the source language, or one that was made from it.
    if (isEmptyField(is[language]))
      return languages.includes(sourceLanguage) || isSameField(was[sourceLanguage], is[sourceLanguage])
    return isSameField(is[language], readNow(sides, field, language)) || isKept(sides, field, language)
  })
}

/**
 * Does the newest common text change nothing in the country's text? It went no further than the country did, or it merges
 * into the country's text without a trace.
 */
function isKept(sides: UpdateSides, field: TextField, language: Language): boolean {
  if (field === 'body') {
    const [base, theirs] = [sides.base, sides.newest].map((one) => one?.content.body[language] ?? [])
    if (isOnTheWay({ base: base ?? [], theirs: theirs ?? [], ours: readNow(sides, field, language) ?? [] })) return true
  }
  const section = mergeIn(sides, language)
  const { conflicts } = openPlaces({ ...section, fields: section.fields.filter((one) => one.field === field) })
  const merged = resolveSection({ section, resolutions: {} })
  return conflicts.length === 0 && isSameField(merged[field], readNow(sides, field, language))
}

type AdditionLeft = Pick<VariantSection, 'addition' | 'additionPlace'>

/**
 * Returns the country's additions without the blocks that the common text now has; null if the common text changed in
 * any other way, or if nothing of the additions came into it.
 */
function additionLeft(sides: UpdateSides): AdditionLeft | null {
  const { base, languages, newest, own } = sides
  let left = own.addition
  let isTaken = false
  for (const language of languages) {
    const [was, is] = [base?.content.body[language], newest?.content.body[language]]
    // Readers had the text of another language here, or the country's translation of it.
    if (isEmptyField(was) && !isEmptyField(is) && isWritten(base?.content.body ?? {})) return null
    const more = blocksAdded(was ?? [], is ?? [])
    if (!more) return null
    const addition = left[language] ?? []
    const rest = more.reduce<RichText | null>((kept, block) => {
      const at = kept?.findIndex((one) => isSameField([one], [block])) ?? -1
      return kept && at >= 0 ? kept.toSpliced(at, 1) : null
    }, addition)
    if (!rest) return null
    if (more.length === 0) continue
    isTaken = true
    left = withWords({ addition: left }, 'addition', language, isEmptyField(rest) ? undefined : rest).addition
  }
  if (!isTaken || isAdditionReadOtherwise(sides, { left, textAfter: (language) => newest?.content.body[language] }))
    return null
  const additionPlace = placeLeft(sides, left)
  // Where the country chose a place, its text may not move.
  if (additionPlace === undefined && own.additionPlace) return null
  return { addition: left, additionPlace: additionPlace ?? null }
}

/**
 * Returns the place in the newest common text at which what is left of the additions leaves the whole text as it is read
 * now, null for after the text; undefined if there is none.
 */
function placeLeft(sides: UpdateSides, left: VariantSection['addition']): AdditionPlace | null | undefined {
  const { languages, newest, own } = sides
  const was: ByLanguage<RichText> = {}
  const is: ByLanguage<RichText> = {}
  for (const language of languages) {
    const common = newest?.content.body[language]
    const now = readNow(sides, 'body', language)
    was[language] = now ?? []
    is[language] = (isEmptyField(common) ? now : common) ?? []
  }
  const read = (
    body: ByLanguage<RichText>,
    { addition, additionPlace: place }: AdditionLeft,
    language: Language,
  ): RichText => withAdditionInPlace({ place, body, addition: addition[language] ?? [], language })
  const isSameAt = (additionPlace: AdditionPlace | null) =>
    languages.every((language) =>
      isSameText(read(was, own, language), read(is, { addition: left, additionPlace }, language)),
    )
  const others = languages.flatMap((language) => {
    const body = is[language] ?? []
    const { first, last } = blocksAround({ whole: read(was, own, language), body })
    return blocksToFollow(body.slice(first, last)).flatMap(({ id: block }) => {
      const choice = { where: 'after-block', block } as const
      return placeChosen({ choice, body: is, language }) ?? []
    })
  })
  const places = [...(isWritten(left) ? [own.additionPlace, { where: 'before' } as const, ...others] : []), null]
  return places.find(isSameAt)
}

/**
 * Returns between which blocks of `body` other blocks stand in `whole`: those before `first` cannot be the last one before
 * them, nor can those from `last` on. All other places need not be tried, each with the whole text.
 */
function blocksAround({ whole, body }: { whole: RichText; body: RichText }): { first: number; last: number } {
  const [all, some] = [whole, body].map((text) => text.map(saidBy)) as [string[], string[]]
  const differs = some.findIndex((said, at) => said !== all[at])
  const behind = some.toReversed().findIndex((said, at) => said !== all.at(-1 - at))
  return {
    first: behind < 0 ? 0 : Math.max(0, some.length - behind - 1),
    last: differs < 0 ? some.length : differs,
  }
}

/**
 * Has the newest common text only blocks that were there before or that the country has, and does it lack only blocks that
 * the country does not have either? None that were there before may have moved.
 */
function isOnTheWay({ base, ours, theirs }: { base: RichText; ours: RichText; theirs: RichText }): boolean {
  const isIn = (text: RichText) => {
    const said = new Set(text.map(saidBy))
    return (block: Block) => said.has(saidBy(block))
  }
  const [wasThere, isOurs, isThere] = [isIn(base), isIn(ours), isIn(theirs)]
  if (!theirs.every((block) => wasThere(block) || isOurs(block))) return false
  if (!base.every((block) => isThere(block) || !isOurs(block))) return false
  return (
    isSameText(base.filter(isThere), theirs.filter(wasThere)) || isSameText(ours.filter(isThere), theirs.filter(isOurs))
  )
}

/** Returns the blocks that stand in the text after between those of the text before; null if one of those is missing. */
function blocksAdded(before: RichText, after: RichText): RichText | null {
  const added: RichText = []
  let at = 0
  for (const block of after) {
    const known = before[at]
    if (known && isSameField([known], [block])) at += 1
    else added.push(block)
  }
  return at === before.length ? added : null
}

/** The section with what is left of its additions; without any, it is common text. */
function withAdditionLeft(
  next: VariantSection,
  { sides: { languages, newest }, left }: { sides: UpdateSides; left: AdditionLeft },
): VariantSection {
  const section = { ...next, ...left }
  const isOwn = proposablePlaces({ own: section, common: newest?.content ?? null, languages }).length > 0
  return isOwn || isWritten(left.addition) ? section : { ...section, ...NO_REASONS, mode: 'inherit' }
}
