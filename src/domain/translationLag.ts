import { dice } from './alignment/dice'
import { wordBags } from './alignment/words'
import type { Language } from './language'
import type { MadeFrom } from './madeFrom'
import type { RichText } from './richText/richText'
import { isEmptyField, isSameField } from './richText/sameText'
import type { SectionContent, Texts } from './section'
import { type KnownOrigin, standsOn } from './translatedFrom'
import { translationPairs } from './translationPairs'
import { aloneOf, type Unit, unitsOf } from './translationUnits'

/** The texts that are one line of words. */
export const LINE_FIELDS = ['title', 'summary'] as const
export type LineField = (typeof LINE_FIELDS)[number]

/** A paragraph of a source that changed since it was translated. */
export type LaggingBlock = {
  /** The id of the block in the source. */
  source: string
  /** The id of the block in the translation that stands for it; null if none was found. */
  translation: string | null
  became: 'changed' | 'new' | 'gone'
  /** The id that the block had when it was translated, if it has another one now. */
  former?: string
}

/** Where a translation lags behind its source. */
export type TranslationLag = { fields: LineField[]; blocks: LaggingBlock[] }

/** The body of the source at several times, in one language. */
type Bodies = {
  /** The text from which the translation was made. */
  was: RichText
  /** For a block that was settled since, the text on which that was said. */
  settled: ReadonlyMap<string, RichText>
  now: RichText
}

/** What is compared to find where a translation lags. */
export type Lagging = {
  /** The language of the translation, and that of the source. */
  language: Language
  source: Language
  origin: KnownOrigin
  /** The section in a release of the common framework; null if the release does not have it. */
  contentIn: (release: string) => SectionContent | null
  /** The common text on which the section stands. */
  now: SectionContent
  /** The country's translation. */
  own: Pick<Texts, 'title' | 'summary' | 'body'>
}

/** Returns how many places of a translation lag: title, summary and paragraphs. */
export function countLag({ fields, blocks }: TranslationLag): number {
  return fields.length + blocks.length
}

/**
 * Returns the language from which the section is translated into another one: the first of these in which it has words.
 * `preferred` begins with the language of the toolkit.
 */
export function sourceFor({
  content,
  language,
  preferred,
}: {
  content: Pick<Texts, 'title'>
  language: Language
  preferred: readonly Language[]
}): Language | null {
  return preferred.find((one) => one !== language && !isEmptyField(content.title[one])) ?? null
}

/**
 * Returns where a translation lags behind its source: the title, the summary and each paragraph that says something else
 * than when it was translated or settled: other words, numbers, links, pictures or attributes. Formatting alone and
 * another place in the text do not count. A paragraph that says again what it said then does not lag any more. Fields
 * that the country has not translated do not lag: they are missing.
 */
export function translationLag(lagging: Lagging): TranslationLag {
  const { language, now, origin, own, source } = lagging
  const fields = LINE_FIELDS.filter((field) => {
    const then = lagging.contentIn(origin[field]) ?? now
    return !isEmptyField(own[field][language]) && !isSameField(then[field][source], now[field][source])
  })
  const translation = own.body[language]
  if (isEmptyField(translation) || !translation) return { fields, blocks: [] }
  return { fields, blocks: laggingBlocks({ ...bodiesOf(lagging), translation }) }
}

/** Returns the texts of the source that a translation of the body is compared with. */
export function bodiesOf({ contentIn, now, origin, source }: Omit<Lagging, 'own' | 'language'>): Bodies {
  const bodyIn = (release: string): RichText => (contentIn(release) ?? now).body[source] ?? []
  const settled = Object.entries(origin.settled).map(([id, release]): [string, RichText] => [id, bodyIn(release)])
  return { was: bodyIn(origin.body), settled: new Map(settled), now: now.body[source] ?? [] }
}

/** Returns the paragraphs of the source that changed since they were translated, in the order of the source now. */
export function laggingBlocks({ translation, ...bodies }: Bodies & { translation: RichText }): LaggingBlock[] {
  const changed = changedUnits(bodies)
  if (changed.length === 0) return []
  const pairs = translationPairs({ source: translatedUnits(bodies), translation: unitsOf(translation) })
  return changed.map(({ id, former = id, became }) => ({
    source: id,
    translation: pairs.get(former) ?? null,
    became,
    ...(former === id ? {} : { former }),
  }))
}

type ChangedUnit = Pick<LaggingBlock, 'became' | 'former'> & { id: string }

function changedUnits(bodies: Bodies): ChangedUnit[] {
  const now = unitsOf(bodies.now)
  const known = stoodFor(bodies)
  const isNow = byId(now)
  const first = byId(unitsOf(bodies.was))
  // A frame that is new or gone is said by the paragraphs in it, unless they were there before and stay.
  const isOne = (unit: Unit, others: ReadonlyMap<string, Unit>) =>
    !unit.isFrame || (unit.inside.length > 0 && unit.inside.every((id) => others.has(id)))
  const added = now.filter((unit) => !known.has(unit.id) && isOne(unit, first))
  const gone = [...known.values()].filter((unit) => !isNow.has(unit.id) && isOne(unit, isNow))
  const formers = formersOf({ gone, added })
  const isFormer = new Set([...formers.values()].map(({ id }) => id))
  const became = new Map<string, Omit<ChangedUnit, 'id'>>()
  for (const { id } of gone) if (!isFormer.has(id)) became.set(id, { became: 'gone' })
  for (const { id } of added) if (!formers.has(id)) became.set(id, { became: 'new' })
  for (const unit of now) {
    const former = formers.get(unit.id)
    const was = former ?? known.get(unit.id)
    if (was && was.said !== unit.said) became.set(unit.id, { became: 'changed', ...(former ? { former: was.id } : {}) })
  }
  return inOrder(now, [...known.values()]).flatMap(({ id }) => {
    const what = became.get(id)
    return what ? [{ id, ...what }] : []
  })
}

/** From here on two texts are the same text, edited (as for ids that were lost, `richText/keptBlockIds`). */
const SAME_TEXT = 0.5
/** Beyond this many pairs only equal texts are found. */
const MOST_COMPARED = 40_000

/**
 * For blocks that are new by their id, the one that is gone and is the same block under another id: it says the same, or
 * has half of the words. A paragraph that was moved and rewritten has lost its id.
 */
function formersOf({ gone, added }: { gone: readonly Unit[]; added: readonly Unit[] }): Map<string, Unit> {
  const bagOf = wordBags()
  const isBounded = gone.length * added.length <= MOST_COMPARED
  const alike = (one: Unit, other: Unit): number => {
    if (one.kind !== other.kind) return 0
    if (one.said === other.said) return 2
    return isBounded ? dice(bagOf(one.words), bagOf(other.words)) : 0
  }
  const pairs = added
    .flatMap((is) => gone.map((was) => ({ is, was, likeness: alike(was, is) })))
    .filter(({ likeness }) => likeness >= SAME_TEXT)
    .toSorted((one, other) => other.likeness - one.likeness)
  const formers = new Map<string, Unit>()
  const taken = new Set<Unit>()
  for (const { is, was } of pairs) {
    if (formers.has(is.id) || taken.has(was)) continue
    formers.set(is.id, was)
    taken.add(was)
  }
  return formers
}

/** One lagging paragraph as texts: its source when it was translated and now, and the translation of it. */
export type LaggingTexts = LaggingBlock & {
  was: RichText
  now: RichText
  translated: RichText
  /** For a paragraph without a translation: the translation of the nearest one before it, after which it belongs. */
  follows: RichText
}

/** Returns the texts of each lagging paragraph; a text is empty where there is none. */
export function laggingTexts(lagging: Lagging): LaggingTexts[] {
  const bodies = bodiesOf(lagging)
  const translation = lagging.own.body[lagging.language] ?? []
  const [known, now, ours] = [stoodFor(bodies), byId(unitsOf(bodies.now)), byId(unitsOf(translation))]
  const alone = (unit: Unit | undefined): RichText => (unit ? aloneOf(unit) : [])
  const preceding = precedingTranslations(bodies, translation)
  return translationLag(lagging).blocks.map((one) => ({
    ...one,
    follows: one.translation === null ? alone(preceding.get(one.source)) : [],
    was: alone(known.get(one.former ?? one.source)),
    now: alone(now.get(one.source)),
    translated: alone(ours.get(one.translation ?? '')),
  }))
}

/** The translation of the nearest paragraph before each one of the source, by its id. */
function precedingTranslations(bodies: Bodies, translation: RichText): ReadonlyMap<string, Unit> {
  const ours = unitsOf(translation)
  const units = byId(ours)
  const pairs = translationPairs({ source: translatedUnits(bodies), translation: ours })
  const preceding = new Map<string, Unit>()
  let nearest: Unit | undefined
  for (const { id, isFrame } of unitsOf(bodies.now)) {
    if (nearest) preceding.set(id, nearest)
    if (!isFrame) nearest = units.get(pairs.get(id) ?? '') ?? nearest
  }
  return preceding
}

function byId(units: readonly Unit[]): Map<string, Unit> {
  return new Map(units.map((unit) => [unit.id, unit]))
}

/** The blocks that the translation stands for, by id: as they were when it was made, or when they were settled. */
function stoodFor({ was, settled }: Bodies): Map<string, Unit> {
  const units = byId(unitsOf(was))
  const texts = new Map([...new Set(settled.values())].map((text) => [text, byId(unitsOf(text))]))
  for (const [id, text] of settled) {
    const unit = texts.get(text)?.get(id)
    if (unit) units.set(id, unit)
    else units.delete(id)
  }
  return units
}

/** These blocks in the order in which the translation has them: that of the text from which it was made. */
function translatedUnits(bodies: Bodies): Unit[] {
  const known = stoodFor(bodies)
  return inOrder(unitsOf(bodies.was), unitsOf(bodies.now)).flatMap(({ id }) => known.get(id) ?? [])
}

/** The blocks of one text, and those that only another one has after the block that they follow there. */
function inOrder(text: readonly Unit[], other: readonly Unit[]): Unit[] {
  const result = [...text]
  const there = new Set(text.map(({ id }) => id))
  let after = ''
  for (const unit of other) {
    if (!there.has(unit.id)) {
      result.splice(result.findIndex(({ id }) => id === after) + 1, 0, unit)
      there.add(unit.id)
    }
    after = unit.id
  }
  return result
}

/**
 * Returns from which release the body of a translation is made after somebody edited it: the paragraphs that were edited
 * are made from the release on which the section stands, and the others stay as they are. If nothing lags any more, all
 * of it is.
 */
export function bodyAfterEdit({
  release,
  before,
  after,
  joined = null,
  ...lagging
}: Omit<Lagging, 'own'> & {
  /** The release on which the body stands. */
  release: string
  before: RichText
  after: RichText
  /**
   * Nobody edited the body, but translations of these texts in the source were joined to it. A new paragraph of the source
   * that says something else than they do was not translated yet.
   */
  joined?: readonly RichText[] | null
}): Pick<MadeFrom, 'body' | 'settled'> {
  const { origin } = lagging
  const bodies = bodiesOf(lagging)
  const open = laggingBlocks({ ...bodies, translation: before })
  const edited = editedBlocks({ now: bodies.now, open, before, after })
  const settles = joined ? edited.filter(saysTheSame({ now: bodies.now, joined })) : edited
  return settledBody({ origin, release, settles, left: open.length - settles.length })
}

/** The lagging paragraphs of a source whose translation was edited, deleted, or written for the first time. */
function editedBlocks({
  now,
  open,
  before,
  after,
}: {
  now: RichText
  open: readonly LaggingBlock[]
  before: RichText
  after: RichText
}): LaggingBlock[] {
  const [was, is] = [unitsOf(before), unitsOf(after)]
  const saidAfter = new Map(is.map(({ id, said }) => [id, said]))
  const isKnown = new Set(was.map(({ id }) => id))
  const edited = new Set(was.filter(({ id, said }) => saidAfter.get(id) !== said).map(({ id }) => id))
  const pairs = translationPairs({ source: unitsOf(now), translation: is })
  return open.filter(({ source, translation }) => {
    const written = pairs.get(source)
    const isWritten = written !== undefined && !isKnown.has(written)
    return isWritten || (translation !== null && edited.has(translation))
  })
}

/** Says whether a paragraph of the source says the same now as one of these texts. */
function saysTheSame({ now, joined }: { now: RichText; joined: readonly RichText[] }) {
  const saidNow = new Map(unitsOf(now).map(({ id, said }) => [id, said]))
  const said = new Set(joined.flatMap(unitsOf).map((unit) => unit.said))
  return ({ source }: LaggingBlock): boolean => said.has(saidNow.get(source) ?? '')
}

function settledBody({
  origin,
  release,
  settles,
  left,
}: {
  origin: KnownOrigin
  release: string
  settles: readonly LaggingBlock[]
  /** How many paragraphs lag after this. */
  left: number
}): Pick<MadeFrom, 'body' | 'settled'> {
  if (left === 0) return { body: release }
  const ids = settles.flatMap(({ source, former }) => (former === undefined ? [source] : [source, former]))
  const settled = { ...origin.settled, ...Object.fromEntries(ids.map((id) => [id, release])) }
  return { body: origin.body, ...(Object.keys(settled).length > 0 ? { settled } : {}) }
}

/** Returns from which release a translation is made after somebody said that these places of it are still right. */
export function settleTranslation({
  origin,
  lag,
  fields,
  blocks,
  baseline,
  start,
}: {
  origin: KnownOrigin
  lag: TranslationLag
  fields: readonly LineField[]
  blocks: readonly string[]
} & Parameters<typeof standsOn>[0]): MadeFrom {
  const standing = standsOn({ baseline, start })
  const settles = lag.blocks.filter(({ source }) => blocks.includes(source))
  const lineOf = (field: LineField) => (fields.includes(field) ? standing[field] : origin[field])
  const body = settledBody({ origin, release: standing.body, settles, left: lag.blocks.length - settles.length })
  return { title: lineOf('title'), summary: lineOf('summary'), ...body }
}
