import type { Language } from '@/domain/language'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import type { readySaying } from '../updates/ReadyUpdates'
import { UpdateLine } from '../updates/UpdateLine'
import { UpdateMark } from '../updates/UpdateMark'
import type { UpdateRow } from '../updates/updateRows'
import { updatesAddress } from '../words/addresses'
import { ToolkitName } from '../words/ToolkitName'
import { Line } from './Line'
import { Names } from './NationalPanel'
import type { NationalWork } from './nationalWork'
import type { UpdateWork } from './updateWork'

/**
 * What a national version must decide about the newest release of the common framework: each section that is late or
 * urgent or needs a person, and in one line the others that can take the new text as it is.
 */
export function UpdateTasks({
  updates,
  work: { state, country },
  language,
  say,
}: {
  updates: UpdateWork
  work: Pick<NationalWork, 'state' | 'country'>
  language: Language
  say: Translator
}) {
  const { toolkit, variant } = state
  const { rows, ready, version } = updates
  const heading = `v-${variant.id}-u`
  const count = rows.length + ready.length
  return (
    <section aria-labelledby={heading}>
      <div className="row end list-h">
        <h2 id={heading}>
          {say('admin.tasks.decide', { version })}{' '}
          <span className="light muted">
            {country}, <ToolkitName toolkit={toolkit} language={language} />
          </span>
        </h2>
        <a href={updatesAddress(variant.id)}>
          {say('admin.updates.all', { count })}
          <span className="vh">
            : {country}, <ToolkitName toolkit={toolkit} language={language} />
          </span>
        </a>
      </div>
      {state.isBasisWithdrawn ? (
        <p>
          <strong>{say('admin.version.based-on-withdrawn', { version: state.resolved.baseline.version })}</strong>
        </p>
      ) : null}
      <ul className="tasks">
        {rows.map((row) => (
          <UpdateLine
            key={row.key}
            row={row}
            variant={variant.id}
            mark={<UpdateMark status={row.status} say={say} />}
            source={toolkit.sourceLanguage}
            language={language}
            say={say}
          />
        ))}
        {ready.length > 0 ? (
          <ReadyLine
            ready={ready}
            isMore={rows.some(({ status }) => status === 'ready')}
            saying={updates.readySaying}
            variant={variant.id}
            language={language}
            say={say}
          />
        ) : null}
      </ul>
    </section>
  )
}

/** Those that are ready and can be accepted with one button. */
function ReadyLine({
  ready,
  isMore,
  saying,
  variant,
  language,
  say,
}: {
  ready: readonly UpdateRow[]
  /** Does a line of its own above show one that is ready too? */
  isMore: boolean
  saying: ReturnType<typeof readySaying>
  variant: string
  language: Language
  say: Translator
}) {
  const title = say(isMore ? `admin.tasks.ready-${saying}-more` : `admin.tasks.ready-${saying}`, {
    count: ready.length,
  })
  const days = ready.flatMap(({ decideBy }) => decideBy ?? []).toSorted()
  const [first] = days
  return (
    <Line
      status={<UpdateMark status="ready" say={say} />}
      title={title}
      href={updatesAddress(variant, { status: 'ready' })}
      verb={say('admin.tasks.read-accept')}
    >
      <Names
        sections={ready.map(({ number, title: { language: of, text } }) => ({
          text: number ? `${number} ${text}` : text,
          language: of,
        }))}
        language={language}
        say={say}
      />
      {first ? <p>{say('admin.tasks.ready-dated', { count: days.length, date: longDate(first, language) })}</p> : null}
    </Line>
  )
}
