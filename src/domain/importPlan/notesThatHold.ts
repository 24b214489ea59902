import type { ImportNote } from '../importing'
import { undescribedIn } from '../pictures'
import type { ImportPlan } from './plan'

/**
 * The notes about a document that hold for what its import would make. The reader of a document knows nothing of the toolkit: it
 * notes each picture that the document does not describe, also where somebody described it here since the last import. Such a
 * note stays while a section would show the picture without a description. `pictures`: the ids of those that are stored, by the
 * names that the document uses.
 */
export function notesThatHold({
  notes,
  plan: { sections, problems },
  pictures,
}: {
  notes: readonly ImportNote[]
  plan: Pick<ImportPlan, 'sections' | 'problems'>
  pictures: ReadonlyMap<string, string>
}): ImportNote[] {
  // What is not planned says nothing about the document.
  if (problems.length > 0) return [...notes]
  const undescribed = undescribedIn(sections.filter(({ isLeftOut }) => !isLeftOut).map(({ text }) => text.body))
  return notes.filter(({ key, params }) => {
    if (key !== 'import.picture-without-alt') return true
    const name = String(params?.name)
    return undescribed.has(pictures.get(name) ?? name)
  })
}
