import type { FieldName, Tone, Weight } from '@/domain/richText/blockKinds'
import type { RichText } from '@/domain/richText/richText'
import type { SectionMark } from '@/import/word/sectionMark'

/** One section in one language, with its place in the file. */
export type WordSection = {
  mark: SectionMark
  /** 1 for the top of the file. */
  depth: number
  /** Its number on the screens, as `[3, 2]`. */
  number: readonly number[]
  title: string
  /** A line below the title, which is not read back: what the country does with it, for whom it is. */
  about: string
  summary: string
  body: RichText
  /** A country's addition to the common text, and how many blocks of the body stand before it. */
  addition?: { blocks: RichText; at: number }
}

/** A picture that the texts show; `media` is the name that blocks use for it. */
export type WordPicture = {
  media: string | number
  type: 'png' | 'jpg' | 'gif'
  bytes: Uint8Array
  width: number
  height: number
}

/** The words of ours in the file, in the language of the text. */
export type WordLabels = {
  contents: string
  addition: string
  additionEnd: string
  weight: string
  tones: Record<Tone, string>
  weights: Record<Weight, string>
  fields: Record<FieldName, string>
}
