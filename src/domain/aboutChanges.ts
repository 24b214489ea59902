import { LANGUAGES, type Language } from './language'
import type { About } from './release'

/** What pages say in words of the toolkit and of the country. */
export const ABOUT_FIELDS = ['title', 'description', 'country'] as const
export type AboutField = (typeof ABOUT_FIELDS)[number]

/** One thing that pages would say otherwise of the toolkit or of the country. */
export type AboutChange =
  | { kind: 'words'; field: AboutField; language: Language; before: string; after: string }
  | { kind: 'sample'; after: boolean }
  | { kind: 'source-language'; before: Language; after: Language }

/** What differs in what two releases say of the toolkit and of the country; nothing where their pages say the same. */
export function aboutChanges({ before, after }: { before: About; after: About }): AboutChange[] {
  const words = ABOUT_FIELDS.flatMap((field) =>
    LANGUAGES.flatMap((language): AboutChange[] => {
      const [was, is] = [before[field][language] ?? '', after[field][language] ?? '']
      return was === is ? [] : [{ kind: 'words', field, language, before: was, after: is }]
    }),
  )
  const [from, to] = [before.sourceLanguage, after.sourceLanguage]
  return [
    ...words,
    ...(before.sample === after.sample ? [] : [{ kind: 'sample' as const, after: after.sample }]),
    ...(from === to ? [] : [{ kind: 'source-language' as const, before: from, after: to }]),
  ]
}
