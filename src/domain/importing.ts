import type { Refusal } from './refusal'
import type { RichText } from './richText/richText'
import type { Audience, Policy, Stage } from './section'

/** What a Word file or Markdown says, before it is a toolkit: sections in order, each with its place in the tree. */
export type ImportedSection = {
  /** Where it comes from, for messages: file and line, or the running number of the heading. */
  source: string
  /** 1 for the top of the tree; a section's parent is the nearest one before it with a smaller depth. */
  depth: number
  title: string
  /** From front matter; absent where the document does not say. */
  slug?: string
  summary?: string
  audiences?: Audience[]
  stages?: Stage[]
  policy?: Policy
  guidance?: string
  body: RichText
}

/** A picture of the document; blocks of kind image name it in `attrs.media` until it is stored. */
export type ImportedImage = { name: string; bytes: Uint8Array }

/**
 * A message about the document. `problem` stops the import; `loss` says what is not taken over; `doubt` says what was
 * taken over in a way that somebody should look at.
 */
export type ImportNote = { kind: 'problem' | 'loss' | 'doubt'; source: string } & Refusal

/** What cutting the text at the headings up to a level gives. Words are those of one section, without the sections below it. */
export type CutLevel = { level: number; sections: number; median: number; largest: number }

/** At which level the text was cut, and what each level at which it can be cut would give, from the top. */
export type ImportedCut = { level: number; levels: CutLevel[] }

export type ImportedDocument = {
  /** The title of the whole, where the document has one above the sections. */
  title?: string
  sections: ImportedSection[]
  cut: ImportedCut
  images: ImportedImage[]
  notes: ImportNote[]
}
