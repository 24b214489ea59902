import type { Part } from '@/domain/bringBack'
import type { Language } from '@/domain/language'
import type { OwnField, RichField } from '@/domain/section'

/**
 * What somebody has chosen to restore: `parts` are the ids of the ticked parts, by the position of the part in its
 * text.
 */
export type RestoreChoice =
  | { what: 'whole'; languages: Language[] }
  | { what: 'field'; field: OwnField; languages: Language[] }
  | { what: 'parts'; field: RichField; language: Language; ticked: number[] }

type Counted = { gone: number; back: number }
type Field = Counted & {
  isUnread?: boolean
  field: OwnField
  parts: (Counted & { ids: string[]; isSame?: boolean })[] | null
}
type Pane = { language: Language; fields: Field[]; isEmptied: boolean; explanation: { gone: number } | null }

/** The effect of a choice, in the words of the question. */
export type RestoreEffect = Counted & {
  /**
   * The languages that become empty because the common framework has no text; with the number of words removed there.
   */
  emptied: { languages: Language[]; gone: number }
  /**
   * The languages in which something is removed, other text is left, and the common framework has nothing to replace
   * it.
   */
  unreplaced: Language[]
  /** How many words are removed and restored in the languages in which the common framework has a text. */
  restored: Counted | null
  /** No national text that anybody reads is left in any language: its reason is removed with it. */
  isAll: boolean
  /** The languages whose explanation is removed. */
  explanations: Language[]
}

/** What this choice removes and restores, and what is left. */
export function effectOf({ panes, choice }: { panes: readonly Pane[]; choice: RestoreChoice }): RestoreEffect {
  const isAll = panes.length > 0 && panes.every((pane) => leftIn({ pane: readIn(pane), choice }).length === 0)
  const each = panes.flatMap((pane) => {
    const takesExplanation = isAll || (choice.what === 'whole' && choice.languages.includes(pane.language))
    const explanation = takesExplanation && pane.explanation ? [{ gone: pane.explanation.gone, back: 0 }] : []
    const taken = takenIn({ pane, choice })
    if (taken.length + explanation.length === 0) return []
    const isEmptied = pane.isEmptied && taken.length > 0 && leftIn({ pane: readIn(pane), choice }).length === 0
    const { language } = pane
    const isUnreplaced = pane.isEmptied && !isEmptied && taken.length > 0
    return [{ language, isEmptied, isUnreplaced, explains: explanation.length > 0, ...sum([...taken, ...explanation]) }]
  })
  const emptied = each.filter((one) => one.isEmptied)
  const others = each.filter((one) => !one.isEmptied)
  return {
    ...sum(each),
    emptied: { languages: emptied.map(({ language }) => language), gone: sum(emptied).gone },
    unreplaced: each.flatMap((one) => (one.isUnreplaced ? [one.language] : [])),
    restored: others.length > 0 || emptied.length === 0 ? sum(others) : null,
    isAll,
    explanations: each.flatMap((one) => (one.explains ? [one.language] : [])),
  }
}

/** The choice as input of `restore-section`; null if nothing is chosen. */
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

/** A language without the words that nobody reads, because those keep no reason. */
function readIn(pane: Pane): Pane {
  return { ...pane, fields: pane.fields.filter(({ isUnread }) => !isUnread) }
}

type In = { pane: Pane; choice: RestoreChoice }

/** What this choice restores in a language. */
function takenIn({ pane, choice }: In): Counted[] {
  if (choice.what === 'parts') {
    if (pane.language !== choice.language) return []
    const parts = pane.fields.find(({ field }) => field === choice.field)?.parts ?? []
    return parts.filter((_, index) => choice.ticked.includes(index))
  }
  if (!choice.languages.includes(pane.language)) return []
  return choice.what === 'whole' ? pane.fields : pane.fields.filter(({ field }) => field === choice.field)
}

/** What stays the country's own in a language. */
function leftIn({ pane, choice }: In): Counted[] {
  if (choice.what === 'parts') {
    if (pane.language !== choice.language) return pane.fields
    return pane.fields.flatMap((one): Counted[] =>
      one.field === choice.field
        ? (one.parts ?? []).filter((part, index) => part.isSame !== true && !choice.ticked.includes(index))
        : [one],
    )
  }
  if (!choice.languages.includes(pane.language)) return pane.fields
  return choice.what === 'whole' ? [] : pane.fields.filter(({ field }) => field !== choice.field)
}

function sum(counted: readonly Counted[]): Counted {
  return {
    gone: counted.reduce((all, { gone }) => all + gone, 0),
    back: counted.reduce((all, { back }) => all + back, 0),
  }
}
