import { childrenOf, keysBelow, type Spot, spotBeside, spotOf } from '@/domain/places'
import type { Refusal } from '@/domain/refusal'
import { REASONS } from '@/domain/section'
import type { Translator } from '@/messages/translate'
import { loadCountries } from '@/stored/countries'
import { loadVariant } from '@/stored/variants'
import { ActionButton } from '../ActionButton.client'
import { ActionForm } from '../ActionForm.client'
import { type ActionWords, actionWords } from '../actionWords'
import { doneAddress } from '../DoneMessage'
import { editionNote } from '../editor/editionNote'
import { type PlacedTitle, placeChoices } from '../editor/placeChoices'
import { loadSectionFacts, type SectionFacts } from '../editor/sectionFacts'
import { sentWords } from '../editor/sentWords'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, type Visitor, visitorOf } from '../frame/visitor'
import { SectionLead, sectionTitle } from '../history/SectionHead'
import { loadVersionState } from '../reading/versionState'
import { removedAddress, sectionAddress, versionAddress } from '../words/addresses'
import { becauseOf } from '../words/because'
import { countryName } from '../words/countryName'
import { textIn } from '../words/titles'
import { MoveForm } from './MoveForm.client'
import { SectionNotThere } from './SectionNotThere'

/** `/admin/version/:variant/section/:key/place?lang=`: moves or removes a section that only the country has. */
export async function PlaceView(view: ViewProps<'variant' | 'key'>) {
  const visitor = await visitorOf(view)
  const { language: pageLanguage, req, say } = visitor
  const { variant: id, key } = view.params
  const [facts, variant] = await Promise.all([
    loadSectionFacts({ visitor, variant: id, key, asked: queryOf(view, 'lang') }),
    loadVariant({ req, id }),
  ])
  const state = facts && variant && (await loadVersionState({ req, variant }))
  if (!facts) return <SectionNotThere view={view} />
  if (!facts.own || facts.base || !state) return <PlainPage view={view} about="not-there" />
  if (!facts.mayDraft) return <PlainPage view={view} about="no-role" />
  const countries = await loadCountries({ req })
  const country = countryName({ code: state.variant.country, countries, language: pageLanguage })
  const here = { variant: id, key, language: facts.language }
  const title = sectionTitle(facts)
  const entries = state.resolved.sections.map(({ entry }) => entry)
  const places = placeChoices({ state, language: facts.language })
  const wasPublished = state.releases.some(({ manifest }) => manifest.some((entry) => entry.key === key))
  const note = editionNote({ state, say })
  return (
    <AdminFrame
      view={view}
      title={say('editor.move.title', { section: title })}
      crumb={say('editor.move.open')}
      crumbs={[
        { label: country, href: versionAddress(id) },
        { label: title, href: sectionAddress(here) },
      ]}
      lead={<SectionLead facts={facts} say={say} />}
      sample={state.toolkit.sample}
    >
      <div className="stack-l">
        {note ? <p className="muted">{note}</p> : null}
        <Move facts={facts} visitor={visitor} entries={entries} places={places} />
        <Remove facts={facts} visitor={visitor} places={places} wasPublished={wasPublished} />
      </div>
    </AdminFrame>
  )
}

type Given = { facts: SectionFacts; visitor: Visitor; places: PlacedTitle[] }

function inputOf({ key, language, own, state }: SectionFacts) {
  return { variant: state.variant.id, key, seen: own?.rev ?? 0, language }
}

function Move({
  facts,
  visitor: { language: pageLanguage, say },
  places,
  entries,
}: Given & { entries: Parameters<typeof spotOf>[0] }) {
  const { key } = facts
  const spot = spotOf(entries, key)
  const labels = new Map(places.map((one) => [one.key, one.label]))
  const moving = new Set([key, ...keysBelow(entries, key)])
  const step = (direction: 'up' | 'down') => (
    <Step
      spot={spotBeside({ places: entries, key, step: direction })}
      label={say(`editor.move.${direction}`)}
      why={say(direction === 'up' ? 'editor.move.is-first' : 'editor.move.is-last')}
      facts={facts}
      say={say}
    />
  )
  return (
    <section className="panel stack" aria-labelledby="move-title">
      <h2 id="move-title">{say('editor.move.heading')}</h2>
      <div className="stack">
        <p id="beside">
          {spot.parent === null
            ? say('editor.move.at-top')
            : say('editor.move.under', { section: labels.get(spot.parent) ?? '' })}
        </p>
        <ol className="plain-list" aria-labelledby="beside">
          {childrenOf(entries, spot.parent).map((one) => (
            <li key={one.key}>
              {one.key === key ? (
                <strong aria-current="true">
                  {labels.get(one.key)} ({say('editor.move.this')})
                </strong>
              ) : (
                labels.get(one.key)
              )}
            </li>
          ))}
        </ol>
        <div className="row top">
          {step('up')}
          {step('down')}
        </div>
      </div>
      <div className="stack">
        <h3>{say('editor.move.to')}</h3>
        <MoveForm
          words={sentWords({ language: pageLanguage, beginnings: ['editor.spot.', 'editor.move.', 'editor.error'] })}
          pageLanguage={pageLanguage}
          actionWords={wordsOfMove(facts, say)}
          places={places.filter((one) => !moving.has(one.key))}
          opening={spot}
          input={inputOf(facts)}
          hasSections={moving.size > 1}
        />
      </div>
    </section>
  )
}

/** The section without its number, which the move changes. */
function wordsOfMove({ content, key, language, state }: SectionFacts, say: Translator): ActionWords {
  const languages = [language, ...state.variant.languages]
  const { text } = textIn({ given: content.title, languages, otherwise: key })
  return { ...actionWords(say), done: say('editor.move.done', { section: text }) }
}

/** Moves the section by one place; where there is none the button keeps its place and says so. */
function Step({
  spot,
  label,
  why,
  facts,
  say,
}: {
  spot: Spot | null
  label: string
  why: string
  facts: SectionFacts
  say: Translator
}) {
  return (
    <ActionButton
      action="move-section"
      input={{ ...inputOf(facts), ...spot }}
      label={label}
      words={wordsOfMove(facts, say)}
      because={spot ? [] : [{ text: why }]}
      look="second"
    />
  )
}

function Remove({
  facts,
  visitor: { language: pageLanguage, say },
  places,
  wasPublished,
}: Given & { wasPublished: boolean }) {
  const { key, language, state } = facts
  const under = places.filter(({ parent }) => parent === key)
  const refusals: Refusal[] =
    under.length === 0
      ? []
      : [
          {
            key: 'refusal.remove-has-sections',
            params: { count: under.length, sections: under.map(({ label }) => label).join(', ') },
          },
        ]
  return (
    <section className="panel stack" aria-labelledby="remove-title">
      <h2 id="remove-title">{say('editor.remove.heading')}</h2>
      <p>{say('editor.remove.lead')}</p>
      <ActionForm
        fixed={inputOf(facts)}
        optional={['reason', 'explanation']}
        choices={[
          {
            action: 'remove-section',
            label: say('editor.remove.do'),
            look: 'second',
            because: becauseOf({ refusals, language: pageLanguage }),
          },
        ]}
        words={actionWords(say)}
        next={doneAddress(removedAddress(state.variant.id), key)}
      >
        <p className="muted">{say(wasPublished ? 'editor.remove.published' : 'editor.remove.unpublished')}</p>
        <div className="cols c2">
          <div className="field">
            <label htmlFor="remove-reason">{say('editor.why.reason')}</label>
            <select id="remove-reason" name="reason" defaultValue="">
              <option value="">{say('editor.why.choose')}</option>
              {REASONS.map((reason) => (
                <option key={reason} value={reason}>
                  {say(`words.reason.${reason}`)}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="remove-explanation">{say('editor.why.explanation')}</label>
            <textarea id="remove-explanation" name="explanation" rows={3} lang={language} maxLength={2000} />
          </div>
        </div>
      </ActionForm>
    </section>
  )
}
