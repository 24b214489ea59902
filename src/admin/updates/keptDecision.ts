import { nameOfDecision } from '@/domain/workingCopyOf'
import type { Variant } from '@/stored/variants'
import { loadKeptOnServer } from '../editor/keptOnServer'
import type { KeptOnServer } from '../editor/useCopyKeeper.client'
import type { Visitor } from '../frame/visitor'

/** What this person has begun to decide on the update of a section, and not recorded. A decision is one for all languages. */
export async function loadKeptDecision({
  visitor: { language, req },
  variant,
  key,
}: {
  visitor: Visitor
  variant: Variant
  key: string
}): Promise<KeptOnServer> {
  const of = { variant: variant.id, key: nameOfDecision(key), language: variant.languages[0] ?? language }
  return loadKeptOnServer({ req, of })
}
