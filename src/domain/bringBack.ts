import { withParts } from './diff/diff'
import { LANGUAGES, type Language } from './language'
import { type Outcome, refuse } from './refusal'
import { isTranslation, type OwnText, originOf, shownText, UNTOUCHED, type VariantSection } from './resolve'
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

/** `reasons` are the reason, its explanation and its sources. */
export type Part = TakenPart<OwnField | 'reasons', RichField>

type Given = {
  /** The section of the common framework; null for one that only the country has. */
  common: SectionContent | null
  /** What the country has stored. */
  now: VariantSection
  /** What is taken from: an earlier state, or the one of `withoutOwnText`. */
  earlier: VariantSection
  part: Part
  /** In which languages; the choice of the country, its reason and its sources are one for all. */
  languages: readonly Language[]
  /** Is it asked what of the country's own goes? What it explains in these languages then goes, too. */
  isRestored?: boolean
}

/**
 * What a country has stored, with a part of it as it was in another state. Where nothing of its own is left, the section is
 * the common text again and needs no reason. The whole in all languages is that state, whatever happened in between; a
 * part is refused where it would hide words that the country has now, and where the section is not used or was not. Where
 * the section stands is never brought back with its text.
 */
export function bringBack(given: Given): Outcome<VariantSection> {
  const { now, earlier, part, languages } = given
  const { key, slug, parent, rank } = now
  const next = isEverything(part, languages) ? { ...earlier, key, slug, parent, rank } : partly(given)
  if (typeof next === 'string') return refuse(next)
  return isSameState(now, next) ? refuse('refusal.bring-back-same') : { ok: true, result: next }
}

/** Was nothing brought back because it is so already? */
export function isSameAlready(outcome: Outcome<unknown>): boolean {
  return !outcome.ok && outcome.because.some(({ key }) => key === 'refusal.bring-back-same')
}

type Own = { common: SectionContent; own: VariantSection }

/**
 * What a country has stored, with a part of it as it is without its own text. Where the whole goes in every language in which it
 * wrote, so does what it had chosen for the section, with its reason.
 */
export function restore({
  common,
  own,
  part,
  languages,
}: Own & { part: Part; languages: readonly Language[] }): Outcome<VariantSection> {
  const others = LANGUAGES.filter((language) => !languages.includes(language))
  const isAll = inEach(WRITTEN_FIELDS, others).every(({ field, language }) => own[field][language] === undefined)
  const given = { common, now: own, earlier: withoutOwnText({ common, own }), part, isRestored: true }
  return bringBack({ ...given, languages: part.kind === 'whole' && isAll ? LANGUAGES : languages })
}

/** The same section, of which the country has written nothing. */
export function withoutText(own: VariantSection): VariantSection {
  return { ...own, ...UNTOUCHED }
}

/**
 * What is left when a country drops its own text: its translations of a common text that has no words in a language,
 * whatever it did with the section.
 */
export function withoutOwnText({ common, own }: Own): VariantSection {
  const kept = inEach(TEXT_FIELDS).filter((place) => isTranslation({ own, common, ...place }))
  const translated = own.translated.filter((one) => kept.some(({ language }) => language === one))
  return { ...withOnly(own, kept), translated }
}

/** The section with these texts of the country and nothing else of its own. */
function withOnly(own: VariantSection, texts: readonly { field: OwnField; language: Language }[]): VariantSection {
  return texts.reduce(
    (left, { field, language }) => withWords(left, field, language, own[field][language]),
    withoutText(own),
  )
}

/** The words of a country that its choice for the section brings to readers in a language, its own and its translation. */
export function shownWords(given: Omit<OwnText, 'field'>): Partial<Record<OwnField, FieldText>> {
  return Object.fromEntries(OWN_FIELDS.map((field) => [field, shownText({ ...given, field })]))
}

/** The fields in which a country has words in a language that nobody reads now, and that go when its own text does. */
export function unreadFields(given: Own & { language: Language }): OwnField[] {
  const { own, language } = given
  return OWN_FIELDS.filter((field) => {
    const isRead = shownText({ ...given, field }) !== undefined
    return !isEmptyField(own[field][language]) && !isRead && !isTranslation({ ...given, field })
  })
}

/** The same state of a section: nothing that is stored for it differs. */
export function isSameState(a: VariantSection, b: VariantSection): boolean {
  return (
    a.mode === b.mode &&
    a.reason === b.reason &&
    a.sources === b.sources &&
    LANGUAGES.every((language) => a.translated.includes(language) === b.translated.includes(language)) &&
    inEach(WRITTEN_FIELDS).every(({ field, language }) => isSameField(a[field][language], b[field][language])) &&
    // An adapted section shows nothing where its own text is empty, and the common text where it has none.
    (a.mode !== 'adapt' ||
      inEach(TEXT_FIELDS).every(
        ({ field, language }) => (a[field][language] === undefined) === (b[field][language] === undefined),
      ))
  )
}

function partly(given: Given): VariantSection | 'refusal.bring-back-whole' | 'refusal.bring-back-mixed' {
  const { common, now, earlier, part, languages } = given
  if (now.mode === 'omit' || earlier.mode === 'omit') return 'refusal.bring-back-whole'
  const fields = fieldsIn(part, OWN_FIELDS)
  // Why a country chose something says nothing of another choice, and nobody sees it with the common text.
  if (fields.length === 0 && now.mode !== earlier.mode) return 'refusal.bring-back-whole'
  const isTextTaken = fieldsIn(part, TEXT_FIELDS).length > 0
  const isOtherChoice = now.mode !== earlier.mode && now.mode !== 'inherit' && earlier.mode !== 'inherit'
  let next = now
  let isNational = false
  /** What was written, by language and field. */
  const written = new Set<string>()
  for (const language of languages) {
    const is = shownWords({ common, own: now, language })
    const was = shownWords({ common, own: earlier, language })
    const [isTranslated, wasTranslated] = [now, earlier].map(({ translated }) => translated.includes(language))
    // Of words that are a translation and words that are the country's own in one text nobody could say whose it is.
    const isMixed = isTextTaken && isText(is) && isText(was) && isTranslated !== wasTranslated
    if (isMixed && part.kind !== 'whole') return 'refusal.bring-back-mixed'
    // Own words stay own words, also where the same stand there as a translation.
    if (part.kind === 'whole' && earlier.mode === 'adapt' && isText(was) && !wasTranslated) isNational = true
    let isTaken = false
    for (const field of fields) {
      const words = part.kind === 'blocks' ? withBlocks({ ...given, part, language }) : was[field]
      if (words === null) continue
      // What nobody reads, then as now, is not taken away; and where nothing is another, nothing is written.
      const isUnread = words === undefined && is[field] === undefined && earlier[field][language] !== undefined
      const isSame = words !== undefined && is[field] !== undefined && isSameField(words, is[field])
      if (isUnread || isSame) continue
      // A paragraph cannot take the place of a text that nobody reads.
      const isOver = is[field] === undefined && !isEmptyField(now[field][language])
      if (part.kind === 'blocks' && isOver) return 'refusal.bring-back-whole'
      // Words that go are what they are now.
      const own = words === undefined && is[field] !== undefined ? now : earlier
      const isOne = isTranslation({ own, common, field, language })
      // A translation needs no choice; other words need theirs, and would hide those of another one.
      const isNothing = words === undefined && now[field][language] === undefined
      if (isOtherChoice && !isOne && !isNothing) return 'refusal.bring-back-whole'
      next = withWords(next, field, language, words)
      written.add(`${language} ${field}`)
      if (words === undefined || was[field] === undefined) continue
      if (field !== 'addition') isTaken = true
      if (!isOne && (earlier.mode === 'adapt' || field === 'addition')) isNational = true
    }
    // The words that are left are what they were; the whole text, and what is taken where none was read before, is what it was.
    const isEarlier = part.kind === 'whole' ? isText(was) : isTaken && !isText(is)
    if (isTextTaken) next = markedLike(isEarlier ? earlier : now, { ...given, next, language })
  }
  // The words that were taken are the country's own: they need what it had chosen for them.
  if (isNational && isOtherChoice) return 'refusal.bring-back-whole'
  const { mode, reason, explanation, sources } = earlier
  if (isNational && now.mode === 'inherit') {
    next = { ...next, mode, reason, explanation, sources }
    if (bringsOutMore({ common, now, next, written })) return 'refusal.bring-back-whole'
  }
  const takesReasons = part.kind === 'fields' && part.fields.includes('reasons')
  const isReasonOf = mode === 'inherit' || next.mode === mode
  const isBackOnly = part.kind === 'whole' && mode === 'inherit' && !given.isRestored
  for (const language of takesReasons || (part.kind === 'whole' && isReasonOf) ? languages : []) {
    // Where only a translation comes back in place of another, what the country explains is of what stays.
    const isOnlyTranslated = now.translated.includes(language) && isEmptyField(now.addition[language])
    if (!isBackOnly || !isOnlyTranslated) next = withWords(next, 'explanation', language, explanation[language])
  }
  if (takesReasons) next = { ...next, reason, sources }
  return fields.length === 0 ? next : settled({ ...given, section: next })
}

/**
 * Marks the words of a language as a translation, or as none, as they are in `from`. What was stored beside a text as the country's
 * own, and nobody read, is no part of a translation.
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

/** Does the choice that is taken with a part also bring words to readers that are stored for it elsewhere in the section? */
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
    // An empty text of its own hides the common one.
    const hides = (words: FieldText) => words !== undefined && isEmptyField(words)
    const isHidden = hides(is) !== hides(willBe) && !isEmptyField(common?.[field][language])
    return isHidden || !isSameField(is, willBe)
  })
}

/**
 * A section of which the country shows no words of its own any more is the common text, which needs no reason. What it has stored
 * elsewhere than in the part, and nobody reads, stays.
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
 * The text that readers get now, with the chosen blocks as they were; undefined where that is the common text, or none, and null
 * where it is the text of now.
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
  // Where there is no common text either, a text without words is none: it would hide a common text that comes later.
  return isSameText(made, theirs) ? undefined : made
}
