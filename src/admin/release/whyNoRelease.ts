import { LANGUAGES, type Language } from '@/domain/language'
import { undescribedIn } from '@/domain/readiness'
import type { Refusal } from '@/domain/refusal'
import type { Release } from '@/domain/release'
import { translatorFor } from '@/messages/translate'
import type { ListedSection } from '@/stored/listedSections'
import type { WorkingText } from '../framework/workingRows'
import type { Because } from '../Why'
import { frameworkSectionAddress } from '../words/addresses'
import { becauseOf } from '../words/because'
import { textIn } from '../words/titles'

/**
 * Why the common framework cannot be released now: the same rules as the action's, checked before the confirmation,
 * each with a link to the section to correct.
 */
export function whyNoRelease({
  sections,
  toolkit,
  text,
  inUse,
  keeps,
  language,
}: {
  sections: readonly ListedSection[]
  toolkit: { id: string; sourceLanguage: Language }
  text: WorkingText
  /** The release that countries and readers have now; withdrawn text can be released again unchanged. */
  inUse: Release | null
  /** May this person maintain the common framework? */
  keeps: boolean
  language: Language
}): Because[] {
  const no = (refusal: Refusal) => becauseOf({ refusals: [refusal], language })
  if (!keeps) return no({ key: 'refusal.role-release' })
  const nothing = nothingToRelease({ text, inUse })
  if (nothing) return no(nothing)
  return sections.flatMap((section) => problemsOf({ section, toolkit, language }))
}

/** Is there no next release, because there is no text or nothing has changed? Null if there is one. */
export function nothingToRelease({
  text,
  inUse,
}: {
  text: Pick<WorkingText, 'rows' | 'isSameAsRelease'>
  inUse: Release | null
}): Refusal | null {
  if (text.rows.length === 0) return { key: 'refusal.nothing-to-release' }
  if (inUse && text.isSameAsRelease) return { key: 'refusal.nothing-changed', params: { version: inUse.version } }
  return null
}

function problemsOf({
  section: { entry, title, undescribed },
  toolkit,
  language,
}: {
  section: ListedSection
  toolkit: { id: string; sourceLanguage: Language }
  language: Language
}): Because[] {
  const languages = [language, toolkit.sourceLanguage, ...LANGUAGES]
  const section = textIn({ given: title, languages, otherwise: entry.slug }).text
  return undescribedIn({ section, languages: undescribed }).flatMap((refusal) => {
    const at = LANGUAGES.find((one) => one === refusal.params?.language) ?? toolkit.sourceLanguage
    const href = frameworkSectionAddress({ toolkit: toolkit.id, key: entry.key, language: at })
    const link = translatorFor(language)('admin.why.open', { section })
    return becauseOf({ refusals: [refusal], language, wayOut: () => ({ href, link }) })
  })
}
