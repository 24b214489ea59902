import type { Became } from '@/domain/became'
import type { ChangeClass } from '@/domain/changeNote'
import { BecameIcon } from '@/icons/BecameIcon'
import { ChangeClassIcon } from '@/icons/ChangeClassIcon'
import type { Translator } from '@/messages/translate'
import { Pill, Status } from '../words/Status'

/** How much a change matters, and what happened to the section. */
export function ChangeStatus({
  of,
  became,
  say,
}: {
  /** Null without a note. */
  of: ChangeClass | null
  became: Exclude<Became, 'same'>
  say: Translator
}) {
  const word = of && say(`words.change-class.${of}`)
  return (
    <>
      {of === 'urgent' ? (
        <Pill tone="late" icon={<ChangeClassIcon of={of} />}>
          {word}
        </Pill>
      ) : of ? (
        <Status icon={<ChangeClassIcon of={of} />}>{word}</Status>
      ) : null}
      <Status icon={<BecameIcon became={became} />}>{say(`admin.since.${became}`)}</Status>
    </>
  )
}
