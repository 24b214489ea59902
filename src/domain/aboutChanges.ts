import { LANGUAGES, type Language } from './language'
import type { About } from './release'

/** The texts that pages show about the toolkit and the country. */
export const ABOUT_FIELDS = ['title', 'description', 'country'] as const
export type AboutField = (typeof ABOUT_FIELDS)[number]

/** One difference in what pages show about the toolkit or the country. */
export type AboutChange =
  | { kind: 'words'; field: AboutField; language: Language; before: string; after: string }
  | { kind: 'sample'; after: boolean }
  | { kind: 'source-language'; before: Language; after: Language }

/** Lists the differences between two releases in what their pages show about the toolkit and the country. */
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
