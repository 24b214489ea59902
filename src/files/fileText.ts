import type { RichText } from '@/domain/richText/richText'

/** Kinds of files that contain one text. */
export type FileKind = 'markdown' | 'word' | 'lexical'

/** The text of one file. */
export type FileText = {
  kind: FileKind
  /** One `field` for each front matter key of a Markdown file; the other kinds have none. */
  frontMatter: RichText
  blocks: RichText
}

/** The two texts that a file is compared as; these are the names of the fields in changes and conflicts. */
export const FRONT_MATTER = 'frontMatter'
export const BODY = 'body'
