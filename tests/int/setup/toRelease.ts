import type { Payload } from 'payload'
import { commonAbout } from '@/stored/releaseFacts'
import { releaseState } from '@/stored/releaseState'
import { readToolkit } from '@/stored/toolkits'

/** The input of a person who has read the current working text of a toolkit and releases it. */
export async function toRelease(payload: Payload, given: { toolkit: string; version: string; notes?: string }) {
  const { docs } = await payload.find({
    collection: 'sections',
    where: { and: [{ toolkit: { equals: given.toolkit } }, { retired: { not_equals: true } }] },
    depth: 0,
    overrideAccess: true,
    pagination: false,
  })
  const sections = docs.map(({ id, rev }) => ({ id: String(id), rev: Number(rev) }))
  const toolkits = await payload.find({
    collection: 'toolkits',
    where: { id: { equals: given.toolkit } },
    depth: 0,
    locale: 'all',
    overrideAccess: true,
  })
  const about = commonAbout(readToolkit({ ...toolkits.docs[0] }))
  const seen = releaseState({ sections, about })
  return { notes: 'What is new in it.', ...given, seen }
}
