import type { Language } from '@/domain/language'
import type { ManifestEntry } from '@/domain/release'
import { comesInBySetting, decideWaiting, goesWithoutOthers, notesOnUpdates } from '@/domain/updates/updates'
import { commonHeads } from '@/stored/commonBase'
import { newestEdition } from '@/stored/editions'
import { loadUpdates, questionOf } from '@/stored/updates'
import { loadVariantSections, loadVariants, type Variant } from '@/stored/variants'
import type { ActionContext } from './action'
import { storeUpdateDecision } from './storeUpdateDecision'
import { openEdition } from './takePartInEdition'

/**
 * Lets editorial changes of a new release come in where a country wants that, for sections that it never touched, and
 * records each as a decision of the setting. What a country has sent or approved stays as it is: there it decides by hand.
 * The person who publishes writes nothing in the country, and takes no part in its edition.
 */
export async function acceptEditorial(
  context: ActionContext,
  {
    toolkit,
    release,
    sourceLanguage,
  }: { toolkit: string; release: { id: string; seq: number; manifest: ManifestEntry[] }; sourceLanguage: Language },
): Promise<void> {
  const { req } = context
  const variants = (await loadVariants({ req, toolkit })).filter((one) => one.acceptsEditorial)
  if (variants.length === 0) return
  const line = await commonHeads({ req, toolkit })
  for (const variant of variants) {
    const edition = await newestEdition({ req, variant: variant.id })
    if (edition?.state === 'submitted' || edition?.state === 'approved') continue
    const own = await loadVariantSections({ req, variant: variant.id })
    const waiting = await loadUpdates({ req, variant, newest: release, sourceLanguage, own })
    const { notesOn } = notesOnUpdates({ line, start: variant.baseline, newest: release })
    const wanted = waiting.filter((one) => {
      const notes = notesOn(questionOf(one))
      return comesInBySetting({ ...one, notes })
    })
    // Text that goes to a section on which the country decides stays until then.
    const keys = new Set(wanted.map(({ update }) => update.key))
    const without = goesWithoutOthers(
      waiting.map(({ update }) => update),
      keys,
    )
    const coming = wanted.filter(({ update }) => without(update).length === 0)
    if (coming.length === 0) continue
    if (!edition || edition.state === 'published')
      await openEdition(context, { variant, number: (edition?.number ?? 0) + 1, writers: [] })
    for (const one of coming) {
      const decision = { choice: 'accept' } as const
      const outcome = decideWaiting({ waiting: one, decision, release: release.id })
      if (!outcome.ok) continue
      const language = languageOf(variant)
      const stored = {
        variant,
        language,
        decided: outcome.result,
        waiting: one,
        decision,
        release: release.id,
        note: '',
      }
      await storeUpdateDecision(context, { ...stored, bySetting: true })
    }
  }
}

function languageOf({ languages }: Variant): Language {
  return languages[0] ?? 'en'
}
