import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { countSections, loadListedSections } from '@/stored/listedSections'
import { commonAbout } from '@/stored/releaseFacts'
import { commonStanding } from '@/stored/releases'
import { loadToolkits } from '@/stored/toolkits'
import { DoneMessage, justDone } from '../DoneMessage'
import { AdminFrame } from '../frame/AdminFrame'
import { type ViewProps, visitorOf } from '../frame/visitor'
import { DELETED } from '../places/DeleteToolkitView'
import { frameworkAddress, importAddress, TASKS } from '../words/addresses'
import { BlockedButton } from '../words/BlockedButton'
import { becauseOf } from '../words/because'
import { toolkitTitle } from '../words/titles'
import { changesInWords } from './changesInWords'
import { lastReleaseWords } from './lastReleaseWords'
import { workingChanges } from './workingRows'

/** `/admin/framework`: the toolkits, each with its common framework. */
export async function FrameworksView(view: ViewProps) {
  const { actor, language, req, say } = await visitorOf(view)
  const keeps = hasRoleEverywhere(actor, KEEPERS)
  const toolkits = await loadToolkits({ req })
  const rows = await Promise.all(
    toolkits.map(async (toolkit) => {
      const of = { req, toolkit: toolkit.id }
      const [common, listed] = await Promise.all([commonStanding(of), keeps ? loadListedSections(of) : null])
      const sections = listed?.length ?? (await countSections(of))
      const { lastText: last } = common
      const text = listed && last && workingChanges({ sections: listed, about: commonAbout(toolkit), last })
      const changes = text && !text.isSameAsRelease ? changesInWords({ text, say }) : ''
      return { toolkit, common, changes, sections, title: toolkitTitle({ toolkit, language }) }
    }),
  )
  return (
    <AdminFrame
      view={view}
      title={say('admin.frameworks.title')}
      crumbs={[{ label: say('admin.tasks.title'), href: TASKS }]}
      lead={<p className="muted">{say('admin.frameworks.lead')}</p>}
      sample={toolkits.some(({ sample }) => sample)}
      buttons={
        keeps ? (
          <a className="btn" href={importAddress()}>
            {say('admin.frameworks.start')}
          </a>
        ) : (
          <BlockedButton
            label={say('admin.frameworks.start')}
            because={becauseOf({ refusals: [{ key: 'refusal.role-import' }], language })}
          />
        )
      }
    >
      {justDone(view) === DELETED ? (
        <DoneMessage about={`${toolkits.length} toolkits`} title={say('tree.delete.done')} />
      ) : null}
      {rows.length === 0 ? (
        <p className="panel wash">{say('admin.frameworks.none')}</p>
      ) : (
        <ul className="tasks two">
          {rows.map(({ toolkit, common, changes, title, sections }) => (
            <li key={toolkit.id}>
              <div>
                <h2 className="task-h">
                  <a href={frameworkAddress(toolkit)} lang={title.language === language ? undefined : title.language}>
                    {title.text}
                  </a>
                </h2>
                <p className="muted">
                  {say('admin.frameworks.sections', { count: sections })}{' '}
                  {lastReleaseWords({ common, changes, language, say })}
                </p>
              </div>
              <a className="btn second sm" href={frameworkAddress(toolkit)}>
                {say('admin.frameworks.open')}
                <span className="vh">: {title.text}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </AdminFrame>
  )
}
