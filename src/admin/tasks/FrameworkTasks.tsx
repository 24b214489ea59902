import type { Language } from '@/domain/language'
import { ReviewIcon } from '@/icons/ReviewIcon'
import { UpdateIcon } from '@/icons/UpdateIcon'
import type { Translator } from '@/messages/translate'
import type { Country } from '@/stored/countries'
import { nextReleaseAddress, OVERVIEW } from '../words/addresses'
import { byCountryName } from '../words/byCountryName'
import { Status } from '../words/Status'
import type { FrameworkTask } from './frameworkWork'
import { Line } from './Line'

/** The tasks in the common frameworks, each with its verb. */
export function FrameworkTasks({
  tasks,
  countries,
  language,
  say,
}: {
  tasks: FrameworkTask[]
  countries: Country[]
  language: Language
  say: Translator
}) {
  return (
    <ul className="tasks three">
      {tasks.map((task) => {
        const { toolkit, title } = task
        const name = (
          <p className="muted" lang={title.language === language ? undefined : title.language}>
            {title.text}
          </p>
        )
        const key = `${task.kind}-${toolkit.id}`
        if (task.kind === 'first-release')
          return (
            <Line
              key={key}
              status={<Status icon={<ReviewIcon sign="draft" />}>{say('admin.task.not-released')}</Status>}
              title={say('admin.task.first-release', { count: task.sections })}
              href={nextReleaseAddress(toolkit)}
              verb={say('admin.task.do.release')}
            >
              {name}
            </Line>
          )
        if (task.kind === 'release')
          return (
            <Line
              key={key}
              status={
                <Status icon={<ReviewIcon sign="draft" />}>
                  {task.isWithdrawn
                    ? say('admin.framework.withdrawal', { version: task.version })
                    : say('admin.task.framework-changed')}
                </Status>
              }
              title={
                task.isSame
                  ? say('admin.task.release-withdrawn', { version: task.version })
                  : task.changed === 0
                    ? say('admin.task.release-about', { version: task.version })
                    : say('admin.task.release', { count: task.changed, version: task.version })
              }
              href={nextReleaseAddress(toolkit)}
              verb={say('admin.task.do.release')}
            >
              {name}
            </Line>
          )
        return (
          <Line
            key={key}
            status={<Status icon={<UpdateIcon sign="none" />}>{say('admin.task.no-version')}</Status>}
            title={say('admin.task.start', { count: task.countries.length })}
            href={`${OVERVIEW}?toolkit=${toolkit.slug}#start`}
            verb={say('admin.task.do.start')}
          >
            {name}
            <p className="muted">
              {byCountryName({ rows: task.countries, codeOf: (code) => code, countries, language })
                .map(({ country }) => country.name)
                .join(', ')}
            </p>
          </Line>
        )
      })}
    </ul>
  )
}
