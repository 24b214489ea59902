import type { WordOptions } from './options'

/** Our own words within words of the text: with their language, where that is another one. */
export function OwnWords({ options, children }: { options: WordOptions; children: string }) {
  return options.wordsLang ? <span lang={options.wordsLang}>{children}</span> : children
}
