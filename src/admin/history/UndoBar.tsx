import { changesBetween, nationalState, wordsIn } from '@/domain/revisions'
import { loadVariantSectionRevisions } from '@/stored/revisions'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import type { SectionFacts } from '../editor/sectionFacts'
import type { Visitor } from '../frame/visitor'
import './history.css'

/** What can be undone at once, as long as nobody has written since. */
const UNDOABLE = ['restore-section', 'bring-back-section']

/** Says that the common text was restored, or an earlier one brought back, and offers to undo just that. */
export async function UndoBar({ facts, visitor: { actor, req, say } }: { facts: SectionFacts; visitor: Visitor }) {
  const { base, key, language, mayDraft, own, state } = facts
  // Known without reading any revision, on each opening of a section.
  if (!own || !mayDraft || own.updatedBy !== actor.userId) return null
  const [last, before] = await loadVariantSectionRevisions({ req, id: own.id, limit: 2 })
  if (!last || !before || last.rev !== own.rev) return null
  if (!UNDOABLE.includes(last.did ?? '')) return null
  const { languages } = state.variant
  const stateOf = ({ document }: typeof last) => nationalState({ base, section: document, languages })
  const { added, removed } = wordsIn(changesBetween({ before: stateOf(before), after: stateOf(last), languages }))
  const isRestored = last.did === 'restore-section'
  return (
    <section className="done" aria-labelledby="undo-title">
      <div>
        <h2 id="undo-title">{say(isRestored ? 'history.undo.restored' : 'history.undo.brought-back')}</h2>
        <p>{say('history.undo.words', { added, removed })}</p>
      </div>
      <ActionButton
        action="bring-back-section"
        input={{ variant: state.variant.id, key, language, seen: last.rev, revision: before.rev }}
        label={isRestored ? say('history.undo.do', { words: removed }) : say('history.undo.do-back')}
        words={actionWords(say)}
        look="second"
      />
    </section>
  )
}
