import type { Language } from '@/domain/language'
import type { ManifestEntry } from '@/domain/release'
import { comesInBySetting, decideWaiting, goesWithoutOthers, notesOnUpdates } from '@/domain/updates/updates'
import { commonHeads } from '@/stored/commonBase'
import { isOpenToUnasked } from '@/stored/editions'
import { loadUpdates, questionOf } from '@/stored/updates'
import { loadVariantSections, loadVariants } from '@/stored/variants'
import type { ActionContext } from './action'
import { storeUnasked, type Unasked } from './storeUnasked'

/**
 * Lets editorial changes of a new release come in where a country wants that, for sections that it never touched, and
 * records each as a decision of the setting. A country is asked as always about what it cannot accept as it is.
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
    if (!(await isOpenToUnasked({ req, variant: variant.id }))) continue
    const own = await loadVariantSections({ req, variant: variant.id })
    const waiting = await loadUpdates({ req, variant, newest: release, sourceLanguage, own })
    const { notesOn } = notesOnUpdates({ line, start: variant.baseline, newest: release })
    const wanted = waiting.filter((one) => comesInBySetting({ ...one, notes: notesOn(questionOf(one)) }))
    // Text that goes to a section on which the country decides stays until then.
    const keys = new Set(wanted.map(({ update }) => update.key))
    const without = goesWithoutOthers(
      waiting.map(({ update }) => update),
      keys,
    )
    const unasked = wanted.flatMap((one): Unasked[] => {
      const decision = { choice: 'accept' } as const
      const outcome = decideWaiting({ waiting: one, decision, release: release.id })
      if (without(one.update).length > 0 || !outcome.ok) return []
      return [{ waiting: one, decided: outcome.result, decision, bySetting: true }]
    })
    await storeUnasked(context, { variant, release: release.id, sourceLanguage, unasked })
  }
}
