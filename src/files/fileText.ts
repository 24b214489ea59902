import type { RichText } from '@/domain/richText/richText'

/** Kinds of files that hold one text. */
export type FileKind = 'markdown' | 'word' | 'lexical'

/** The text of one file. */
export type FileText = {
  kind: FileKind
  /** One `field` for each entry at the top of a Markdown file; the other kinds have none. */
  frontMatter: RichText
  blocks: RichText
}

/** The two texts that a file is compared as; the names are those of the fields in changes and conflicts. */
export const FRONT_MATTER = 'frontMatter'
export const BODY = 'body'
