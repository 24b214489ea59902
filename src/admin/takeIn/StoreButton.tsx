import { halfOfMove } from '@/domain/importPlan/heldTogether'
import { MOST_SECTIONS } from '@/domain/importPlan/mostSections'
import type { Translator } from '@/messages/translate'
import { BlockedButton } from '../words/BlockedButton'
import type { ShownFile, ShownTaken } from './takenAnswer'
import { type Chosen, isPossible, takenSections } from './takenChoices'

/** Saves the chosen sections, and says what to do where the file changes more of them than can be saved at once. */
export function StoreButton({
  preview,
  choices,
  answers,
  isRunning,
  t,
  onStore,
}: Chosen & { preview: ShownFile; isRunning: boolean; t: Translator; onStore: () => void }) {
  const possible = preview.sections.filter((section) => isPossible(section, answers)).length
  if (possible === 0) return <p>{t('editor.word.nothing-to-save')}</p>
  const taken = takenSections(preview, { choices, answers })
  const count = taken.length
  const label = t('editor.word.store', { count })
  const limited = t('editor.word.most', { limit: MOST_SECTIONS })
  if (count > MOST_SECTIONS) return <BlockedButton label={label} because={[{ text: limited }]} />
  const half = halfOfMove(preview.sections, new Set(taken.map(({ key }) => key)))
  if (half) {
    const text = t('editor.word.half-chosen', { from: nameOf(half.from), into: nameOf(half.into) })
    return <BlockedButton label={label} because={[{ text }]} />
  }
  return (
    <>
      {possible > MOST_SECTIONS ? <p>{limited}</p> : null}
      <button type="button" className="btn" aria-disabled={isRunning || undefined} onClick={onStore}>
        {label}
      </button>
    </>
  )
}

function nameOf({ number, title }: ShownTaken): string {
  return `${number} ${title}`
}
