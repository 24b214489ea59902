import { unreadFields, withoutOwnText } from '@/domain/bringBack'
import { diffText, type FieldChange, idsOf, partsOf, type Segment } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import { type BaseSection, isStoodIn } from '@/domain/resolve'
import { nationalState, type SectionState } from '@/domain/revisions'
import { NO_TEXTS, OWN_FIELDS, type OwnField, type SectionContent } from '@/domain/section'
import { hasText } from '@/domain/sectionText'
import type { StoredVariantSection } from '@/stored/variants'
import { textChange } from '../reading/textChange'
import { countsOf, partAlone, type RichChange } from './fieldParts'

/** One field that restoring changes. */
export type FieldRestored = {
  field: OwnField
  change: FieldChange
  /** The parts of a rich text, each with the ids of its blocks; null if the field is restored as a whole. */
  parts: { ids: string[]; change: RichChange }[] | null
  /** Nobody reads it now. */
  isUnread: boolean
}

/** What restoring the whole section would change in one language. */
export type LanguageRestored = {
  language: Language
  fields: FieldRestored[]
  /** The common framework has no text in this language: nothing replaces what is removed. */
  isEmptied: boolean
  /** The words in which the country explains its difference, which are removed with the whole. */
  explanation: Segment[] | null
}

type Given = { base: BaseSection; own: StoredVariantSection; languages: readonly Language[] }

/** What is removed and what is restored with the common text, for each language with a change. */
export function restoreChanges({ base, own, languages }: Given): LanguageRestored[] {
  const earlier = withoutOwnText({ common: base.content, own })
  const shownNow = nationalState({ base, section: own, languages })
  // Words of an unused section are shown to nobody, but are removed too.
  const written = own.mode === 'omit' ? everythingStored({ base, own, languages }) : shownNow
  const afterwards = nationalState({ base, section: earlier, languages })
  return languages.flatMap((language): LanguageRestored[] => {
    const changesFrom = (now: SectionState) => textChange({ before: now.content, after: afterwards.content, language })
    const goes = changesFrom(written)
    const now = goes.counts.changes > 0 ? written : shownNow
    const { fields } = now === written ? goes : changesFrom(now)
    const read = fields.flatMap((change): FieldRestored[] => {
      const field = OWN_FIELDS.find((name) => name === change.field)
      if (!field || change.status === 'same' || change.kind === 'set') return []
      const parts =
        change.kind === 'richText' && !isStoodIn(own, { field, language })
          ? partsOf(change.blocks).map((blocks) => ({
              ids: idsOf(blocks),
              change: partAlone({ field: change, blocks }),
            }))
          : null
      return [{ field, change, parts, isUnread: false }]
    })
    const unread = unreadIn({ base, own, language }).map(
      (one): FieldRestored => ({ ...one, parts: null, isUnread: true }),
    )
    const isEmptied = !hasText(afterwards.content, language) && hasText(now.content, language)
    const words = own.mode === 'inherit' ? '' : (own.explanation[language] ?? '')
    const explanation = words ? diffText({ before: words, after: '' }).segments : null
    const all = [...read, ...unread]
    return all.length > 0 || explanation ? [{ language, fields: all, isEmptied, explanation }] : []
  })
}

/** How many words are removed and restored with a field, or a part of one. */
export function wordsOf(change: FieldChange): { gone: number; back: number; isSame: boolean } {
  const { changes, wordsAdded, wordsRemoved } = countsOf(change)
  return { gone: wordsRemoved, back: wordsAdded, isSame: changes === 0 }
}

/** The words that nobody reads now but that are removed too, each as a difference from nothing. */
function unreadIn({
  base,
  own,
  language,
}: Omit<Given, 'languages'> & { language: Language }): { field: OwnField; change: FieldChange }[] {
  // For an unused section all removed words are shown.
  if (own.mode === 'omit') return []
  const nothing: SectionContent = { ...base.content, ...NO_TEXTS }
  return unreadFields({ common: base.content, own, language }).flatMap((field) => {
    const before = { ...nothing, [field]: { [language]: own[field][language] } }
    const { fields } = textChange({ before, after: nothing, language })
    return fields.flatMap((change) => (change.field === field && change.status !== 'same' ? [{ field, change }] : []))
  })
}

/** Every word that the country has stored, whatever choice it was written for. */
function everythingStored({ base, own, languages }: Given): SectionState {
  const state = nationalState({ base, section: { ...own, mode: 'adapt' }, languages })
  return { ...state, content: { ...state.content, addition: own.addition } }
}
