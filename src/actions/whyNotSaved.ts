import type { PayloadRequest } from 'payload'
import type { Refusal } from '@/domain/refusal'
import { untouched } from '@/domain/resolve'
import type { SectionFacts } from './changeVariantSection'
import { fixedPartsChanged } from './fixedPartsChanged'
import { type NationalInput, nationalWrite } from './saveNationalSection'
import { stateAfter } from './stateAfter'

/** Returns why a section may not be saved like this, by the rules of the save itself; nothing is written. */
export async function whyNotSaved({
  req,
  facts,
  given,
}: {
  req: PayloadRequest
  facts: SectionFacts
  given: NationalInput
}): Promise<Refusal[]> {
  const write = nationalWrite(facts, given)
  if (!write.ok) return write.because
  const { base, language, own, variant } = facts
  const before = own ?? untouched(base?.entry.key ?? '')
  const after = stateAfter({ own: before, write: write.result, language })
  return fixedPartsChanged({ req, variant, base, before, after })
}
