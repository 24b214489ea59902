import type { Language } from '@/domain/language'
import { standInsOf, type VariantSection } from '@/domain/resolve'
import { REASONS, RICH_FIELDS, WRITTEN_FIELDS, withWords } from '@/domain/section'
import { translatedAfter } from '@/domain/translating'
import { fromLexical } from '@/lexical/fromLexical'
import { readChangeReasons } from '@/stored/changeReasons'
import { asChoice, asText, asTextOrNull } from '@/stored/parse'
import { readAdditionPlace, readStandIns } from '@/stored/variants'
import type { SectionWrite } from './sectionWrite'

/**
 * The stored state of a section after a write, as it will be read: fields that the write does not name stay, and null
 * clears.
 */
export function stateAfter({
  own,
  write,
  language,
}: {
  own: VariantSection
  write: SectionWrite
  /** The one that the person writes in. */
  language: Language
}): VariantSection {
  const { data } = write
  let next: VariantSection = {
    ...own,
    mode: data.mode ?? own.mode,
    reason: data.reason === undefined ? own.reason : asChoice(data.reason, REASONS, null),
    parent: data.parent === undefined ? own.parent : asTextOrNull(data.parent),
    rank: data.rank === undefined ? own.rank : asTextOrNull(data.rank),
    additionPlace: data.additionPlace === undefined ? own.additionPlace : readAdditionPlace(data.additionPlace),
    standIns: data.standIns === undefined ? own.standIns : readStandIns(data.standIns),
    sources: data.sources === undefined ? own.sources : asText(data.sources),
    changeReasons: data.changeReasons === undefined ? own.changeReasons : readChangeReasons(data.changeReasons),
  }
  for (const one of [{ language: write.language ?? language, data }, ...(write.alsoIn ?? [])]) {
    for (const field of WRITTEN_FIELDS) {
      const given = one.data[field]
      if (given === undefined) continue
      const read = RICH_FIELDS.some((name) => name === field) ? fromLexical : asText
      next = withWords(next, field, one.language, given === null ? undefined : read(given))
    }
  }
  const { isTranslation = false } = write
  return {
    ...next,
    // A text that somebody wrote there, and emptied later, is not one that the country never had.
    standIns: standInsOf(next),
    translated: data.translated ?? translatedAfter({ before: own, after: next, language, isTranslation }),
  }
}
