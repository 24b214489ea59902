import type { Language } from '@/domain/language'

/** The first sentence of a note, for lists. */
export function firstSentence(text: string, language: Language): string {
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)
  return (first?.segment ?? '').trim()
}
