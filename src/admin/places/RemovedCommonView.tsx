import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { LANGUAGES } from '@/domain/language'
import { keysBelow } from '@/domain/places'
import { inReadingOrder } from '@/domain/release'
import { hasText } from '@/domain/sectionText'
import { longDate } from '@/messages/dates'
import { loadRetiredSections, type WorkingSection } from '@/stored/sections'
import { loadToolkitById, type Toolkit } from '@/stored/toolkits'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import { DoneMessage, doneAddress, justDone } from '../DoneMessage'
import { WholeText } from '../editor/WholeText'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { type ViewProps, type Visitor, visitorOf } from '../frame/visitor'
import { frameworkAddress, frameworkSectionAddress } from '../words/addresses'
import { languageName } from '../words/languageName'
import { crumbOf, textIn, toolkitTitle } from '../words/titles'

/** `/admin/framework/:toolkit/removed`: the sections that are not part of the next release, and the way back. */
export async function RemovedCommonView(view: ViewProps<'toolkit'>) {
  const visitor = await visitorOf(view)
  const { actor, language, req, say } = visitor
  const toolkit = await loadToolkitById({ req, id: view.params.toolkit })
  if (!toolkit) return <PlainPage view={view} about="not-there" />
  const removed = inOrder(await loadRetiredSections({ req, toolkit: toolkit.id }))
  const gone = removed.find(({ content }) => content.key === justDone(view))
  const keeps = hasRoleEverywhere(actor, KEEPERS)
  return (
    <AdminFrame
      view={view}
      title={say('editor.removed.title')}
      crumbs={[crumbOf(toolkitTitle({ toolkit, language }), frameworkAddress(toolkit))]}
      lead={<p className="muted">{say('tree.removed.lead')}</p>}
      sample={toolkit.sample}
    >
      <div className="stack">
        {gone ? (
          <DoneMessage
            about={`${gone.content.key} ${gone.rev}`}
            title={say('editor.removed.done', { section: titleOf(gone, { toolkit, visitor }).text })}
          />
        ) : null}
        {removed.length === 0 ? <p>{say('editor.removed.none')}</p> : null}
        {removed.map((section) => (
          <Removed
            key={section.content.key}
            section={section}
            removed={removed}
            toolkit={toolkit}
            visitor={visitor}
            keeps={keeps}
          />
        ))}
        <p>
          <a href={frameworkAddress(toolkit)}>{say('editor.removed.to-version')}</a>
        </p>
      </div>
    </AdminFrame>
  )
}

function inOrder(sections: readonly WorkingSection[]): WorkingSection[] {
  const placed = sections.map((section) => ({ ...section, key: section.content.key }))
  return inReadingOrder(placed).map(({ entry }) => entry)
}

function titleOf({ content, slug }: WorkingSection, { toolkit, visitor }: { toolkit: Toolkit; visitor: Visitor }) {
  const languages = [visitor.language, toolkit.sourceLanguage]
  return textIn({ given: content.title, languages, otherwise: slug })
}

function Removed({
  section,
  removed,
  toolkit,
  visitor,
  keeps,
}: {
  section: WorkingSection
  /** All that were removed. */
  removed: readonly WorkingSection[]
  toolkit: Toolkit
  visitor: Visitor
  keeps: boolean
}) {
  const { language: pageLanguage, say } = visitor
  const { content, rev, updatedAt } = section
  const { key } = content
  const title = titleOf(section, { toolkit, visitor })
  const written = LANGUAGES.filter((language) => hasText(content, language))
  const places = removed.map((one) => ({ key: one.content.key, parent: one.parent, rank: one.rank }))
  const below = keysBelow(places, key)
  const others = removed.flatMap((one) =>
    below.includes(one.content.key) ? [{ key: one.content.key, seen: one.rev }] : [],
  )
  const language = toolkit.sourceLanguage
  const shared = {
    action: 'return-common-section',
    spoken: title.text,
    words: actionWords(say),
    next: doneAddress(frameworkAddress(toolkit), `returned ${key}`),
    look: 'second' as const,
  }
  const input = { toolkit: toolkit.id, key, seen: rev, language }
  return (
    <section className="panel stack-s" aria-labelledby={`removed-${key}`}>
      <h2 id={`removed-${key}`} lang={title.language === pageLanguage ? undefined : title.language}>
        <a href={frameworkSectionAddress({ toolkit: toolkit.id, key, language })}>{title.text}</a>
      </h2>
      <p className="muted">{say('editor.removed.since', { date: longDate(updatedAt, pageLanguage) })}</p>
      {written.length > 0 ? (
        <details className="disclose">
          <summary>{say('editor.removed.words')}</summary>
          <div className="text stack">
            {written.map((one) => (
              <div key={one}>
                {written.length > 1 ? <h3>{languageName(say, one)}</h3> : null}
                <WholeText content={content} language={one} idPrefix={`${key}-${one}-`} />
              </div>
            ))}
          </div>
        </details>
      ) : null}
      {keeps ? (
        <div className="row top">
          <ActionButton {...shared} label={say('editor.removed.back')} input={input} />
          {below.length > 0 ? (
            <ActionButton
              {...shared}
              label={say('tree.removed.with', { count: below.length })}
              input={{ ...input, withBelow: true, others }}
            />
          ) : null}
        </div>
      ) : null}
    </section>
  )
}
