import type { SectionChange } from '@/domain/diff/diff'
import type { SectionKind } from '@/domain/nationalSave'
import type { Mode } from '@/domain/section'
import { editorText, type VariantValues, valuesChange } from './sectionValues'

/** What saving the typed text on top of another one does for readers. */
export type StaleChange = {
  /** The difference from the words that readers get with the other text to those that they get with the typed one. */
  change: SectionChange
  /**
   * The words of the other text that nobody would get, compared with the common text, if the section is not used with
   * the typed text; null if there are none, or if `change` shows them.
   */
  leftOut: SectionChange | null
  /** Would readers get every text of the country that they get with the other choice? */
  isPublished: boolean
}

/**
 * Compares what readers would get with the text that somebody else saved and with the typed one. A stored text that a
 * choice does not use counts for nothing there. If the country does not use the section with one of the two, all of the
 * other text would count as written or removed: then only what a person wrote is compared.
 */
export function staleChange({
  theirs,
  mine,
  common: given,
  kind,
  hasOwnWords,
  asTranslation,
}: {
  theirs: VariantValues
  mine: VariantValues
  /** The common text in the language; null for a section that only the country has. */
  common: VariantValues | null
  kind: SectionKind
  /** Does the country have words here that are not a translation of the common text? */
  hasOwnWords: boolean
  /** Does the person who typed make the words the translation? Then the typed words replace the other ones. */
  asTranslation: boolean
}): StaleChange {
  const common = given ?? NO_VALUES
  // Whoever adapted the section wrote the country's own words, which nobody reads as a translation.
  const isTranslation = kind === 'translation' && (asTranslation || (!hasOwnWords && theirs.mode !== 'adapt'))
  const textsRead = (mode: Mode) => textsOf({ mode, kind, isTranslation })
  const read = (values: VariantValues, mode: Mode) => readValues({ values, texts: textsRead(mode), common })
  const [isOmitted, wasOmitted] = [mine.mode === 'omit', theirs.mode === 'omit']
  const before = read(theirs, isOmitted || wasOmitted ? mine.mode : theirs.mode)
  const lost = isOmitted && !wasOmitted ? valuesChange({ before: read(theirs, theirs.mode), after: common }) : null
  return {
    change: valuesChange({ before, after: read(mine, mine.mode) }),
    leftOut: lost && lost.counts.changes > 0 ? lost : null,
    isPublished:
      isOmitted === wasOmitted && textsRead(theirs.mode).every((text) => textsRead(mine.mode).includes(text)),
  }
}

type OwnTexts = ('text' | 'addition')[]

/** Which texts of the country readers get with a choice. A translation has the words of the common text. */
function textsOf({ mode, kind, isTranslation }: { mode: Mode; kind: SectionKind; isTranslation: boolean }): OwnTexts {
  if (mode === 'omit') return []
  const isText = mode === 'adapt' || mode === 'local' || kind === 'own' || isTranslation
  return [...(isText ? ['text' as const] : []), ...(mode === 'supplement' ? ['addition' as const] : [])]
}

type Read = { values: VariantValues; texts: OwnTexts; common: VariantValues }

function readValues({ values, texts, common }: Read): VariantValues {
  const { title, summary, body } = texts.includes('text') ? values : common
  return { ...values, title, summary, body, addition: texts.includes('addition') ? values.addition : NOTHING }
}

const NOTHING = editorText([])
const NO_VALUES: VariantValues = {
  ...{ mode: 'inherit', title: '', summary: '', body: NOTHING, addition: NOTHING },
  ...{ additionPlace: { where: 'after' }, reason: '', explanation: '', sources: '', changeReasons: [] },
}
