import type { WordOptions } from './options'

/** What changed besides the words, in words: “(now bold)”, “(moved here; was a paragraph)”. */
export function Note({ notes, options }: { notes: string[]; options: WordOptions }) {
  if (notes.length === 0) return null
  return <span className="diff-note small muted" lang={options.wordsLang}>{` (${notes.join(' · ')})`}</span>
}
