import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import type { TranslatedFrom } from '@/domain/madeFrom'
import type { BaseSection, VariantSection } from '@/domain/resolve'
import type { RichText } from '@/domain/richText/richText'
import { isSameField } from '@/domain/richText/sameText'
import { knownOrigins, originOfTranslation, standsOn, translatedFromAfter } from '@/domain/translatedFrom'
import { bodyAfterEdit } from '@/domain/translationLag'
import type { UpdateSides } from '@/domain/updates/updates'
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
  joined = null,
}: {
  req: PayloadRequest
  variant: Variant
  /** The common text on which the section stands after the write. */
  base: BaseSection | null
  before: VariantSection
  after: VariantSection
  /** The state that words are taken from, if an earlier one is restored. */
  earlier: VariantSection | null
  /** Sections that a decision joined to this one, with their translations. */
  joined?: readonly UpdateSides[] | null
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
      const { source } = moved.compared
      const joinedTexts = joined?.map((one) => translatedText(one, { language, source, start })) ?? null
      return bodyAfterEdit({ ...moved.compared, ...texts, release, joined: joinedTexts })
    },
  })
}

/**
 * The text of a section in the source that its translation says; nothing if the section has none, or if it may lag behind
 * that on which it stands.
 */
function translatedText(
  { base, own }: UpdateSides,
  { language, source, start }: { language: Language; source: Language; start: string },
): RichText {
  if (!own.translated.includes(language)) return []
  const { body, settled } = originOfTranslation({ own, language, start })
  const isCurrent = body === standsOn({ ...own, start }).body && Object.keys(settled).length === 0
  return (isCurrent && base?.content.body[source]) || []
}
