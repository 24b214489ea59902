import type { ReactNode } from 'react'
import type { Language } from '@/domain/language'
import { LanguageIcon } from '@/icons/LanguageIcon'
import { ReviewIcon } from '@/icons/ReviewIcon'
import { UpdateIcon } from '@/icons/UpdateIcon'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import { sayPause } from '../updates/sayPause'
import { UpdateMark } from '../updates/UpdateMark'
import { UrgentDuringPause } from '../updates/UrgentDuringPause'
import { EditionSteps } from '../version/EditionSteps'
import { newerCommonAddress } from '../version/NewerCommon'
import { TakenBack } from '../version/TakenBack'
import { WithdrawnText } from '../version/WithdrawnText'
import { reviewAddress, SECTIONS, updatesAddress, versionAddress } from '../words/addresses'
import { ChangeClassStatus } from '../words/ChangeClassStatus'
import { languageName } from '../words/languageName'
import { EditionStatus, Pill, Status } from '../words/Status'
import { ToolkitName } from '../words/ToolkitName'
import type { TextIn } from '../words/titles'
import { Line } from './Line'
import type { NationalTask } from './nationalTasks'
import type { NationalWork } from './nationalWork'

type Given = { work: NationalWork; language: Language; say: Translator }

/** The edition with its steps, and below it each task with its verb. */
export function NationalPanel({
  work,
  decisions,
  language,
  say,
}: Given & {
  /** What must be decided, above the other tasks. */
  decisions?: ReactNode
}) {
  const { state, country, tasks, isReviewedAnew, takenBack } = work
  const { edition, toolkit, variant } = state
  const heading = `v-${variant.id}`
  const name = <ToolkitName toolkit={toolkit} language={language} />
  return (
    <>
      <section className="panel stack" aria-labelledby={heading}>
        <div className="row end">
          <h2 id={heading}>
            {country}{' '}
            {edition ? (
              <span className="light muted">{say('admin.version.edition', { number: edition.number })}</span>
            ) : null}{' '}
            {name}
          </h2>
          <a href={versionAddress(variant.id)}>
            {say('admin.tasks.open-version')}
            <span className="vh">
              : {country}, {name}
            </span>
          </a>
        </div>
        {edition ? (
          <EditionSteps state={edition.state} isWithdrawn={state.withdrawn} number={edition.number} say={say} />
        ) : null}
        {edition?.state === 'published' && state.withdrawn ? null : (
          <p className="muted">{say(`admin.tasks.next.${edition?.state ?? 'draft'}`)}</p>
        )}
        <TakenBack said={takenBack} language={variant.languages[0]} say={say} />
        <WithdrawnText state={state} isReviewedAnew={isReviewedAnew} say={say} />
      </section>
      {decisions}
      {tasks.length > 0 ? (
        <section aria-labelledby={`${heading}-t`}>
          <h2 id={`${heading}-t`} className="list-h">
            {say('admin.tasks.national', { country })} {name}
          </h2>
          <ul className="tasks three">
            {tasks.map((task) => (
              <Task key={keyOf(task)} task={task} work={work} language={language} say={say} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function keyOf(task: NationalTask): string {
  return task.kind === 'untranslated' || task.kind === 'behind' ? `${task.kind}-${task.language}` : task.kind
}

function Task({ task, work, language, say }: Given & { task: NationalTask }) {
  const { variant } = work.state
  switch (task.kind) {
    case 'changes-requested':
      return (
        <Line
          status={
            <Status icon={<ReviewIcon sign="changes-requested" />}>{say('admin.state.changes-requested')}</Status>
          }
          title={say('admin.task.changes-requested')}
          href={work.state.edition ? reviewAddress(work.state.edition.id) : versionAddress(variant.id)}
          verb={say('admin.task.do.changes-requested')}
        >
          {task.comment ? <p className="said">{task.comment}</p> : null}
        </Line>
      )
    case 'to-be-filled-in':
      return (
        <Line
          status={
            <Pill tone="decide" icon={<UpdateIcon sign="decide" />}>
              {say('admin.problem.to-be-filled-in')}
            </Pill>
          }
          title={say('admin.task.to-be-filled-in', { count: task.sections.length })}
          href={`${versionAddress(variant.id, 'to-do')}#${SECTIONS}`}
          verb={say('admin.task.do.to-be-filled-in')}
        >
          <Names sections={task.sections} language={language} say={say} />
        </Line>
      )
    case 'reason-missing':
      return (
        <Line
          status={
            <Pill tone="check" icon={<UpdateIcon sign="check" />}>
              {say('admin.problem.reason-missing')}
            </Pill>
          }
          title={say('admin.task.reason-missing', { count: task.sections.length })}
          href={`${versionAddress(variant.id, 'to-do')}#${SECTIONS}`}
          verb={say('admin.task.do.reason-missing')}
        >
          <Names sections={task.sections} language={language} say={say} />
        </Line>
      )
    case 'untranslated':
      return (
        <Line
          status={<Status icon={<LanguageIcon sign="missing" />}>{say('admin.language.missing')}</Status>}
          title={say('admin.task.untranslated', {
            language: languageName(say, task.language),
            count: task.sections.length,
          })}
          href={`${versionAddress(variant.id, 'untranslated')}#${SECTIONS}`}
          verb={say('admin.task.do.untranslated')}
        >
          <Names sections={task.sections} language={language} say={say} />
        </Line>
      )
    case 'behind':
      return (
        <Line
          status={
            <>
              {task.class === 'urgent' || task.class === 'substantive' ? (
                <ChangeClassStatus of={task.class} word={say(`words.change-class.${task.class}`)} />
              ) : null}{' '}
              <Status icon={<LanguageIcon sign="behind" />}>{say('admin.filter.behind')}</Status>
            </>
          }
          title={say('admin.task.behind', { language: languageName(say, task.language), count: task.sections.length })}
          href={`${versionAddress(variant.id, 'behind')}#${SECTIONS}`}
          verb={say('admin.task.do.behind')}
        >
          {task.decideBy ? (
            <p>
              <strong>{say('admin.behind.day', { date: longDate(task.decideBy, language) })}</strong>
            </p>
          ) : null}
          <Names sections={task.sections} language={language} say={say} />
        </Line>
      )
    case 'newer-common':
      return (
        <Line
          status={
            <Pill tone="ready" icon={<UpdateIcon sign="ready" />}>
              {say('admin.newer.waits')}
            </Pill>
          }
          title={say('admin.newer.title', { version: task.version })}
          href={newerCommonAddress(work.state)}
          verb={say('admin.newer.read', { version: task.version })}
        >
          <p className="muted">
            <WithdrawnBasis state={work.state} say={say} /> {say('admin.newer.stays')}
          </p>
        </Line>
      )
    case 'paused':
      return (
        <Line
          status={<UpdateMark status="paused" say={say} />}
          title={say('admin.newer.title', { version: task.paused.version })}
          href={updatesAddress(variant.id)}
          verb={say('admin.updates.see')}
        >
          <p>
            <WithdrawnBasis state={work.state} say={say} /> {sayPause(task.paused.pause, { language, say })}
          </p>
          <UrgentDuringPause paused={task.paused} language={language} say={say} />
        </Line>
      )
    case 'send':
      return (
        <Line
          status={
            <EditionStatus state={work.state.edition?.state ?? 'draft'} isWithdrawn={work.state.withdrawn} say={say} />
          }
          title={say('admin.task.send')}
          href={`${versionAddress(variant.id)}#next`}
          verb={say('admin.task.do.send')}
        >
          <p className="muted">{say('admin.task.changed', { count: task.changed })}</p>
        </Line>
      )
    default: {
      const unknown: never = task
      throw new Error(`Task: unknown kind ${String(unknown)}`)
    }
  }
}

/** The release of the common framework that the version follows was withdrawn. */
function WithdrawnBasis({ state, say }: { state: NationalWork['state']; say: Translator }) {
  if (!state.isBasisWithdrawn) return null
  return <strong>{say('admin.version.based-on-withdrawn', { version: state.resolved.baseline.version })}</strong>
}

const NAMED = 5

/** The first of these sections by name; the others are counted. */
export function Names({ sections, language, say }: { sections: TextIn[]; language: Language; say: Translator }) {
  const named = sections.slice(0, NAMED)
  return (
    <p className="muted">
      {named.map(({ text, language: of }, index) => (
        <span key={text}>
          {index > 0 ? ', ' : ''}
          <span lang={of === language ? undefined : of}>{text}</span>
        </span>
      ))}
      {sections.length > NAMED ? ` ${say('admin.task.and-more', { count: sections.length - NAMED })}` : null}
    </p>
  )
}
