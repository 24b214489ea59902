import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { MASTER } from '@/domain/release'
import { aboutNow } from '@/stored/releaseFacts'
import { releaseState } from '@/stored/releaseState'
import { loadWorkingSections } from '@/stored/sections'

/** What a release of a toolkit's common framework would publish, as this person sees it now: the basis of a release. */
export async function seenOf(given: { payload: Payload; user: TypedUser; toolkit: string }): Promise<string> {
  const req = await createLocalReq({ user: given.user }, given.payload)
  const sections = await loadWorkingSections({ req, toolkit: given.toolkit })
  return releaseState({ sections, about: await aboutNow({ req, toolkit: given.toolkit, country: MASTER }) })
}
