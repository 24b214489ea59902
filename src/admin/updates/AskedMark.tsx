import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import { Pill, Status } from '../words/Status'

/** What has to happen with a question to the coordinator: a pill for what asks for something. */
export function AskedMark({ state, say }: { state: 'open' | 'answered' | 'read' | 'over'; say: Translator }) {
  const icon = <SignIcon sign="question" />
  const word = say(`updates.asked.${state}`)
  if (state === 'read' || state === 'over') return <Status icon={icon}>{word}</Status>
  return (
    <Pill tone={state === 'open' ? 'decide' : 'check'} icon={icon}>
      {word}
    </Pill>
  )
}
