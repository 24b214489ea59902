import { MASTER } from '@/domain/release'
import { loadToolkitById } from '@/stored/toolkits'
import { PlainPage } from '../frame/PlainPage'
import { type ViewProps, visitorOf } from '../frame/visitor'
import { frameworkAddress } from '../words/addresses'
import { crumbOf, toolkitTitle } from '../words/titles'
import { ChangesScreen } from './ChangesScreen'

/** `/admin/framework/:toolkit/changes?from=&to=&section=`: two releases of the common framework. */
export async function FrameworkChangesView(view: ViewProps<'toolkit'>) {
  const visitor = await visitorOf(view)
  const { language, req, say } = visitor
  const toolkit = await loadToolkitById({ req, id: view.params.toolkit })
  if (!toolkit) return <PlainPage view={view} about="not-there" />
  return (
    <ChangesScreen
      view={view}
      visitor={visitor}
      toolkit={toolkit}
      country={MASTER}
      name={say('words.country.master')}
      place={{ toolkit: toolkit.id }}
      crumbs={[crumbOf(toolkitTitle({ toolkit, language }), frameworkAddress(toolkit))]}
    />
  )
}
