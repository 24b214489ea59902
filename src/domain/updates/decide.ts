import { withAdditionInPlace } from '../additionPlace'
import { isSameJson } from '../canonicalJson'
import { fixedPartsForbid } from '../keptParts'
import { type ByLanguage, LANGUAGES, type Language } from '../language'
import { type GivenAnswers, resolveSection } from '../merge/merge'
import type { Pause } from '../pause'
import { omissionForbids, policyForbids } from '../policy'
import { type Outcome, type Refusal, refuse } from '../refusal'
import {
  isStoodIn,
  isTranslation,
  originOf,
  placeOf,
  shownSets,
  shownText,
  standInsOf,
  type TextPlace,
  UNTOUCHED,
  type VariantSection,
  withStandIn,
} from '../resolve'
import type { RichText } from '../richText/richText'
import { isEmptyField, isSameField, isWritten } from '../richText/sameText'
import { saidIn } from '../said'
import {
  inEach,
  NO_REASONS,
  type Reason,
  SET_FIELDS,
  type SectionContent,
  type SetField,
  TEXT_FIELDS,
  type TextField,
  type Texts,
  withWords,
} from '../section'
import { composed, onRelease, type UpdatePart } from '../sectionBaseline'
import { type TextIn, withoutDoubledAddition } from './doubledAddition'
import { isOffered } from './offeredChanges'
import { hasToKeep, type SectionUpdate, updateOf } from './sectionUpdate'
import {
  additionRead,
  isReadElsewhere,
  isTakenOut,
  mergeIn,
  readersGet,
  readLanguages,
  readNow,
  type UpdateSides,
} from './sides'

/**
 * What a country decides about an update of one section. accept: the common text takes the place of ours; a section that
 * is gone goes · combine: ours with the changes of the common framework · keep: ours stays as it is; a section that is
 * gone becomes our own · not-for-us: the change has no meaning here; a new section is not used · park: a section that is
 * gone leaves the version, and all its words are kept for later.
 */
export const UPDATE_CHOICES = ['accept', 'combine', 'keep', 'not-for-us', 'park'] as const
export type UpdateChoice = (typeof UPDATE_CHOICES)[number]

/** Texts as a person edited them, in some fields and languages. */
export type WrittenTexts = { [Field in TextField]?: Texts[Field] }

export type UpdateDecision = {
  choice: UpdateChoice
  /** Only these parts are decided; all if absent. A section that is new or gone is always decided as a whole. */
  parts?: readonly UpdatePart[]
  /** For `combine`: the answers to the places that both changed, by language. */
  resolutions?: ByLanguage<GivenAnswers>
  /** For `combine`: the changes of the common framework that are not taken (`OfferedChange`), by language. */
  declined?: ByLanguage<readonly string[]>
  /** For `combine`: the result as a person edited it, in place of the merged text. */
  written?: WrittenTexts
  /** Why the version differs; if absent, the stored reason is kept. */
  reason?: Reason | null
  explanation?: ByLanguage<string>
  sources?: string
}

type Deciding = {
  sides: UpdateSides
  decision: UpdateDecision
  /** The id of the newest release. */
  release: string
  /** The pause that holds; null if none does. */
  paused?: Pause | null
}

/** Why the version differs, as a decision says it. */
export type Because = Pick<UpdateDecision, 'reason' | 'explanation' | 'sources'>

/** Returns the choices that an update offers. */
export function choicesFor({
  became,
  status,
  mayKeep,
  isFixed = false,
}: Pick<SectionUpdate, 'became' | 'status' | 'mayKeep' | 'isFixed'>): UpdateChoice[] {
  if (status === 'paused') return []
  // What the country does not use stays out; it can only note that the common text changed.
  if (status === 'told') return ['keep']
  if (became === 'gone') return ['accept', 'keep', 'park']
  if (became === 'new') return status === 'decision-needed' ? ['accept', 'keep'] : ['accept', 'not-for-us']
  if (!mayKeep) return ['accept']
  if (isFixed) return ['accept', 'combine']
  const isAlone = became === 'changed'
  return isAlone ? ['accept', 'combine', 'keep', 'not-for-us'] : ['accept', 'combine', 'keep']
}

/**
 * Returns what the country has stored for a section after a decision on its update. Every decided part then stands on
 * the newest release, so the same change is not asked again. Refuses every decision during a pause, a choice that the
 * update does not offer, one that the common framework does not allow, also because it fixes a part, a version that
 * differs without a reason, and a section that is left out or parked without an explanation.
 */
export function decideUpdate({ sides, decision, release, paused = null }: Deciding): Outcome<VariantSection> {
  const update = updateOf(sides)
  const forbidden = choiceForbids({ update, choice: decision.choice, paused })
  if (!forbidden && keepsNothing(sides, { update, decision })) return refuse('refusal.update-choice')
  return forbidden ?? carryOut({ sides, update, decision, release })
}

/** Does a decision keep parts only in which the country has nothing to keep (`hasToKeep`)? */
function keepsNothing(
  sides: UpdateSides,
  { update, decision: { choice, parts } }: { update: SectionUpdate | null; decision: UpdateDecision },
): boolean {
  if (update?.became !== 'changed' || update.status === 'told' || !parts) return false
  if (choice !== 'keep' && choice !== 'not-for-us') return false
  return !update.parts.some((part) => parts.includes(part) && hasToKeep(sides, part))
}

/** Refuses every decision during a pause, and a choice that the update does not offer; else null. */
export function choiceForbids({
  update,
  choice,
  paused,
}: {
  update: SectionUpdate | null
  choice: UpdateChoice
  paused: Pause | null
}): Outcome<never> | null {
  if (paused) return pauseForbids(paused)
  if (!update) return refuse('refusal.update-nothing')
  // A text that changes a fixed part is refused when the decision is carried out, with the part.
  return choicesFor({ ...update, isFixed: undefined }).includes(choice) ? null : refuse('refusal.update-choice')
}

/** `decideUpdate` with any choice, also one that the section alone does not offer. */
export function carryOut({
  sides,
  update = updateOf(sides),
  decision,
  release,
  keepsAddition = false,
}: Omit<Deciding, 'paused'> & {
  update?: SectionUpdate | null
  /** Is the addition as it shall be, whatever the text has? */
  keepsAddition?: boolean
}): Outcome<VariantSection> {
  const { base, newest, own } = sides
  if (!update) return refuse('refusal.update-nothing')
  const parts = update.parts.filter((part) => decision.parts?.includes(part) ?? true)
  if (parts.length === 0) return refuse('refusal.update-nothing')
  if (!isOffered(sides, { parts, declined: decision.declined ?? {} })) return refuse('refusal.update-choice')
  // A part that did not change is the same in both releases. If all is decided, the whole section stands on the newest.
  const isWhole = update.became !== 'changed' || parts.length === update.parts.length
  const baseline = { ...own.baseline, ...(isWhole ? onRelease(release) : onRelease(release, parts)) }
  const standing = (next: VariantSection): VariantSection => ({ ...next, baseline })
  if (update.status === 'told') return { ok: true, result: standing(own) }
  if (!newest) {
    const left = afterGone(sides, decision.choice)
    if (decision.choice !== 'park') return { ok: true, result: standing(left) }
    // If the common framework has the section again one day, it is left out there, and readers get the reason.
    const parked = withReasons(left, { before: own, decision })
    const because = parked.mode === 'omit' ? omissionProblems(parked) : []
    return because.length > 0 ? { ok: false, because } : { ok: true, result: standing(parked) }
  }
  const common = base ? mixedContent(base.content, newest.content, parts) : newest.content
  const next = base ? afterChange(sides, { decision, parts, common, keepsAddition }) : afterNew(sides, decision.choice)
  const explained = withReasons(next, { before: own, decision })
  const because = explained.mode === 'omit' ? omissionProblems(explained) : deviationProblems(explained)
  const forbidden = policyForbids({ policy: common.policy, mode: explained.mode })
  const on = { entry: newest.entry, content: common }
  const fixed = fixedPartsForbid({
    base: on,
    before: own,
    baseBefore: base,
    after: explained,
    languages: sides.languages,
    source: sides.sourceLanguage,
  })
  const problems = forbidden ? [forbidden] : [...fixed, ...because]
  return problems.length > 0 ? { ok: false, because: problems } : { ok: true, result: standing(explained) }
}

/** Nothing is decided during a pause: somebody ends it first. */
function pauseForbids({ until }: Pause): Outcome<never> {
  return until ? refuse('refusal.update-paused-until', { until: noon(until) }) : refuse('refusal.update-paused')
}

/** A day, `2026-12-04`, as the time (in milliseconds) that has this date in every time zone of Europe. */
function noon(day: string): number {
  return Date.parse(`${day}T12:00:00Z`)
}

/** The common text after a decision: the decided parts are those of the newest release. */
function mixedContent(base: SectionContent, newest: SectionContent, parts: readonly UpdatePart[]): SectionContent {
  return composed(newest, (part) => (parts.includes(part) ? newest : base))
}

/** A section that the common framework no longer has. */
function afterGone(sides: UpdateSides, choice: UpdateChoice): VariantSection {
  const { base, own } = sides
  if (!base) return { ...own, ...UNTOUCHED, parent: null, rank: null }
  // Sections of the country under it move up to this place.
  if (choice === 'accept') return { ...own, ...UNTOUCHED, ...placeOf(base.entry, own) }
  const common = base.content
  const texts: Texts = { title: {}, summary: {}, body: {}, addition: {} }
  let next: VariantSection = { ...own, ...texts, ...shownSets({ own, common }), translated: [] }
  for (const { field, language } of inEach(TEXT_FIELDS, readLanguages(sides))) {
    const words = readNow(sides, field, language)
    // Only a text that the country took out stays empty. Elsewhere readers get that of another language, also a later one.
    const isNone = isEmptyField(words) && !isTakenOut(sides, { field, language })
    next = withWords(next, field, language, isNone ? undefined : words)
  }
  next = withAdditionInBody(next, { sides, common, source: next.body[sides.sourceLanguage] })
  const mode = choice === 'park' ? 'omit' : 'local'
  return { ...next, mode, slug: base.entry.slug, ...placeOf(base.entry, own) }
}

/**
 * Takes up a new section with text and choices of the country's own, where these differ from the common ones. It stands on
 * the newest release. Refuses what `decideUpdate` refuses.
 */
export function takeUp({
  sides,
  written,
  isReadElsewhere: isElsewhere,
  sets = {},
  release,
  because,
}: {
  sides: UpdateSides
  written: WrittenTexts
  /** Did readers of a language get the text that the words come from in another one? Without words in theirs they go on to. */
  isReadElsewhere: (language: Language) => boolean
  sets?: Partial<Pick<SectionContent, SetField>>
  release: string
  because: Because
}): Outcome<VariantSection> {
  const { newest, own } = sides
  if (!newest) throw new Error('Only a section of the newest release can be taken up')
  const places = inEach(TEXT_FIELDS).filter(({ field, language }) => written[field]?.[language] !== undefined)
  let next: VariantSection = { ...own, ...UNTOUCHED, parent: null, rank: null }
  for (const { field, language } of places) {
    const words = written[field]?.[language]
    if (isSameField(words, newest.content[field][language])) continue
    next = { ...withWords(next, field, language, words), mode: 'adapt' }
    const standsIn = field === 'body' && isEmptyField(words) && isElsewhere(language)
    if (standsIn) next = withStandIn(next, { field, language }, true)
  }
  for (const field of SET_FIELDS) {
    const chosen = sets[field]
    if (chosen && !isSameJson(chosen, newest.content[field])) next = { ...next, [field]: chosen, mode: 'adapt' }
  }
  // The country had dropped all of the text, and it does not come back.
  const withText = sides.languages.filter((language) => !isEmptyField(newest.content.body[language]))
  const isRead = (language: Language) => readersGet({ ...sides, base: newest, own: next }, language).body !== undefined
  const isDropped = withText.length > 0 && !withText.some(isRead) && !isWritten(next.title)
  if (isDropped) return carryOut({ sides, decision: { choice: 'not-for-us', ...because }, release })
  const explained = withReasons(next, { before: own, decision: { choice: 'combine', ...because } })
  const forbidden = policyForbids({ policy: newest.content.policy, mode: explained.mode })
  const { languages, sourceLanguage: source } = sides
  const fixed = fixedPartsForbid({ base: newest, before: own, baseBefore: null, after: explained, languages, source })
  const problems = forbidden ? [forbidden] : [...fixed, ...deviationProblems(explained)]
  return problems.length > 0
    ? { ok: false, because: problems }
    : { ok: true, result: { ...explained, baseline: { ...own.baseline, ...onRelease(release) } } }
}

/** A section that the country does not have from the common framework yet; it may have one of its own with this key. */
function afterNew(sides: UpdateSides, choice: UpdateChoice): VariantSection {
  const { languages, newest, own } = sides
  if (choice === 'accept') return { ...own, ...UNTOUCHED, parent: null, rank: null }
  // The place that a section had before it was gone is not a choice of the country.
  const place = own.mode === 'local' ? placeOf(null, own) : { parent: null, rank: null }
  if (choice === 'not-for-us') return { ...own, ...place, mode: 'omit' }
  // What the country's own section does not have stays out of it: an empty text hides the common one.
  return inEach(TEXT_FIELDS, languages).reduce<VariantSection>(
    (next, { field, language }) => {
      const isHidden = isEmptyField(own[field][language]) && !isEmptyField(newest?.content[field][language])
      if (!isHidden) return next
      // Only readers who got the text of another language go on to get it: the country had none in theirs, and kept that.
      const place = { field, language }
      const stoodIn = withStandIn(next, place, isReadElsewhere(sides, place))
      return withWords(stoodIn, field, language, field === 'body' ? [] : '')
    },
    { ...own, ...place, ...shownSets({ own, common: null }), mode: 'adapt' },
  )
}

/** Whoever accepts a text has the common one in every field of its language: no title in the one above a text in the other. */
function withoutStandIns(next: VariantSection, languages: readonly Language[]): VariantSection {
  const goes = ({ language }: TextPlace) => languages.includes(language)
  return standInsOf(next)
    .filter(goes)
    .reduce((left, { field, language }) => withWords(left, field, language, undefined), {
      ...next,
      standIns: next.standIns.filter((place) => !goes(place)),
    })
}

/** Each decided part as the choice says; the mode follows from what is left of the country's own. */
function afterChange(
  sides: UpdateSides,
  {
    decision,
    parts,
    common,
    keepsAddition,
  }: { decision: UpdateDecision; parts: readonly UpdatePart[]; common: SectionContent; keepsAddition: boolean },
): VariantSection {
  const { base } = sides
  if (!base) return sides.own
  // A section that is left out has no text of the country's own to combine or to keep.
  if (sides.own.mode === 'omit') return decision.choice === 'accept' ? { ...sides.own, ...UNTOUCHED } : sides.own
  const made = madeBy(sides, decision)
  // What a person wrote anew counts, also where the common text did not change.
  const isDecided = (field: TextField, language: Language) => parts.includes(field) || made.isRewritten(field, language)
  const bodyOf: TextIn = (language) => {
    const words = made.text('body', language)
    return Array.isArray(words) ? words : undefined
  }
  const textAfter: TextIn = (language) => (isDecided('body', language) ? bodyOf(language) : undefined)
  const mayBeDoubled =
    !keepsAddition && sides.own.mode === 'supplement' && ['accept', 'combine'].includes(decision.choice)
  const own = mayBeDoubled
    ? withoutDoubledAddition(sides, {
        textBefore: (language) => readNow(sides, 'body', language),
        textAfter,
      })
    : sides.own
  let next = own
  let isDifferent = false
  for (const language of sides.languages) {
    for (const field of TEXT_FIELDS.filter((one) => isDecided(one, language))) {
      const theirs = common[field][language]
      const words = made.text(field, language)
      // A translation stays until somebody translates again, or there is nothing to translate. It does not differ from
      // the common text.
      const wasTranslation = isWritten(common[field]) && isTranslation({ own, common: base.content, field, language })
      const stays = isSameField(words, own[field][language])
      if (wasTranslation && isEmptyField(theirs) && !isEmptyField(words)) {
        // Somebody corrected it in the result.
        if (!stays) next = withWords(next, field, language, words)
        continue
      }
      const isSame = isSameField(words, theirs)
      if (!isSame) isDifferent = true
      if (!isSame && !stays) next = withoutTranslation(next, language)
      const place = { field, language }
      if (!isSame && isEmptyField(words)) next = withStandIn(next, place, isReadElsewhere(sides, place))
      next = withWords(next, field, language, isSame ? undefined : (words ?? (field === 'body' ? [] : '')))
    }
  }
  if (decision.choice === 'accept') {
    const isAccepted = (language: Language) =>
      TEXT_FIELDS.some((field) => parts.includes(field) && isStoodIn(own, { field, language }))
    next = withoutStandIns(next, sides.languages.filter(isAccepted))
  }
  for (const field of SET_FIELDS.filter((one) => parts.includes(one))) {
    const chosen = made.set(field)
    const isSame = isSameJson(chosen, common[field])
    if (!isSame) isDifferent = true
    next = { ...next, [field]: isSame ? null : chosen }
  }
  if (parts.includes('place')) {
    const follows = decision.choice === 'accept' || (decision.choice === 'combine' && own.rank === null)
    next = { ...next, ...(follows ? { parent: null, rank: null } : placeOf(base.entry, own)) }
  }
  if (isDifferent && own.mode !== 'adapt') {
    const of = sides.sourceLanguage
    const source = isDecided('body', of) ? bodyOf(of) : readNow(sides, 'body', of)
    return adapted(next, { sides: { ...sides, own }, base: base.content, common, source, isDecided })
  }
  const isStillOwn = inEach(TEXT_FIELDS).some((place) => originOf({ own: next, common, ...place }) === 'national')
  const hasOwnSets = SET_FIELDS.some((field) => next[field] !== null)
  return own.mode === 'adapt' && !isStillOwn && !hasOwnSets ? { ...next, mode: 'inherit', ...NO_REASONS } : next
}

/** Gives the words and the choices that a decision makes of each part. */
function madeBy(sides: UpdateSides, { choice, resolutions = {}, declined = {}, written = {} }: UpdateDecision) {
  const { base, newest, own } = sides
  const theirs = newest?.content
  const merges = new Map<Language, ReturnType<typeof resolveSection>>()
  const mergedIn = (language: Language) => {
    const known = merges.get(language)
    if (known) return known
    const answers: GivenAnswers = resolutions[language] ?? {}
    const merged = resolveSection({ section: mergeIn(sides, language, declined[language]), resolutions: answers })
    merges.set(language, merged)
    return merged
  }
  const text = <Field extends TextField>(field: Field, language: Language) => {
    if (choice === 'accept') {
      // Without a common text in the language, a translation of it is what readers of the common text get.
      const isThere = base !== null && isWritten(theirs?.[field] ?? {})
      const isKept = isThere && isTranslation({ own, common: base.content, field, language })
      const common = theirs?.[field][language]
      return isKept && isEmptyField(common) ? own[field][language] : common
    }
    // Where the text of another language stands in, it goes on to do so until somebody accepts or writes one.
    const isElsewhere = isStoodIn(own, { field, language }) && written[field]?.[language] === undefined
    if (choice !== 'combine' || isElsewhere) return readNow(sides, field, language)
    return written[field]?.[language] ?? mergedIn(language)[field]
  }
  const set = (field: SetField) => {
    if (choice === 'accept') return theirs?.[field] ?? []
    if (choice !== 'combine') return shownSets({ own, common: base?.content ?? null })[field]
    return mergedIn(sides.languages[0] ?? sides.sourceLanguage)[field]
  }
  const isRewritten = (field: TextField, language: Language) =>
    choice === 'combine' && written[field]?.[language] !== undefined
  return { text, set, isRewritten }
}

/**
 * The section as one that the country adapts, though it did not before. Words of its own that nobody read stay out: they
 * would come into the text with the new mode. An addition becomes part of the text.
 */
function adapted(
  next: VariantSection,
  {
    sides,
    base,
    common,
    source,
    isDecided,
  }: {
    sides: UpdateSides
    base: SectionContent
    common: SectionContent
    /** The text in the language of the common framework. */
    source: RichText | undefined
    isDecided: (field: TextField, language: Language) => boolean
  },
): VariantSection {
  const { own } = sides
  const unread = inEach(TEXT_FIELDS).filter(
    ({ field, language }) =>
      !isDecided(field, language) && shownText({ own, common: base, field, language }) === undefined,
  )
  const read = unread.reduce((left, { field, language }) => withWords(left, field, language, undefined), next)
  return { ...withAdditionInBody(read, { sides, common, source }), mode: 'adapt' }
}

/**
 * The section with the country's addition as a part of its text, in its place. Readers without an addition in their language got
 * that of another one, and go on to get it.
 */
function withAdditionInBody(
  next: VariantSection,
  { sides, common, source = [] }: { sides: UpdateSides; common: SectionContent; source: RichText | undefined },
): VariantSection {
  const { languages, own, sourceLanguage } = sides
  const texts = { ...common.body, ...next.body }
  let result: VariantSection = { ...next, additionPlace: null }
  for (const language of LANGUAGES) {
    const written = shownText({ own, common, field: 'addition', language })
    const addition = written ?? (languages.includes(language) ? additionRead(sides, language)?.value : undefined)
    if (!addition) continue
    // A text that the decision empties is not read elsewhere: only the addition is left of it.
    const isUnread = [texts[language], readNow(sides, 'body', language)].every(isEmptyField)
    const there = saidIn(texts, { language, source: sourceLanguage, isUnread })
    // They go on to get that text, and the addition is in it.
    if (!written && there?.standsIn && languages.includes(there.language)) continue
    // Where there is no text in the language, readers get that of the common framework above the addition.
    const isSource = there?.language === sourceLanguage
    const read = isUnread ? { ...texts, [language]: isSource ? source : (there?.value ?? source) } : texts
    const body = withAdditionInPlace({ place: own.additionPlace, body: read, addition, language })
    result = withWords(withWords(result, 'body', language, body), 'addition', language, undefined)
    result = withoutTranslation(result, language)
  }
  return result
}

/** The section with other words than a translation in a language. */
function withoutTranslation(own: VariantSection, language: Language): VariantSection {
  return { ...own, translated: own.translated.filter((one) => one !== language) }
}

/** A reason belongs to one mode: it is kept if the mode stays, and what the decision says takes its place. */
function withReasons(
  next: VariantSection,
  { before, decision }: { before: VariantSection; decision: UpdateDecision },
): VariantSection {
  if (next.mode === 'inherit') return { ...next, ...NO_REASONS }
  const left = next.mode === before.mode ? next : { ...next, ...NO_REASONS }
  return {
    ...left,
    reason: decision.reason ?? left.reason,
    explanation: { ...left.explanation, ...decision.explanation },
    sources: decision.sources ?? left.sources,
  }
}

function omissionProblems({ reason, explanation }: VariantSection): Refusal[] {
  const words = Object.values(explanation).find((one) => !isEmptyField(one))
  return omissionForbids({ reason, explanation: words })
}

function deviationProblems({ mode, reason }: VariantSection): Refusal[] {
  return mode === 'adapt' && reason === null ? [{ key: 'refusal.update-reason-missing' }] : []
}
