import { withAddition } from '../additionPlace'
import { isSameJson } from '../canonicalJson'
import type { ImportedSection } from '../importing'
import type { Language } from '../language'
import { isSameText, saidByText } from '../richText/sameText'
import type { SectionContent, SectionText } from '../section'
import { sectionText } from '../sectionText'

/** What a document says about one section, in its language. If a field is absent, the toolkit keeps its own. */
export type ImportedText = Omit<
  ImportedSection,
  'source' | 'depth' | 'titleRuns' | 'slug' | 'mark' | 'added' | 'comments'
>

/** The full text of a section of the toolkit, for the difference engine, the merge and the import. */
export type WholeText = SectionText & Required<ImportedText>

/** The full texts of the toolkit, of the last import (null if not known) and of the document. */
export type ImportSides = { ours: WholeText; base: WholeText | null; theirs: WholeText }

/** An imported text without any words or choices. */
export const NO_TEXT: Required<ImportedText> = {
  title: '',
  summary: '',
  body: [],
  guidance: '',
  audiences: [],
  stages: [],
  policy: 'free',
}

/** What an import brought for one section, kept so that the next import knows what has changed since. */
export type RememberedSection = {
  key: string
  /** The key of its parent in that document. */
  parent: string | null
  text: ImportedText
  /** The last document did not have it: it was left out then, or it stayed all the same. */
  left: boolean
}

/** The common framework has no additions: one in the document is a part of its text there. */
export function importedTextOf({
  source,
  depth,
  titleRuns,
  slug,
  mark,
  added,
  comments,
  ...text
}: ImportedSection): ImportedText {
  if (!added) return text
  return { ...text, body: withAddition({ body: text.body, addition: added.blocks, at: added.at }) }
}

/** Returns the working text of a section in one language. */
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

/** Returns the text of a section in a form in which equal texts are equal. */
export function saidBy(text: Required<ImportedText>): unknown {
  return { ...besideBody(text), body: saidByText(text.body) }
}

function besideBody({ title, summary, guidance, audiences, stages, policy }: Required<ImportedText>) {
  return { title, summary, guidance, audiences: [...audiences].sort(), stages: [...stages].sort(), policy }
}
