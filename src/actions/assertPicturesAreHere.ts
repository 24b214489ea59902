import { picturesIn } from '@/domain/pictures'
import { MASTER } from '@/domain/release'
import { fromLexical } from '@/lexical/fromLexical'
import { isDocumentId } from '@/stored/isDocumentId'
import type { ActionContext } from './action'
import { Refused } from './refused'

/**
 * Refuses texts that show a picture which does not exist or belongs to another country: what a text shows is published
 * with it.
 */
export async function assertPicturesAreHere(
  { payload, req }: ActionContext,
  { texts, country }: { texts: unknown[]; country: string },
): Promise<void> {
  const ids = picturesIn(texts.map(fromLexical))
  if (ids.length === 0) return
  const { docs } = await payload.find({
    collection: 'media',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    where: { and: [{ id: { in: ids.filter(isDocumentId) } }, { country: { in: [country, MASTER] } }] },
  })
  if (docs.length < ids.length) throw new Refused([{ key: 'refusal.picture-not-here' }])
}
