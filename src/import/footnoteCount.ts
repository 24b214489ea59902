import type { Run } from '@/domain/richText/richText'
import { MAX_FOOTNOTE_CHARACTERS } from './limits'
import type { NoteBook } from './noteBook'

/** The footnotes of one file. They have a limit together, because a text can refer to one note any number of times. */
export type FootnoteCount = {
  /** Is the limit passed? Further notes need not be read. */
  isFull: () => boolean
  /** A footnote with this text; nothing, and a problem, beyond the limit. */
  take: (text: string) => Run[]
}

export function openFootnoteCount({ path, book }: { path: string; book: NoteBook }): FootnoteCount {
  let left = MAX_FOOTNOTE_CHARACTERS
  return {
    isFull: () => left < 0,
    take: (text) => {
      left -= text.length
      if (left >= 0) return [{ type: 'footnote', text }]
      book.tally({ kind: 'problem', source: path, key: 'import.footnotes-too-long' })
      return []
    },
  }
}
