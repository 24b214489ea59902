import type { Language } from '@/domain/language'
import { saidDecision } from '@/domain/updates/updates'
import type { Translator } from '@/messages/translate'
import { ActionButton } from '../ActionButton.client'
import { AfterAction } from '../AfterAction.client'
import { actionWords } from '../actionWords'
import { DoneMessage, justDone } from '../DoneMessage'
import { queryOf, type ViewProps } from '../frame/visitor'
import { MessageHeading } from '../MessageHeading.client'
import { updatesAddress } from '../words/addresses'
import { sayChoice } from './sayChoice'
import type { RecordedNow } from './updateFacts'
import type { NamedSection } from './versionUpdates'

const ACCEPTED = 'accepted'
const TAKEN_BACK = 'taken-back'
const RECORDED = 'recorded'

/** How updates come in, after that was changed. */
const SETTINGS = ['paused', 'pause-ended', 'editorial-comes', 'editorial-asked'] as const
export type Setting = (typeof SETTINGS)[number]

/** The target after so many sections were accepted: the list of updates, which says so. */
export function acceptedAddress(variant: string, count: number): string {
  return `${updatesAddress(variant)}?${ACCEPTED}=${count}`
}

/** The target after a decision on this section was taken back: the list of updates, which says so. */
export function takenBackAddress(variant: string, key: string): string {
  return `${updatesAddress(variant)}?${TAKEN_BACK}=${encodeURIComponent(key)}`
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
            next={takenBackAddress(variant.id, named.key)}
            look="second"
            small
          />
        ) : null}
      </section>
    </AfterAction>
  )
}

type Done = {
  accepted: number
  /** The key of the section on which a decision was taken back; empty if none was. */
  takenBack: string
  /** How updates come in since; null if nothing about that was changed. */
  setting: Setting | null
}

/** What the address says was just done. */
export function doneUpdates(view: Pick<ViewProps, 'searchParams'>): Done {
  const accepted = Number(queryOf(view, ACCEPTED))
  return {
    accepted: Number.isSafeInteger(accepted) ? accepted : 0,
    takenBack: queryOf(view, TAKEN_BACK),
    setting: SETTINGS.find((one) => one === justDone(view)) ?? null,
  }
}

/** Says, directly afterwards, that sections were accepted, that a decision was taken back, or how updates come in since. */
export function JustDone({
  done: { accepted, takenBack, setting },
  country,
  section,
  decided,
  say,
}: {
  done: Done
  /** The name of the country. */
  country: string
  /** The name of the section on which a decision was taken back. */
  section: string
  /** When the newest decision was made: it tells one message from the next. */
  decided: string
  say: Translator
}) {
  if (setting) return <DoneMessage about={setting} title={say(`updates.done.${setting}`, { name: country })} />
  if (accepted <= 0 && takenBack === '') return null
  const title =
    accepted > 0 ? say('admin.updates.accepted', { count: accepted }) : say('admin.updates.was-taken-back', { section })
  return <DoneMessage about={`${accepted} ${takenBack} ${decided}`} title={title} />
}

/** Says, directly afterwards, that updates of this section are paused, or no longer. */
export function JustPaused({
  view,
  named: { name },
  say,
}: {
  view: Pick<ViewProps, 'searchParams'>
  named: NamedSection
  say: Translator
}) {
  const { setting } = doneUpdates(view)
  return setting ? <DoneMessage about={setting} title={say(`updates.done.${setting}`, { name })} /> : null
}
