import type { PayloadRequest } from 'payload'
import { describePictures } from '@/stored/describePictures'
import { loadSections, type WorkingSection } from '@/stored/sections'

/** The working text of the common framework as a release would store it: without what was taken out, pictures described. */
export async function loadWorkingSections({
  req,
  toolkit,
}: {
  req: PayloadRequest
  toolkit: string
}): Promise<WorkingSection[]> {
  const sections = (await loadSections({ req, toolkit })).filter(({ retired }) => !retired)
  const contents = await describePictures({ req, contents: sections.map(({ content }) => content) })
  return sections.map((section, index) => ({ ...section, content: contents[index] ?? section.content }))
}
