import { withParts } from './diff/diff'
import { type ByLanguage, LANGUAGES, type Language } from './language'
import { type Outcome, refuse } from './refusal'
import { shownText, type VariantSection } from './resolve'
import type { RichText } from './richText/richText'
import { isEmptyField, isSameField, isSameText } from './richText/sameText'
import { type SectionContent, TEXT_FIELDS, type TextField } from './section'
import { isTranslation } from './translating'

/** The words that a country can have of its own in one section. */
export const OWN_FIELDS = ['title', 'summary', 'body', 'addition'] as const
export type OwnField = (typeof OWN_FIELDS)[number]

/** The fields of rich text, of which single parts (paragraphs, lists, tables …) can be brought back. */
export const RICH_FIELDS = ['body', 'addition'] as const
export type RichField = (typeof RICH_FIELDS)[number]

/**
 * Which part of a text is taken from another state: all of it, some fields (`reasons` are the reason, its explanation and
 * its sources), or some blocks of one field, by their ids: those of the text that is there and of the one that is taken.
 */
export type Part =
  | { kind: 'whole' }
  | { kind: 'fields'; fields: (OwnField | 'reasons')[] }
  | { kind: 'blocks'; field: RichField; ids: string[] }

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
 * part is refused where it would hide words that the country has now, and where the section is not used or was not.
 */
export function bringBack(given: Given): Outcome<VariantSection> {
  const { now, earlier, part, languages } = given
  const isAll = part.kind === 'whole' && LANGUAGES.every((one) => languages.includes(one))
  const next = isAll ? { ...earlier, ...placeOf(now) } : partly(given)
  if (typeof next === 'string') return refuse(next)
  return isSameState(now, next) ? refuse('refusal.bring-back-same') : { ok: true, result: next }
}

/** Was nothing brought back because it is so already? */
export function isSameAlready(outcome: Outcome<unknown>): boolean {
  return !outcome.ok && outcome.because.some(({ key }) => key === 'refusal.bring-back-same')
}

/**
 * What a country has stored, with a part of it as it is without its own text. Where the whole goes in every language in which it
 * wrote, so does what it had chosen for the section, with its reason.
 */
export function restore({
  common,
  own,
  part,
  languages,
}: {
  common: SectionContent
  own: VariantSection
  part: Part
  languages: readonly Language[]
}): Outcome<VariantSection> {
  const isAll = part.kind === 'whole' && writtenIn(own).every((one) => languages.includes(one))
  const earlier = withoutOwnText({ common, own })
  return bringBack({ common, now: own, earlier, part, languages: isAll ? LANGUAGES : languages, isRestored: true })
}

/** A section of which the country has written nothing. */
export function withoutText(own: VariantSection): VariantSection {
  const nothing = { title: {}, summary: {}, body: {}, addition: {}, translated: [] }
  return { ...own, ...nothing, mode: 'inherit', reason: null, explanation: {}, sources: '' }
}

/**
 * What is left when a country drops its own text: its translations of a common text that has no words in a language,
 * whatever it did with the section.
 */
export function withoutOwnText({ common, own }: { common: SectionContent; own: VariantSection }): VariantSection {
  const stays = (field: TextField) => (language: Language) => isTranslation({ own, common, field, language })
  return {
    ...withoutText(own),
    title: only(own.title, stays('title')),
    summary: only(own.summary, stays('summary')),
    body: only(own.body, stays('body')),
    translated: own.translated.filter((language) => TEXT_FIELDS.some((field) => stays(field)(language))),
  }
}

/** The words of a country that its choice for the section brings to readers in a language, its own and its translation. */
export function shownWords({
  common,
  section,
  language,
}: {
  common: SectionContent | null
  section: VariantSection
  language: Language
}): Partial<Record<OwnField, string | RichText>> {
  const shown: Partial<Record<OwnField, string | RichText>> = {}
  for (const field of TEXT_FIELDS) {
    const words = shownText({ section, common, field, language })
    if (words !== undefined) shown[field] = words
  }
  const addition = section.addition[language]
  if (section.mode === 'supplement' && addition !== undefined && !isEmptyField(addition)) shown.addition = addition
  return shown
}

/** The fields in which a country has words in a language that nobody reads now, and that go when its own text does. */
export function unreadFields({
  common,
  own,
  language,
}: {
  common: SectionContent
  own: VariantSection
  language: Language
}): OwnField[] {
  const shown = shownWords({ common, section: own, language })
  const left = withoutOwnText({ common, own })
  return OWN_FIELDS.filter(
    (field) => !isEmptyField(own[field][language]) && shown[field] === undefined && left[field][language] === undefined,
  )
}

/** The same state of a section: nothing that is stored for it differs. */
export function isSameState(a: VariantSection, b: VariantSection): boolean {
  return (
    a.mode === b.mode &&
    a.reason === b.reason &&
    a.sources === b.sources &&
    LANGUAGES.every(
      (language) =>
        a.translated.includes(language) === b.translated.includes(language) &&
        [...OWN_FIELDS, 'explanation' as const].every((field) => isSameField(a[field][language], b[field][language])) &&
        // An adapted section shows nothing where its own text is empty, and the common text where it has none.
        (a.mode !== 'adapt' ||
          TEXT_FIELDS.every((field) => (a[field][language] === undefined) === (b[field][language] === undefined))),
    )
  )
}

function partly(given: Given): VariantSection | 'refusal.bring-back-whole' | 'refusal.bring-back-mixed' {
  const { common, now, earlier, part, languages } = given
  if (now.mode === 'omit' || earlier.mode === 'omit') return 'refusal.bring-back-whole'
  const isReasonsOnly = part.kind === 'fields' && part.fields.every((field) => field === 'reasons')
  // Why a country chose something says nothing of another choice, and nobody sees it with the common text.
  if (isReasonsOnly && now.mode !== earlier.mode) return 'refusal.bring-back-whole'
  const isOtherChoice = now.mode !== earlier.mode && now.mode !== 'inherit' && earlier.mode !== 'inherit'
  const next: VariantSection = {
    ...now,
    title: { ...now.title },
    summary: { ...now.summary },
    body: { ...now.body },
    addition: { ...now.addition },
    explanation: { ...now.explanation },
  }
  let isNational = false
  /** What was written, by language and field. */
  const written = new Set<string>()
  for (const language of languages) {
    const is = shownWords({ common, section: now, language })
    const was = shownWords({ common, section: earlier, language })
    if (isMixed({ ...given, is, was, language })) return 'refusal.bring-back-mixed'
    // Own words stay own words, also where the same stand there as a translation.
    if (part.kind === 'whole' && earlier.mode === 'adapt' && isText(was) && !earlier.translated.includes(language))
      isNational = true
    let isTaken = false
    for (const field of fieldsOf(part)) {
      if (field === 'reasons') continue
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
      const isOne = field !== 'addition' && isTranslatedIn({ common, own, field, language })
      // A translation needs no choice; other words need theirs, and would hide those of another one.
      const isNothing = words === undefined && now[field][language] === undefined
      if (isOtherChoice && !isOne && !isNothing) return 'refusal.bring-back-whole'
      assign({ next, field, language, words })
      written.add(`${language} ${field}`)
      if (words === undefined || was[field] === undefined) continue
      if (field !== 'addition') isTaken = true
      if (!isOne && (earlier.mode === 'adapt' || field === 'addition')) isNational = true
    }
    if (fieldsOf(part).some(isTextField)) markTranslation({ ...given, next, is, was, language, isTaken })
  }
  // The words that were taken are the country's own: they need what it had chosen for them.
  if (isNational && isOtherChoice) return 'refusal.bring-back-whole'
  if (isNational && now.mode === 'inherit') {
    next.mode = earlier.mode
    Object.assign(next, { ...reasonsOf(earlier), explanation: { ...earlier.explanation } })
    if (bringsOutMore({ ...given, next, written })) return 'refusal.bring-back-whole'
  }
  const isReasonOf = earlier.mode === 'inherit' || next.mode === earlier.mode
  const isBackOnly = part.kind === 'whole' && earlier.mode === 'inherit' && !given.isRestored
  if (part.kind === 'whole' ? isReasonOf : fieldsOf(part).includes('reasons')) {
    for (const language of languages) {
      // Where only a translation comes back in place of another, what the country explains is of what stays.
      if (isBackOnly && isOnlyTranslated({ own: now, language })) continue
      assign({ next, field: 'explanation', language, words: earlier.explanation[language] })
    }
  }
  if (part.kind === 'fields' && part.fields.includes('reasons')) Object.assign(next, reasonsOf(earlier))
  return isReasonsOnly ? next : settled({ ...given, section: next })
}

/** Are all words of the country in a language a translation? */
function isOnlyTranslated({ own, language }: { own: VariantSection; language: Language }): boolean {
  return own.translated.includes(language) && isEmptyField(own.addition[language])
}

/** What only the country has is a translation of nothing. */
function isTranslatedIn({
  common,
  ...given
}: Pick<Given, 'common'> & Omit<Parameters<typeof isTranslation>[0], 'common'>) {
  return common !== null && isTranslation({ common, ...given })
}

type Shown = ReturnType<typeof shownWords>

/** Would a part make one text of words that are a translation and words that are the country's own? Nobody could say whose it is. */
function isMixed({
  now,
  earlier,
  part,
  is,
  was,
  language,
}: Given & { is: Shown; was: Shown; language: Language }): boolean {
  if (part.kind === 'whole' || !fieldsOf(part).some(isTextField) || !isText(is) || !isText(was)) return false
  return now.translated.includes(language) !== earlier.translated.includes(language)
}

/**
 * Says of the words of a language whether they are a translation: those that are left are what they were; the whole text, and what is
 * taken where none was read before, is what it was. What was stored beside it as the country's own, and nobody read, is no part of a translation.
 */
function markTranslation({
  now,
  earlier,
  part,
  next,
  is,
  was,
  language,
  isTaken,
}: Given & { next: VariantSection; is: Shown; was: Shown; language: Language; isTaken: boolean }): void {
  const isEarlier = part.kind === 'whole' ? isText(was) : isTaken && !isText(is)
  const from = isEarlier ? earlier : now
  const isOne = from.translated.includes(language)
  if (isOne && !now.translated.includes(language))
    for (const field of TEXT_FIELDS) if (!fieldsOf(part).includes(field)) delete next[field][language]
  const isWritten = TEXT_FIELDS.some((field) => next[field][language] !== undefined)
  const others = next.translated.filter((one) => one !== language)
  next.translated = isOne && isWritten ? [...others, language] : others
}

function isTextField(field: string): field is TextField {
  return TEXT_FIELDS.some((one) => one === field)
}

function isText(words: Shown): boolean {
  return TEXT_FIELDS.some((field) => words[field] !== undefined)
}

/** Does the choice that is taken with a part also bring words to readers that are stored for it elsewhere in the section? */
function bringsOutMore({
  common,
  now,
  next,
  written,
}: Given & { next: VariantSection; written: ReadonlySet<string> }): boolean {
  return LANGUAGES.some((language) => {
    const is = shownWords({ common, section: now, language })
    const willBe = shownWords({ common, section: next, language })
    return OWN_FIELDS.some((field) => {
      // An empty text of its own hides the common one.
      const hides = [is, willBe].map((words) => words[field] !== undefined && isEmptyField(words[field]))
      const isHidden = hides[0] !== hides[1] && !isEmptyField(common?.[field][language])
      return !written.has(`${language} ${field}`) && (isHidden || !isSameField(is[field], willBe[field]))
    })
  })
}

/**
 * A section of which the country shows no words of its own any more is the common text, which needs no reason. What it has stored
 * elsewhere than in the part, and nobody reads, stays.
 */
function settled({ common, now, part, languages, section }: Given & { section: VariantSection }): VariantSection {
  if (common === null || (section.mode !== 'adapt' && section.mode !== 'supplement')) return section
  const differs = (field: OwnField, language: Language) =>
    section[field][language] !== undefined && !isSameField(section[field][language], common[field][language])
  const isOwn = LANGUAGES.some((language) =>
    section.mode === 'supplement'
      ? !isEmptyField(section.addition[language])
      : TEXT_FIELDS.some(
          (field) => differs(field, language) && !isTranslation({ own: section, common, field, language }),
        ),
  )
  if (isOwn) return section
  const left = withoutOwnText({ common, own: section })
  for (const language of LANGUAGES) {
    const read = shownWords({ common, section: now, language })
    for (const field of OWN_FIELDS) {
      const isRead = part.kind !== 'blocks' || read[field] !== undefined
      const isNamed = languages.includes(language) && fieldsOf(part).includes(field) && isRead
      if (isNamed || isEmptyField(section[field][language])) continue
      if (differs(field, language)) assign({ next: left, field, language, words: section[field][language] })
    }
  }
  const stays = (language: Language) => TEXT_FIELDS.some((field) => left[field][language] !== undefined)
  return { ...left, translated: section.translated.filter(stays) }
}

function reasonsOf({ reason, sources }: VariantSection): Pick<VariantSection, 'reason' | 'sources'> {
  return { reason, sources }
}

function fieldsOf(part: Part): readonly (OwnField | 'reasons')[] {
  if (part.kind === 'whole') return OWN_FIELDS
  return part.kind === 'fields' ? part.fields : [part.field]
}

/**
 * The text that readers get now, with the chosen blocks as they were; undefined where that is the common text, or none, and null
 * where it is the text of now.
 */
function withBlocks({
  common,
  now,
  earlier,
  part,
  language,
}: Given & { part: Part & { kind: 'blocks' }; language: Language }): RichText | undefined | null {
  const { field } = part
  const shownBy = (section: VariantSection): RichText => {
    const words = shownWords({ common, section, language })[field]
    return Array.isArray(words) ? words : (field === 'body' && common?.body[language]) || []
  }
  const before = shownBy(now)
  const made = withParts({ before, after: shownBy(earlier), ids: part.ids })
  if (isSameText(made, before)) return null
  // Where there is no common text either, a text without words is none: it would hide a common text that comes later.
  const theirs = (field === 'body' && common?.body[language]) || []
  return isSameText(made, theirs) ? undefined : made
}

function assign({
  next,
  field,
  language,
  words,
}: {
  next: VariantSection
  field: OwnField | 'explanation'
  language: Language
  words: string | RichText | undefined
}): void {
  if (words === undefined) delete next[field][language]
  else if (field === 'body' || field === 'addition') {
    if (Array.isArray(words)) next[field][language] = words
  } else if (typeof words === 'string') next[field][language] = words
}

/** Where a section stands and what it is; that is never brought back with its text. */
function placeOf({
  key,
  slug,
  parent,
  rank,
}: VariantSection): Pick<VariantSection, 'key' | 'slug' | 'parent' | 'rank'> {
  return { key, slug, parent, rank }
}

function writtenIn(section: VariantSection): Language[] {
  return LANGUAGES.filter((language) =>
    ([...OWN_FIELDS, 'explanation'] as const).some((field) => section[field][language] !== undefined),
  )
}

function only<T>(words: ByLanguage<T>, wanted: (language: Language) => boolean): ByLanguage<T> {
  const result: ByLanguage<T> = {}
  for (const language of LANGUAGES)
    if (words[language] !== undefined && wanted(language)) result[language] = words[language]
  return result
}
