import { joinsTo } from '@/domain/commonTree'
import { keysBelow } from '@/domain/places'
import { ActionForm, type FormChoice } from '../ActionForm.client'
import { actionWords } from '../actionWords'
import { doneAddress } from '../DoneMessage'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { type ViewProps, type Visitor, visitorOf } from '../frame/visitor'
import { divideAddress, frameworkRemovedAddress, frameworkSectionAddress, joinAddress } from '../words/addresses'
import { textIn } from '../words/titles'
import { type CommonPlaces, loadCommonPlaces } from './commonPlace'
import { MovePanel } from './MovePanel'

/** `/admin/framework/:toolkit/section/:key/place?lang=`: moves a section of the common framework, or removes it, and leads on to where it is divided or joined. */
export async function CommonPlaceView(view: ViewProps<'toolkit' | 'key'>) {
  const visitor = await visitorOf(view)
  const { say } = visitor
  const { key } = view.params
  const common = await loadCommonPlaces({ view, visitor })
  if (typeof common === 'string') return <PlainPage view={view} about={common} />
  const { crumb, language, places, sections, toolkit } = common
  const section = sections.find(({ entry }) => entry.key === key)
  if (!section) return <PlainPage view={view} about="not-there" />
  const label = places.find((one) => one.key === key)?.label ?? ''
  const languages = [language, toolkit.sourceLanguage]
  const { text } = textIn({ given: section.title, languages, otherwise: section.entry.slug })
  const here = { toolkit: toolkit.id, key, language }
  const input = { ...here, seen: section.rev }
  const tree = sections.map(({ entry }) => ({ ...entry, retired: false }))
  const into = places.find((one) => one.key === joinsTo(tree, key))
  return (
    <AdminFrame
      view={view}
      title={say('tree.title', { section: label })}
      crumb={say('tree.open')}
      crumbs={[crumb, { label, href: frameworkSectionAddress(here) }]}
      lead={<p className="muted">{say('tree.lead')}</p>}
      sample={toolkit.sample}
    >
      <div className="stack-l">
        <MovePanel
          action="move-common-section"
          sectionKey={key}
          title={text}
          input={input}
          entries={sections.map(({ entry }) => entry)}
          places={places}
          visitor={visitor}
        />
        <section className="panel stack" aria-labelledby="divide-title">
          <h2 id="divide-title">{say('tree.divide.heading')}</h2>
          <p>{say('tree.divide.lead')}</p>
          <p>
            <a className="btn second" href={divideAddress(here)}>
              {say('tree.divide.open')}
            </a>
          </p>
        </section>
        {into ? (
          <section className="panel stack" aria-labelledby="join-title">
            <h2 id="join-title">{say('tree.join.heading')}</h2>
            <p>{say('tree.join.lead', { section: label, other: into.label })}</p>
            <p>
              <a className="btn second" href={joinAddress(here)}>
                {say('tree.join.open')}
              </a>
            </p>
          </section>
        ) : null}
        <Remove common={common} input={input} sectionKey={key} visitor={visitor} />
      </div>
    </AdminFrame>
  )
}

/** Where others stand under the section, there are two ways to remove it, and none is the usual one. */
function Remove({
  common: { places, sections, toolkit },
  input,
  sectionKey: key,
  visitor: { say },
}: {
  common: CommonPlaces
  input: Record<string, unknown>
  sectionKey: string
  visitor: Visitor
}) {
  const below = keysBelow(
    sections.map(({ entry }) => entry),
    key,
  )
  const seen = (keys: readonly string[]) =>
    sections.filter(({ entry }) => keys.includes(entry.key)).map(({ entry, rev }) => ({ key: entry.key, seen: rev }))
  const children = places.filter(({ parent }) => parent === key).map((one) => one.key)
  const action = 'retire-common-section'
  const alone: FormChoice = {
    action,
    label: say(below.length > 0 ? 'tree.remove.lift' : 'editor.remove.do'),
    look: 'second',
    input: { below: 'lift', others: seen(children) },
  }
  const all: FormChoice = {
    action,
    label: say('tree.remove.all', { count: below.length }),
    look: 'second',
    input: { below: 'retire', others: seen(below) },
  }
  return (
    <section className="panel stack" aria-labelledby="remove-title">
      <h2 id="remove-title">{say('editor.remove.heading')}</h2>
      <p>{say('tree.remove.lead')}</p>
      <ActionForm
        fixed={input}
        choices={below.length > 0 ? [alone, all] : [alone]}
        words={actionWords(say)}
        next={doneAddress(frameworkRemovedAddress(toolkit), key)}
      >
        {below.length > 0 ? (
          <>
            <p>{say('tree.remove.below', { count: below.length })}</p>
            <ul>
              {places
                .filter((one) => below.includes(one.key))
                .map((one) => (
                  <li key={one.key}>{one.label}</li>
                ))}
            </ul>
          </>
        ) : null}
      </ActionForm>
    </section>
  )
}
