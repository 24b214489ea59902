import type { Block } from '@/domain/richText/richText'
import type { Audience, Policy, Stage } from '@/domain/section'

/** A block at the top of a document, with its place for messages. Headings still have the level of the document, 1-6. */
export type Piece = { source: string; block: Block }

/** What the front matter of a file says. */
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
  /** What the properties of the file call it. Nobody sees them while writing: any other title comes first. */
  propertyTitle?: string
}
