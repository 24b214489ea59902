import type { OwnField, Part, RichField } from '@/domain/bringBack'
import type { Language } from '@/domain/language'

/** What somebody has chosen to restore: `parts` are the ids of the ticked parts, by the place of the part in its text. */
export type RestoreChoice =
  | { what: 'whole'; languages: Language[] }
  | { what: 'field'; field: OwnField; languages: Language[] }
  | { what: 'parts'; field: RichField; language: Language; ticked: number[] }

type Counted = { gone: number; back: number }
type Pane = {
  language: Language
  fields: (Counted & { field: OwnField; parts: (Counted & { ids: string[] })[] | null })[]
  explanation: { gone: number } | null
}

/** How many words go and come back with this choice. */
export function wordsOfChoice({ panes, choice }: { panes: readonly Pane[]; choice: RestoreChoice }): Counted {
  const counted = panes.flatMap((pane): Counted[] => {
    if (choice.what === 'parts') {
      if (pane.language !== choice.language) return []
      const parts = pane.fields.find(({ field }) => field === choice.field)?.parts ?? []
      return parts.filter((_, index) => choice.ticked.includes(index))
    }
    if (!choice.languages.includes(pane.language)) return []
    if (choice.what === 'field') return pane.fields.filter(({ field }) => field === choice.field)
    return [...pane.fields, ...(pane.explanation ? [{ gone: pane.explanation.gone, back: 0 }] : [])]
  })
  return {
    gone: counted.reduce((sum, { gone }) => sum + gone, 0),
    back: counted.reduce((sum, { back }) => sum + back, 0),
  }
}

/** The choice as `restore-section` takes it; null where nothing is chosen. */
export function inputOfChoice({
  panes,
  choice,
}: {
  panes: readonly Pane[]
  choice: RestoreChoice
}): { part: Part; languages: Language[] } | null {
  if (choice.what === 'parts') {
    const { field, language, ticked } = choice
    const parts =
      panes.find((pane) => pane.language === language)?.fields.find((one) => one.field === field)?.parts ?? []
    const ids = parts.filter((_, index) => ticked.includes(index)).flatMap((part) => part.ids)
    return ids.length > 0 ? { part: { kind: 'blocks', field, ids }, languages: [language] } : null
  }
  const { languages } = choice
  if (languages.length === 0) return null
  return { part: choice.what === 'field' ? { kind: 'fields', fields: [choice.field] } : { kind: 'whole' }, languages }
}
