import {
  type Became,
  isMoved,
  isSameSaid,
  isTakenUp,
  readsTheSame,
  type SectionBecame,
  type WordsRead,
  whatBecame,
  wordsRead,
} from './became'
import { type BeforeNow, type ComparedWhy, comparedWhy } from './comparedWhy'
import { type ChangeCounts, diffSection, type FieldChange, type SectionChange } from './diff/diff'
import type { Language } from './language'
import { comparedPair, mayBeRegrouped, type RegroupedPairs, regroupedIn, regroupedPairs } from './regroupedPairs'
import { inReadingOrder, type ManifestEntry, type PlacedSection } from './release'
import type { Reading, Said } from './said'
import { OWN_FIELDS, type OwnField, ownFields, type SectionText } from './section'
import { hasSameWords, withAdditionInText } from './sectionText'
import { whyOf } from './why'

/** Differing words, all in one language: that of the page, or another whose words replace missing ones. */
export type ComparedWords = { language: Language; change: SectionChange }

/** What changed in one section between two texts, for readers of one language. */
export type ComparedSection = {
  key: string
  /** Its number in the later text; empty for a section that is no longer there. */
  number: string
  title: Said<string>
  /** The languages in which readers get its title and its text: others than that of the page if words are missing. */
  languages: Language[]
  entry: ManifestEntry
  /** What it was before; null for a section that is new. */
  before: ManifestEntry | null
  became: Became
  /**
   * The differences of the words, those in the language of the page first; none if readers get the same. Of a section
   * that stays left out, those of the title and the common text that readers can still open.
   */
  words: ComparedWords[]
  /** Do only spaces, parts without words or invisible hyphens differ? `words` has no difference then. */
  isSameInWords: boolean
  /**
   * Text to show without marks. Of a section that is not used any more, the common text that readers can still open, if
   * they had another one. Of a section that is used again, its text: they could not read all of it.
   */
  unmarked: WordsRead | null
  /** Why the country differs; null if neither gives a reason. */
  why: ComparedWhy | null
  /** Its part of the address, if that changed for readers or is new to them. */
  address: BeforeNow<string> | null
  /** Its number, if its place changed. */
  place: { before: string; now: string } | null
  /** With which sections it was divided or joined, for readers of the language; null if it was not. */
  regrouped: RegroupedWith | null
}

/** One of the sections that were divided or joined; without a number if it is gone. */
export type RegroupedMember = Pick<ComparedSection, 'key' | 'number' | 'title'> & { slug: string; isGone: boolean }

/** Sections that were divided or joined. A difference of one of them is with what it was made of. */
export type RegroupedWith = {
  became: RegroupedPairs['became']
  /** The section that was divided, or that the others were joined to. */
  head: RegroupedMember
  others: RegroupedMember[]
}

/** The language of the readers for whom two texts are compared. */
export type ReadBy = {
  language: Language
  /** The language whose words replace missing ones first. */
  source: Language
  /** The languages in which the earlier text was published. */
  languagesBefore: readonly Language[]
}

/**
 * What changed between two versions for readers of one language, in reading order, with removed sections at the end. It
 * contains everything that a page of the site shows for it, in the language or as replacing words.
 */
export function comparedSections({
  before,
  after,
  language,
  source,
  languagesBefore,
}: {
  before: readonly PlacedSection[]
  after: readonly PlacedSection[]
} & ReadBy): ComparedSection[] {
  const isSame = (was: PlacedSection, is: PlacedSection) =>
    readsTheSame({ was, is, languages: [language], source, languagesBefore })
  const entries = { before: before.map(({ entry }) => entry), after: after.map(({ entry }) => entry) }
  const numbers = new Map(inReadingOrder(entries.before).map(({ entry, number }) => [entry.key, number]))
  const pairs = whatBecame({ before, after, isSame }).filter(({ became }) => became !== 'same')
  const read = { language, source, languagesBefore }
  const together = regroupedPairs(mayBeRegrouped(entries) ? regroupedIn({ pairs, ...read }) : [], pairs)
  return pairs.map((pair) =>
    comparedSection({ pair, numberBefore: numbers.get(pair.key) ?? '', together: together.get(pair.key), ...read }),
  )
}

/** The number of differences, and of the words that they add and remove. */
export type Extent = Pick<ChangeCounts, 'changes' | 'wordsAdded' | 'wordsRemoved'>

/** The extent over several languages. */
export function countsOf(section: Pick<ComparedSection, 'before' | 'entry' | 'words'>): Extent {
  const sum = (name: keyof Extent) => section.words.reduce((total, { change }) => total + change.counts[name], 0)
  const changes = isNowLeftOut(section) ? Math.min(1, section.words.length) : sum('changes')
  return { changes, wordsAdded: sum('wordsAdded'), wordsRemoved: sum('wordsRemoved') }
}

/** Does the country not use the section any more? That is one decision, however much text it takes away. */
export function isNowLeftOut({ before, entry }: Pick<ComparedSection, 'before' | 'entry'>): boolean {
  return entry.mode === 'omit' && before !== null && before.mode !== 'omit'
}

/** Does the country not use the section, and did not use it before either? */
export function isStillLeftOut({ before, entry }: Pick<ComparedSection, 'before' | 'entry'>): boolean {
  return entry.mode === 'omit' && before?.mode === 'omit'
}

/**
 * The words to show of a section. If it is no longer used, what the country had added comes first, because the common text
 * can still be read; the section itself is still there, with its audiences.
 */
export function wordsToShow(section: Pick<ComparedSection, 'before' | 'entry' | 'words'>): ComparedWords[] {
  return isNowLeftOut(section) ? section.words.map(textLeftOut) : section.words
}

function textLeftOut({ language, change }: ComparedWords): ComparedWords {
  const fields = change.fields.filter(({ kind }) => kind !== 'set')
  const isAdded = ({ field }: FieldChange) => field === 'addition'
  const ordered = [...fields.filter(isAdded), ...fields.filter((field) => !isAdded(field))]
  return { language, change: { ...change, status: 'changed', fields: ordered } }
}

/** The languages in which readers get the fields of a section. */
export function languagesRead(words: WordsRead): Language[] {
  return [...new Set(OWN_FIELDS.flatMap((field) => words[field]?.language ?? []))]
}

/** What changed in one section, which the later text, the earlier one or both have. */
export function comparedSection({
  pair,
  numberBefore,
  together,
  language,
  source,
  languagesBefore,
}: {
  pair: SectionBecame<PlacedSection>
  /** Its number in the earlier text; empty if that does not have it. */
  numberBefore: string
  /** Those with which it was divided or joined (`regroupedPairs`); undefined if it was not. */
  together: RegroupedPairs | undefined
} & ReadBy): ComparedSection {
  const read = {
    before: { language, source, isUnread: !languagesBefore.includes(language) },
    after: { language, source },
  }
  const { key, number, was, is, section, became } = pair
  const shown = wordsRead(section, is ? read.after : read.before)
  const compared = wordsCompared({ ...(together ? (comparedPair(together, key) ?? NEITHER) : { was, is }), read })
  const words = wordsThatDiffer(compared, language)
  return {
    key,
    number,
    title: titleRead(section, is ? read.after : read.before),
    languages: languagesRead(shown),
    entry: section.entry,
    before: was?.entry ?? null,
    became,
    words,
    isSameInWords: isSameInWords(compared, words),
    unmarked: unmarkedText({ pair, read }),
    why: whyOfBoth({ was, is, read }),
    address:
      was?.entry.slug === is?.entry.slug ? null : { before: was?.entry.slug ?? null, now: is?.entry.slug ?? null },
    place: was && is && isMoved(was, is) ? { before: numberBefore, now: number } : null,
    regrouped: together ? regroupedWith(together, read) : null,
  }
}

const NEITHER = { was: null, is: null }

function regroupedWith({ became, head, others }: RegroupedPairs, read: Read): RegroupedWith {
  const memberOf = ({ key, number, is, section }: SectionBecame<PlacedSection>): RegroupedMember => ({
    ...{ key, number, slug: section.entry.slug, isGone: is === null },
    title: titleRead(section, is ? read.after : read.before),
  })
  return { became, head: memberOf(head), others: others.map(memberOf) }
}

function titleRead(section: PlacedSection, reading: Reading): Said<string> {
  return wordsRead(section, reading).title ?? { value: section.entry.slug, language: reading.language, standsIn: false }
}

type Read = { before: Reading; after: Reading }

type Two = { was: PlacedSection | null; is: PlacedSection | null; read: Read }

function whyOfBoth({ was, is, read }: Two): ComparedSection['why'] {
  const before = was && whyOf(was.entry, read.before)
  const now = is && whyOf(is.entry, read.after)
  return before || now ? comparedWhy({ before, now }) : null
}

function wordsThatDiffer({ before, now, ...sets }: Compared, language: Language): ComparedWords[] {
  if (!before && !now) return []
  return differencesOf({ before, now, language, ...sets })
}

type Compared = ReturnType<typeof wordsCompared>

/**
 * The words before and now; null where the section is not used: those of a section that is no longer used are shown as
 * removed. A section that is used again is compared with the common text that readers could open. If it stays left out,
 * that text is compared, without audiences and stages (`setsBefore`, `setsNow`).
 */
function wordsCompared({ was, is, read }: Two) {
  if (was && is && isStillLeftOut({ before: was.entry, entry: is.entry }))
    return { setsBefore: null, setsNow: null, before: wordsRead(was, read.before), now: wordsRead(is, read.after) }
  const used = (section: PlacedSection | null) => (section && section.entry.mode !== 'omit' ? section : null)
  const has = used(is)
  const had = was && has && isTakenUp(was.entry, has.entry) ? asIfUsed(was) : used(was)
  return {
    ...{ setsBefore: had, setsNow: has },
    before: had && wordsRead(had, read.before),
    now: has && wordsRead(has, read.after),
  }
}

/** A section with all fields of its common text: of one that is not used, readers do not get the summary. */
function asIfUsed({ entry, content }: PlacedSection): PlacedSection {
  return { entry: { ...entry, mode: 'inherit' }, content }
}

function isSameInWords({ before, now }: Compared, words: ComparedWords[]): boolean {
  const changes = words.map(({ change }) => change)
  return before !== null && now !== null && hasSameWords(valuesOf(before), valuesOf(now), changes)
}

function valuesOf(words: WordsRead) {
  return ownFields({ text: (name) => words[name]?.value, richText: (name) => words[name]?.value })
}

function unmarkedText({
  pair: { was, is, became },
  read,
}: {
  pair: SectionBecame<PlacedSection>
  read: Read
}): WordsRead | null {
  if (!is) return null
  const now = wordsRead(is, read.after)
  if (became === 'taken-up') return now
  if (became !== 'left-out') return null
  const before = was ? wordsRead(was, read.before) : {}
  return isSameSaid(before.title, now.title) && isSameSaid(before.body, now.body) ? null : now
}

/**
 * The differences in the language of the page, and those in each language whose words replace missing ones: where
 * readers see both, both are shown. Words that no longer replace missing ones are not shown as removed, because the
 * words that took their place are shown as added.
 */
function differencesOf({
  before,
  now,
  language,
  setsBefore = null,
  setsNow = null,
}: {
  before: WordsRead | null
  now: WordsRead | null
  language: Language
  /** Whose audiences and stages are also compared. */
  setsBefore?: PlacedSection | null
  setsNow?: PlacedSection | null
}): ComparedWords[] {
  const shown = now ?? before ?? {}
  // A field that readers no longer get was read in the language that it had.
  const others = new Set(OWN_FIELDS.flatMap((field) => (shown[field] ?? before?.[field])?.language ?? []))
  others.delete(language)
  // An addition that stands within the text, before or now, is compared as a part of it: a difference shows its place.
  const isPlaced = Boolean(before && now && [before, now].some(({ additionAt }) => additionAt !== undefined))
  return [language, ...others].flatMap((one): ComparedWords[] => {
    const isOwn = one === language
    const ofBefore = isOwn ? before : before && onlyWhereReadIn({ words: before, shown, language: one })
    const change = diffSection({
      before: ofBefore && textOf({ words: ofBefore, language: one, section: isOwn ? setsBefore : null, isPlaced }),
      after: now && textOf({ words: now, language: one, section: isOwn ? setsNow : null, isPlaced }),
    })
    const isOther = change.fields.some(({ status }) => status !== 'same')
    return isOther ? [{ language: one, change }] : []
  })
}

/** The earlier words of the fields that now get their replacing words from this language, or had theirs and get none. */
function onlyWhereReadIn({
  words,
  shown,
  language,
}: {
  words: WordsRead
  shown: WordsRead
  language: Language
}): WordsRead {
  const isReadIn = (name: OwnField) => (shown[name] ?? words[name])?.language === language
  return {
    ...ownFields({
      text: (name) => (isReadIn(name) ? words[name] : undefined),
      richText: (name) => (isReadIn(name) ? words[name] : undefined),
    }),
    additionAt: words.additionAt,
  }
}

/** The words in exactly this language, for the difference engine. */
function textOf({
  words,
  language,
  section,
  isPlaced,
}: {
  words: WordsRead
  language: Language
  section: PlacedSection | null
  isPlaced: boolean
}): SectionText {
  const inIt = <T>(said: Said<T> | undefined) => (said?.language === language ? said.value : undefined)
  const text: SectionText = {
    key: section?.content.key ?? '',
    ...ownFields({ text: (name) => inIt(words[name]) ?? '', richText: (name) => inIt(words[name]) ?? [] }),
    audiences: section?.content.audiences ?? [],
    stages: section?.content.stages ?? [],
  }
  const isWithin = isPlaced && text.body.length > 0 && text.addition.length > 0
  return isWithin ? withAdditionInText(text, words.additionAt ?? text.body.length) : text
}
