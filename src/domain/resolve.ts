import { type AdditionPlace, isPlaceGone } from './additionPlace'
import { isSameJson } from './canonicalJson'
import { shownReasons } from './changeReasons'
import { LANGUAGES, type Language } from './language'
import type { TranslatedFrom } from './madeFrom'
import type { Pause } from './pause'
import { underPresentSections } from './places'
import type { ManifestEntry, Origin, PlacedSection, Provenance } from './release'
import { isEmptyField, isSameField, isWritten } from './richText/sameText'
import {
  type Audience,
  emptyContent,
  inEach,
  type Mode,
  NO_REASONS,
  NO_TEXTS,
  OWN_FIELDS,
  type OwnField,
  type Reasons,
  type SectionContent,
  type Stage,
  TEXT_FIELDS,
  type TextField,
  type Texts,
  withWords,
} from './section'
import type { SectionBaseline } from './sectionBaseline'
import { slugOf } from './slug'

/** A section of the common release that a national version is based on. */
export type BaseSection = PlacedSection

/** Where a section of a national version stands. An earlier text that is restored does not change it. */
export type SectionStanding = {
  key: string
  /** The address of a section that only the country has. */
  slug: string | null
  /** The place that the country chose: of its own section, or of a common one. `rank` is null if it chose none. */
  parent: string | null
  rank: string | null
  /** On which release of the common framework each part stands. It changes only by a recorded decision. */
  baseline: SectionBaseline
  /** Updates of the section wait until the country ends the pause, or its last day is over. */
  paused: Pause | null
}

/** What a country has done with one section. If a field is absent in a language, the country never touched it. */
export type VariantSection = Texts &
  Reasons &
  SectionStanding & {
    mode: Mode
    /** The languages in which title, summary and body are a translation of the common text, not own words. */
    translated: Language[]
    /** From which release of the common framework each translation was made. */
    translatedFrom: TranslatedFrom
    /** The country's own choices; null where it follows the common framework. */
    audiences: Audience[] | null
    stages: Stage[] | null
    /** Where the addition stands in the text, in all languages; null for after it. */
    additionPlace: AdditionPlace | null
    /**
     * Where readers get the text of another language though the common framework has one in theirs: the country had none when
     * that came, and kept it so. It counts only while it adapts the section and the text stored there is empty (`isStoodIn`).
     */
    standIns: TextPlace[]
  }

/** A field in one language. */
export type TextPlace = { field: TextField; language: Language }

/** The state of a section that the country has not touched, wherever it stands. */
export const UNTOUCHED: Omit<VariantSection, keyof SectionStanding> = {
  ...NO_TEXTS,
  ...NO_REASONS,
  mode: 'inherit',
  translated: [],
  translatedFrom: {},
  audiences: null,
  stages: null,
  additionPlace: null,
  standIns: [],
}

/** Returns the state of a section that the country has not touched. */
export function untouched(key: string): VariantSection {
  return { ...UNTOUCHED, key, slug: null, parent: null, rank: null, baseline: {}, paused: null }
}

/** Returns where a section stands, without what the country wrote. */
export function standingOfSection({ key, slug, parent, rank, baseline, paused }: SectionStanding): SectionStanding {
  return { key, slug, parent, rank, baseline, paused }
}

/** A section of the resolved version: its full text and origins. Storage adds the hash of the blob. */
export type ResolvedSection = { entry: Omit<ManifestEntry, 'blob'>; content: SectionContent }

/**
 * Returns the full text of a national version: each section of the common release as the country has decided, in the
 * order of the input, then the country's own sections.
 *
 * Whether a section or a field is the common text is derived from the values: a section that is marked as adapted but
 * differs in no field is `inherit`, and an empty text equals a missing common text. If the base lacks a section, what
 * the country wrote in it is kept as its own section. Sections under one that left the version move up to its place.
 * No two sections have one address.
 */
export function resolve({
  base,
  variant,
  languages,
}: {
  base: BaseSection[]
  variant: VariantSection[]
  languages: readonly Language[]
}): ResolvedSection[] {
  const stored = new Map(variant.map((section) => [section.key, section]))
  const entries = base.map(({ entry }) => entry)
  const ownOf = (key: string) => stored.get(key) ?? untouched(key)
  const common = base.map((section) => resolveSection(section, ownOf(section.entry.key), languages))
  const local = onlyNational(entries, variant)
  const sections = [...common, ...local.map((own) => resolveSection(null, own, languages))]
  const placed = underPresentSections(
    sections.map(({ entry }) => entry),
    placeChosen(stored),
  )
  const addresses = addressesOf(entries, variant)
  return sections.map(({ entry, content }, index) => {
    const slug = addresses.get(entry.key) ?? entry.slug
    return { entry: { ...(placed[index] ?? entry), slug }, content }
  })
}

/**
 * Gives another address to each common section that has the address of a section that only the country has, also of one
 * that it removed and can bring back. That one was there before: the common framework could not know it. Otherwise readers
 * could reach only one of the two.
 */
function addressesOf(
  base: readonly Pick<ManifestEntry, 'key' | 'slug'>[],
  variant: readonly Pick<VariantSection, 'key' | 'slug'>[],
): Map<string, string> {
  const known = new Set(base.map(({ key }) => key))
  const national = new Set(variant.flatMap(({ key, slug }) => (slug === null || known.has(key) ? [] : [slug])))
  const taken = new Set([...national, ...base.map(({ slug }) => slug)])
  const shared = base.filter(({ slug }) => national.has(slug))
  return new Map(
    shared.map(({ key, slug }): [string, string] => {
      const beside = addressBeside(slug, taken)
      taken.add(beside)
      return [key, beside]
    }),
  )
}

const LONGEST_BESIDE = 50

/**
 * Returns the address that a section of the common framework has in a version where a section of the country has its own
 * one. It ends with a word and no number: the common framework gives the next number to another section.
 */
export function addressBeside(slug: string, taken: ReadonlySet<string>): string {
  return taken.has(slug) ? slugOf(`${slug.slice(0, LONGEST_BESIDE)}-common`, taken) : slug
}

/**
 * Gives the place that is stored for a section: the country chose it, or the section left the version there. The common
 * framework decides where its other sections stand, also under one that is gone.
 */
function placeChosen(stored: ReadonlyMap<string, Pick<VariantSection, 'parent' | 'rank'>>) {
  return (key: string): Pick<Place, 'parent' | 'rank'> | undefined => {
    const { parent, rank } = stored.get(key) ?? { parent: null, rank: null }
    return rank === null ? undefined : { parent, rank }
  }
}

/**
 * Returns the text that an addition of the country would stand in: the common text, or the country's translation of it.
 * `own` is what the country has stored, whatever it does with the section now.
 */
export function bodyUnderAddition({
  base,
  own,
  languages,
}: {
  base: BaseSection
  own: VariantSection | null
  languages: readonly Language[]
}): SectionContent['body'] {
  const supplemented: VariantSection = { ...(own ?? untouched(base.entry.key)), mode: 'supplement' }
  return resolveSection(base, supplemented, languages).content.body
}

/**
 * Returns the places of all sections that `resolve` would return, without reading a text: they number the sections.
 * `base` are the entries of the common release.
 */
export function resolvedPlaces(
  base: readonly Place[],
  variant: readonly Pick<VariantSection, 'key' | 'mode' | 'parent' | 'rank'>[],
): Place[] {
  const stored = new Map(variant.map((section) => [section.key, section]))
  const local = onlyNational(base, variant)
  const places = [
    ...base.map((entry) => ({ key: entry.key, ...placeOf(entry, stored.get(entry.key)) })),
    ...local.map((own) => ({ key: own.key, ...placeOf(null, own) })),
  ]
  return underPresentSections(places, placeChosen(stored))
}

/** Returns where a section stands: where the country put it, or else where the common framework has it. */
export function placeOf(
  base: Pick<Place, 'parent' | 'rank'> | null,
  own: Pick<VariantSection, 'parent' | 'rank'> | undefined,
): Pick<Place, 'parent' | 'rank'> {
  const chosen = base && (!own || own.rank === null) ? base : own
  return { parent: chosen?.parent ?? null, rank: chosen?.rank ?? FIRST_RANK }
}

export type Place = Pick<ManifestEntry, 'key' | 'parent' | 'rank'>

/** The rank of a section for which none is stored. */
const FIRST_RANK = 'a0'

/** The sections of a national version that the common release does not have. */
function onlyNational<Own extends Pick<VariantSection, 'key' | 'mode'>>(
  base: readonly Pick<ManifestEntry, 'key'>[],
  variant: readonly Own[],
): Own[] {
  const known = new Set(base.map(({ key }) => key))
  return variant.filter(({ key, mode }) => !known.has(key) && mode !== 'inherit' && mode !== 'omit')
}

function resolveSection(
  base: BaseSection | null,
  own: VariantSection,
  languages: readonly Language[],
): ResolvedSection {
  const common = base?.content ?? null
  const { title, summary, body } = common ?? own
  let content: SectionContent = {
    ...(common ?? emptyContent(own.key)),
    // Copies, so that a change of the result does not change the input.
    title: { ...title },
    summary: { ...summary },
    body: { ...body },
    ...shownSets({ own, common }),
    addition: common === null && own.mode === 'supplement' ? own.addition : {},
  }
  const provenance: Provenance = {}
  let differs = common !== null && !isSameJson(setsOf(content), setsOf(common))
  for (const { field, language } of inEach(OWN_FIELDS, languages)) {
    const text = { own, common, field, language }
    const origin = originOf(text)
    if (origin === 'national') differs = true
    const isElsewhere = common !== null && isStoodIn(own, { field, language })
    if (common && (origin === 'national' || origin === 'translation'))
      content = withWords(content, field, language, isElsewhere ? undefined : shownText(text))
    if (field !== 'addition') provenance[field] = { ...provenance[field], [language]: isElsewhere ? 'missing' : origin }
  }
  // A place whose block is gone is kept by the country, and readers get the addition after the text.
  const place = own.mode === 'supplement' && isWritten(content.addition) ? own.additionPlace : null
  if (common && place && !isPlaceGone({ place, body: content.body })) content = { ...content, additionPlace: place }
  const chosen = base ? own.mode : 'local'
  const mode = (chosen === 'adapt' || chosen === 'supplement') && !differs ? 'inherit' : chosen
  const slug = (base?.entry ?? own).slug ?? own.key
  const standing = { key: own.key, slug, ...placeOf(base?.entry ?? null, own), mode }
  const reasons =
    common && mode === 'adapt' ? shownReasons({ reasons: own.changeReasons, common, own: content, languages }) : []
  const changes = reasons.length > 0 ? { changeReasons: reasons } : {}
  const onBase = base ? { baseBlob: base.entry.blob } : {}
  return {
    content,
    entry: { ...standing, ...onBase, provenance, ...(mode === 'inherit' ? {} : reasonsOf(own)), ...changes },
  }
}

/** One field of a country's section in one language. `common` is null if only the country has the section. */
export type OwnText<Field extends OwnField = OwnField> = {
  own: VariantSection
  common: SectionContent | null
  field: Field
  language: Language
}

/**
 * Is the text that a country has stored here a translation? It is if the language is marked as translated and the
 * common text has words in other languages, but not in this one. A section without a summary has none to translate.
 */
export function isTranslation({ own, common, field, language }: OwnText): boolean {
  const theirs = own.translated.includes(language) ? common?.[field] : undefined
  return theirs !== undefined && isEmptyField(theirs[language]) && isWritten(theirs)
}

/**
 * Returns the stored text of the country that readers get in one field and language: its own words if it adapts the
 * section or is the only one to have it, its addition if it supplements it, and otherwise only a translation of a
 * common text that has no words in the language. Own words that the mode does not use stay stored, and nobody gets them
 * as the common text.
 */
export function shownText<Field extends OwnField>(text: OwnText<Field>): Texts[Field][Language] {
  const { own, common, field, language } = text
  if (own.mode === 'omit') return undefined
  const words = own[field][language]
  if (field === 'addition') return own.mode === 'supplement' && !isEmptyField(words) ? words : undefined
  return own.mode === 'adapt' || common === null || isTranslation(text) ? words : undefined
}

type OwnPlace = { field: OwnField; language: Language }

function isAt({ field, language }: OwnPlace): (one: OwnPlace) => boolean {
  return (one) => one.field === field && one.language === language
}

/** Returns where the text of another language stands in, also while that is not used. */
export function standInsOf(own: VariantSection): TextPlace[] {
  return inEach(TEXT_FIELDS).filter((place) => hasStandIn(own, place))
}

/** Does the text of another language stand in for an empty one of the country's (`VariantSection.standIns`)? */
export function isStoodIn(own: VariantSection, place: OwnPlace): boolean {
  return own.mode === 'adapt' && hasStandIn(own, place)
}

/** Is it stored so, also while the section is not adapted, and the text is not used? */
export function hasStandIn(own: VariantSection, { field, language }: OwnPlace): boolean {
  const words = own[field][language]
  return own.standIns.some(isAt({ field, language })) && words !== undefined && isEmptyField(words)
}

/** Returns the section with the mark that the text of another language stands in at a place, or without it. */
export function withStandIn(own: VariantSection, place: TextPlace, standsIn: boolean): VariantSection {
  const isHere = isAt(place)
  const others = own.standIns.filter((one) => !isHere(one))
  return { ...own, standIns: standsIn ? [...others, place] : others }
}

/** Returns for whom the section is and at which stages: as the country chose if it adapts the section or alone has it. */
export function shownSets({
  own,
  common,
}: Pick<OwnText, 'own' | 'common'>): Pick<SectionContent, 'audiences' | 'stages'> {
  const chosen = own.mode === 'adapt' || common === null ? own : { audiences: null, stages: null }
  return {
    audiences: chosen.audiences ?? common?.audiences ?? [],
    stages: chosen.stages ?? common?.stages ?? [],
  }
}

function setsOf({ audiences, stages }: SectionContent) {
  return { audiences, stages }
}

/** Returns the origin of the text that readers get. A country may adapt one language and translate another. */
export function originOf(text: OwnText): Origin {
  const { own, common, field, language } = text
  const [ours, theirs] = [shownText(text), common?.[field][language]]
  // A section that the common framework had, and the country kept: its empty text hid the common one, and stays empty.
  const isKept = common === null && own.baseline.place !== undefined
  const isEmptied = isKept && ours !== undefined && !hasStandIn(own, text)
  if (isEmptyField(theirs) && isEmptyField(ours) && isWrittenSomewhere(text) && !isEmptied) return 'missing'
  if (common === null) return 'national'
  if (ours === undefined || isSameField(theirs, ours)) return 'common'
  return isTranslation(text) ? 'translation' : 'national'
}

/**
 * Does a field have words in any language? One without, as in a section without a summary, is missing in none. An empty text that is
 * stored in the common framework would hide those that the country wrote in another language.
 */
function isWrittenSomewhere({ own, common, field, language }: OwnText): boolean {
  if (isWritten((common ?? own)[field])) return true
  const isOurs = (other: Language) => !isEmptyField(shownText({ own, common, field, language: other }))
  return common?.[field][language] !== undefined && LANGUAGES.some(isOurs)
}

function reasonsOf({
  reason,
  explanation,
  sources,
}: Reasons): Pick<ManifestEntry, 'reason' | 'explanation' | 'sources'> {
  return {
    ...(reason ? { reason } : {}),
    ...(Object.keys(explanation).length > 0 ? { explanation } : {}),
    ...(sources ? { sources } : {}),
  }
}
