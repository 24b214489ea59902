import type { ImportedSection } from '../importing'
import type { Language } from '../language'
import { answerTo, type Decision, type GivenAnswers, questionId } from './decision'
import { importedTextOf, isSameWhole, NO_TEXT, type RememberedSection, wholeTextOf } from './importedText'
import { mergeImported, sidesOf } from './mergeImported'
import type { ExistingSection, PlannedSection } from './plan'

/** A planned section whose place is not known yet: it is found for all together. */
export type UnplacedSection = Omit<PlannedSection, 'parent' | 'rank' | 'moved'>

/** What becomes of the text of one section of the document. */
export function planSection({
  known,
  brought,
  language,
  resolutions,
  ...named
}: Pick<PlannedSection, 'incoming' | 'key' | 'slug' | 'how'> & {
  /** The section of the toolkit that it is, and what the last import brought for it. */
  known: ExistingSection | undefined
  brought: RememberedSection | undefined
  language: Language
  resolutions: GivenAnswers
}): UnplacedSection {
  const { key, incoming } = named
  if (!known) return newSection(named)
  const ours = wholeTextOf({ content: known.content, language })
  const incomingText = importedTextOf(incoming)
  const merged = mergeImported({ key, base: brought?.text ?? null, ours, incoming: incomingText, resolutions })
  const { base, theirs, edited, isChangedThere, checks } = merged
  const sides = { ours, base, theirs }
  const rest = { ...named, ...renamed({ known, incoming, language }), isNew: false, edited, sides, checks }
  if (known.retired && brought?.left === false) {
    // Left out here, while the last document had it: it comes back only if the document changed it and somebody wants that.
    const decision: Decision = {
      id: questionId({ about: `${key}/left-out`, sides: sidesOf(sides) }),
      kind: 'left-out',
      base: '',
      ours: '',
      theirs: theirs.title,
      answers: ['ours', 'theirs'],
    }
    const decisions = isChangedThere ? [decision] : []
    const returns = isChangedThere && answerTo(decision, resolutions) === 'theirs'
    return returns
      ? { ...rest, returns, isLeftOut: false, status: 'new', text: theirs, decisions, stays: null }
      : { ...rest, returns, isLeftOut: true, status: 'same', text: ours, decisions, stays: null }
  }
  const { text, decisions, stays } = merged
  const status = isSameWhole(ours, text) ? 'same' : 'changed'
  return known.retired
    ? { ...rest, returns: true, isLeftOut: false, status: 'new', text, decisions, stays: null }
    : { ...rest, returns: false, isLeftOut: false, status, text, decisions, stays }
}

function newSection(named: Pick<PlannedSection, 'incoming' | 'key' | 'slug' | 'how'>): UnplacedSection {
  return {
    ...named,
    isNew: true,
    returns: false,
    isLeftOut: false,
    status: 'new',
    edited: false,
    text: { ...NO_TEXT, ...importedTextOf(named.incoming) },
    sides: null,
    decisions: [],
    stays: null,
    checks: [],
  }
}

function renamed({
  known,
  incoming,
  language,
}: {
  known: ExistingSection
  incoming: ImportedSection
  language: Language
}): Pick<PlannedSection, 'titleBefore'> {
  const titleBefore = known.content.title[language]
  return titleBefore !== undefined && titleBefore !== incoming.title ? { titleBefore } : {}
}
