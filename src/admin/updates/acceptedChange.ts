import { diffSection, type SectionChange } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import { type ResolvedSection, resolve } from '@/domain/resolve'
import { sectionText } from '@/domain/sectionText'
import { decideUpdate, type UpdateSides } from '@/domain/updates/updates'

/** What readers of one language would read differently. */
export type AcceptedChange = { language: Language; change: SectionChange }

/**
 * What changes for readers if the country accepts the common text, in each language in which something does: exactly what
 * the decision would store, compared with what they get now.
 */
export function acceptedChange({ sides, release }: { sides: UpdateSides; release: string }): AcceptedChange[] {
  const { base, languages, newest, own, sourceLanguage } = sides
  const outcome = decideUpdate({ sides, decision: { choice: 'accept' }, release })
  if (!outcome.ok) return []
  const [before] = resolve({ base: base ? [base] : [], variant: [own], languages })
  const [after] = resolve({ base: newest ? [newest] : [], variant: [outcome.result], languages })
  const textOf = (section: ResolvedSection | undefined, language: Language) =>
    section ? sectionText({ content: section.content, language }) : null
  // Where a language has no words, readers get those of the source language.
  return [...new Set([...languages, sourceLanguage])].flatMap((language) => {
    const two = { before: textOf(before, language), after: textOf(after, language) }
    if (!two.before && !two.after) return []
    const change = diffSection(two)
    return change.counts.changes > 0 ? [{ language, change }] : []
  })
}
