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
}: {
  theirs: VariantValues
  mine: VariantValues
  /** The common text in the language; null for a section that only the country has. */
  common: VariantValues | null
  kind: SectionKind
}): StaleChange {
  const common = given ?? NO_VALUES
  const read = (values: VariantValues, mode: Mode) => readValues({ values, mode, common, kind })
  const [isOmitted, wasOmitted] = [mine.mode === 'omit', theirs.mode === 'omit']
  const before = read(theirs, isOmitted || wasOmitted ? mine.mode : theirs.mode)
  const lost = isOmitted && !wasOmitted ? valuesChange({ before: read(theirs, theirs.mode), after: common }) : null
  return {
    change: valuesChange({ before, after: read(mine, mine.mode) }),
    leftOut: lost && lost.counts.changes > 0 ? lost : null,
    isPublished:
      isOmitted === wasOmitted &&
      textsRead({ mode: theirs.mode, kind }).every((text) => textsRead({ mode: mine.mode, kind }).includes(text)),
  }
}

/** Which texts of the country readers get with a choice. A translation has the words of the common text. */
function textsRead({ mode, kind }: { mode: Mode; kind: SectionKind }): ('text' | 'addition')[] {
  if (mode === 'omit') return []
  const isText = mode === 'adapt' || mode === 'local' || kind !== 'common'
  return [...(isText ? ['text' as const] : []), ...(mode === 'supplement' ? ['addition' as const] : [])]
}

function readValues({
  values,
  mode,
  common,
  kind,
}: {
  values: VariantValues
  mode: Mode
  common: VariantValues
  kind: SectionKind
}): VariantValues {
  const texts = textsRead({ mode, kind })
  const { title, summary, body } = texts.includes('text') ? values : common
  return { ...values, title, summary, body, addition: texts.includes('addition') ? values.addition : NOTHING }
}

const NOTHING = editorText([])
const NO_VALUES: VariantValues = {
  ...{ mode: 'inherit', title: '', summary: '', body: NOTHING, addition: NOTHING },
  ...{ reason: '', explanation: '', sources: '' },
}
