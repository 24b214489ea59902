import type { Language } from '../language'
import { answerTo, type Decision, questionId } from './decision'
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
  choices: { resolutions, allowGone = 0 },
  ...given
}: {
  lacking: ExistingSection[]
  /** How many sections the toolkit has. */
  active: number
  /** What the last import brought, by key; null where none is known. */
  brought: ReadonlyMap<string, RememberedSection> | null
  language: Language
  choices: ImportChoices
}): { gone: GoneSection[]; asksAboutGone: boolean } {
  const gone = lacking.flatMap((section) => goneSection({ ...given, section, resolutions }))
  if (gone.length <= active * MANY) return { gone, asksAboutGone: false }
  const isAllowed = gone.filter(({ goes }) => goes).length <= allowGone
  const asked = gone.map((section): GoneSection => {
    if (section.decisions.length > 0) return section
    const decision = goneDecision({ id: section.id, title: section.text.title })
    const isSaid = answerTo(decision, resolutions) !== undefined
    return {
      ...section,
      goes: section.goes && (isSaid || isAllowed),
      isOneOfMany: true,
      decisions: isAllowed && !isSaid ? [] : [decision],
    }
  })
  return { gone: asked, asksAboutGone: true }
}

function goneSection({
  section: { content },
  brought,
  language,
  resolutions,
}: Pick<Parameters<typeof planGone>[0], 'brought' | 'language'> &
  Pick<ImportChoices, 'resolutions'> & { section: ExistingSection }): GoneSection[] {
  const { key, title } = content
  const known = brought?.get(key)
  if (brought !== null && (!known || known.left)) return []
  const text = wholeTextOf({ content, language })
  const edited = known !== undefined && !isSameWhole({ ...text, ...known.text }, text)
  const base = known ? saidBy({ ...NO_TEXT, ...known.text }) : null
  const id = questionId({ about: `${key}/gone`, sides: hashOfSides({ base, ours: saidBy(text) }) })
  const decision = goneDecision({ id, title: text.title })
  const isAsked = edited || known === undefined
  const chosen = answerTo(decision, resolutions)
  const goes = chosen === 'theirs' || (chosen === undefined && !isAsked)
  const decisions = isAsked ? [decision] : []
  return [{ key, id, title: title[language] ?? key, text, edited, goes, isOneOfMany: false, decisions }]
}

function goneDecision({ id, title }: { id: string; title: string }): Decision {
  return { id, kind: 'gone', base: '', ours: title, theirs: '', answers: ['ours', 'theirs'] }
}
