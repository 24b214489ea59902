import type { Refusal } from '@/domain/refusal'
import { loadCountries } from '@/stored/countries'
import { loadVariant } from '@/stored/variants'
import { ActionForm } from '../ActionForm.client'
import { actionWords } from '../actionWords'
import { doneAddress } from '../DoneMessage'
import { editionNote } from '../editor/editionNote'
import { type PlacedTitle, placeChoices } from '../editor/placeChoices'
import { loadSectionFacts, type SectionFacts } from '../editor/sectionFacts'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, type Visitor, visitorOf } from '../frame/visitor'
import { SectionLead, sectionTitle } from '../history/SectionHead'
import { loadVersionState } from '../reading/versionState'
import { removedAddress, sectionAddress, versionAddress } from '../words/addresses'
import { becauseOf } from '../words/because'
import { countryName } from '../words/countryName'
import { ReasonOptions } from '../words/ReasonOptions'
import { textIn } from '../words/titles'
import { MovePanel } from './MovePanel'
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
  const { languages } = state.variant
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
        <MovePanel
          action="move-section"
          sectionKey={key}
          title={textIn({ given: facts.content.title, languages: [facts.language, ...languages], otherwise: key }).text}
          input={inputOf(facts)}
          entries={entries}
          places={places}
          visitor={visitor}
        />
        <Remove facts={facts} visitor={visitor} places={places} wasPublished={wasPublished} />
      </div>
    </AdminFrame>
  )
}

type Given = { facts: SectionFacts; visitor: Visitor; places: PlacedTitle[] }

function inputOf({ key, language, own, state }: SectionFacts) {
  return { variant: state.variant.id, key, seen: own?.rev ?? 0, language }
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
              <ReasonOptions t={say} />
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
