import { hashOfSides } from '@/domain/hashOfSides'
import { UNTOUCHED } from '@/domain/resolve'
import { sectionsOf } from '@/domain/updates/updates'
import { languageOfWork, nameOfDecision } from '@/domain/workingCopyOf'
import type { WaitingUpdate } from '@/stored/updates'
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

/**
 * What a decision on an update is about: a hash of the common texts and of what the country has, in all sections that are decided
 * together. It stays the same where only a revision is another one, as after a pause or a decision that was taken back.
 */
export function textsDecided(waiting: Pick<WaitingUpdate, 'sides' | 'together'>): string {
  const texts = sectionsOf(waiting).map(({ base, newest, own }) => {
    const stored = Object.entries(own).filter(([name]) => name in UNTOUCHED)
    return [own.key, base?.content ?? null, newest?.content ?? null, Object.fromEntries(stored)]
  })
  return hashOfSides(texts)
}
