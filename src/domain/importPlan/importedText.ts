import { isSameJson } from '../canonicalJson'
import type { ImportedSection } from '../importing'
import type { Language } from '../language'
import { isSameText, saidByText } from '../richText/sameText'
import type { SectionContent, SectionText } from '../section'

const FIELDS = ['title', 'summary', 'body', 'guidance', 'audiences', 'stages', 'policy'] as const

/** What a document says of one section, in its language. What it does not say is absent: there the toolkit's own stays. */
export type ImportedText = Pick<ImportedSection, (typeof FIELDS)[number]>

/** The same of a section of the toolkit, which has all of them. */
export type WholeText = Required<ImportedText>

/** A section of which nobody has said anything yet. */
export const NO_TEXT: WholeText = {
  title: '',
  summary: '',
  body: [],
  guidance: '',
  audiences: [],
  stages: [],
  policy: 'free',
}

/** What an import brought for one section: kept, so that the next import knows what has been changed since. */
export type RememberedSection = {
  key: string
  /** The key of the section above it in that document. */
  parent: string | null
  text: ImportedText
  /** The last document no longer had it, or it stays although the document did not have it. */
  left: boolean
}

export function importedTextOf({ title, summary, body, guidance, audiences, stages, policy }: ImportedSection) {
  return {
    title,
    body,
    ...(summary === undefined ? {} : { summary }),
    ...(guidance === undefined ? {} : { guidance }),
    ...(audiences === undefined ? {} : { audiences }),
    ...(stages === undefined ? {} : { stages }),
    ...(policy === undefined ? {} : { policy }),
  } satisfies ImportedText
}

/** The working text of a section in one language. */
export function wholeTextOf({ content, language }: { content: SectionContent; language: Language }): WholeText {
  return {
    title: content.title[language] ?? '',
    summary: content.summary[language] ?? '',
    body: content.body[language] ?? [],
    guidance: content.guidance[language] ?? '',
    audiences: content.audiences,
    stages: content.stages,
    policy: content.policy,
  }
}

/** Has nobody written this section in this language yet? */
export function isUnwritten({ title, summary, body, guidance }: WholeText): boolean {
  return title === '' && summary === '' && guidance === '' && body.length === 0
}

export function isSameWhole(one: WholeText, other: WholeText): boolean {
  return isSameJson(besideBody(one), besideBody(other)) && isSameText(one.body, other.body)
}

/** What a section says, in a form in which equal texts are equal. */
export function saidBy(text: WholeText): unknown {
  return { ...besideBody(text), body: saidByText(text.body) }
}

function besideBody({ title, summary, guidance, audiences, stages, policy }: WholeText) {
  return { title, summary, guidance, audiences: [...audiences].sort(), stages: [...stages].sort(), policy }
}

/** As the difference engine and the merge take it. */
export function sectionTextOf(key: string, { title, summary, body, audiences, stages }: WholeText): SectionText {
  return { key, title, summary, body, addition: [], audiences, stages }
}
