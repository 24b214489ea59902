import type { ReleasedNote } from '@/domain/changeGroups'
import { diffSection, type SectionChange } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { RichText } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { emptyText } from '@/domain/section'
import { type LaggingBlock, type LineField, laggingTexts, translationLag } from '@/domain/translationLag'
import { lagsIn, loadComparedTranslations } from '@/stored/translationLags'
import type { Visitor } from '../frame/visitor'
import type { SectionFacts } from './sectionFacts'

/** A place where a translation lags: what changed in its source, and the words of the translation now. */
export type LaggingPlace = {
  /** What the action names: a field, or a block of the source. */
  settles: { fields: LineField[] } | { blocks: string[] }
  field: LineField | 'body'
  became: LaggingBlock['became']
  change: SectionChange
  translated: RichText | string
  /** The first line of the translation, by which it is found in the text that somebody edits. */
  line: string
  /** Of a paragraph without a translation: the first line of the one after which it belongs; empty for the beginning. */
  follows: string
}

/**
 * The places where the translation that a screen shows lags, the language of its source, and what the coordinator said about the
 * changes; null if there are none.
 */
export async function loadLaggingPlaces({
  facts: { base, key, language, own, state },
  visitor: { req },
}: {
  facts: SectionFacts
  visitor: Visitor
}): Promise<{ places: LaggingPlace[]; source: Language; notes: ReleasedNote[] } | null> {
  if (!base || !own) return null
  const { sourceLanguage } = state.toolkit
  const asked = { req, variant: state.variant, sourceLanguage, base: [base], own: [own] }
  const found = (await loadComparedTranslations(asked)).filter((one) => one.language === language)
  const compared = found[0]?.compared
  if (!compared) return null
  const { source, now, origin } = compared
  const lines = translationLag(compared).fields.map((field): LaggingPlace => {
    const then = compared.contentIn(origin[field]) ?? now
    const translated = compared.own[field][language] ?? ''
    const change = diffSection({
      before: { ...emptyText(key), [field]: then[field][source] ?? '' },
      after: { ...emptyText(key), [field]: now[field][source] ?? '' },
    })
    return { settles: { fields: [field] }, field, became: 'changed', change, translated, line: translated, follows: '' }
  })
  const blocks = laggingTexts(compared).map(
    ({ source: id, became, was, now: is, translated, follows }): LaggingPlace => {
      const change = diffSection({ before: { ...emptyText(key), body: was }, after: { ...emptyText(key), body: is } })
      const lineOf = (words: RichText) => textOf(words).split('\n')[0] ?? ''
      const lines = { line: lineOf(translated), follows: lineOf(follows) }
      return { settles: { blocks: [id] }, field: 'body', became, change, translated, ...lines }
    },
  )
  const places = [...lines, ...blocks]
  if (places.length === 0) return null
  const notes = (await lagsIn(found, asked)).get(key)?.[language]?.notes ?? []
  return { places, source, notes }
}
