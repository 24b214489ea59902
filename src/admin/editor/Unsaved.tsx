import type { Visitor } from '../frame/visitor'
import { loadKeptOnServer } from './keptOnServer'
import type { MasterValues, VariantValues } from './sectionValues'
import { sentWords } from './sentWords'
import { UnsavedWords } from './UnsavedWords.client'
import type { KeptOnServer } from './useCopyKeeper.client'

/** What this person typed in a section while they still could. */
export async function Unsaved({
  of,
  saved,
  visitor: { actor, language, req },
}: {
  of: KeptOnServer['of']
  /** What is stored, as the editor would show it. */
  saved: VariantValues | MasterValues
  visitor: Visitor
}) {
  const owner = 'variant' in of ? of.variant : of.toolkit
  const section = `${owner}/${of.key}`
  return (
    <UnsavedWords
      key={`${section}/${of.language}`}
      words={sentWords({ language, beginnings: ['editor.unsaved.', 'editor.draft.', 'editor.discard.'] })}
      pageLanguage={language}
      place={{ userId: actor.userId, section, language: of.language }}
      onServer={await loadKeptOnServer({ req, of })}
      saved={saved}
    />
  )
}
