import { type BlockChange, type ChangeCounts, countChanges, type FieldChange } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { SectionDifference } from '@/textView/SectionDifference'

type RichChange = FieldChange & { kind: 'richText' }

/** One part of a rich text alone: moves into or out of it are only shown in the whole text. */
export function partAlone({ field, blocks }: { field: RichChange; blocks: BlockChange[] }): RichChange {
  const { moveSources: _, ...rest } = field
  return { ...rest, blocks }
}

export function countsOf(field: FieldChange): ChangeCounts {
  return countChanges([field])
}

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
