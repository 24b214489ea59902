import type { Manner } from './manner'

/** What changed besides the words, said in words: “(now bold)”, “(moved here; was a paragraph)”. */
export function Note({ notes, manner }: { notes: string[]; manner: Manner }) {
  if (notes.length === 0) return null
  return <span className="diff-note small muted" lang={manner.wordsLang}>{` (${notes.join(' · ')})`}</span>
}
