import type { Language } from '@/domain/language'
import { saidDecision } from '@/domain/updates/updates'
import type { Translator } from '@/messages/translate'
import { ActionButton } from '../ActionButton.client'
import { AfterAction } from '../AfterAction.client'
import { actionWords } from '../actionWords'
import { queryOf, type ViewProps } from '../frame/visitor'
import { MessageHeading } from '../MessageHeading.client'
import { updatesAddress } from '../words/addresses'
import { sayChoice } from './sayChoice'
import type { RecordedNow } from './updateFacts'

const ACCEPTED = 'accepted'
const TAKEN_BACK = 'taken-back'
const RECORDED = 'recorded'

/** The target after so many sections were accepted: the list of updates, which says so. */
export function acceptedAddress(variant: string, count: number): string {
  return `${updatesAddress(variant)}?${ACCEPTED}=${count}`
}

/** The target after a decision was taken back: the list of updates, which says so. */
export function takenBackAddress(variant: string, decision: string): string {
  return `${updatesAddress(variant)}?${TAKEN_BACK}=${encodeURIComponent(decision)}`
}

/** The address of a screen that says that a decision on this section was just recorded. */
export function recordedAddress(address: string, key: string): string {
  return `${address}?${RECORDED}=${encodeURIComponent(key)}`
}

/** The key of the section on which a decision was just recorded, as the address says; empty if it says none. */
export function justRecorded(view: Pick<ViewProps, 'searchParams'>): string {
  return queryOf(view, RECORDED)
}

/** Says, directly afterwards, what was recorded, and offers to take it back. */
export function JustRecorded({
  recorded: { decision, named, rev },
  variant,
  language,
  mayTakeBack,
  say,
}: {
  recorded: RecordedNow
  variant: { id: string; languages: readonly Language[] }
  language: Language
  mayTakeBack: boolean
  say: Translator
}) {
  const { id } = decision
  const said = saidDecision(decision)
  if (!said) return null
  return (
    <AfterAction about={id}>
      <section className="panel wash row" aria-labelledby="recorded-title">
        <MessageHeading id="recorded-title" about={id}>
          {say('updates.done.recorded', { section: named.name, choice: sayChoice(said.choice, say) })}
        </MessageHeading>
        {mayTakeBack ? (
          <ActionButton
            action="take-back-update"
            input={{ decision: id, seen: rev, language: variant.languages[0] ?? language }}
            label={say('admin.updates.take-back')}
            spoken={named.name}
            words={actionWords(say)}
            next={takenBackAddress(variant.id, id)}
            look="second"
            small
          />
        ) : null}
      </section>
    </AfterAction>
  )
}

type Done = { accepted: number; takenBack: string }

/** What the address says was just done. */
export function justDone(view: Pick<ViewProps, 'searchParams'>): Done {
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
