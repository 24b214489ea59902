import { type AdditionPlace, blocksBefore, isPlaceGone, placeChosen, withAddition } from './additionPlace'
import { withParts } from './diff/diff'
import { withPartsUnfilled } from './keptParts'
import { LANGUAGES, type Language } from './language'
import { type Conflict, mergeSection, openPlaces, resolveSection } from './merge/merge'
import { type Outcome, refuse } from './refusal'
import { isStoodIn, originOf, type VariantSection } from './resolve'
import type { Block, RichText } from './richText/richText'
import { isEmptyField, isSameField, isWritten } from './richText/sameText'
import { blockInPlace, textOf } from './richText/walk'
import {
  type ChangeReason,
  emptyContent,
  inEach,
  NO_TEXTS,
  OWN_FIELDS,
  type OwnField,
  type RichField,
  type SectionContent,
  TEXT_FIELDS,
  type TextField,
  withRules,
  withWords,
} from './section'
import { sectionText } from './sectionText'
import { fieldsIn, type TakenPart } from './takenPart'

/**
 * What became of a proposal of a country to the common framework. open: nobody has answered · taken-over: it is in the
 * working text of the common framework · taken-out: the coordinator took it out of that again before the next release ·
 * declined: the coordinator gave a reason · withdrawn: the country took it back.
 */
export const PROPOSAL_STATES = ['open', 'taken-over', 'taken-out', 'declined', 'withdrawn'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** The most characters of the country's message, and of the reason for declining. */
export const MOST_PROPOSAL_CHARACTERS = 2000

/** What a person chooses to propose: all that the country wrote in the section, some texts, or some blocks of one. */
export type ProposedPart = TakenPart<OwnField, RichField>

/** One text of a section in one language. */
export type ProposedPlace = { field: OwnField; language: Language }

/** What a proposal offers: whole texts, or only those blocks of them that have these ids. */
export type Proposed = { places: readonly ProposedPlace[]; ids: readonly string[] | null }

/** A proposal with the section as readers of the country got it when it was made. */
export type ProposedText = Proposed & { content: SectionContent }

/** The same with the common text from which the country made it; null if that is not known, or only the country has the section. */
export type ProposedOnBase = ProposedText & { base: SectionContent | null }

type Own = {
  /** What the country has stored; null if nothing. */
  own: VariantSection | null
  /** The common text on which the section stands; null if only the country has it. */
  common: SectionContent | null
}

/**
 * Returns the texts of a section that the country can propose: those in which readers get its own words. What it wrote where
 * each country fills in a part is for itself alone.
 */
export function proposablePlaces({
  own,
  common,
  languages,
}: Own & { languages: readonly Language[] }): ProposedPlace[] {
  if (!own || own.mode === 'omit' || own.mode === 'inherit') return []
  if (common === null)
    return inEach(OWN_FIELDS, languages).filter(({ field, language }) => !isEmptyField(own[field][language]))
  const offered = withPartsUnfilled({ common, text: own, languages })
  return inEach(OWN_FIELDS, languages).filter(
    ({ field, language }) =>
      originOf({ own: offered, common, field, language }) === 'national' &&
      // That a text is missing is nothing to propose.
      !isStoodIn(own, { field, language }),
  )
}

/**
 * Returns the blocks of a text that the country wrote or changed, and not those that each country fills in; the common ones
 * have nothing to propose.
 */
export function ownBlocks({
  common,
  content,
  place: { field, language },
}: Pick<Own, 'common'> & { content: SectionContent; place: ProposedPlace }): RichText {
  const offered = common ? withPartsUnfilled({ common, text: content, languages: [language] }) : content
  const words = offered[field][language]
  if (!Array.isArray(words)) return []
  const theirs = field === 'addition' ? [] : (common?.body[language] ?? [])
  return words.filter((one) => !isEmptyField([one]) && !theirs.some((other) => isSameField([other], [one])))
}

/** Returns those of the reasons for single changes that are about what a proposal offers. */
export function reasonsProposed({
  reasons,
  proposal: { content, ids, places },
}: {
  reasons: readonly ChangeReason[]
  proposal: ProposedText
}): ChangeReason[] {
  const there = new Set(Object.values(content.body).flatMap((body) => body.map(({ id }) => id)))
  return reasons.filter(({ at: { block, field, is } }) => {
    if (!places.some((place) => place.field === field)) return false
    if (ids === null || block === null || ids.includes(block)) return true
    // The change of a paragraph that has another id in the country's text; one that was dropped is no paragraph of it.
    return is !== 'dropped' && !there.has(block)
  })
}

/** Do two proposals of one section offer the same text, or the same block of one? */
export function isSameProposed(one: Proposed, other: Proposed): boolean {
  const isShared = one.places.some((here) =>
    other.places.some(({ field, language }) => field === here.field && language === here.language),
  )
  if (!isShared || one.ids === null || other.ids === null) return isShared
  const { ids } = other
  return one.ids.some((id) => ids.includes(id))
}

/**
 * Returns what a country proposes with this part of a section, or why it cannot. A section of its own goes as a whole:
 * the common framework has no text into which a part could go.
 */
export function proposed({
  part,
  languages,
  content,
  isGone,
  open,
  ...own
}: Own & {
  part: ProposedPart
  languages: readonly Language[]
  /** The section as readers of the country get it. */
  content: SectionContent
  /** Does the common framework no longer have the section, though the country has it from there? */
  isGone: boolean
  /** The open proposals of this section. */
  open: readonly Proposed[]
}): Outcome<Proposed> {
  if (isGone) return refuse('refusal.proposal-section-gone')
  if (own.common === null && part.kind !== 'whole') return refuse('refusal.proposal-whole')
  const fields = fieldsIn(part, OWN_FIELDS)
  const written = proposablePlaces({ ...own, languages }).filter(({ field }) => fields.includes(field))
  const idsAt = (place: ProposedPlace) => ownBlocks({ ...own, content, place }).map(({ id }) => id)
  const ids = part.kind === 'blocks' ? written.flatMap(idsAt).filter((id) => part.ids.includes(id)) : null
  const places = ids ? written.filter((place) => idsAt(place).some((id) => ids.includes(id))) : written
  if (places.length === 0) return refuse('refusal.proposal-nothing-own')
  const result = { places, ids }
  return open.some((one) => isSameProposed(one, result)) ? refuse('refusal.proposal-open') : { ok: true, result }
}

/** Where in the common text new blocks go: after a block, at the beginning, or (null) where they belong. */
export type PlaceInText = { after: string } | 'beginning' | null

/** The texts of a section of the common framework. */
export type CommonTexts = Pick<SectionContent, (typeof TEXT_FIELDS)[number]>

/** What a person should know of a proposal that was made from another common text than the one into which it comes. */
export type MergedProposal = {
  /** Has the common framework changed the texts that the country proposes? */
  isMerged: boolean
  /** The places that both changed, which are as the country has them. */
  disputed: DisputedText[]
  /** What the country left out and the common framework changed: it is still there. */
  left: DisputedText[]
}

/** What the country proposes at a place, and what the common framework has there now; empty where one has nothing. */
type DisputedText = { language: Language; ours: string; theirs: string }

type TakingOver = {
  /** The working text; null if the common framework does not have the section. */
  common: SectionContent | null
  proposal: ProposedOnBase
  place?: PlaceInText
}

/** Returns the texts of the common framework with those of a proposal taken over (`takeOver`). */
export function takenOver(given: TakingOver): CommonTexts {
  return takeOver(given).texts
}

/**
 * Takes the texts of a proposal over into those of the common framework, word for word. A whole text brings what the
 * country changed in the text from which it made its own: what the common framework changed since stays. Where both changed
 * one place, it is as the country has it; what the country left out and the common framework changed is still there. Blocks
 * of the text take the place of the common ones from which they were made, in the same way; new ones follow the block that
 * is before them in the country's text. A part that each country fills in stays common. An addition becomes a part of the
 * text where the country has it: after the text, if the country chose no place or its block is gone. With a `place`,
 * additions and new blocks go there. Neither come into a language in which the section has no text: readers there get the
 * text of another language, and would lose it.
 */
export function takeOver({ common, proposal, place = null }: TakingOver): { texts: CommonTexts } & MergedProposal {
  let texts: CommonTexts = common ?? { title: {}, summary: {}, body: {} }
  const merged: MergedProposal = { isMerged: false, disputed: [], left: [] }
  const { base, ids, places } = proposal
  const content = unfilled({ common, proposal })
  const combined = <Field extends TextField>(given: Pick<Merge<Field>, 'field' | 'language' | 'words'>) => {
    if (!base || !common) return given.words
    const { words, ...found } = mergedWords({ ...given, base, common })
    merged.isMerged ||= found.isMerged
    merged.disputed.push(...found.disputed)
    merged.left.push(...found.left)
    return words
  }
  for (const { field, language } of places) {
    if (field !== 'addition' && ids === null) {
      const words = content[field][language]
      texts = withWords(texts, field, language, combined({ field, language, words }))
      continue
    }
    if (hasNoText({ common, language })) continue
    const body = texts.body[language] ?? []
    const blocks = placeableIn({
      ...{ body, proposal: { ...proposal, content } },
      at: { field, language },
      isMoved: place !== null,
    })
    const placed = new Set(blocks.map(({ id }) => id))
    const changed = field === 'addition' ? [] : (ids ?? []).filter((id) => !placed.has(id))
    let made = body
    if (changed.length > 0) {
      const was = base ? (base.body[language] ?? []) : body
      const before = isSameField(was, body) ? body : was
      const words = withParts({ before, after: content.body[language] ?? [], ids: changed })
      made = combined({ field: 'body', language, words }) ?? []
    }
    // Of an addition nothing comes into the common text before it, so its place is that in the text as it was.
    const own = { place: content.additionPlace, body: common?.body ?? {}, language }
    const at =
      place === null ? blocksBefore(own) : blocksBeforeChosen({ place, common: common?.body ?? {}, made, language })
    // A block that was copied from the common text can have the id of that block, which a rule may name.
    const taken = new Set(made.map(({ id }) => id))
    const addition = blocks.map((block) => (taken.has(block.id) ? { ...block, id: '' } : block))
    texts = withWords(texts, 'body', language, withAddition({ body: made, addition, at }))
  }
  return { texts, ...merged }
}

/**
 * What the country proposes, with the parts that each country fills in as the common text has them: by the rules of today, and
 * by those that the country read.
 */
function unfilled({ common, proposal: { base, content, places } }: TakingOver): SectionContent {
  const from = base ?? common
  if (!from) return content
  const rules = [...(common?.rules ?? []), ...(base?.rules ?? [])]
  const languages = [...new Set(places.map(({ language }) => language))]
  return withPartsUnfilled({ common: withRules(from, rules), text: content, languages })
}

type Merge<Field extends TextField> = {
  base: SectionContent
  common: SectionContent
  field: Field
  language: Language
  /** What the country proposes there. */
  words: CommonTexts[Field][Language]
}

/** Brings together in one text what the country and the common framework changed. */
function mergedWords<Field extends TextField>({
  base,
  common,
  field,
  language,
  words,
}: Merge<Field>): MergedProposal & Pick<Merge<Field>, 'words'> {
  const [was, is] = [base[field][language], common[field][language]]
  if (isSameField(was, is)) return { words, isMerged: false, disputed: [], left: [] }
  const nothing: CommonTexts = NO_TEXTS
  const only = (some: CommonTexts[Field][Language]) =>
    sectionText({ content: { ...emptyContent(''), ...withWords(nothing, field, language, some) }, language })
  const section = mergeSection({ key: '', base: only(was), ours: only(words), theirs: only(is) })
  const { conflicts } = openPlaces(section)
  const isLeft = ({ ours }: Conflict) => ours === ''
  const [left, disputed] = [conflicts.filter(isLeft), conflicts.filter((one) => !isLeft(one))]
  // Without an answer, a place holds ours.
  const resolutions = Object.fromEntries(left.map(({ id }) => [id, 'theirs' as const]))
  const textsAt = (one: Conflict): DisputedText => ({
    language,
    ours: saidAt(words, one.ours, one),
    theirs: saidAt(is, one.theirs, one),
  })
  return {
    words: resolveSection({ section, resolutions })[field],
    ...{ isMerged: true, disputed: disputed.map(textsAt), left: left.map(textsAt) },
  }
}

/** Of a block that one side removed, a conflict only has the words that the other one changed; a person reads all of it. */
function saidAt(side: string | RichText | undefined, said: string, { block, kind }: Conflict): string {
  const whole = kind === 'deleted' && Array.isArray(side) ? blockInPlace(side, block)?.block : undefined
  return whole && said !== '' ? textOf([whole]) : said
}

/** Has the section a text only in other languages? */
function hasNoText({ common, language }: { common: CommonTexts | null; language: Language }): boolean {
  return common !== null && isWritten(common.body) && isEmptyField(common.body[language])
}

/** Does a proposal add to texts or change single blocks only in languages in which the section has no text? */
export function isWithoutText({ common, proposal }: { common: CommonTexts | null; proposal: Proposed }): boolean {
  const { ids, places } = proposal
  return places.every(({ field, language }) => {
    return (field === 'addition' || ids !== null) && hasNoText({ common, language })
  })
}

/** The proposed blocks that are put at a place of their own, and take the place of no block of the common text. */
function placeableIn({
  body,
  proposal: { content, ids },
  at: { field, language },
  isMoved,
}: {
  body: RichText
  proposal: ProposedText
  at: ProposedPlace
  isMoved: boolean
}): RichText {
  const words = content[field][language]
  if (!Array.isArray(words)) return []
  if (field === 'addition') {
    // What the common text says already would be there twice; a line or a picture can be.
    const isSaid = (block: Block) => !isEmptyField(textOf([block])) && body.some((one) => isSameField([one], [block]))
    return words.filter((block) => (ids === null || ids.includes(block.id)) && !isSaid(block))
  }
  const there = new Set(body.map(({ id }) => id))
  return isMoved ? words.filter(({ id }) => ids?.includes(id) && !there.has(id)) : []
}

/**
 * How many blocks of the text `made` stand before a place that a person chose in one language of the common text. In a
 * language with other ids it is the place that an addition of a country would have there (`blocksBefore`).
 */
function blocksBeforeChosen({
  place,
  common,
  made,
  language,
}: {
  place: Exclude<PlaceInText, null>
  common: CommonTexts['body']
  made: RichText
  language: Language
}): number {
  if (place === 'beginning') return 0
  const chosen = chosenPlace({ place, common })
  if (!chosen) return made.length
  const before = blocksBefore({ place: chosen, body: common, language })
  const last = common[language]?.[before - 1]
  const found = last ? made.findIndex(({ id }) => id === last.id) : -1
  return found < 0 ? before : found + 1
}

function chosenPlace({
  place: { after: block },
  common: body,
}: {
  place: { after: string }
  common: CommonTexts['body']
}): AdditionPlace | null | undefined {
  const [language = 'en'] = LANGUAGES
  return placeChosen({ choice: { where: 'after-block', block }, body, language })
}

/** Does a place that a person chose exist in the common text? */
export function isPlaceThere({ place, common }: { place: PlaceInText; common: CommonTexts | null }): boolean {
  return place === null || place === 'beginning' || !!chosenPlace({ place, common: common?.body ?? {} })
}

/**
 * Do additions of a proposal go to a place in the text unless a person chooses another one? Otherwise they follow it, also
 * where the block is gone after which the country had them.
 */
export function hasPlaceOfOwn({
  common,
  proposal: { content },
}: {
  common: CommonTexts
  proposal: ProposedText
}): boolean {
  const place = content.additionPlace
  return place !== undefined && !isPlaceGone({ place, body: common.body })
}

/** Can a person choose where in the common text something of the proposal goes, in this language? */
export function hasFreePlace({
  common,
  proposal,
  language,
}: {
  common: CommonTexts | null
  proposal: ProposedText
  language: Language
}): boolean {
  const body = common?.body[language] ?? []
  return proposal.places.some((at) => {
    const isHere = at.language === language && common !== null
    return isHere && placeableIn({ body, proposal, at, isMoved: true }).length > 0
  })
}

/** Do the texts say the same in all languages? */
export function isSameInCommon(one: CommonTexts, other: CommonTexts): boolean {
  return inEach(TEXT_FIELDS).every(({ field, language }) => isSameField(one[field][language], other[field][language]))
}

/** Returns the codes of the countries whose proposals were taken over, the earliest first, by the key of the section. */
export function proposersOf(proposals: readonly { country: string; key: string; at: string }[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { country, key } of proposals.toSorted((one, other) => (one.at < other.at ? -1 : 1)))
    found.set(key, [...new Set([...(found.get(key) ?? []), country])])
  return found
}
