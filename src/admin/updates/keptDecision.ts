import { languageOfWork, nameOfDecision } from '@/domain/workingCopyOf'
import type { Variant } from '@/stored/variants'
import { loadKeptOnServer } from '../editor/keptOnServer'
import type { KeptOnServer } from '../editor/useCopyKeeper.client'
import type { Visitor } from '../frame/visitor'

/** What this person has begun to decide on the update of a section, and not recorded. */
export async function loadKeptDecision({
  visitor: { language, req },
  variant,
  key,
}: {
  visitor: Visitor
  variant: Variant
  key: string
}): Promise<KeptOnServer> {
  const name = nameOfDecision(key)
  return loadKeptOnServer({ req, of: { variant: variant.id, key: name, language: languageOfWork({ name, language }) } })
}
