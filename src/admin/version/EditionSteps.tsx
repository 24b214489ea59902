import type { EditionState } from '@/domain/workflow'
import { ReviewIcon } from '@/icons/ReviewIcon'
import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'

/**
 * The state of an edition, as the sequence of its states. A request for changes replaces the draft, and a withdrawal
 * replaces the publication.
 */
export function EditionSteps({
  state,
  isWithdrawn,
  number,
  say,
}: {
  state: EditionState
  /** Was its publication withdrawn? */
  isWithdrawn: boolean
  number: number
  say: Translator
}) {
  const first: EditionState = state === 'changes-requested' ? 'changes-requested' : 'draft'
  const last = state === 'published' && isWithdrawn ? 'withdrawn' : 'published'
  const steps = [first, 'submitted', 'approved', last] as const
  const now = state === 'published' ? steps.length - 1 : steps.indexOf(state)
  return (
    <ol className="edition-steps" aria-label={say('admin.steps.label', { number })}>
      {steps.map((step, index) => (
        <li key={step} aria-current={index === now ? 'step' : undefined}>
          {index < now || (index === now && step === 'published') ? (
            <>
              <SignIcon sign="tick" />
              <span className="vh">{say('admin.steps.done')} </span>
            </>
          ) : null}
          {index === now && step !== 'published' ? (
            <>
              <ReviewIcon sign={step} />
              <span className="vh">{say('admin.steps.now')} </span>
            </>
          ) : null}
          {say(`admin.state.${step}`)}
        </li>
      ))}
    </ol>
  )
}
