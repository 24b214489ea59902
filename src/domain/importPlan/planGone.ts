import { hashOfSides } from '../hashOfSides'
import type { Language } from '../language'
import { answerTo, decisionOn } from './decision'
import { isSameWhole, NO_TEXT, type RememberedSection, saidBy, wholeTextOf } from './importedText'
import type { ExistingSection, GoneSection, ImportChoices } from './plan'

/** If the document lacks more than this share of the sections, none goes until a person agrees. */
const MANY = 0.1

/**
 * Lists the sections that the last document had and this one lacks (if none is known, all that it lacks). Others were
 * added here and stay. If many would go (`asksAboutGone`), each needs an answer, or `allowGone` their number.
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
  /** What the last import brought, by key; null if none is known. */
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
