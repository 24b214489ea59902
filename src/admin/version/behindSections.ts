import { joinedNote } from '@/domain/changeGroups'
import { byClassAndDay, type ChangeClass } from '@/domain/changeNote'
import type { ByLanguage, Language } from '@/domain/language'
import { countLag } from '@/domain/translationLag'
import type { BehindTranslation } from '@/stored/translationLags'
import type { VersionState } from '../reading/versionState'
import { numbersIn } from '../updates/versionUpdates'
import { textIn } from '../words/titles'

/** A translation that lags behind the common text on which its section stands, as screens name it. */
export type BehindSection = {
  variant: string
  key: string
  /** Number and title of the section. */
  name: string
  /** The language of the name, if it is not that of the screen. */
  lang: Language | undefined
  /** The language of the translation. */
  language: Language
  /** How many paragraphs lag. */
  count: number
  /** What the coordinator said about what changed; null where nothing was said. */
  class: ChangeClass | null
  note: string
  decideBy: string | null
}

/** The translations of a version that lag: the most important change first, and the first day of those. */
export function behindSections({
  lags,
  state: { resolved, toolkit, variant },
  language: reader,
}: {
  lags: ReadonlyMap<string, ByLanguage<BehindTranslation>>
  state: Pick<VersionState, 'resolved' | 'toolkit' | 'variant'>
  language: Language
}): BehindSection[] {
  const numbers = numbersIn(resolved)
  const languages = [reader, ...variant.languages, toolkit.sourceLanguage]
  const sections = resolved.sections.flatMap(({ entry: { key, slug }, content }) =>
    variant.languages.flatMap((language): BehindSection[] => {
      const lag = lags.get(key)?.[language]
      if (!lag) return []
      const title = textIn({ given: content.title, languages, otherwise: slug })
      const said = joinedNote(lag.notes)
      return [
        {
          ...{ variant: variant.id, key, language, count: countLag(lag) },
          name: `${numbers.get(key) ?? ''} ${title.text}`.trim(),
          lang: title.language === reader ? undefined : title.language,
          ...{ class: said?.class ?? null, note: said?.note ?? '', decideBy: said?.decideBy ?? null },
        },
      ]
    }),
  )
  const inOrder = sections.toSorted((one, other) => one.name.localeCompare(other.name, reader, { numeric: true }))
  return byClassAndDay(inOrder)
}
