import { type DivisionPoints, divideSection, divisionHeadings, suggestedPoints } from '@/domain/divideSection'
import { LANGUAGES, type Language } from '@/domain/language'
import { childrenOf } from '@/domain/places'
import { openingOf } from '@/domain/richText/firstWords'
import type { Block } from '@/domain/richText/richText'
import { isEmptyField } from '@/domain/richText/sameText'
import type { SectionContent } from '@/domain/section'
import { loadSection } from '@/stored/sections'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import { doneAddress } from '../DoneMessage'
import { WholeText } from '../editor/WholeText'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, type Visitor, visitorOf } from '../frame/visitor'
import { divideAddress, frameworkAddress, frameworkPlaceAddress } from '../words/addresses'
import { languageName } from '../words/languageName'
import { loadCommonPlaces } from './commonPlace'

/** Stands for a heading where a language is to stay whole. */
const WHOLE = 'whole'

/**
 * `/admin/framework/:toolkit/section/:key/divide?lang=&at=&at-fr=&place=`: divides a section at a heading. First the heading is
 * chosen in the language of the toolkit, then both sections are shown in every language; nothing is stored before that.
 */
export async function DivideView(view: ViewProps<'toolkit' | 'key'>) {
  const visitor = await visitorOf(view)
  const { req, say } = visitor
  const { key } = view.params
  const common = await loadCommonPlaces({ view, visitor })
  if (typeof common === 'string') return <PlainPage view={view} about={common} />
  const { crumb, language, places, sections, toolkit } = common
  const label = places.find((one) => one.key === key)?.label
  const section = label ? await loadSection({ req, toolkit: toolkit.id, key }) : null
  if (!section || !label) return <PlainPage view={view} about="not-there" />
  const { content } = section
  const from = sourceOf(content, toolkit.sourceLanguage)
  const headings = divisionHeadings(content.body[from])
  const heading = headings.find(({ id }) => id === queryOf(view, 'at'))
  const at = heading ? pointsOf({ view, content, from, heading: heading.id }) : {}
  const isBelow = queryOf(view, 'place') === 'below'
  const entries = sections.map(({ entry }) => entry)
  const here = { toolkit: toolkit.id, key, language }
  const divided = divideSection({ content, at, key: 'new' })
  return (
    <AdminFrame
      view={view}
      title={say('tree.divide.title', { section: label })}
      crumb={say('tree.divide.heading')}
      crumbs={[crumb, { label, href: frameworkPlaceAddress(here) }]}
      lead={<p className="muted">{say('tree.divide.lead')}</p>}
      sample={toolkit.sample}
    >
      <div className="stack-l">
        <section className="panel stack" aria-labelledby="where">
          <h2 id="where">{say('tree.divide.where', { language: languageName(say, from) })}</h2>
          {headings.length === 0 ? <p>{say('tree.divide.none')}</p> : null}
          <ul className="plain-list">
            {headings.map((one) => (
              <li key={one.id}>
                <a
                  href={divideAddress(here, one.id)}
                  aria-current={one.id === heading?.id ? 'true' : undefined}
                  lang={from === visitor.language ? undefined : from}
                >
                  {openingOf(one)}
                </a>
                {one.id === heading?.id ? ` (${say('tree.divide.chosen')})` : null}
              </li>
            ))}
          </ul>
        </section>
        {heading && divided.ok ? (
          <>
            <Others
              content={content}
              at={at}
              from={from}
              query={{ lang: language, at: heading.id }}
              isBelow={isBelow}
              hasSections={childrenOf(entries, key).length > 0}
              visitor={visitor}
            />
            <Preview {...divided.result} visitor={visitor} />
            <ActionButton
              action="divide-common-section"
              input={{ ...here, seen: section.rev, at, place: isBelow ? 'below' : 'behind' }}
              label={say('tree.divide.do')}
              words={actionWords(say)}
              next={`${doneAddress(frameworkAddress(toolkit), 'divided ')}{added}`}
            />
          </>
        ) : null}
      </div>
    </AdminFrame>
  )
}

/** The language in which the heading is chosen: that of the toolkit, if the section has a text in it. */
function sourceOf({ body }: SectionContent, source: Language): Language {
  const written = LANGUAGES.filter((language) => !isEmptyField(body[language]))
  return written.includes(source) ? source : (written[0] ?? source)
}

/** What the address says of each language, and what is suggested where it says nothing. */
function pointsOf({
  view,
  content,
  from,
  heading,
}: {
  view: ViewProps
  content: SectionContent
  from: Language
  heading: string
}): DivisionPoints {
  const suggested = suggestedPoints({ content, language: from, heading })
  let at: DivisionPoints = { [from]: heading }
  for (const language of LANGUAGES) {
    if (language === from) continue
    const asked = queryOf(view, `at-${language}`)
    const found = divisionHeadings(content.body[language]).find(({ id }) => id === (asked || suggested[language]))
    if (found && asked !== WHOLE) at = { ...at, [language]: found.id }
  }
  return at
}

/** Asks where the other languages are divided, and where the second section stands, if others stand under the first one. */
function Others({
  content,
  at,
  from,
  query,
  isBelow,
  hasSections,
  visitor: { say },
}: {
  content: SectionContent
  at: DivisionPoints
  from: Language
  query: Record<string, string>
  isBelow: boolean
  hasSections: boolean
  visitor: Visitor
}) {
  const others = LANGUAGES.filter((one) => one !== from && !isEmptyField(content.body[one]))
  if (others.length === 0 && !hasSections) return null
  return (
    <section className="panel stack" aria-labelledby="others">
      <h2 id="others">{say('tree.divide.others')}</h2>
      <form method="get" className="stack">
        {Object.entries(query).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="cols c2">
          {others.map((language) => (
            <div key={language} className="field">
              <label htmlFor={`at-${language}`}>{languageName(say, language)}</label>
              <select
                key={at[language]}
                id={`at-${language}`}
                name={`at-${language}`}
                defaultValue={at[language] ?? WHOLE}
              >
                <option value={WHOLE}>{say('tree.divide.whole')}</option>
                {divisionHeadings(content.body[language]).map((one: Block) => (
                  <option key={one.id} value={one.id} lang={language}>
                    {openingOf(one)}
                  </option>
                ))}
              </select>
            </div>
          ))}
          {hasSections ? (
            <div className="field">
              <label htmlFor="second-place">{say('tree.divide.place')}</label>
              <select id="second-place" name="place" defaultValue={isBelow ? 'below' : 'behind'}>
                <option value="behind">{say('tree.divide.behind')}</option>
                <option value="below">{say('tree.divide.below')}</option>
              </select>
            </div>
          ) : null}
        </div>
        <p>
          <button type="submit" className="btn second">
            {say('tree.divide.show')}
          </button>
        </p>
      </form>
    </section>
  )
}

/** Both sections side by side, in each language that has a text. */
function Preview({
  first,
  second,
  visitor: { say },
}: {
  first: SectionContent
  second: SectionContent
  visitor: Visitor
}) {
  const written = LANGUAGES.filter((one) => !isEmptyField(first.body[one]) || !isEmptyField(second.title[one]))
  return (
    <section className="stack" aria-labelledby="both">
      <h2 id="both">{say('tree.divide.both')}</h2>
      <p>{say('tree.divide.stays')}</p>
      {written.map((language, index) => (
        <details key={language} className="disclose" open={index === 0}>
          <summary>{languageName(say, language)}</summary>
          <div className="cols c2">
            <section className="panel stack" aria-label={say('tree.divide.first')}>
              <h3>{say('tree.divide.first')}</h3>
              <div className="text">
                <WholeText content={first} language={language} idPrefix={`first-${language}-`} />
              </div>
            </section>
            <section className="panel stack" aria-label={say('tree.divide.second')}>
              <h3>{say('tree.divide.second')}</h3>
              {isEmptyField(second.title[language]) ? (
                <p className="muted">{say('tree.divide.nothing')}</p>
              ) : (
                <div className="text">
                  <WholeText content={second} language={language} idPrefix={`second-${language}-`} />
                </div>
              )}
            </section>
          </div>
        </details>
      ))}
    </section>
  )
}
