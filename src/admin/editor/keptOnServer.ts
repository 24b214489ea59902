import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import { loadWorkingCopies } from '@/stored/workingCopies'
import type { KeptOnServer } from './useCopyKeeper.client'

/** Where an editor keeps unsaved words of this person on the server, and what they typed there before. */
export async function loadKeptOnServer({
  req,
  of,
}: {
  req: PayloadRequest
  of: ({ variant: string } | { toolkit: string }) & { key: string; language: Language }
}): Promise<KeptOnServer> {
  const { key, language } = of
  const owner = 'variant' in of ? of.variant : of.toolkit
  const copies = await loadWorkingCopies({ req, place: { owner, key, language } })
  return { of, copies: copies.map(({ window, copy, at }) => ({ window, copy, at })) }
}
