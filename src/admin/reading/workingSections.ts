import type { PayloadRequest } from 'payload'
import { loadSections, type WorkingSection } from '@/stored/sections'

/** The working text of the common framework as a release would store it: without what was taken out. */
export async function loadWorkingSections({
  req,
  toolkit,
}: {
  req: PayloadRequest
  toolkit: string
}): Promise<WorkingSection[]> {
  return (await loadSections({ req, toolkit })).filter(({ retired }) => !retired)
}
