import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { livingIn } from '@/domain/commonTree'
import { loadToolkitDeletion } from '@/stored/toolkitDeletion'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import { doneAddress } from '../DoneMessage'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { type ViewProps, visitorOf } from '../frame/visitor'
import { FRAMEWORKS, frameworkAddress } from '../words/addresses'
import { becauseOf } from '../words/because'
import { toolkitTitle } from '../words/titles'
import { loadCommonPlaces } from './commonPlace'

/** What the list of toolkits says directly after one was deleted (`justDone`). */
export const DELETED = 'deleted'

/** `/admin/framework/:toolkit/delete`: deletes a toolkit that was never released, after naming what goes. */
export async function DeleteToolkitView(view: ViewProps<'toolkit'>) {
  const visitor = await visitorOf(view)
  const { actor, language, req, say } = visitor
  if (!hasRoleEverywhere(actor, KEEPERS)) return <PlainPage view={view} about="no-role" />
  const common = await loadCommonPlaces({ view, visitor })
  if (typeof common === 'string') return <PlainPage view={view} about={common} />
  const { crumb, places, toolkit } = common
  const { forbidden, sections, state } = await loadToolkitDeletion({ req, toolkit: toolkit.id })
  const title = toolkitTitle({ toolkit, language }).text
  const removed = sections.length - livingIn(sections).length
  return (
    <AdminFrame
      view={view}
      title={say('tree.delete.title', { toolkit: title })}
      crumb={say('tree.delete.open')}
      crumbs={[crumb]}
      lead={<p className="muted">{say('tree.delete.lead')}</p>}
      sample={toolkit.sample}
    >
      <section className="panel stack" aria-labelledby="goes">
        <h2 id="goes">{say('tree.delete.goes')}</h2>
        <p>{say('tree.delete.sections', { count: places.length, removed })}</p>
        {places.length > 0 ? (
          <details className="disclose">
            <summary>{say('tree.delete.list')}</summary>
            <ul className="plain-list">
              {places.map(({ key, label }) => (
                <li key={key}>{label}</li>
              ))}
            </ul>
          </details>
        ) : null}
        <ActionButton
          action="delete-toolkit"
          input={{ toolkit: toolkit.id, seen: state }}
          label={say('tree.delete.do')}
          words={actionWords(say)}
          because={forbidden ? becauseOf({ refusals: [forbidden], language }) : []}
          next={doneAddress(FRAMEWORKS, DELETED)}
        />
        <p>
          <a href={frameworkAddress(toolkit)}>{say('tree.delete.keep')}</a>
        </p>
      </section>
    </AdminFrame>
  )
}
