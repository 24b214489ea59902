import { type ByLanguage, LANGUAGES, type Language } from './language'
import { inOneOrder } from './partRules'
import { block, type RichText, text } from './richText/richText'
import { isEmptyField } from './richText/sameText'
import { allBlocks } from './richText/walk'
import { AUDIENCES, type PartRule, type Policy, type SectionContent, STAGES, withRules, withWords } from './section'

/** A section with the text of another one behind its own. */
export type Joined = {
  content: SectionContent
  /** Rules for parts of the other section that do not fit: they are dropped. */
  dropped: PartRule[]
  /** What countries could do with the other section, where that differs: the joined one keeps its own. */
  otherPolicy: Policy | null
}

/**
 * Joins a section to another one. In every language its text follows, with its title as a heading and its summary as a paragraph;
 * guidance follows guidance, and audiences and stages are those of both. Rules for its blocks come along, unless they do not fit
 * those of the other one. No word is lost.
 */
export function joinSections({
  into,
  from,
  newId,
}: {
  into: SectionContent
  from: SectionContent
  /** Gives a new block its id. */
  newId: () => string
}): Joined {
  let content: SectionContent = {
    ...into,
    audiences: AUDIENCES.filter((one) => into.audiences.includes(one) || from.audiences.includes(one)),
    stages: STAGES.filter((one) => into.stages.includes(one) || from.stages.includes(one)),
  }
  const kept: PartRule[] = []
  const dropped: PartRule[] = []
  /** The new ids of blocks whose id the other text has too. */
  const renamed = new Map<string, string>()
  for (const language of LANGUAGES) {
    const added = textToJoin({ from, language, newId, taken: into.body[language] ?? [], renamed })
    if (added.length > 0) content = withWords(content, 'body', language, [...(into.body[language] ?? []), ...added])
    const guidance = [into.guidance[language], from.guidance[language]].filter((one) => !isEmptyField(one))
    if (guidance.length > 0) content = withWords(content, 'guidance', language, guidance.join('\n\n'))
  }
  const hasWhole = (into.rules ?? []).some(({ field, block: of }) => field === 'body' && of === null)
  for (const rule of from.rules ?? []) {
    const fits = rule.block !== null && !hasWhole && !(rule.demand === 'fill-in' && into.policy === 'supplement-only')
    if (fits) kept.push(withNewIds(rule, renamed))
    else dropped.push(rule)
  }
  return {
    content: withRules(content, inOneOrder([...(into.rules ?? []), ...kept])),
    dropped,
    otherPolicy: from.policy === into.policy ? null : from.policy,
  }
}

function textToJoin({
  from,
  language,
  newId,
  taken,
  renamed,
}: {
  from: SectionContent
  language: Language
  newId: () => string
  taken: RichText
  renamed: Map<string, string>
}): RichText {
  const known = new Set(allBlocks(taken).map(({ id }) => id))
  const named = (blocks: RichText): RichText =>
    blocks.map((one) => {
      const isTaken = one.id !== '' && known.has(one.id)
      const id = isTaken ? newId() : one.id
      if (isTaken) renamed.set(`${language} ${one.id}`, id)
      return { ...one, id, children: named(one.children) }
    })
  const { [language]: title = '' } = from.title
  const { [language]: summary = '' } = from.summary
  return [
    ...(isEmptyField(title) ? [] : [block('heading', { id: newId(), attrs: { level: 2 }, runs: [text(title)] })]),
    ...(isEmptyField(summary) ? [] : [block('paragraph', { id: newId(), runs: [text(summary)] })]),
    ...named(from.body[language] ?? []),
  ]
}

function withNewIds(rule: PartRule, renamed: ReadonlyMap<string, string>): PartRule {
  let block: ByLanguage<string> = {}
  for (const language of LANGUAGES) {
    const id = rule.block?.[language]
    if (id !== undefined) block = { ...block, [language]: renamed.get(`${language} ${id}`) ?? id }
  }
  return { ...rule, block }
}
