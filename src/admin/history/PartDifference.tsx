import type { FieldChange } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { SectionDifference } from '@/textView/SectionDifference'
import { countsOf } from './fieldParts'

/**
 * The difference of one field, or of one part of it. `anchor` makes the ids on the page unique. A new or removed field
 * does not make the section new or removed, so nothing is said about the section.
 */
export function PartDifference({
  field,
  anchor,
  language,
  pageLanguage,
  say,
}: {
  field: FieldChange
  anchor: string
  language: Language
  pageLanguage: Language
  say: Translator
}) {
  const change = { key: '', status: 'changed' as const, fields: [field], counts: countsOf(field) }
  return (
    <SectionDifference
      change={change}
      language={language}
      pageLanguage={pageLanguage}
      t={say}
      headingOffset={2}
      anchor={anchor}
    />
  )
}
