import type { ChangeClass } from '@/domain/changeNote'
import { BecameIcon, type ShownBecame } from '@/icons/BecameIcon'
import type { Translator } from '@/messages/translate'
import { type RegroupedAs, regroupedSign, sayRegroupedAs } from '@/textView/regroupedWords'
import { ChangeClassStatus } from '../words/ChangeClassStatus'
import { Status } from '../words/Status'

/** How much a change matters, and what happened to the section. */
export function ChangeStatus({
  of,
  became,
  regrouped,
  say,
}: {
  /** Null without a note. */
  of: ChangeClass | null
  became: ShownBecame
  /** With which sections this one was divided or joined. */
  regrouped?: { with: RegroupedAs; key: string } | null
  say: Translator
}) {
  const shown = regrouped ? regroupedSign(regrouped.with, regrouped.key) : became
  return (
    <>
      {of ? <ChangeClassStatus of={of} word={say(`words.change-class.${of}`)} /> : null}
      <Status icon={<BecameIcon became={shown} />}>
        {regrouped ? sayRegroupedAs(regrouped.with, regrouped.key, say) : say(`admin.since.${became}`)}
      </Status>
    </>
  )
}
