import type { PayloadRequest } from 'payload'
import type { Refusal } from '@/domain/refusal'
import { deletionForbids } from '@/domain/toolkitDeletion'
import { loadTree, type StoredTreeSection } from './sections'
import { stateOf } from './stateOf'

/** What would go with a toolkit, and why it cannot be deleted; `state` identifies what a person saw. */
export type ToolkitDeletion = { sections: StoredTreeSection[]; state: string; forbidden: Refusal | null }

/** Loads it, with the request of a person who sees every country. */
export async function loadToolkitDeletion({
  req,
  toolkit,
}: {
  req: PayloadRequest
  toolkit: string
}): Promise<ToolkitDeletion> {
  const count = async (collection: 'releases' | 'variants') => {
    const where = { toolkit: { equals: toolkit } }
    return (await req.payload.count({ collection, overrideAccess: false, req, where })).totalDocs
  }
  const sections = await loadTree({ req, toolkit })
  const forbidden = deletionForbids({ releases: await count('releases'), versions: await count('variants') })
  return { sections, state: stateOf(sections), forbidden }
}
