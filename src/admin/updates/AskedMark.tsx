import type { QuestionState } from '@/domain/updateQuestions'
import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import { Pill, Status } from '../words/Status'

/**
 * What has to happen with a question to the coordinator: a pill for what asks for something. `not-read` is what others than
 * the country see of an answer that nobody there has read.
 */
export function AskedMark({ state, say }: { state: QuestionState | 'not-read'; say: Translator }) {
  const icon = <SignIcon sign="question" />
  const word = say(`updates.asked.${state}`)
  if (state !== 'open' && state !== 'answered') return <Status icon={icon}>{word}</Status>
  return (
    <Pill tone={state === 'open' ? 'decide' : 'check'} icon={icon}>
      {word}
    </Pill>
  )
}
