import type { Language } from '@/domain/language'
import { shortDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import { reviewAddress } from '../words/addresses'
import { EditionStatus } from '../words/Status'
import type { ReviewTask } from './openReviews'

/** Editions in review as a list of tasks, each with its verb. */
export function ReviewTasks({ tasks, language, say }: { tasks: ReviewTask[]; language: Language; say: Translator }) {
  return (
    <ul className="tasks">
      {tasks.map((task) => {
        const name = say('admin.task.edition', { country: task.country, number: task.number })
        const href = `${reviewAddress(task.edition)}${task.can === 'publish' ? '#publish' : ''}`
        return (
          <li key={task.edition}>
            <div>
              <EditionStatus state={task.state} isWithdrawn={false} say={say} />
            </div>
            <div>
              <h3>
                <a href={href}>{name}</a>
              </h3>
              <p className="muted">
                <span lang={task.toolkit.language === language ? undefined : task.toolkit.language}>
                  {task.toolkit.text}
                </span>
                {task.own && task.state === 'submitted' ? `. ${say('admin.task.own')}` : null}
              </p>
              <ReviewedAnew reason={task.anew} say={say} />
            </div>
            <p>{say('admin.task.since', { date: shortDate(task.since, language) })}</p>
            <a className="btn second sm" href={href}>
              {say(`admin.task.do.${task.can}`)}
              <span className="vh">: {name}</span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/**
 * Says that it is reviewed again, and why the published text was withdrawn; nothing if that is not the case (`reason`
 * is null).
 */
function ReviewedAnew({ reason, say }: { reason: string | null; say: Translator }) {
  if (reason === null) return null
  return (
    <>
      <p>{say('admin.history.withdraw')}</p>
      {reason ? <p className="said">{reason}</p> : null}
    </>
  )
}
