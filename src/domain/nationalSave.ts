import type { Language } from './language'
import { type Mode, type SectionContent, TEXT_FIELDS } from './section'

/**
 * What a section is to the person who writes: part of the common framework, only this country's (`own`), or part of the
 * common framework that has no words yet in this language (`translation`).
 */
export type SectionKind = 'common' | 'own' | 'translation'

export function sectionKind({
  common,
  language,
}: {
  /** Null for a section that only the country has. */
  common: Pick<SectionContent, 'title'> | null
  language: Language
}): SectionKind {
  if (!common) return 'own'
  return common.title[language] === undefined ? 'translation' : 'common'
}

/** Why a country does something of its own with a section. */
export const REASON_NAMES = ['reason', 'explanation', 'sources'] as const

/** What a person can write in a section of a national version, in one language. */
export const WRITTEN_NAMES = [...TEXT_FIELDS, 'addition', ...REASON_NAMES] as const
export type WrittenName = (typeof WRITTEN_NAMES)[number]

/** One of the things that a save does, each with rules of its own. */
export type SavePart = 'adapt' | 'omit' | 'supplement' | 'translate'

/** What each part stores of what was written. */
const STORES: Record<SavePart, readonly WrittenName[]> = {
  adapt: [...TEXT_FIELDS, ...REASON_NAMES],
  omit: REASON_NAMES,
  supplement: ['addition', ...REASON_NAMES],
  translate: TEXT_FIELDS,
}

/**
 * What a save of a national section does, in order, and which of the written values no part of it stores; no part where nothing
 * is to be done. Somebody who only translates leaves what the country does with the section as it is. Going back to the common
 * text is no part: that is asked on a screen of its own. Words that were written as the country's own become a translation where
 * that is asked for (`asTranslation`), and by no other change of them. The editor and the action ask here.
 */
export function nationalSave(save: Save): { parts: SavePart[]; unsent: WrittenName[] } {
  const parts = partsOf(save)
  return { parts, unsent: save.written.filter((name) => !parts.some((part) => STORES[part].includes(name))) }
}

type Save = {
  kind: SectionKind
  /** What the country has chosen for the section, as it is stored and as it is chosen now. */
  before: Mode
  after: Mode
  /** The names of what was written. */
  written: readonly WrittenName[]
  /** Are words stored in this language that are no translation? */
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
  // Words that are written while the section is still adapted would be the country's own.
  return supplements ? ['supplement', ...translation] : translation
}
