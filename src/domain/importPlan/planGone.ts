import type { Language } from '../language'
import { answerTo, decisionOn } from './decision'
import { hashOfSides } from './hashOfSides'
import { isSameWhole, NO_TEXT, type RememberedSection, saidBy, wholeTextOf } from './importedText'
import type { ExistingSection, GoneSection, ImportChoices } from './plan'

/** Above this share of the sections, none goes before somebody has said so. */
const MANY = 0.1

/**
 * The sections that the document does not have: gone, if the last one had them. What was added here stays and is not told. Where many
 * would go (`asksAboutGone`), each that would go by itself is decided on, or their number is named.
 */
export function planGone({
  lacking,
  active,
  brought,
  language,
  choices: { resolutions, allowGone = 0 },
}: {
  lacking: readonly ExistingSection[]
  /** How many sections the toolkit has. */
  active: number
  /** What the last import brought, by key; null where none is known. */
  brought: ReadonlyMap<string, RememberedSection> | null
  language: Language
  choices: ImportChoices
}): { gone: GoneSection[]; asksAboutGone: boolean } {
  const found = lacking.flatMap(({ content }) => {
    const { key, title } = content
    const known = brought?.get(key)
    if (brought !== null && (!known || known.left)) return []
    const text = wholeTextOf({ content, language })
    const edited = known !== undefined && !isSameWhole({ ...text, ...known.text }, text)
    const base = known ? saidBy({ ...NO_TEXT, ...known.text }) : null
    const sides = hashOfSides({ base, ours: saidBy(text) })
    const decision = decisionOn({ key, kind: 'gone', sides, ours: text.title, theirs: '' })
    const isAsked = edited || known === undefined
    const answer = answerTo(decision, resolutions)
    const goes = answer === undefined ? !isAsked : answer === 'theirs'
    return [{ key, title: title[language] ?? key, text, edited, goes, decision, isAsked, answer }]
  })
  const asksAboutGone = found.length > active * MANY
  const isAllowed = found.filter(({ goes }) => goes).length <= allowGone
  const gone = found.map(({ decision, isAsked, answer, ...section }): GoneSection => {
    const { id } = decision
    const isOneOfMany = asksAboutGone && !isAsked
    const isNamed = isOneOfMany && !(isAllowed && answer === undefined)
    const goes = section.goes && !(isNamed && answer === undefined)
    return { ...section, id, goes, isOneOfMany, decisions: isAsked || isNamed ? [decision] : [] }
  })
  return { gone, asksAboutGone }
}
