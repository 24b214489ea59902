import { childrenOf, keysBelow, type Spot, STEPS, type Step, spotBeside, spotOf } from '@/domain/places'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import type { PlacedTitle } from '../editor/placeChoices'
import { sentWords } from '../editor/sentWords'
import type { Visitor } from '../frame/visitor'
import { type MoveAction, MoveForm } from './MoveForm.client'

/** Why a section cannot go one step further. */
const WHY_NOT = {
  up: 'editor.move.is-first',
  down: 'editor.move.is-last',
  in: 'editor.move.is-first',
  out: 'tree.at-top',
} as const
const LABELS = { up: 'editor.move.up', down: 'editor.move.down', in: 'tree.in', out: 'tree.out' } as const

/** Moves a section one step, or to any other place; where there is no such step the button keeps its place and says so. */
export function MovePanel({
  action,
  sectionKey: key,
  title,
  input,
  entries,
  places,
  visitor: { language, say },
}: {
  action: MoveAction
  sectionKey: string
  /** Without the number, which the move changes. */
  title: string
  input: Record<string, unknown>
  entries: Parameters<typeof spotOf>[0]
  places: readonly PlacedTitle[]
  visitor: Visitor
}) {
  const spot = spotOf(entries, key)
  const labels = new Map(places.map((one) => [one.key, one.label]))
  const moving = new Set([key, ...keysBelow(entries, key)])
  const words = { ...actionWords(say), done: say('editor.move.done', { section: title }) }
  const button = (step: Step, to: Spot | null) => (
    <ActionButton
      key={step}
      action={action}
      input={{ ...input, ...to }}
      label={say(LABELS[step])}
      words={words}
      because={to ? [] : [{ text: say(WHY_NOT[step]) }]}
      look="second"
    />
  )
  return (
    <section className="panel stack" aria-labelledby="move-title">
      <h2 id="move-title">{say('editor.move.heading')}</h2>
      <div className="stack">
        <p id="beside">
          {spot.parent === null
            ? say('editor.move.at-top')
            : say('editor.move.under', { section: labels.get(spot.parent) ?? '' })}
        </p>
        <ol className="plain-list" aria-labelledby="beside">
          {childrenOf(entries, spot.parent).map((one) => (
            <li key={one.key}>
              {one.key === key ? (
                <strong aria-current="true">
                  {labels.get(one.key)} ({say('editor.move.this')})
                </strong>
              ) : (
                labels.get(one.key)
              )}
            </li>
          ))}
        </ol>
        <div className="row top">{STEPS.map((step) => button(step, spotBeside({ places: entries, key, step })))}</div>
      </div>
      <div className="stack">
        <h3>{say('editor.move.to')}</h3>
        <MoveForm
          action={action}
          words={sentWords({ language, beginnings: ['editor.spot.', 'editor.move.', 'editor.error'] })}
          pageLanguage={language}
          actionWords={words}
          places={places.filter((one) => !moving.has(one.key))}
          opening={spot}
          input={input}
          hasSections={moving.size > 1}
        />
      </div>
    </section>
  )
}
