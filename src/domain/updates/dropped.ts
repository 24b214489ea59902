import { textWithAddition } from '../additionPlace'
import { isSameJson } from '../canonicalJson'
import { type OwnChange, ownChanges } from '../changeReasons'
import { LANGUAGES, type Language } from '../language'
import { isStoodIn, originOf, shownSets, type VariantSection } from '../resolve'
import type { Block, RichText } from '../richText/richText'
import { type FieldText, isEmptyField, isSameField } from '../richText/sameText'
import { textOf } from '../richText/walk'
import { saidIn } from '../said'
import {
  type ChangeKind,
  inEach,
  OWN_FIELDS,
  type OwnField,
  SET_FIELDS,
  type SectionContent,
  type SetField,
  withWords,
} from '../section'
import { openingIds } from '../sectionOpening'
import { sectionText } from '../sectionText'
import { bodyWithAddition } from './joinedOwn'
import { lineFinder, linesOf } from './lines'
import { bringsBack, keepsFormer, timesSaid } from './sentenceChanges'
import { isTakenOut, readAfter, readersGet, readNow, shownIn, type UpdateSides } from './sides'

/** What a country does not have any more after a decision. */
export type Dropped = {
  /** Does any of its own text go, that is no translation: words that none of the sections has, or its order? */
  words: boolean
  /** The languages in which a part of a translation is in none of them. */
  translated: Language[]
  /** The choices of its own that none of them has. */
  sets: SetField[]
  /** Do readers get again what it had left out of a text? */
  isBack: boolean
}

type Decided = { sides: UpdateSides; next: VariantSection }

/** Returns what a decision on one section, or on several together, drops. `decided` is what `decideWaiting` returned. */
export function droppedBy(decided: readonly Decided[]): Dropped {
  const after = decided.flatMap(({ sides, next }) => readAfter(sides, [next]) ?? [])
  const lost = decided.flatMap(({ sides }) =>
    inEach(OWN_FIELDS, sides.languages).flatMap(({ field, language }) => {
      const words = shownIn(sides, field, language)
      const origin = originOf({ own: sides.own, common: sides.base?.content ?? null, field, language })
      if (origin === 'common' || isEmptyField(words) || hasWords(after, { field, language, words })) return []
      return [{ language, isOwn: origin === 'national' }]
    }),
  )
  const undone = decided.flatMap((one) =>
    one.sides.languages.flatMap((language) => [
      ...(isLineBack(one, language) ? ['dropped'] : []),
      ...undoneInBody(one.sides, { language, decided, after }),
    ]),
  )
  return {
    words: lost.some(({ isOwn }) => isOwn) || undone.includes('moved'),
    translated: LANGUAGES.filter((one) => lost.some(({ language, isOwn }) => language === one && !isOwn)),
    sets: SET_FIELDS.filter((field) => decided.some(({ sides }) => losesSet(sides, field, after))),
    isBack: undone.includes('dropped'),
  }
}

/** Do readers get a sentence of the common text again that the country's text does not have, at whatever place of these sections? */
export function bringsSentenceBack(decided: readonly Decided[]): boolean {
  const found = textsOf(decided)
  return found !== null && bringsBack(found.texts, found.version)
}

/** Do readers still get a sentence that the newest common text changed or took out, because our text has it at another place? */
export function keepsFormerSentence(decided: readonly Decided[]): boolean {
  const found = textsOf(decided)
  return found !== null && keepsFormer(found.texts, found.version)
}

/**
 * Do readers get a sentence more than once, and more often than in our text? It is so where both moved it, or where the common
 * framework now says a part of our addition. What the common framework repeats is a stock sentence.
 */
export function saysTwice(decided: readonly Decided[]): boolean {
  const found = textsOf(decided)
  if (!found) return false
  const { texts, version } = found
  const [ours, theirs, after] = [texts.ours, texts.newest, texts.after].map((one) => timesSaid(one, version))
  return [...(after ?? [])].some(([words, times]) => {
    const [inOurs, inTheirs] = [ours?.get(words) ?? 0, theirs?.get(words) ?? 0]
    return times > Math.max(inOurs, 1) && inTheirs <= 1
  })
}

/**
 * The texts of all sections that are decided together, ours with its additions; null if the common framework had none of them before. If it
 * has none of them any more, nobody asks.
 */
function textsOf(
  decided: readonly Decided[],
): { texts: Parameters<typeof bringsBack>[0]; version: UpdateSides } | null {
  const [first] = decided
  const common = decided.flatMap(({ sides: { base } }) => base?.content ?? [])
  const newest = decided.flatMap(({ sides: { newest: one } }) => one?.content ?? [])
  if (!first || common.length === 0) return null
  const read = (sides: UpdateSides, own: VariantSection) => {
    const content = readAfter(sides, [own])
    return content ? [withAdditionInText(content)] : []
  }
  const ours = decided.flatMap(({ sides }) => read({ ...sides, newest: sides.base }, sides.own))
  const after = decided.flatMap(({ sides, next }) => read(sides, next))
  return { texts: { common, ours, newest, after }, version: first.sides }
}

function withAdditionInText(content: SectionContent): SectionContent {
  return LANGUAGES.filter((language) => content.addition[language]).reduce(
    (whole, language) => withWords(whole, 'body', language, textWithAddition(content, language)),
    content,
  )
}

function hasWords(
  contents: readonly SectionContent[],
  { field, language, words }: { field: OwnField; language: Language; words: FieldText },
): boolean {
  const blocks = contents.flatMap(({ addition, body }) => [...(body[language] ?? []), ...(addition[language] ?? [])])
  if (Array.isArray(words)) return words.every((block) => isAmong(block, blocks))
  // The title of a section that was joined to another one is a heading there, and the summary a paragraph.
  const isLine = (block: Block) => isSameField(textOf([block]), words)
  return contents.some((one) => isSameField(one[field][language], words)) || blocks.some(isLine)
}

function isAmong(block: Block, blocks: RichText): boolean {
  return blocks.some((one) => isSameField([one], [block]))
}

function losesSet({ base, own }: UpdateSides, field: SetField, after: readonly SectionContent[]): boolean {
  const common = base?.content ?? null
  const chosen = shownSets({ own, common })[field]
  return !isSameJson(chosen, common?.[field] ?? []) && !after.some((content) => isSameJson(content[field], chosen))
}

/** Had the country left the title or the summary out, and do readers get one again? */
function isLineBack(one: Decided, language: Language): boolean {
  return (['title', 'summary'] as const).some((field) => {
    const isBack = !isEmptyField(readAfter(one.sides, [one.next])?.[field][language])
    return isBack && isTakenOut(one.sides, { field, language })
  })
}

/**
 * Says of paragraphs of the common text that the country had left out or moved whether readers get one of them again, also
 * changed, or where it was. What stands in another section instead was not left out. Where all of the text was, any text is that, but
 * not what another section brought to it.
 */
function undoneInBody(
  sides: UpdateSides,
  {
    language,
    decided,
    after: contents,
  }: { language: Language; decided: readonly Decided[]; after: readonly SectionContent[] },
): ('dropped' | 'moved')[] {
  const { base, own, sourceLanguage: source } = sides
  // What the country never had in a language is not left out.
  if (!base || isStoodIn(own, { field: 'body', language })) return []
  const common = sectionText({ content: base.content, language })
  const now = readNow(sides, 'body', language) ?? []
  const after = contents.flatMap(({ body }) => body[language] ?? [])
  const besides = decided.flatMap((one) => (one.sides === sides ? [] : [one.sides]))
  if (isEmptyField(now)) {
    // Readers get nothing, in no language, and could have got something.
    const isLeftOut = !readersGet(sides, language).body && saidIn(base.content.body, { language, source }) !== undefined
    if (!isLeftOut) return []
    const readBesides = besides.flatMap((one) => bodyWithAddition(one, language))
    const openings = openingIds(after)
    const isJoined = besides.length > 0 && besides.every((one) => one.base)
    const isIn = lineFinder()
    const linesBesides = linesOf(readBesides)
    const lines = linesOf(common.body).filter((line) => !isIn(line, linesBesides))
    // A line can also come back within a paragraph or a list of another section, or edited.
    const isOfThis = (block: Block) =>
      !isJoined ||
      isEmptyField(common.body) ||
      isAmong(block, common.body) ||
      common.body.some(({ id }) => id === block.id) ||
      lines.some((line) => isIn(line, linesOf([block])))
    const back = after.filter((block) => !openings.has(block.id) && !isAmong(block, readBesides) && isOfThis(block))
    return isEmptyField(back) && !isInNewSection(decided, language) ? [] : ['dropped']
  }
  if (isEmptyField(common.body) || isSameField(now, common.body)) return []
  const others = besides.flatMap((one) => readNow(one, 'body', language) ?? [])
  const known = common.body.filter((block) => !isAmong(block, others)).map(({ id }) => id)
  const [ours, theirs] = [now, after].map((body) => ownChanges({ common, own: { ...common, body }, language }))
  const idsOf = (changes: OwnChange[] = [], kind: ChangeKind) =>
    changes.flatMap(({ at, ids }) => (at.is === kind ? ids : []))
  return (['dropped', 'moved'] as const).filter((kind) => {
    const still = idsOf(theirs, kind)
    return idsOf(ours, kind).some((id) => known.includes(id) && !still.includes(id))
  })
}

/** Do readers get a section that is new, in whatever language? */
function isInNewSection(decided: readonly Decided[], language: Language): boolean {
  return decided.some(({ sides, next }) => {
    const after = sides.base ? null : readAfter(sides, [next])
    return after !== null && saidIn(after.body, { language, source: sides.sourceLanguage }) !== undefined
  })
}
