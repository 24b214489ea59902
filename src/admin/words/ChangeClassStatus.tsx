import type { ChangeClass } from '@/domain/changeNote'
import { ChangeClassIcon } from '@/icons/ChangeClassIcon'
import { Pill, Status } from './Status'

/** How much a change of the common framework matters: a shape and a word, and a pill only for what is urgent. */
export function ChangeClassStatus({ of, word }: { of: ChangeClass; word: string }) {
  const icon = <ChangeClassIcon of={of} />
  return of === 'urgent' ? (
    <Pill tone="late" icon={icon}>
      {word}
    </Pill>
  ) : (
    <Status icon={icon}>{word}</Status>
  )
}
