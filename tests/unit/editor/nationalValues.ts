import { editorText, type VariantValues } from '@/admin/editor/sectionValues'
import { block, text } from '@/domain/richText/richText'

/** The editor's text with these paragraphs. */
export const body = (...said: string[]) =>
  editorText(said.map((one, at) => block('paragraph', { id: `p${at}`, runs: [text(one)] })))

/** A section with the common text. */
export const common: VariantValues = {
  ...{ mode: 'inherit', title: 'Title', summary: '', body: body('Common words.'), addition: body() },
  ...{ reason: '', explanation: '', sources: '' },
}

/** The same section, to which a colleague added a paragraph. */
export const adapted: VariantValues = {
  ...common,
  mode: 'adapt',
  body: body('Common words.', 'Colleague wrote this.'),
}
