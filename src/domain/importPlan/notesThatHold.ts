import type { ImportNote } from '../importing'
import { undescribedIn } from '../pictures'
import type { ImportPlan } from './plan'

/**
 * Returns the notes about a document that hold after its import. The reader of a document does not know the toolkit: it
 * notes each picture that the document does not describe, even if somebody described it here since the last import.
 * Such a note stays only if a section would show the picture undescribed. `pictures`: the ids of the stored pictures,
 * by the names that the document uses.
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
  // Without a plan, no note can be checked.
  if (problems.length > 0) return [...notes]
  const undescribed = undescribedIn(sections.filter(({ isLeftOut }) => !isLeftOut).map(({ text }) => text.body))
  return notes.filter(({ key, params }) => {
    if (key !== 'import.picture-without-alt') return true
    const name = String(params?.name)
    return undescribed.has(pictures.get(name) ?? name)
  })
}
