import { joinsTo } from '@/domain/commonTree'
import { joinSections } from '@/domain/joinSections'
import { LANGUAGES } from '@/domain/language'
import { shownPart } from '@/domain/ruledParts'
import { hasText } from '@/domain/sectionText'
import { newBlockId } from '@/lexical/newBlockId'
import { loadSection } from '@/stored/sections'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import { doneAddress } from '../DoneMessage'
import { WholeText } from '../editor/WholeText'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { type ViewProps, visitorOf } from '../frame/visitor'
import { frameworkAddress, frameworkPlaceAddress } from '../words/addresses'
import { languageName } from '../words/languageName'
import { sayRule } from '../words/sayRules'
import { loadCommonPlaces } from './commonPlace'

/** `/admin/framework/:toolkit/section/:key/join?lang=`: joins a section to the one before it, after showing the text of both. */
export async function JoinView(view: ViewProps<'toolkit' | 'key'>) {
  const visitor = await visitorOf(view)
  const { req, say } = visitor
  const { key } = view.params
  const common = await loadCommonPlaces({ view, visitor })
  if (typeof common === 'string') return <PlainPage view={view} about={common} />
  const { crumb, language, places, sections, toolkit } = common
  const tree = sections.map(({ entry, rev }) => ({ ...entry, rev, retired: false }))
  const into = tree.some((one) => one.key === key) ? joinsTo(tree, key) : null
  if (into === null) return <PlainPage view={view} about="not-there" />
  const [first, second] = await Promise.all(
    [into, key].map((one) => loadSection({ req, toolkit: toolkit.id, key: one })),
  )
  if (!first || !second) return <PlainPage view={view} about="not-there" />
  const labelOf = (of: string) => places.find((one) => one.key === of)?.label ?? ''
  const joined = joinSections({ into: first.content, from: second.content, newId: newBlockId })
  const dropped = joined.dropped.map((rule) => {
    const part = shownPart({ common: second.content, rule, language: toolkit.sourceLanguage })
    return sayRule({ field: rule.field, block: part?.block ?? null, demand: rule.demand, guidance: '' }, say)
  })
  const below = tree.filter(({ parent }) => parent === key)
  const written = LANGUAGES.filter((one) => hasText(joined.content, one))
  const others = [{ key: into, seen: first.rev }, ...below.map((one) => ({ key: one.key, seen: one.rev }))]
  return (
    <AdminFrame
      view={view}
      title={say('tree.join.title', { section: labelOf(key), other: labelOf(into) })}
      crumb={say('tree.join.heading')}
      crumbs={[crumb, { label: labelOf(key), href: frameworkPlaceAddress({ toolkit: toolkit.id, key, language }) }]}
      lead={<p className="muted">{say('tree.join.lead', { section: labelOf(key), other: labelOf(into) })}</p>}
      sample={toolkit.sample}
    >
      <div className="stack-l">
        {below.length > 0 || joined.otherPolicy || dropped.length > 0 ? (
          <section className="panel stack" aria-labelledby="notes">
            <h2 id="notes">{say('tree.join.notes')}</h2>
            <ul>
              {below.length > 0 ? (
                <li>
                  {say('tree.join.below', { count: below.length, other: labelOf(into) })}{' '}
                  {below.map((one) => labelOf(one.key)).join(', ')}
                </li>
              ) : null}
              {joined.otherPolicy ? (
                <li>
                  {say('tree.join.policy', {
                    policy: say(`words.policy.${joined.content.policy}`),
                    other: say(`words.policy.${joined.otherPolicy}`),
                  })}
                </li>
              ) : null}
              {dropped.map((rule) => (
                <li key={rule}>{say('tree.join.rule', { rule })}</li>
              ))}
            </ul>
          </section>
        ) : null}
        <section className="stack" aria-labelledby="joined">
          <h2 id="joined">{say('tree.join.both')}</h2>
          {written.map((one, index) => (
            <details key={one} className="disclose" open={index === 0}>
              <summary>{languageName(say, one)}</summary>
              <div className="panel text">
                <WholeText content={joined.content} language={one} idPrefix={`joined-${one}-`} />
              </div>
            </details>
          ))}
        </section>
        <ActionButton
          action="join-common-section"
          input={{ toolkit: toolkit.id, key, seen: second.rev, language, into, others }}
          label={say('tree.join.do')}
          words={actionWords(say)}
          next={doneAddress(frameworkAddress(toolkit), `joined ${into}`)}
        />
      </div>
    </AdminFrame>
  )
}
