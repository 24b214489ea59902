import type { PayloadRequest } from 'payload'
import type { BaseSection, VariantSection } from '@/domain/resolve'
import { isSameField } from '@/domain/richText/sameText'
import { knownOrigins, standsOn, type TranslatedFrom, translatedFromAfter } from '@/domain/translatedFrom'
import { bodyAfterEdit } from '@/domain/translationLag'
import { loadToolkitById } from '@/stored/toolkits'
import { loadComparedTranslations } from '@/stored/translationLags'
import type { Variant } from '@/stored/variants'

/**
 * From which release each translation of a section is made after a write. Texts of the common framework are only read if
 * somebody edited the body of a translation.
 */
export async function translationOrigins({
  req,
  variant,
  base,
  before,
  after,
  earlier,
}: {
  req: PayloadRequest
  variant: Variant
  /** The common text on which the section stands after the write. */
  base: BaseSection | null
  before: VariantSection
  after: VariantSection
  /** The state that words are taken from, if an earlier one is restored. */
  earlier: VariantSection | null
}): Promise<TranslatedFrom> {
  const start = variant.baseline
  const isEdited = before.translated.some(
    (language) => after.translated.includes(language) && !isSameField(before.body[language], after.body[language]),
  )
  const own = [{ ...before, baseline: after.baseline, translatedFrom: knownOrigins({ own: before, start }) }]
  const toolkit = isEdited && base ? await loadToolkitById({ req, id: variant.toolkit }) : null
  const compared =
    toolkit && base
      ? await loadComparedTranslations({ req, variant, base: [base], own, sourceLanguage: toolkit.sourceLanguage })
      : []
  const { body: release } = standsOn({ baseline: after.baseline, start })
  return translatedFromAfter({
    ...{ before, after, earlier, start },
    bodyAfterEdit: (language) => {
      const moved = compared.find((one) => one.language === language)
      // The translation was made from the text on which the section stands, so all of it still is.
      if (!moved) return { body: release }
      const texts = { before: before.body[language] ?? [], after: after.body[language] ?? [] }
      return bodyAfterEdit({ ...moved.compared, ...texts, release })
    },
  })
}
