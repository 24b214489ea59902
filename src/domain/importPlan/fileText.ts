import type { ImportedSection } from '../importing'
import { withPictures } from '../pictures'
import { emptyText, type OwnField, type SectionText } from '../section'

/** The texts of a section in one language, as a Word file of a national version has them. */
export type FileText = Pick<SectionText, OwnField>

/** The texts of a section that was read. A picture that `mediaOf` does not know is left out. */
export function fileTextOf(
  { title, summary = '', body, added }: ImportedSection,
  mediaOf: (name: string) => string | undefined,
): FileText {
  return {
    ...{ title, summary },
    body: withPictures(body, mediaOf),
    addition: withPictures(added?.blocks ?? [], mediaOf),
  }
}

/** The same for the difference engine and the merge: a file says nothing about audiences and stages. */
export function wholeFileText(key: string, text: FileText): SectionText {
  return { ...emptyText(key), ...text }
}
