import type { Language } from './language'
import { type Mode, type SectionContent, TEXT_FIELDS } from './section'

/**
 * What a section is to its writer: part of the common framework, of this country only (`own`), or of the common
 * framework but without words in this language yet (`translation`).
 */
export type SectionKind = 'common' | 'own' | 'translation'

export function sectionKind({
  common,
  language,
}: {
  /** Null if only the country has the section. */
  common: Pick<SectionContent, 'title'> | null
  language: Language
}): SectionKind {
  if (!common) return 'own'
  return common.title[language] === undefined ? 'translation' : 'common'
}

/** The fields that say why a country differs. */
export const REASON_NAMES = ['reason', 'explanation', 'sources'] as const

/** The fields that a person can write in a section of a national version, in one language. */
export const WRITTEN_NAMES = [...TEXT_FIELDS, 'addition', ...REASON_NAMES] as const
export type WrittenName = (typeof WRITTEN_NAMES)[number]

/** One part of a save; each has its own rules. */
export type SavePart = 'adapt' | 'omit' | 'supplement' | 'translate'

/** The written fields that each part stores. */
const STORES: Record<SavePart, readonly WrittenName[]> = {
  adapt: [...TEXT_FIELDS, ...REASON_NAMES],
  omit: REASON_NAMES,
  supplement: ['addition', ...REASON_NAMES],
  translate: TEXT_FIELDS,
}

/**
 * Returns what a save of a national section does, in order, and which written fields it does not store (`unsent`); no
 * parts if there is nothing to do. A person who only translates does not change what the country does with the section.
 * A return to the common text is not a part: another screen asks about it. The country's own words become a translation
 * only if the writer asks for that (`asTranslation`). Both the editor and the action call this.
 */
export function nationalSave(save: Save): { parts: SavePart[]; unsent: WrittenName[] } {
  const parts = partsOf(save)
  return { parts, unsent: save.written.filter((name) => !parts.some((part) => STORES[part].includes(name))) }
}

type Save = {
  kind: SectionKind
  /** The mode that is stored, and the mode that is chosen now. */
  before: Mode
  after: Mode
  /** The fields that were written. */
  written: readonly WrittenName[]
  /** Are words stored in this language that are not a translation? */
  hasOwnWords: boolean
  asTranslation: boolean
  onlyTranslates: boolean
}

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
