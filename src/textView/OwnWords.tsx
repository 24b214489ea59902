import type { WordOptions } from './options'

/** Our own words inside words of the text: marked with their language if the text has another one. */
export function OwnWords({ options, children }: { options: WordOptions; children: string }) {
  return options.wordsLang ? <span lang={options.wordsLang}>{children}</span> : children
}
