import type { Payload } from 'payload'
import { stateOf } from '@/stored/stateOf'

/** What somebody sends who has read the working text of a toolkit as it is now and releases it. */
export async function toRelease(payload: Payload, given: { toolkit: string; version: string; notes?: string }) {
  const { docs } = await payload.find({
    collection: 'sections',
    where: { and: [{ toolkit: { equals: given.toolkit } }, { retired: { not_equals: true } }] },
    depth: 0,
    overrideAccess: true,
    pagination: false,
  })
  const seen = stateOf(docs.map(({ id, rev }) => ({ id: String(id), rev: Number(rev) })))
  return { notes: 'What is new in it.', ...given, seen }
}
