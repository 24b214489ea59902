import type { ChangeClass } from '@/domain/changeNote'
import { BecameIcon, type ShownBecame } from '@/icons/BecameIcon'
import type { Translator } from '@/messages/translate'
import { ChangeClassStatus } from '../words/ChangeClassStatus'
import { Status } from '../words/Status'

/** How much a change matters, and what happened to the section. */
export function ChangeStatus({
  of,
  became,
  say,
}: {
  /** Null without a note. */
  of: ChangeClass | null
  became: ShownBecame
  say: Translator
}) {
  return (
    <>
      {of ? <ChangeClassStatus of={of} word={say(`words.change-class.${of}`)} /> : null}
      <Status icon={<BecameIcon became={became} />}>{say(`admin.since.${became}`)}</Status>
    </>
  )
}
