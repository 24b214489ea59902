import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import { loadNewestCopy } from '@/stored/workingCopies'
import type { KeptOnServer } from './useCopyKeeper.client'

/** Where an editor keeps unsaved words of this person on the server, and what they typed there last. */
export async function loadKeptOnServer({
  req,
  of,
}: {
  req: PayloadRequest
  of: ({ variant: string } | { toolkit: string }) & { key: string; language: Language }
}): Promise<KeptOnServer> {
  const { key, language } = of
  const owner = 'variant' in of ? of.variant : of.toolkit
  const found = await loadNewestCopy({ req, place: { owner, key, language } })
  if (!found) return { of, newest: null, known: [] }
  const { window, copy, turn, at } = found.newest
  return {
    of,
    newest: { window, copy, turn, at },
    known: found.known.map(({ window, turn, at }) => ({ window, turn, at })),
  }
}
