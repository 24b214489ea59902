import type { ImportedDocument, WordComment } from '@/domain/importing'
import type { Block } from '@/domain/richText/richText'
import type { Audience, Policy, Stage } from '@/domain/section'
import type { SectionMark } from './word/sectionMark'

/**
 * A block at the top level of a document, with its place for messages. Headings still have the level of the document,
 * 1-6; those of a Word file 1-9.
 */
export type Piece = { source: string; block: Block; role?: PieceRole; comments?: WordComment[] }

/** What a paragraph is in a Word file that we wrote, besides a block of the text. */
export type PieceRole =
  /** The title of a section; without a mark if that was lost, or the section was added in the file. */
  | { is: 'section'; mark: SectionMark | null }
  | { is: 'summary' }
  /** Around a country's addition to the common text. */
  | { is: 'addition-start' }
  | { is: 'addition-end' }

/** The front matter of a file. */
export type FrontMatter = {
  title?: string
  slug?: string
  order?: number
  summary?: string
  audiences?: Audience[]
  stages?: Stage[]
  policy?: Policy
  guidance?: string
}

/** One file, read but not yet cut into sections. */
export type ReadFile = {
  path: string
  frontMatter: FrontMatter
  pieces: Piece[]
  /** Something was left out of it that is code for a site generator. */
  hadTemplateCode: boolean
  /** The title in the file's properties. Authors do not see it while writing, so any other title comes first. */
  propertyTitle?: string
  writtenFor?: ImportedDocument['writtenFor']
}
