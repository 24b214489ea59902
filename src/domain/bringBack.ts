import { isSameJson } from './canonicalJson'
import { isSameReasons } from './changeReasons'
import { withParts } from './diff/diff'
import { LANGUAGES, type Language } from './language'
import { type Outcome, refuse } from './refusal'
import {
  hasStandIn,
  isStoodIn,
  isTranslation,
  type OwnText,
  originOf,
  shownText,
  standInsOf,
  standingOfSection,
  UNTOUCHED,
  type VariantSection,
  withStandIn,
} from './resolve'
import type { RichText } from './richText/richText'
import { type FieldText, isEmptyField, isSameField, isSameText } from './richText/sameText'
import {
  inEach,
  OWN_FIELDS,
  type OwnField,
  type RichField,
  type SectionContent,
  TEXT_FIELDS,
  WRITTEN_FIELDS,
  withWords,
} from './section'
import { fieldsIn, isEverything, type TakenPart } from './takenPart'

/** What can be taken from another state. `reasons` are the reason, its explanation and sources, and the reasons of single changes. */
export type Part = TakenPart<OwnField | 'reasons', RichField>

type Given = {
  /** The section of the common framework; null if only the country has it. */
  common: SectionContent | null
  /** What the country has stored. */
  now: VariantSection
  /** The state to take from: an earlier one, or that of `withoutOwnText`. */
  earlier: VariantSection
  part: Part
  /** The languages to take the part in. All languages share the mode, the reason, the sources and the reasons of single changes. */
  languages: readonly Language[]
  /** Does the country drop its own text? Then it also drops its explanation in these languages. */
  isRestored?: boolean
}

/**
 * Returns `now` with one part as it is in `earlier`. The whole in all languages becomes `earlier`, whatever was changed
 * in between. A part is refused if it would hide words that the country has now, or if the section is left out in one
 * of the two states. If no words of the country's own are left after a part, the section becomes the common text and
 * needs no reason. The place of the section and its baseline never change. Refuses if nothing would change.
 */
export function bringBack(given: Given): Outcome<VariantSection> {
  const { now, earlier, part, languages } = given
  const next = isEverything(part, languages) ? { ...earlier, ...standingOfSection(now) } : partly(given)
  if (typeof next === 'string') return refuse(next)
  return isSameState(now, next) ? refuse('refusal.bring-back-same') : { ok: true, result: next }
}

/** Was it refused because nothing would change? */
export function isSameAlready(outcome: Outcome<unknown>): boolean {
  return !outcome.ok && outcome.because.some(({ key }) => key === 'refusal.bring-back-same')
}

type Own = { common: SectionContent; own: VariantSection }

/**
 * Returns what the country has stored, without one part of its own text. If the country drops the whole text in every
 * language in which it wrote, it also drops its mode and its reason.
 */
export function restore(given: Own & Pick<Given, 'part' | 'languages'>): Outcome<VariantSection> {
  const { own, part, languages } = given
  const others = LANGUAGES.filter((language) => !languages.includes(language))
  const isAll = inEach(WRITTEN_FIELDS, others).every(({ field, language }) => own[field][language] === undefined)
  const taken = part.kind === 'whole' && isAll ? LANGUAGES : languages
  return bringBack({ ...given, now: own, earlier: withoutOwnText(given), languages: taken, isRestored: true })
}

/** Returns the section as if the country had not touched it, at the same place. */
export function withoutText(own: VariantSection): VariantSection {
  return { ...own, ...UNTOUCHED }
}

/**
 * Returns what is left if a country drops its own text, in any mode: its translations into languages in which the
 * common text has no words.
 */
export function withoutOwnText({ common, own }: Own): VariantSection {
  const kept = inEach(TEXT_FIELDS).filter((place) => isTranslation({ own, common, ...place }))
  const translated = own.translated.filter((one) => kept.some(({ language }) => language === one))
  return { ...withOnly(own, kept), translated }
}

/** Returns the section with these texts of the country and no others. */
function withOnly(own: VariantSection, texts: readonly { field: OwnField; language: Language }[]): VariantSection {
  const additionPlace = texts.some(({ field }) => field === 'addition') ? own.additionPlace : null
  return texts.reduce((left, { field, language }) => withWords(left, field, language, own[field][language]), {
    ...withoutText(own),
    additionPlace,
  })
}

/** Returns the country's words that readers get in a language, its own and its translation (see `shownText`). */
export function shownWords(given: Omit<OwnText, 'field'>): Partial<Record<OwnField, FieldText>> {
  return Object.fromEntries(OWN_FIELDS.map((field) => [field, shownText({ ...given, field })]))
}

/** Returns the fields that hold words of the country that nobody reads now and that it drops with its own text. */
export function unreadFields(given: Own & { language: Language }): OwnField[] {
  const { own, language } = given
  return OWN_FIELDS.filter((field) => {
    const isRead = shownText({ ...given, field }) !== undefined
    return !isEmptyField(own[field][language]) && !isRead && !isTranslation({ ...given, field })
  })
}

/** Do both states store the same for a section? Its place is not compared. */
export function isSameState(a: VariantSection, b: VariantSection): boolean {
  return (
    a.mode === b.mode &&
    a.reason === b.reason &&
    a.sources === b.sources &&
    isSameReasons(a.changeReasons, b.changeReasons) &&
    isSameJson([a.audiences, a.stages, a.additionPlace], [b.audiences, b.stages, b.additionPlace]) &&
    isSameJson(standInsOf(a), standInsOf(b)) &&
    LANGUAGES.every((language) => a.translated.includes(language) === b.translated.includes(language)) &&
    inEach(WRITTEN_FIELDS).every(({ field, language }) => isSameField(a[field][language], b[field][language])) &&
    // Where the country has text of its own, an empty one hides another as soon as it is used, and a missing one does not.
    (a.mode === 'inherit' ||
      inEach(TEXT_FIELDS).every(
        ({ field, language }) => (a[field][language] === undefined) === (b[field][language] === undefined),
      ))
  )
}

function partly(given: Given): VariantSection | 'refusal.bring-back-whole' | 'refusal.bring-back-mixed' {
  const { common, now, earlier, part, languages } = given
  if (now.mode === 'omit' || earlier.mode === 'omit') return 'refusal.bring-back-whole'
  const fields = fieldsIn(part, OWN_FIELDS)
  // A reason belongs to one mode: it does not fit another one, and nobody sees it with the common text.
  if (fields.length === 0 && now.mode !== earlier.mode) return 'refusal.bring-back-whole'
  const isTextTaken = fieldsIn(part, TEXT_FIELDS).length > 0
  const isOtherChoice = now.mode !== earlier.mode && now.mode !== 'inherit' && earlier.mode !== 'inherit'
  let next = now
  let isNational = false
  /** The texts that were written, by language and field. */
  const written = new Set<string>()
  for (const language of languages) {
    const is = shownWords({ common, own: now, language })
    const was = shownWords({ common, own: earlier, language })
    const [isTranslated, wasTranslated] = [now, earlier].map(({ translated }) => translated.includes(language))
    // If a translation and the country's own words were in one text, nobody could tell whose text it is.
    const isMixed = isTextTaken && isText(is) && isText(was) && isTranslated !== wasTranslated
    if (isMixed && part.kind !== 'whole') return 'refusal.bring-back-mixed'
    // Own words stay own words, even if the same words are stored as a translation now.
    if (part.kind === 'whole' && earlier.mode === 'adapt' && isText(was) && !wasTranslated) isNational = true
    let isTaken = false
    for (const field of fields) {
      const words = part.kind === 'blocks' ? withBlocks({ ...given, part, language }) : was[field]
      if (words === null) continue
      // A text that nobody reads in either state is kept, and an equal text is not written again.
      const isUnread = words === undefined && is[field] === undefined && earlier[field][language] !== undefined
      const isStoodInAlike = hasStandIn(now, { field, language }) === hasStandIn(earlier, { field, language })
      const isSame = words !== undefined && is[field] !== undefined && isSameField(words, is[field]) && isStoodInAlike
      if (isUnread || isSame) continue
      // Single blocks must not replace a whole text that is stored but not read, or that readers get in another language.
      const isStored = is[field] === undefined && !isEmptyField(now[field][language])
      const isOver = isStored || isStoodIn(now, { field, language })
      if (part.kind === 'blocks' && isOver) return 'refusal.bring-back-whole'
      // If words are removed, the present state says whether they were a translation.
      const own = words === undefined && is[field] !== undefined ? now : earlier
      const isOne = isTranslation({ own, common, field, language })
      // A translation fits any mode. Other words need the mode they were written in, which would hide present words.
      const isNothing = words === undefined && now[field][language] === undefined
      if (isOtherChoice && !isOne && !isNothing) return 'refusal.bring-back-whole'
      next = withWords(next, field, language, words)
      if (field !== 'addition') {
        const place = { field, language }
        next = withStandIn(next, place, hasStandIn(earlier, place))
      }
      written.add(`${language} ${field}`)
      if (words === undefined || was[field] === undefined) continue
      if (field !== 'addition') isTaken = true
      if (!isOne && (earlier.mode === 'adapt' || field === 'addition')) isNational = true
    }
    // The mark is the earlier one for a whole text, and if readers had no text before; else the present one.
    const isEarlier = part.kind === 'whole' ? isText(was) : isTaken && !isText(is)
    if (isTextTaken) next = markedLike(isEarlier ? earlier : now, { ...given, next, language })
  }
  // The place is one for all languages, so it comes with the addition of any of them.
  const isAdditionTaken = part.kind !== 'blocks' && fields.includes('addition') && earlier.mode === 'supplement'
  if (isAdditionTaken && languages.some((language) => !isEmptyField(earlier.addition[language])))
    next = { ...next, additionPlace: earlier.additionPlace }
  // The country's own words need the mode in which they were written.
  if (isNational && isOtherChoice) return 'refusal.bring-back-whole'
  const { mode, reason, explanation, sources, changeReasons } = earlier
  if (isNational && now.mode === 'inherit') {
    next = { ...next, mode, reason, explanation, sources, changeReasons }
    if (bringsOutMore({ common, now, next, written })) return 'refusal.bring-back-whole'
  }
  const takesReasons = part.kind === 'fields' && part.fields.includes('reasons')
  const isReasonOf = mode === 'inherit' || next.mode === mode
  const isBackOnly = part.kind === 'whole' && mode === 'inherit' && !given.isRestored
  for (const language of takesReasons || (part.kind === 'whole' && isReasonOf) ? languages : []) {
    // If only a translation replaces another one, the explanation belongs to the text that stays.
    const isOnlyTranslated = now.translated.includes(language) && isEmptyField(now.addition[language])
    if (!isBackOnly || !isOnlyTranslated) next = withWords(next, 'explanation', language, explanation[language])
  }
  if (takesReasons) next = { ...next, reason, sources, changeReasons }
  return fields.length === 0 ? next : settled({ ...given, section: next })
}

/**
 * Marks the words of a language as a translation or not, as they are in `from`. Removes words that were stored beside a
 * translation as the country's own and that nobody read: they are not part of it.
 */
function markedLike(
  from: VariantSection,
  { now, part, next, language }: Given & { next: VariantSection; language: Language },
): VariantSection {
  const others = next.translated.filter((one) => one !== language)
  if (!from.translated.includes(language)) return { ...next, translated: others }
  const named: readonly string[] = now.translated.includes(language) ? TEXT_FIELDS : fieldsIn(part, TEXT_FIELDS)
  const beside = TEXT_FIELDS.filter((field) => !named.includes(field))
  const marked = beside.reduce((section, field) => withWords(section, field, language, undefined), next)
  const isWritten = TEXT_FIELDS.some((field) => marked[field][language] !== undefined)
  return { ...marked, translated: isWritten ? [...others, language] : others }
}

function isText(words: ReturnType<typeof shownWords>): boolean {
  return TEXT_FIELDS.some((field) => words[field] !== undefined)
}

/** Would the mode that is taken with a part change what readers get elsewhere in the section? */
function bringsOutMore({
  common,
  now,
  next,
  written,
}: Pick<Given, 'common' | 'now'> & { next: VariantSection; written: ReadonlySet<string> }): boolean {
  return inEach(OWN_FIELDS).some(({ field, language }) => {
    if (written.has(`${language} ${field}`)) return false
    const is = shownText({ own: now, common, field, language })
    const willBe = shownText({ own: next, common, field, language })
    // An empty text of the country hides the common one.
    const hides = (words: FieldText) => words !== undefined && isEmptyField(words)
    const isHidden = hides(is) !== hides(willBe) && !isEmptyField(common?.[field][language])
    return isHidden || !isSameField(is, willBe)
  })
}

/**
 * Turns a section that shows no words of the country's own into the common text, which needs no reason. Words that are
 * stored outside the part and that nobody reads are kept.
 */
function settled({ common, now, part, languages, section }: Given & { section: VariantSection }): VariantSection {
  if (common === null || (section.mode !== 'adapt' && section.mode !== 'supplement')) return section
  if (inEach(OWN_FIELDS).some((place) => originOf({ own: section, common, ...place }) === 'national')) return section
  const fields = fieldsIn(part, OWN_FIELDS)
  const kept = inEach(OWN_FIELDS).filter(({ field, language }) => {
    if (isTranslation({ own: section, common, field, language })) return true
    const isRead = part.kind !== 'blocks' || shownText({ own: now, common, field, language }) !== undefined
    const isNamed = languages.includes(language) && fields.includes(field) && isRead
    const words = section[field][language]
    return !isNamed && !isEmptyField(words) && !isSameField(words, common[field][language])
  })
  const left = withOnly(section, kept)
  const stays = (language: Language) => TEXT_FIELDS.some((field) => left[field][language] !== undefined)
  return { ...left, translated: section.translated.filter(stays) }
}

/**
 * Returns the text that readers get now, with the chosen blocks as in `earlier`; undefined if that is the common text
 * or an empty one, null if it is the present text.
 */
function withBlocks({
  common,
  now,
  earlier,
  part: { field, ids },
  language,
}: Given & { part: Part & { kind: 'blocks' }; language: Language }): RichText | undefined | null {
  const theirs = common?.[field][language] ?? []
  const readIn = (own: VariantSection): RichText => shownText({ own, common, field, language }) ?? theirs
  const before = readIn(now)
  const made = withParts({ before, after: readIn(earlier), ids })
  if (isSameText(made, before)) return null
  // If there is no common text either, an empty text is not stored: it would hide a common text that comes later.
  return isSameText(made, theirs) ? undefined : made
}
