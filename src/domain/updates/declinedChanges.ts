import { ownChanges } from '../changeReasons'
import { type ByLanguage, LANGUAGES } from '../language'
import { untouched } from '../resolve'
import type { ChangedAt } from '../section'
import { sectionText } from '../sectionText'
import { regrouped } from './regrouped'
import type { UpdateBecame } from './sectionUpdate'
import type { UpdateSides } from './sides'

/** The common text of a section before a release and in it, as a decision was made on it. */
export type DecidedSection = Pick<UpdateSides, 'base' | 'newest'> & { key: string }

/**
 * Returns the changes of the common framework that a person left out of a combination: those that the decision names
 * (`OfferedChange`), each with its place in the common text. `sections` are those that were decided together, the divided
 * or joined one first.
 */
export function declinedChanges({
  sections,
  became,
  declined,
}: {
  sections: readonly DecidedSection[]
  became: UpdateBecame
  declined: ByLanguage<readonly string[]>
}): ChangedAt[] {
  const { base, newest } = wholeOf(sections, became)
  return LANGUAGES.flatMap((language) => {
    const names = declined[language] ?? []
    if (names.length === 0) return []
    const [common, own] = [base, newest].map((one) => one && sectionText({ content: one.content, language }))
    const changes = common && own ? ownChanges({ common, own, language }) : []
    return names.map((name): ChangedAt => {
      const found = changes.find(({ at, ids }) => (at.field === 'body' ? ids.includes(name) : at.field === name))
      return found?.at ?? { field: 'body', block: name, is: 'changed', language, words: '' }
    })
  })
}

function wholeOf(
  [head, ...others]: readonly DecidedSection[],
  became: UpdateBecame,
): Pick<UpdateSides, 'base' | 'newest'> {
  if (!head) return { base: null, newest: null }
  if (others.length === 0 || (became !== 'split' && became !== 'joined')) return head
  // Only the common texts are read of it, so it does not matter what the country has.
  const sidesOf = ({ key, ...texts }: DecidedSection): UpdateSides => {
    return { ...texts, own: untouched(key), languages: [], sourceLanguage: 'en' }
  }
  return regrouped({ became, head: sidesOf(head), others: others.map(sidesOf) }).sides
}
