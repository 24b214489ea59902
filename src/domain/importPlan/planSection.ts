import type { Language } from '../language'
import type { GivenAnswers } from '../merge/merge'
import { answerTo, decisionOn } from './decision'
import { importedTextOf, isSameWhole, NO_TEXT, type RememberedSection, wholeTextOf } from './importedText'
import { hashOfImport, mergeImported } from './mergeImported'
import type { ExistingSection, PlannedSection } from './plan'

/** A planned section without its place, which is found for all sections together. */
export type UnplacedSection = Omit<PlannedSection, 'parent' | 'rank' | 'moved' | 'titleBefore'>

/** Plans what the import does with the text of one section of the document. */
export function planSection({
  known,
  brought,
  language,
  resolutions,
  ...named
}: Pick<PlannedSection, 'incoming' | 'key' | 'slug' | 'how'> & {
  /** The matching section of the toolkit, and what the last import brought for it. */
  known: ExistingSection | undefined
  brought: RememberedSection | undefined
  language: Language
  resolutions: GivenAnswers
}): UnplacedSection {
  const { key } = named
  const incoming = importedTextOf(named.incoming)
  const isHere = { isNew: false, returns: false, isLeftOut: false }
  if (!known) {
    const text = { key, addition: [], ...NO_TEXT, ...incoming }
    const nothing = { edited: false, sides: null, decisions: [], stays: null, checks: [] }
    return { ...named, ...isHere, ...nothing, isNew: true, status: 'new', text }
  }
  const ours = wholeTextOf({ content: known.content, language })
  const merging = { brought: brought?.text ?? null, ours, incoming, resolutions }
  const { isChangedThere, sides, ...merged } = mergeImported(merging)
  const status = isSameWhole(ours, merged.text) ? 'same' : 'changed'
  const section: UnplacedSection = { ...named, ...isHere, ...merged, sides, status }
  if (!known.retired) return section
  const back: UnplacedSection = { ...section, returns: true, status: 'new', stays: null }
  if (brought?.left !== false) return back
  // Left out here, though the last document had it: it returns only if the document changed it and a person wants that.
  const away: UnplacedSection = { ...back, returns: false, isLeftOut: true, status: 'same', text: ours, decisions: [] }
  if (!isChangedThere) return away
  const { theirs } = sides
  const decision = decisionOn({ key, kind: 'left-out', sides: hashOfImport(sides), ours: '', theirs: theirs.title })
  const isWanted = answerTo(decision, resolutions) === 'theirs'
  return isWanted ? { ...back, text: theirs, decisions: [decision] } : { ...away, decisions: [decision] }
}
