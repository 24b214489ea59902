import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { loadSections } from '@/stored/sections'
import { stateOf } from '@/stored/stateOf'

/** The state of a toolkit's working text as this person sees it now: what a release is made on. */
export async function seenOf(given: { payload: Payload; user: TypedUser; toolkit: string }): Promise<string> {
  const req = await createLocalReq({ user: given.user }, given.payload)
  const sections = await loadSections({ req, toolkit: given.toolkit })
  return stateOf(sections.filter(({ retired }) => !retired))
}
