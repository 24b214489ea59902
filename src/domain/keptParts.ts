import type { Language } from './language'
import type { Refusal } from './refusal'
import type { PlacedSection } from './release'
import { type BaseSection, type ResolvedSection, resolve, type VariantSection } from './resolve'
import { canonicalRichText } from './richText/canonical'
import type { Block, RichText } from './richText/richText'
import { plainTextOf } from './richText/runs'
import { type FieldText, isEmptyField, isSameField, isWritten } from './richText/sameText'
import { allBlocks, textOf } from './richText/walk'
import { blockInLanguage, isSamePart, partRefusal, type RuledPart, ruledParts, saidBy, shownPart } from './ruledParts'
import { saidIn } from './said'
import { type PartRule, type SectionContent, type SectionText, type Texts, withWords } from './section'

/* What a country did with the parts that have a rule: did it keep those that are fixed, and fill in the others? */

/**
 * Returns the fixed parts that are otherwise in a text than in the common text. `text` is what readers get. A block may
 * stand at another place, and may get another id. In a language that the common text lacks nothing can be compared.
 */
export function brokenParts({
  common,
  text,
  languages,
  source,
}: {
  common: SectionContent
  text: Texts
  languages: readonly Language[]
  /** The language of the common framework, which readers get where a text is missing. */
  source: Language
}): RuledPart[] {
  const fixed = ruledParts({ common, demand: 'fixed', languages })
  const left = new Map(languages.map((language) => [language, fixed.length > 0 ? saidOnce(text.body[language]) : []]))
  return fixed.filter(({ rule, language, block }) => {
    const { field } = rule
    const isMissing = text[field][language] === undefined
    const read = isMissing ? saidIn<string | RichText>(text[field], { language, source }) : undefined
    // Readers get the part in that language.
    if (read && hasPart({ common, rule, language: read.language })) return false
    if (!block) {
      const theirs = common[field][language]
      const isUntranslated = isEmptyField(theirs) && isWritten(common[field])
      return !isUntranslated && !isSameField(theirs, text[field][language])
    }
    const said = left.get(language) ?? []
    const at = said.indexOf(saidBy(block))
    if (at >= 0) said.splice(at, 1)
    return at < 0
  })
}

/** Does the common text have the part in a language in which the rule names it? */
function hasPart({ common, rule, language }: { common: SectionContent; rule: PartRule; language: Language }): boolean {
  if (rule.block === null) return !isEmptyField(common[rule.field][language])
  const id = rule.block[language]
  return id !== undefined && blockInLanguage({ body: common.body, ids: { [language]: id }, language }) !== null
}

/**
 * Returns a country's text with the parts that each country fills in as they are in the common text. Such a block has its
 * id, or says what the common one says, or is the only new one at its place. Where it is gone, it comes back; of several new
 * ones, none is it.
 */
export function withPartsUnfilled<Some extends Texts>({
  common,
  text,
  languages,
}: {
  common: SectionContent
  text: Some
  languages: readonly Language[]
}): Some {
  let next: Texts = { title: text.title, summary: text.summary, body: text.body, addition: text.addition }
  const parts = ruledParts({ common, demand: 'fill-in', languages })
  for (const { rule, language, block } of parts)
    if (!block) next = withWords(next, rule.field, language, common[rule.field][language])
  for (const language of languages) {
    const blocks = parts.flatMap((part) => (part.language === language && part.block ? [part.block] : []))
    const [body, order] = [next.body[language], common.body[language] ?? []]
    if (body && blocks.length > 0) next = withWords(next, 'body', language, withUnfilled({ body, blocks, order }))
  }
  return { ...text, ...next }
}

function withUnfilled({ body, blocks, order }: { body: RichText; blocks: Block[]; order: RichText }): RichText {
  let next = body
  const placed = new Set<Block>()
  const put = (at: number, gone: number, block: Block) => {
    next = next.toSpliced(at, gone, block)
    placed.add(block)
  }
  const isCommon = (one: Block) => order.some(({ id }) => id === one.id)
  const isKnown = (one: Block) => isCommon(one) || order.some((other) => isSameField([other], [one]))
  const placeOf = (block: Block) => order.findIndex(({ id }) => id === block.id)
  const onlyNew = (block: Block): number => {
    const from = placeFor({ body: next, block, order })
    const isBehind = (one: Block) => placeOf(one) > placeOf(block)
    const to = next.findIndex((one, at) => at >= from && isBehind(one))
    const among = next.slice(from, to < 0 ? undefined : to).filter((one) => !placed.has(one) && !isKnown(one))
    const [only, ...others] = among
    return only && others.length === 0 ? next.indexOf(only) : -1
  }
  const rules: ((block: Block) => number)[] = [
    (block) => next.findIndex((one) => !placed.has(one) && one.id === block.id),
    (block) => next.findIndex((one) => !placed.has(one) && !isCommon(one) && isSameField([one], [block])),
    onlyNew,
  ]
  for (const find of rules) {
    for (const block of blocks.filter((one) => !placed.has(one))) {
      const at = find(block)
      if (at >= 0) put(at, 1, block)
    }
  }
  for (const block of blocks.filter((one) => !placed.has(one))) put(placeFor({ body: next, block, order }), 0, block)
  return next
}

function saidOnce(text: RichText = []): string[] {
  return canonicalRichText(text).map(saidBy)
}

/**
 * Returns a text in one language with these broken parts as they are in the common text; a block that is gone comes back
 * where it is there.
 */
export function withFixedParts({
  text,
  common,
  language,
  broken,
}: {
  text: SectionText
  common: SectionContent
  language: Language
  broken: readonly RuledPart[]
}): SectionText {
  let next = text
  for (const { rule, block } of broken.filter((part) => part.language === language)) {
    if (block) {
      const there = next.body.findIndex(({ id }) => id === block.id)
      const order = common.body[language] ?? []
      const at = there >= 0 ? there : placeFor({ body: next.body, block, order })
      const body = next.body.toSpliced(at, there >= 0 ? 1 : 0, block)
      next = { ...next, body }
    } else if (rule.field === 'body') next = { ...next, body: common.body[language] ?? [] }
    else next = { ...next, [rule.field]: common[rule.field][language] ?? '' }
  }
  return next
}

/** Behind the nearest block before it in the common text that the text has too. */
function placeFor({ body, block, order }: { body: RichText; block: Block; order: RichText }): number {
  const earlier = order
    .slice(
      0,
      order.findIndex(({ id }) => id === block.id),
    )
    .map(({ id }) => id)
  return body.findLastIndex(({ id }) => earlier.includes(id)) + 1
}

type Write = {
  /** The section of the common framework on which the text stands; null if it has none. */
  base: BaseSection | null
  before: VariantSection
  after: VariantSection
  languages: readonly Language[]
  /** The language of the common framework. */
  source: Language
  /** The common text on which `before` stands, if that is another one. */
  baseBefore?: BaseSection | null
}

/**
 * Returns why a country may not store a text: one reason for each fixed part that it would change, in any language of
 * the version. What was changed already is not refused again, so that other places can still be written.
 */
export function fixedPartsForbid({ base, before, after, languages, source, baseBefore = base }: Write): Refusal[] {
  if (!hasFixedParts(base)) return []
  const brokenIn = (on: BaseSection | null, own: VariantSection) =>
    on ? brokenParts({ common: on.content, text: readOf({ base: on, own, languages }), languages, source }) : []
  const already = brokenIn(baseBefore, before)
  return brokenIn(base, after)
    .filter((part) => !already.some((one) => isSamePart(one, part)))
    .map((part) => partRefusal('refusal.part-fixed', part, languages))
}

/** Does the common framework fix any part of a section? */
export function hasFixedParts(base: BaseSection | null): boolean {
  return base?.content.rules?.some(({ demand }) => demand === 'fixed') ?? false
}

/** What readers get of a section of a national version. */
export function readOf({
  base,
  own,
  languages,
}: {
  base: BaseSection
  own: VariantSection
  languages: readonly Language[]
}): SectionContent {
  return resolve({ base: [base], variant: [own], languages })[0]?.content ?? base.content
}

/** A text as readers see it, in each of the `READINGS`; empty strings if that is nothing. */
type Seen = readonly string[]

/** Do readers see the same in one of the readings? */
function isSeenAlike(one: Seen, other: Seen): boolean {
  return one.some((seen, at) => seen === other[at])
}

/**
 * What readers see of a text, with its links and pictures. Spaces and punctuation only part words, and marks, characters
 * without width and capital letters make nothing else. A blank is one, however long. Signs in a figure and the minus before
 * it make another one; spaces in it or beside a sign do not.
 */
function seenIn(text: FieldText): Seen {
  if (isEmptyField(text)) return READINGS.map(() => '')
  if (!Array.isArray(text)) return READINGS.map((read) => read(text ?? ''))
  const blocks = allBlocks(canonicalRichText(text))
  return READINGS.map((read) =>
    JSON.stringify(
      blocks.map(({ attrs: { level: _, ...attrs }, kind, runs }) => {
        const links = runs.flatMap((run) => (run.type === 'text' && run.link !== undefined ? [run.link] : []))
        const words = read(plainTextOf(runs))
        return [words === '' ? kind : '', attrs, [...new Set(links)], words]
      }),
    ),
  )
}

/** A space, or a sign with one beside it, is in a figure (0800 000, 9: 00) or parts two (112, 113): either is possible. */
const READINGS: readonly ((text: string) => string)[] = [
  (text) => withoutSigns(withClosedFigures(plain(text))),
  (text) => withoutSigns(plain(text)),
]

function withoutSigns(text: string): string {
  return text
    .replace(IN_FIGURES_OR_NOT, (_, inFigure = ' ') => inFigure)
    .replace(/\s*(\p{S})\s*/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The text in capitals, which have one form of sigma and no accents in Greek, and SS for ß; with one kind of dash. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .toLowerCase()
    .toLocaleUpperCase('el')
}

/** Without spaces between two digits, around a sign between them, and behind a minus. */
function withClosedFigures(text: string): string {
  return text.replace(/(?<=\p{N})\s*(\p{P}?)\s*(?=\p{N})|(?<![\p{L}\p{N}])(-)\s+(?=\p{N})/gu, '$1$2')
}

/** A sign between two digits, or a minus before one; or any sign. */
const IN_FIGURES_OR_NOT = /((?<=\p{N})\p{P}(?=\p{N})|(?<![\p{L}\p{N}])-(?=\p{N}))|\p{P}/gu

/**
 * Returns the parts to be filled in that a country has not written itself: they still have the common words, or a
 * translation of them, or nothing, whatever signs or spaces were added. A section that it does not use has none.
 */
export function openParts({
  common,
  section: { entry, content },
  languages,
}: {
  common: SectionContent
  section: PlacedSection | ResolvedSection
  languages: readonly Language[]
}): RuledPart[] {
  if (entry.mode === 'omit' || entry.mode === 'local') return []
  const hasNoText = onceIn((language) => isEmptyField(content.body[language]))
  const ours = onceIn((language) => readBlocks(content.body[language]))
  const theirs = onceIn((language) => readBlocks(common.body[language]))
  const isOpen = ({ field, block: ids }: PartRule, language: Language) => {
    if (entry.mode !== 'adapt') return true
    const origin = entry.provenance[field]?.[language] ?? 'common'
    if (origin === 'missing') return false
    if (origin !== 'national') return true
    const words = content[field][language]
    if (!ids) return isEmptyField(words) || isSeenAlike(seenIn(common[field][language]), seenIn(words))
    if (hasNoText(language)) return true
    const block = blockInLanguage({ body: common.body, ids, language })
    return block !== null && takeUnfilled({ part: readBlock(block), from: ours(language), common: theirs(language) })
  }
  return (common.rules ?? [])
    .filter(({ demand }) => demand === 'fill-in')
    .flatMap((rule) =>
      languages
        .filter((language) => isOpen(rule, language))
        .flatMap((language) => shownPart({ common, rule, language }) ?? []),
    )
}

/** A block, and what it says and readers see of it. */
type ReadBlock = { id: string; said: string; seen: Seen; hasWords: boolean }

/** All blocks of a text, each read once: every rule looks at all of them. */
function readBlocks(text: RichText = []): ReadBlock[] {
  return allBlocks(canonicalRichText(text)).map(readBlock)
}

function readBlock(block: Block): ReadBlock {
  return {
    id: block.id,
    said: saidBy(block),
    seen: seenIn([block]),
    hasWords: withoutSigns(plain(textOf([block]))) !== '',
  }
}

/** Gives what a function returns for a language, which is worked out at most once. */
function onceIn<Value>(of: (language: Language) => Value): (language: Language) => Value {
  const known = new Map<Language, Value>()
  return (language) => {
    const value = known.get(language) ?? of(language)
    known.set(language, value)
    return value
  }
}

/**
 * Is the part there with the common words? Then takes it out. Another block of the common text that says the same is none, and
 * neither is one with other signs only, unless it has the id.
 */
function takeUnfilled({ part, from, common }: { part: ReadBlock; from: ReadBlock[]; common: ReadBlock[] }): boolean {
  const isSame = (one: ReadBlock) =>
    one.said === part.said ||
    ((part.hasWords || one.id === part.id) && !part.seen.includes('') && isSeenAlike(one.seen, part.seen))
  const others = new Set(common.flatMap((one) => (one.id !== part.id && isSame(one) ? [one.id] : [])))
  const found = from.filter((one) => isSame(one) && !others.has(one.id))
  const one = found.find(({ id }) => id === part.id) ?? found[0]
  if (one) from.splice(from.indexOf(one), 1)
  return one !== undefined
}
