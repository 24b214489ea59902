import type { Language } from '@/domain/language'
import { newestEdition } from '@/stored/editions'
import type { Variant } from '@/stored/variants'
import type { ActionContext } from './action'
import { storeUpdateDecision } from './storeUpdateDecision'
import { openEdition } from './takePartInEdition'

type Stored = Parameters<typeof storeUpdateDecision>[1]

/** A decision that nobody in the country makes: a setting of the country does, or its own proposal that was taken over. */
export type Unasked = Pick<Stored, 'waiting' | 'decided' | 'decision'> & ({ bySetting: true } | { byProposal: string })

/**
 * Stores these decisions in the edition on which the country works, or in a new one if its last one is published. The person
 * who publishes the common text writes nothing in the country, and takes no part in its edition.
 */
export async function storeUnasked(
  context: ActionContext,
  {
    variant,
    release,
    sourceLanguage,
    unasked,
  }: { variant: Variant; release: string; sourceLanguage: Language; unasked: readonly Unasked[] },
): Promise<void> {
  if (unasked.length === 0) return
  const edition = await newestEdition({ req: context.req, variant: variant.id })
  if (!edition || edition.state === 'published')
    await openEdition(context, { variant, number: (edition?.number ?? 0) + 1, writers: [] })
  const language = variant.languages[0] ?? sourceLanguage
  for (const one of unasked) await storeUpdateDecision(context, { ...one, variant, language, release, note: '' })
}
