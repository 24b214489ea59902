import { isSameState } from './bringBack'
import { isSameJson } from './canonicalJson'
import type { Language } from './language'
import { type BaseSection, type ResolvedSection, resolve, type VariantSection } from './resolve'
import { isEmptyField, isSameField } from './richText/sameText'
import { inEach, type Mode, OWN_FIELDS, type SectionContent, TEXT_FIELDS } from './section'

/** Common, of this country only (`own`), or of the common framework without words in the language (`translation`). */
export type SectionKind = 'common' | 'own' | 'translation'

/** What a section is in a language; `common` is null if only the country has it. */
export function sectionKind(of: { common: Pick<SectionContent, 'title'> | null; language: Language }): SectionKind {
  if (!of.common) return 'own'
  return isEmptyField(of.common.title[of.language]) ? 'translation' : 'common'
}

/** The fields that say why a country differs, whatever its choice. */
const SECTION_REASONS = ['reason', 'explanation', 'sources'] as const

/** The same with the reasons of single changes, which only an adapted text has. */
export const REASON_NAMES = [...SECTION_REASONS, 'changeReasons'] as const

/**
 * The values that one save of a national section can have besides its mode: texts in one language, the place of the
 * addition, and the reasons.
 */
export const SAVED_VALUES = [...OWN_FIELDS, 'additionPlace', ...REASON_NAMES] as const
export type SavedValue = (typeof SAVED_VALUES)[number]

/** One part of a save; each has its own rules. */
export type SavePart = 'adapt' | 'omit' | 'supplement' | 'translate'

/** The values that each part stores. */
const STORES: Record<SavePart, readonly SavedValue[]> = {
  adapt: [...TEXT_FIELDS, ...REASON_NAMES],
  omit: SECTION_REASONS,
  supplement: ['addition', 'additionPlace', ...SECTION_REASONS],
  translate: TEXT_FIELDS,
}

/** What a new choice needs and the section does not have. Without it, readers get the common text. */
export type Lack = 'addition' | 'change'

/**
 * Returns what a save of a national section does, in order, which values it does not store (`unsent`), and what the new
 * choice `lacks`; no parts if there is nothing to do. A person who only translates does not change what the country does
 * with the section. A return to the common text is not a part: another screen asks about it. The country's own words
 * become a translation only if the writer asks for that (`asTranslation`). Both the editor and the action call this.
 */
export function nationalSave(save: Save): { parts: SavePart[]; unsent: Unsent[]; lacks: Lack[] } {
  const { kind, before, after, written, asTranslation } = save
  const parts = partsOf(save)
  const unsent: Unsent[] = written.filter((name) => !parts.some((part) => STORES[part].includes(name)))
  if (before !== after && !parts.some((part) => modeOf(part, kind) === after)) unsent.unshift('mode')
  if (asTranslation && !parts.includes('translate')) unsent.push('asTranslation')
  return { parts, unsent, lacks: lacksOf(save) }
}

type Unsent = SavedValue | 'mode' | 'asTranslation'
type Save = {
  kind: SectionKind
  /** The mode that is stored, and the mode that is chosen now. */
  before: Mode
  after: Mode
  /** The values that were written. */
  written: readonly SavedValue[]
  /** Does a written title, summary or body differ from the one that is stored, or from the common one? */
  hasNewText: boolean
  /** Does the section have an addition after the save? */
  hasAddition: boolean
  /** Are words stored in this language that are not a translation? */
  hasOwnWords: boolean
  /** See the function of this name. */
  keepsOwnWords: boolean
  asTranslation: boolean
  onlyTranslates: boolean
}

/**
 * Does a write leave a section as it was? Readers get the same, and no text, reason or mark is stored that they could
 * get later. Another mode alone shows nothing to anybody, but a country may always return to the common text.
 */
export function isUnchanged({ before, after, ...given }: States): boolean {
  if (after.mode === 'inherit' && before.mode !== 'inherit') return false
  return isSameState(before, { ...after, mode: before.mode }) && isSameToReaders({ before, after, ...given })
}

/** Do readers get the same in both states? Ids of blocks do not count. */
export function isSameToReaders({ before, after, ...given }: States): boolean {
  const [was, is] = [before, after].map((own) => readOf({ own, ...given }))
  return (
    isSameJson(was?.entry, is?.entry) &&
    isSameJson(was?.content.additionPlace ?? null, is?.content.additionPlace ?? null) &&
    inEach(OWN_FIELDS).every(({ field, language }) =>
      isSameField(was?.content[field][language], is?.content[field][language]),
    )
  )
}

/** Would readers get words of the country in any language if it adapted the section with what is stored? */
export function keepsOwnWords({ own, ...given }: Place & { own: VariantSection | null }): boolean {
  return own !== null && readOf({ own: { ...own, mode: 'adapt' }, ...given })?.entry.mode === 'adapt'
}

function readOf({ base, own, languages }: Place & { own: VariantSection }): ResolvedSection | undefined {
  return resolve({ base: base ? [base] : [], variant: [own], languages })[0]
}

/** The section of the common framework, null if only the country has it; the languages of the national version. */
type Place = { base: BaseSection | null; languages: readonly Language[] }
type States = Place & { before: VariantSection; after: VariantSection }

function partsOf({ kind, before, after, written, hasOwnWords, asTranslation, onlyTranslates }: Save): SavePart[] {
  if (before === after && written.length === 0 && !asTranslation) return []
  const writes = (part: SavePart) => STORES[part].some((name) => written.includes(name))
  const translates = kind === 'translation' && (asTranslation || (!hasOwnWords && writes('translate')))
  const translation: SavePart[] = translates ? ['translate'] : []
  if (onlyTranslates) return translation
  if (kind === 'own' || after === 'adapt') return ['adapt']
  if (after === 'omit') return ['omit']
  const supplements = after === 'supplement' && (before !== after || writes('supplement'))
  // The supplement comes first: in a section that is still adapted, the words would be stored as the country's own.
  return supplements ? ['supplement', ...translation] : translation
}

/** The mode that a part stores; null if it keeps the stored one. */
function modeOf(part: SavePart, kind: SectionKind): Mode | null {
  if (part === 'translate') return null
  return part === 'adapt' && kind === 'own' ? 'local' : part
}

function lacksOf({ kind, before, after, hasNewText, hasAddition, keepsOwnWords, onlyTranslates }: Save): Lack[] {
  if (before === after || kind === 'own' || onlyTranslates) return []
  if (after === 'supplement') return hasAddition ? [] : ['addition']
  // Without a word of the country's own, readers would get the common text, or its translation.
  return after !== 'adapt' || hasNewText || keepsOwnWords ? [] : ['change']
}
