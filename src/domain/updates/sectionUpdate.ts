import { isPlaceGone } from '../additionPlace'
import type { Language } from '../language'
import { type MergeStatus, statusOfAll } from '../merge/merge'
import type { Pause } from '../pause'
import { policyForbids } from '../policy'
import type { PlacedSection } from '../release'
import { bodyUnderAddition, isStoodIn, originOf, type VariantSection } from '../resolve'
import type { RichText } from '../richText/richText'
import { isEmptyField, isSameField } from '../richText/sameText'
import { textOf } from '../richText/walk'
import { inEach, type Mode, TEXT_FIELDS, type TextField, withWords } from '../section'
import { UPDATE_PARTS, type UpdatePart } from '../sectionBaseline'
import { bringsSentenceBack, keepsFormerSentence } from './dropped'
import type { MovedText, MovedWith, Moves } from './movedText'
import {
  brokenByUpdate,
  changedParts,
  hasNationalWords,
  hasOwnSets,
  isNational,
  mergeStatusesIn,
  readersGet,
  readLanguages,
  readNow,
  shownIn,
  type UpdateSides,
} from './sides'

/**
 * What waits in one section. ready: only the common framework changed, or it now says what the country says; no sentence comes
 * back that the country left out, and none stays that the common framework changed ·
 * please-check: both changed, and it merges · decision-needed: both changed the same place · paused: the country pauses
 * updates of the section · told: the country does not use the section, so nothing is asked.
 */
export const UPDATE_STATUSES = ['decision-needed', 'please-check', 'ready', 'paused', 'told'] as const
export type UpdateStatus = (typeof UPDATE_STATUSES)[number]

/**
 * What happened to a section in the common framework. split: a part of its text is a section of its own now · joined:
 * the text of other sections, which are gone, is in it now.
 */
export const UPDATE_BECAME = ['new', 'gone', 'changed', 'split', 'joined'] as const
export type UpdateBecame = (typeof UPDATE_BECAME)[number]

/** What a newer release of the common framework would change in one section of a national version. */
export type SectionUpdate = {
  key: string
  /** What happened to the section in the common framework. */
  became: UpdateBecame
  /** The other sections of one that was divided, or of several that were joined: they are decided together. */
  others: string[]
  status: UpdateStatus
  /** The parts that the common framework changed; all of a new or a gone section. */
  parts: UpdatePart[]
  /**
   * Has the country anything to keep there? Not where the text changed in none of its languages: its readers then get the newest
   * common text in another language.
   */
  mayKeep: boolean
  /** Does the newest release fix a part that the country has changed? Then the country cannot keep it. */
  isFixed?: boolean
  /** Sections with which this one exchanged text, and that are decided apart, or were before (`movedText`). */
  apart?: Moves
  /** Sections into which text of this one went, and that the country treats alike: it comes in with them (`goesWithout`). */
  goesInto?: MovedWith[]
}

/** Returns the keys of all sections that an update is about, the one under which it waits first. */
export function keysOf({ key, others }: Pick<SectionUpdate, 'key' | 'others'>): string[] {
  return [key, ...others]
}

/** Does what waits ask for a decision? Not in a section that the country does not use, nor during a pause. */
export function isAsking({ status }: Pick<SectionUpdate, 'status'>): boolean {
  return status !== 'told' && status !== 'paused'
}

/** Returns what waits in a section; null if nothing does. */
export function updateOf(sides: UpdateSides, paused: Pause | null = null): SectionUpdate | null {
  const update = waitingUpdate(sides)
  return update && { ...update, status: statusDuring(paused, update.status) }
}

/** Returns an update with the text that moved: never ready where it moved between sections that the country treats otherwise. */
export function withMoves(update: SectionUpdate, { apart, alike }: MovedText): SectionUpdate {
  const found = keysOf(update).flatMap((key) => apart.get(key) ?? [])
  const goesInto = once(keysOf(update).flatMap((key) => alike.get(key) ?? []))
  const going = goesInto.length > 0 ? { ...update, goesInto } : update
  return found.length === 0
    ? going
    : toBeChecked(going, {
        from: found.flatMap(({ from }) => from),
        into: found.flatMap(({ into }) => into),
        back: found.flatMap(({ back }) => back),
      })
}

/** Returns an update that exchanged text with other sections: never ready. */
export function toBeChecked(update: SectionUpdate, { from, into, back }: Moves): SectionUpdate {
  const status = update.status === 'ready' ? 'please-check' : update.status
  return { ...update, apart: { from: once(from), into: once(into), back: once(back) }, status }
}

function once(sections: readonly MovedWith[]): MovedWith[] {
  return [...new Map(sections.map((one) => [one.key, one])).values()]
}

/** Returns the status of what waits: during a pause nothing is asked, whatever waits. */
export function statusDuring(paused: Pause | null, status: UpdateStatus): UpdateStatus {
  return paused && status !== 'told' ? 'paused' : status
}

function waitingUpdate(sides: UpdateSides): SectionUpdate | null {
  const { base, newest, own } = sides
  const one = { key: own.key, others: [] }
  if (!base && !newest) return null
  if (!newest) {
    const words = hasNationalWords(sides) || hasOwnSets(sides) ? 'decision-needed' : 'ready'
    const status = own.mode === 'omit' ? 'told' : words
    return { ...one, became: 'gone', status, parts: [...UPDATE_PARTS], mayKeep: true }
  }
  if (!base) {
    // The country may have kept a section of its own that the common framework had and has again.
    const status = own.mode === 'local' ? 'decision-needed' : own.mode === 'omit' ? 'told' : 'ready'
    return { ...one, became: 'new', status, parts: [...UPDATE_PARTS], mayKeep: true }
  }
  const changed = changedParts(sides)
  if (changed.length === 0) return null
  // If the country may no longer differ, its own text is in question even where the common text did not change.
  const isForbidden = policyForbids({ policy: newest.content.policy, mode: own.mode }) !== null
  if (own.mode === 'omit' && !isForbidden) {
    return { ...one, became: 'changed', status: 'told', parts: changed, mayKeep: true }
  }
  const broken = brokenByUpdate(sides).map(({ rule }) => rule.field)
  const isAsked = (part: UpdatePart) => changed.includes(part) || broken.some((field) => field === part)
  const parts = UPDATE_PARTS.filter((part) => isAsked(part) || (isForbidden && part !== 'place'))
  const status = isForbidden || broken.length > 0 ? 'decision-needed' : statusOfChange(sides, changed)
  const mayKeep = parts.some((part) => hasToKeep(sides, part))
  return { ...one, became: 'changed', status, parts, mayKeep, ...(broken.length > 0 ? { isFixed: true } : {}) }
}

/**
 * Does the newest common text no longer have the block after which the country's addition stands? Then the addition
 * stands after the text.
 */
export function losesAdditionPlace({ base, newest, own, languages }: UpdateSides): boolean {
  const { mode, additionPlace: place } = own
  if (!base || !newest || !place || mode !== 'supplement') return false
  const isGoneFrom = (common: PlacedSection) =>
    isPlaceGone({ place, body: bodyUnderAddition({ base: common, own, languages }) })
  return isGoneFrom(newest) && !isGoneFrom(base)
}

/** Has the country anything to keep in a part that changed (`SectionUpdate.mayKeep`)? */
export function hasToKeep(sides: UpdateSides, part: UpdatePart): boolean {
  const field = TEXT_FIELDS.find((one) => one === part)
  if (!field) return part !== 'policy'
  const { base, languages, newest } = sides
  // A text that the country dropped or translated is its own too, and where the text is a first one, readers can go on to get another.
  return languages.some(
    (language) =>
      shownIn(sides, field, language) !== undefined ||
      !isSameField(base?.content[field][language], newest?.content[field][language]),
  )
}

/**
 * Does a section ask for a decision? It does if `updateOf` says anything else than that the country is told. Nothing that
 * the country wrote is read, and nothing is merged: for counts.
 */
export function asksForDecision(sides: Omit<UpdateSides, 'own'> & { mode: Mode }): boolean {
  const { base, mode, newest } = sides
  if (!base || !newest) return mode !== 'omit' && base !== newest
  const isForbidden = policyForbids({ policy: newest.content.policy, mode }) !== null
  return (mode !== 'omit' || isForbidden) && changedParts(sides).length > 0
}

function statusOfChange(sides: UpdateSides, parts: readonly UpdatePart[]): UpdateStatus {
  // Nothing of a text is in question where only the place or what countries may do changed.
  const isOfText = parts.some((part) => part !== 'place' && part !== 'policy')
  const languages = isOfText ? readLanguages(sides) : []
  const merged: MergeStatus[] = languages.flatMap((language) => statusesIn(sides, language))
  if (parts.includes('place')) merged.push(sides.own.rank === null ? 'ready' : 'decision-needed')
  if (parts.includes('policy')) merged.push('ready')
  const status = statusOfAll(merged)
  // What changed is decided in all languages, also where the country wrote something else.
  if (status === 'yours-kept' && dropsNationalWords(sides, parts)) return 'please-check'
  const isStoodInThere = inEach(TEXT_FIELDS, sides.languages).some(
    (place) => parts.includes(place.field) && isStoodIn(sides.own, place),
  )
  // A text that readers get in another language would be another one.
  const isOther = isOfText && (isStoodInThere || languagesWithLess(sides).length > 0)
  if (isOther && status !== 'decision-needed') return 'please-check'
  if (status !== 'unchanged' && status !== 'yours-kept' && status !== 'ready') return status
  if (sides.own.mode !== 'adapt') return 'ready'
  // What the country left out of one field can come back in another one, and what is taken out of one can stay in another one. If the
  // country wrote the same change before, there is nothing to decide.
  const decided = [{ sides, next: withCommonTexts(sides.own, parts) }]
  return bringsSentenceBack(decided) || keepsFormerSentence(decided) ? 'please-check' : 'ready'
}

/** The section with the common text in place of the country's in these parts. */
function withCommonTexts(own: VariantSection, parts: readonly UpdatePart[]): VariantSection {
  return inEach(TEXT_FIELDS)
    .filter(({ field }) => parts.includes(field))
    .reduce((left, { field, language }) => withWords(left, field, language, undefined), own)
}

/** Would a country that accepts these parts have words of its own no more? */
function dropsNationalWords(sides: UpdateSides, parts: readonly UpdatePart[]): boolean {
  const places = inEach(TEXT_FIELDS, sides.languages).filter(({ field }) => parts.includes(field))
  return places.some(
    ({ field, language }) =>
      isNational(sides, field, language) &&
      !isSameField(readNow(sides, field, language), sides.newest?.content[field][language]),
  )
}

/** The status of each field in one language; without words of the country's own there only the common framework can have changed. */
function statusesIn(sides: UpdateSides, language: Language): MergeStatus[] {
  const isOurs =
    TEXT_FIELDS.some((field) => isNational(sides, field, language) || isTranslatedSince(sides, field, language)) ||
    sides.own.mode === 'supplement'
  if (!isOurs && !hasOwnSets(sides)) return ['ready']
  const statuses = mergeStatusesIn(sides, language)
  return TEXT_FIELDS.some((field) => isBesideChange(sides, field, language)) ? [...statuses, 'please-check'] : statuses
}

/** A language in which readers would get less, and the one in which they got the text instead until now. */
export type WithLess = { language: Language; instead: Language }

/**
 * Returns the languages in which the common framework has a first text that would take something from readers: they got that of
 * another language until now, and it has more lines, or words of the country's own.
 */
export function languagesWithLess(sides: UpdateSides): WithLess[] {
  const { base, languages, newest, sourceLanguage } = sides
  const linesIn = (text: RichText = []) =>
    textOf(text)
      .split('\n')
      .filter((line) => !isEmptyField(line)).length
  return languages.flatMap((language) => {
    if (!base || !newest || language === sourceLanguage) return []
    const isFirst = (field: TextField) =>
      isEmptyField(base.content[field][language]) && !isEmptyField(newest.content[field][language])
    const first = TEXT_FIELDS.filter(isFirst)
    if (first.length === 0) return []
    const read = readersGet(sides, language)
    const instead = first.flatMap((field) => {
      const said = read[field]
      if (!said?.standsIn) return []
      const most = Math.max(linesIn(read.body?.value), linesIn(newest.content.body[said.language]))
      const isLess = field === 'body' && linesIn(newest.content.body[language]) < most
      return isLess || isNational(sides, field, said.language) ? [said.language] : []
    })
    return [...new Set(instead)].map((one) => ({ language, instead: one }))
  })
}

/** Did the common framework get a text of its own where readers get a translation of the country's, with other words? */
function isTranslatedSince({ base, newest, own }: UpdateSides, field: TextField, language: Language): boolean {
  const theirs = newest?.content[field][language]
  const isOurs = originOf({ own, common: base?.content ?? null, field, language }) === 'translation'
  return isOurs && !isEmptyField(theirs) && !isSameField(own[field][language], theirs)
}

/**
 * Returns the languages in which a text of the country's own stays as it is whatever changed: the common framework has none
 * there, so a person compares.
 */
export function languagesBesideChange(sides: UpdateSides): Language[] {
  return sides.languages.filter((language) => TEXT_FIELDS.some((field) => isBesideChange(sides, field, language)))
}

/**
 * Is there a text of the country's own in a language that the common framework does not have, while the common text
 * changed in the language in which it is written? Nothing can be merged, so a person compares the two.
 */
function isBesideChange(sides: UpdateSides, field: TextField, language: Language): boolean {
  const { base, newest, sourceLanguage } = sides
  const isWithoutCommon = [base, newest].every((side) => isEmptyField(side?.content[field][language]))
  const isChanged = !isSameField(base?.content[field][sourceLanguage], newest?.content[field][sourceLanguage])
  return isWithoutCommon && isChanged && isNational(sides, field, language)
}
