import type { ReactNode } from 'react'
import { unreadFields, withoutOwnText } from '@/domain/bringBack'
import { diffSection, diffText, type FieldChange, idsOf, partsOf } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { BaseSection } from '@/domain/resolve'
import { nationalState, type SectionState } from '@/domain/revisions'
import { NO_TEXTS, OWN_FIELDS, type OwnField, type SectionContent } from '@/domain/section'
import { hasText, sectionText } from '@/domain/sectionText'
import type { Translator } from '@/messages/translate'
import type { StoredVariantSection } from '@/stored/variants'
import { Words } from '@/textView/Words'
import { countsOf, PartDifference, partAlone } from './PartDifference'

/**
 * A part of a text with a checkbox, and the number of words removed and restored; `isSame` if nothing changes in it.
 */
export type PartShown = { ids: string[]; gone: number; back: number; isSame: boolean; shown: ReactNode }

/** One field that restoring changes. */
export type FieldShown = {
  field: OwnField
  gone: number
  back: number
  parts: PartShown[] | null
  /** Nobody reads it now. */
  isUnread?: boolean
  shown: ReactNode
}

/** What restoring the whole section would change in one language. */
export type RestorePane = {
  language: Language
  fields: FieldShown[]
  /** The common framework has no text in this language: nothing replaces what is removed. */
  isEmptied: boolean
  /** The words in which the country explains its difference, which are removed with the whole. */
  explanation: { gone: number; shown: ReactNode } | null
}

/** What is removed and what is restored with the common text, for each language with a change. */
export function restorePanes({
  base,
  own,
  languages,
  pageLanguage,
  say,
}: {
  base: BaseSection
  own: StoredVariantSection
  languages: readonly Language[]
  pageLanguage: Language
  say: Translator
}): RestorePane[] {
  const earlier = withoutOwnText({ common: base.content, own })
  const shownNow = nationalState({ base, section: own, languages })
  // Words of an unused section are shown to nobody, but are removed too.
  const written = own.mode === 'omit' ? everythingStored({ base, own, languages }) : shownNow
  const afterwards = nationalState({ base, section: earlier, languages })
  return languages.flatMap((language): RestorePane[] => {
    const textOf = ({ content }: SectionState) => sectionText({ content, language })
    const changesFrom = (now: SectionState) => diffSection({ before: textOf(now), after: textOf(afterwards) })
    const goes = changesFrom(written)
    const now = goes.counts.changes > 0 ? written : shownNow
    const { fields } = now === written ? goes : changesFrom(now)
    const given = { language, pageLanguage, say }
    const shown = fields.flatMap((change): FieldShown[] => {
      const field = OWN_FIELDS.find((name) => name === change.field)
      if (!field || change.status === 'same' || change.kind === 'set') return []
      const anchor = `${language}-${field}`
      const { wordsAdded: back, wordsRemoved: gone } = countsOf(change)
      const parts =
        change.kind === 'richText'
          ? partsOf(change.blocks).map((blocks, index): PartShown => {
              const alone = partAlone({ field: change, blocks })
              const counts = countsOf(alone)
              return {
                ids: idsOf(blocks),
                gone: counts.wordsRemoved,
                back: counts.wordsAdded,
                isSame: counts.changes === 0,
                shown: <PartDifference field={alone} anchor={`${anchor}-${index}-`} {...given} />,
              }
            })
          : null
      const whole = <PartDifference key={anchor} field={change} anchor={`${anchor}-`} {...given} />
      return [{ field, gone, back, parts, shown: whole }]
    })
    const unread = unreadIn({ base, own, language }).map(({ field, change }): FieldShown => {
      const { wordsRemoved: gone } = countsOf(change)
      const shown = (
        <>
          <p className="muted small">
            {say('history.restore.unread', {
              mode: say(field === 'addition' ? 'words.mode.supplement' : 'words.mode.adapt'),
            })}
          </p>
          <PartDifference field={change} anchor={`${language}-${field}-`} {...given} />
        </>
      )
      return { field, gone, back: 0, parts: null, isUnread: true, shown }
    })
    const isEmptied = !hasText(afterwards.content, language) && hasText(now.content, language)
    const words = own.mode === 'inherit' ? '' : (own.explanation[language] ?? '')
    const explanation = words ? explained({ words, language, pageLanguage, say }) : null
    const all = [...shown, ...unread]
    return all.length > 0 || explanation ? [{ language, fields: all, isEmptied, explanation }] : []
  })
}

/** The words that nobody reads now but that are removed too, each as a difference from nothing. */
function unreadIn({
  base,
  own,
  language,
}: {
  base: BaseSection
  own: StoredVariantSection
  language: Language
}): { field: OwnField; change: FieldChange }[] {
  // For an unused section all removed words are shown.
  if (own.mode === 'omit') return []
  const textOf = (given: Partial<SectionContent>) =>
    sectionText({ content: { ...base.content, ...NO_TEXTS, ...given }, language })
  return unreadFields({ common: base.content, own, language }).flatMap((field) => {
    const before = textOf({ [field]: { [language]: own[field][language] } })
    const { fields } = diffSection({ before, after: textOf({}) })
    return fields.flatMap((change) => (change.field === field && change.status !== 'same' ? [{ field, change }] : []))
  })
}

/** Every word that the country has stored, whatever choice it was written for. */
function everythingStored({
  base,
  own,
  languages,
}: {
  base: BaseSection
  own: StoredVariantSection
  languages: readonly Language[]
}): SectionState {
  const state = nationalState({ base, section: { ...own, mode: 'adapt' }, languages })
  return { ...state, content: { ...state.content, addition: own.addition } }
}

function explained({
  words,
  language,
  pageLanguage,
  say,
}: {
  words: string
  language: Language
  pageLanguage: Language
  say: Translator
}): RestorePane['explanation'] {
  const { segments } = diffText({ before: words, after: '' })
  const options = { t: say, ...(language === pageLanguage ? {} : { wordsLang: pageLanguage }) }
  const { wordsRemoved: gone } = countsOf({ field: 'explanation', kind: 'text', status: 'removed', segments })
  return {
    gone,
    shown: (
      <p lang={language}>
        <Words segments={segments} options={options} />
      </p>
    ),
  }
}
