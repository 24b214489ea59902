import type { Language } from '@/domain/language'
import { ReviewIcon } from '@/icons/ReviewIcon'
import type { Translator } from '@/messages/translate'
import { LocalTime } from '../words/LocalTime.client'
import { Status } from '../words/Status'
import { Line } from './Line'
import type { UnsavedText } from './unsavedWork'

/** The texts that the person began and did not save, on whatever device, each with the way to go on. */
export function UnsavedTasks({
  texts,
  language,
  say,
}: {
  texts: readonly UnsavedText[]
  language: Language
  say: Translator
}) {
  return (
    <ul className="tasks three">
      {texts.map(({ id, country, toolkit, title, isDecision, language: of, at, href }) => (
        <Line
          key={id}
          status={<Status icon={<ReviewIcon sign="draft" />}>{say('admin.task.unsaved')}</Status>}
          title={say(isDecision ? 'admin.task.unsaved-decision' : 'admin.task.unsaved-in', {
            whose: [country ?? say('admin.tasks.framework'), toolkit ?? []].flat().join(', '),
            section: title ?? say('admin.task.unsaved-new'),
            language: say(`words.language.${of}`),
          })}
          href={href}
          verb={say(isDecision ? 'admin.updates.do.begun' : 'admin.task.do.go-on')}
        >
          <p className="muted">
            {say('admin.task.unsaved-since')} <LocalTime at={at} language={language} />
          </p>
        </Line>
      ))}
    </ul>
  )
}
