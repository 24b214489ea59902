import type { EditionState } from '@/domain/workflow'
import { ReviewIcon } from '@/icons/ReviewIcon'
import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'

/** Where an edition stands, as the way that it goes. Changes that are asked for stand in the place of the draft. */
export function EditionSteps({ state, number, say }: { state: EditionState; number: number; say: Translator }) {
  const first: EditionState = state === 'changes-requested' ? 'changes-requested' : 'draft'
  const steps: EditionState[] = [first, 'submitted', 'approved', 'published']
  const now = steps.indexOf(state)
  return (
    <ol className="edition-steps" aria-label={say('admin.steps.label', { number })}>
      {steps.map((step, index) => (
        <li key={step} aria-current={index === now ? 'step' : undefined}>
          {index < now || state === 'published' ? (
            <>
              <SignIcon sign="tick" />
              <span className="vh">{say('admin.steps.done')} </span>
            </>
          ) : null}
          {index === now && state !== 'published' ? (
            <>
              <ReviewIcon sign={state} />
              <span className="vh">{say('admin.steps.now')} </span>
            </>
          ) : null}
          {say(`admin.state.${step}`)}
        </li>
      ))}
    </ol>
  )
}
