import { isSameJson } from '../canonicalJson'
import type { ImportedSection } from '../importing'
import type { Language } from '../language'
import { isSameText, saidByText } from '../richText/sameText'
import type { SectionContent, SectionText } from '../section'
import { sectionText } from '../sectionText'

/** What a document says of one section, in its language. What it does not say is absent: there the toolkit's own stays. */
export type ImportedText = Omit<ImportedSection, 'source' | 'depth' | 'slug'>

/** The same of a section of the toolkit, which has all of them: as the difference engine and the merge take it, and more. */
export type WholeText = SectionText & Required<ImportedText>

/** What the toolkit has, what the last import brought (null: not known) and what the document says, each in full. */
export type ImportSides = { ours: WholeText; base: WholeText | null; theirs: WholeText }

/** What a document says that says nothing. */
export const NO_TEXT: Required<ImportedText> = {
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

export function importedTextOf({ source, depth, slug, ...text }: ImportedSection): ImportedText {
  return text
}

/** The working text of a section in one language. */
export function wholeTextOf({ content, language }: { content: SectionContent; language: Language }): WholeText {
  const { guidance, policy } = content
  return { ...sectionText({ content, language }), guidance: guidance[language] ?? '', policy }
}

/** Has nobody written this section in this language yet? */
export function isUnwritten({ title, summary, body, guidance }: WholeText): boolean {
  return title === '' && summary === '' && guidance === '' && body.length === 0
}

export function isSameWhole(one: WholeText, other: WholeText): boolean {
  return isSameJson(besideBody(one), besideBody(other)) && isSameText(one.body, other.body)
}

/** What a section says, in a form in which equal texts are equal. */
export function saidBy(text: Required<ImportedText>): unknown {
  return { ...besideBody(text), body: saidByText(text.body) }
}

function besideBody({ title, summary, guidance, audiences, stages, policy }: Required<ImportedText>) {
  return { title, summary, guidance, audiences: [...audiences].sort(), stages: [...stages].sort(), policy }
}
