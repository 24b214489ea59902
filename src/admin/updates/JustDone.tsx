import type { AdminViewServerProps } from 'payload'
import type { Translator } from '@/messages/translate'
import { AfterAction } from '../AfterAction.client'
import { queryOf } from '../frame/visitor'
import { MessageHeading } from '../MessageHeading.client'
import { updatesAddress } from '../words/addresses'

const ACCEPTED = 'accepted'
const TAKEN_BACK = 'taken-back'

/** The target after so many sections were accepted: the list of updates, which says so. */
export function acceptedAddress(variant: string, count: number): string {
  return `${updatesAddress(variant)}?${ACCEPTED}=${count}`
}

/** The target after a decision was taken back: the list of updates, which says so. */
export function takenBackAddress(variant: string, decision: string): string {
  return `${updatesAddress(variant)}?${TAKEN_BACK}=${encodeURIComponent(decision)}`
}

type Done = { accepted: number; takenBack: string }

/** What the address says was just done. */
export function justDone(view: Pick<AdminViewServerProps, 'searchParams'>): Done {
  const accepted = Number(queryOf(view, ACCEPTED))
  return { accepted: Number.isSafeInteger(accepted) ? accepted : 0, takenBack: queryOf(view, TAKEN_BACK) }
}

/** Says, directly afterwards, that sections were accepted or a decision was taken back. */
export function JustDone({
  done: { accepted, takenBack },
  decided,
  say,
}: {
  done: Done
  /** When the newest decision was made: it tells one message from the next. */
  decided: string
  say: Translator
}) {
  if (accepted <= 0 && takenBack === '') return null
  const about = `${accepted} ${takenBack} ${decided}`
  return (
    <AfterAction about={about}>
      <section className="panel wash" aria-labelledby="done-title">
        <MessageHeading id="done-title" about={about}>
          {accepted > 0 ? say('admin.updates.accepted', { count: accepted }) : say('admin.updates.was-taken-back')}
        </MessageHeading>
      </section>
    </AfterAction>
  )
}
