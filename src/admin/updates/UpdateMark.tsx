import type { ReactNode } from 'react'
import type { UpdateStatus } from '@/domain/updates/updates'
import { SignIcon } from '@/icons/SignIcon'
import { UpdateIcon, type UpdateSign } from '@/icons/UpdateIcon'
import type { Translator } from '@/messages/translate'
import { Pill, Status } from '../words/Status'

/** What a newer release means for a section: also that the country keeps its own text, or has decided, or that nothing changes. */
export type ShownUpdate = UpdateStatus | 'yours-kept' | 'decided' | 'none'

const SIGNS: Record<Exclude<ShownUpdate, 'decided'>, UpdateSign> = {
  'decision-needed': 'decide',
  'please-check': 'check',
  ready: 'ready',
  paused: 'paused',
  told: 'none',
  'yours-kept': 'kept',
  none: 'none',
}

const TONES: Partial<Record<ShownUpdate, 'decide' | 'check' | 'ready'>> = {
  'decision-needed': 'decide',
  'please-check': 'check',
  ready: 'ready',
}

/** A pill for what asks for a decision, and otherwise plain words: always a shape and a word. */
export function UpdateMark({ status, say }: { status: ShownUpdate; say: Translator }): ReactNode {
  const tone = TONES[status]
  const icon = status === 'decided' ? <SignIcon sign="tick" /> : <UpdateIcon sign={SIGNS[status]} />
  const word = say(`words.update.${status}`)
  if (tone)
    return (
      <Pill tone={tone} icon={icon}>
        {word}
      </Pill>
    )
  return (
    <Status icon={icon} muted={status === 'none'}>
      {word}
    </Status>
  )
}

export function updateSignOf(status: keyof typeof SIGNS): UpdateSign {
  return SIGNS[status]
}
