import { type WordsRead, wordsRead } from '../became'
import { isSameJson } from '../canonicalJson'
import { brokenParts, readOf, withFixedParts } from '../keptParts'
import { LANGUAGES, type Language } from '../language'
import { fieldStatuses, type MergeStatus, mergeSection, type SectionMerge } from '../merge/merge'
import type { PlacedSection } from '../release'
import { isStoodIn, originOf, resolve, shownSets, shownText, type TextPlace, type VariantSection } from '../resolve'
import type { Block, RichText } from '../richText/richText'
import { type FieldText, isEmptyField, isSameField } from '../richText/sameText'
import { isSamePart, type RuledPart } from '../ruledParts'
import { type Said, saidIn } from '../said'
import {
  inEach,
  NO_REASONS,
  OWN_FIELDS,
  type OwnField,
  ownFields,
  type Reasons,
  SET_FIELDS,
  type SectionContent,
  type SectionText,
  type SetField,
  type TextField,
  type Texts,
  withRules,
} from '../section'
import type { UpdatePart } from '../sectionBaseline'
import { sectionText } from '../sectionText'
import { theirText } from './offeredChanges'

/** A section of a national version beside the common framework: what it stands on, and what is newest. */
export type UpdateSides = {
  /** The common text on which the section stands; null if the country does not have it from the common framework. */
  base: PlacedSection | null
  /** The section in the newest release; null if that does not have it. */
  newest: PlacedSection | null
  /** What the country has stored (`untouched` if nothing). */
  own: VariantSection
  /** The languages of the national version. */
  languages: readonly Language[]
  /** The language of the common framework, which readers get where a text is missing. */
  sourceLanguage: Language
}

/** Returns the languages in which a change of the common text reaches readers of this version. */
export function readLanguages({
  languages,
  sourceLanguage,
}: Pick<UpdateSides, 'languages' | 'sourceLanguage'>): Language[] {
  return [...new Set([...languages, sourceLanguage])]
}

/** Returns the parts that the common framework changed, as far as readers or writers of this version see it. */
export function changedParts(sides: Omit<UpdateSides, 'own'>): UpdatePart[] {
  const { base, newest } = sides
  if (!base || !newest) return []
  const languages = readLanguages(sides)
  const [was, is] = [base.content, newest.content]
  const isSameIn = (field: TextField | 'guidance') =>
    languages.every((language) => isSameField(was[field][language], is[field][language]))
  const isSame: Record<UpdatePart, boolean> = {
    title: isSameIn('title'),
    summary: isSameIn('summary'),
    body: isSameIn('body'),
    audiences: isSameJson(was.audiences, is.audiences),
    stages: isSameJson(was.stages, is.stages),
    policy: was.policy === is.policy && isSameIn('guidance') && isSameJson(was.rules, is.rules),
    place: base.entry.parent === newest.entry.parent && base.entry.rank === newest.entry.rank,
  }
  return (Object.keys(isSame) as UpdatePart[]).filter((part) => !isSame[part])
}

/** Returns the text of the country that readers of the version get now; undefined where they get the common one (`shownText`). */
export function shownIn<Field extends OwnField>(
  { base, own }: UpdateSides,
  field: Field,
  language: Language,
): Texts[Field][Language] {
  return shownText({ own, common: base?.content ?? null, field, language })
}

/** Returns the text that readers of the version get now: the country's, or else the common text on which it stands. */
export function readNow<Field extends TextField>(
  sides: UpdateSides,
  field: Field,
  language: Language,
): SectionContent[Field][Language] {
  return shownIn(sides, field, language) ?? sides.base?.content[field][language]
}

/** Did the country take out a text that the common framework has, so that readers get none there, in no language? */
export function isTakenOut(sides: UpdateSides, { field, language }: TextPlace): boolean {
  const isOut = isEmptyField(readNow(sides, field, language)) && !isEmptyField(sides.base?.content[field][language])
  return isOut && !isStoodIn(sides.own, { field, language })
}

/** Returns what readers of a language get of a section as it is now, in another language where there is nothing in theirs. */
export function readersGet({ base, own, languages, sourceLanguage }: UpdateSides, language: Language): WordsRead {
  const [section] = resolve({ base: base ? [base] : [], variant: [own], languages })
  return section ? wordsRead(section, { language, source: sourceLanguage }) : {}
}

/** Returns what the version has of a section after decisions on some; null if readers do not get it. */
export function readAfter(
  { newest, languages, own }: UpdateSides,
  decided: readonly VariantSection[],
): SectionContent | null {
  const variant = decided.filter(({ key }) => key === own.key)
  const [resolved] = resolve({ base: newest ? [newest] : [], variant, languages })
  return resolved && resolved.entry.mode !== 'omit' ? resolved.content : null
}

/** Do readers of a language get a field in another one, because the section has none in theirs? */
export function isReadElsewhere(sides: UpdateSides, { field, language }: TextPlace): boolean {
  return readersGet(sides, language)[field]?.standsIn === true
}

/**
 * Returns the addition that readers of a language get: that in another language, if the country wrote none in theirs. Undefined
 * if there is none.
 */
export function additionRead(sides: UpdateSides, language: Language): Said<RichText> | undefined {
  const written = LANGUAGES.flatMap((one) => {
    const words = shownIn(sides, 'addition', one)
    return words ? [[one, words]] : []
  })
  return saidIn<RichText>(Object.fromEntries(written), { language, source: sides.sourceLanguage })
}

/**
 * Would readers of any language no longer get an addition that is in none of their texts, or get that of another language in its
 * place, if the country had only these additions? `textAfter` are the texts that it then has.
 */
export function isAdditionReadOtherwise(
  sides: UpdateSides,
  { left, textAfter }: { left: Texts['addition']; textAfter: (language: Language) => RichText | undefined },
): boolean {
  const { languages, own } = sides
  return languages.some((language) => {
    const is = additionRead({ ...sides, own: { ...own, addition: left } }, language)
    if (!isEmptyField(own.addition[language])) return isEmptyField(left[language]) && is !== undefined
    const was = additionRead(sides, language)
    // The text that they go on to get in another language has the addition in that one.
    const { body } = readersGet(sides, language)
    const isElsewhere = body?.standsIn === true && body.language === was?.language
    return !(isElsewhere && isEmptyField(textAfter(language))) && !isSameField(was?.value, is?.value)
  })
}

/** Returns the title under which the country knows a section: its own, or else that of the newest common framework. */
export function titleOf(sides: UpdateSides): SectionContent['title'] {
  const { base, newest } = sides
  const title = (newest ?? base)?.content.title ?? {}
  const own = LANGUAGES.flatMap((language) => {
    const words = shownIn(sides, 'title', language)
    return words === undefined || isEmptyField(words) ? [] : [[language, words]]
  })
  return { ...title, ...Object.fromEntries(own) }
}

/** Do readers get the country's own words there, and not the common text or a translation of it? */
export function isNational({ base, own }: UpdateSides, field: OwnField, language: Language): boolean {
  return originOf({ own, common: base?.content ?? null, field, language }) === 'national'
}

/**
 * Merges the section in one language: the text on which it stands, what readers get now, and the newest common text
 * without the changes that a person declined.
 */
export function mergeIn(sides: UpdateSides, language: Language, declined: readonly string[] = []): SectionMerge {
  return mergeSection(versionsIn(sides, language, declined))
}

/** Returns the status of each field of `mergeIn`, without merging where that is not needed. */
export function mergeStatusesIn(sides: UpdateSides, language: Language): MergeStatus[] {
  return fieldStatuses(versionsIn(sides, language, []))
}

function versionsIn(
  sides: UpdateSides,
  language: Language,
  declined: readonly string[],
): Parameters<typeof mergeSection>[0] {
  const { base, newest, own } = sides
  const common = base?.content ?? null
  // Where another language stands in, the country has nothing that could be merged.
  const read = (field: TextField): FieldText =>
    isStoodIn(own, { field, language }) ? common?.[field][language] : readNow(sides, field, language)
  const ours: SectionText = {
    key: own.key,
    ...ownFields({
      text: (name) => String(read(name) ?? ''),
      richText: (name) => {
        const words = name === 'addition' ? shownIn(sides, name, language) : read(name)
        return Array.isArray(words) ? words : []
      },
    }),
    ...shownSets({ own, common }),
  }
  const textOf = (section: PlacedSection | null) => section && sectionText({ content: section.content, language })
  const broken = brokenByUpdate(sides)
  // The country may no longer differ there: it combines the rest.
  const kept = newest ? withFixedParts({ text: ours, common: newest.content, language, broken }) : ours
  return { key: own.key, base: textOf(base), ours: kept, theirs: theirText(sides, language, declined) }
}

/**
 * Returns the parts that the newest release fixes and that the country has changed. Where it still has the common text on
 * which it stands, the newest takes its place, and nothing is in question.
 */
export function brokenByUpdate({ base, newest, own, languages, sourceLanguage: source }: UpdateSides): RuledPart[] {
  const rules = newest?.content.rules
  if (!base || !newest || !rules?.some(({ demand }) => demand === 'fixed')) return []
  const text = readOf({ base, own, languages })
  const onBase = brokenParts({ common: withRules(base.content, rules), text, languages, source })
  return brokenParts({ common: newest.content, text, languages, source }).flatMap((part) => {
    if (onBase.some((one) => isSamePart(one, part))) return [part]
    const { block, language } = part
    const isSame = (one: Block) => block !== null && one.kind === block.kind && isSameField([one], [block])
    const was = base.content.body[language]?.find(isSame)
    if (!block || !was) return []
    // After an import the same block can have another id: ours has the one that it had before.
    const isThere = text.body[language]?.some(({ id }) => id === was.id)
    return [isThere ? { ...part, block: { ...block, id: was.id } } : part]
  })
}

/** Returns the reasons that readers of the version get: none while nothing differs from the common text. */
export function shownReasonsOf({ base, languages, own }: UpdateSides): Reasons {
  const [resolved] = resolve({ base: base ? [base] : [], variant: [own], languages })
  const { reason, explanation, sources, changeReasons } = { ...NO_REASONS, ...resolved?.entry }
  return { reason, explanation, sources, changeReasons }
}

/** Is the section for other people, or for other stages, in the country? */
export function hasOwnSets({ base, own }: UpdateSides): boolean {
  const isOwn = (field: SetField) => own[field] !== null && !isSameJson(own[field], base?.content[field])
  return own.mode === 'adapt' && SET_FIELDS.some(isOwn)
}

/** Has the country written anything in the section that readers get? */
export function hasNationalWords(sides: UpdateSides): boolean {
  const isShown = ({ field, language }: { field: OwnField; language: Language }) =>
    shownIn(sides, field, language) !== undefined
  return inEach(OWN_FIELDS, sides.languages).some(isShown)
}
