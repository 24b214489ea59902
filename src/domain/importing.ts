import type { Language } from './language'
import type { Refusal } from './refusal'
import type { RichText, Run } from './richText/richText'
import type { Audience, Policy, Stage } from './section'

/** A section as it was read from a Word or Markdown file. The sections of a file are in order. */
export type ImportedSection = {
  /** Its position, for messages: file and line, or the number of the heading. */
  source: string
  /** 1 at the top of the tree. The parent is the nearest section before it with a smaller depth. */
  depth: number
  title: string
  /** The same with its formats, links and notes, if the heading has any: a title has none, but a heading in a text has. */
  titleRuns?: Run[]
  /** From front matter; absent if the document does not give it. */
  slug?: string
  summary?: string
  audiences?: Audience[]
  stages?: Stage[]
  policy?: Policy
  guidance?: string
  body: RichText
  /** From a Word file that we wrote, and only if its mark is there: which section it is, and which revision was written. */
  mark?: { key: string; language: Language; rev: number | null }
  /** What a country added to the common text, and how many blocks of the body stand before it. */
  added?: { blocks: RichText; at: number }
  /** From a Word file: what people wrote beside the text; no part of it. */
  comments?: WordComment[]
}

/** A comment of a Word file; the author is '' if the file does not name one. */
export type WordComment = { author: string; text: string }

/** What to make of changes that Word has tracked: all of them as if accepted, or none. */
export const TRACKED = ['accepted', 'rejected'] as const
export type Tracked = (typeof TRACKED)[number]

/** A picture of the document. Until it is stored, blocks of kind image name it in `attrs.media`. */
export type ImportedImage = { name: string; bytes: Uint8Array }

/**
 * A message about the document. A `problem` stops the import; a `loss` says what is not taken over; a `doubt` says what
 * was taken over in a way that somebody should check.
 */
export type ImportNote = { kind: 'problem' | 'loss' | 'doubt'; source: string } & Refusal

/** The result of a cut at all headings down to a level. Words are counted in each section, without those below it. */
export type CutLevel = { level: number; sections: number; median: number; largest: number }

/** The level of headings down to which a text is to be cut; `deepest`: at all of them. */
export type LevelToCut = number | 'deepest'

/**
 * The level at which the text was cut, and the result at each level at which it can be cut, from the top; or that it was cut
 * where a Word file of ours says that its sections begin.
 */
export type ImportedCut = { level: number; levels: CutLevel[]; isAtMarks?: true }

export type ImportedDocument = {
  /** The title of the whole document, if it has one above the sections. */
  title?: string
  sections: ImportedSection[]
  cut: ImportedCut
  images: ImportedImage[]
  /** From a Word file that we wrote: the toolkit and the country whose text it is, and the keys of the sections that it had then. */
  writtenFor?: { toolkit: string; country: string; sections: string[] }
  notes: ImportNote[]
}
