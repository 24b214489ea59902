import { loadCountries } from '@/stored/countries'
import { loadToolkitById } from '@/stored/toolkits'
import { loadVariant, loadVariantSection } from '@/stored/variants'
import { commonValues, savedValues } from '../editor/openingValues'
import { Unsaved } from '../editor/Unsaved'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, visitorOf } from '../frame/visitor'
import { removedAddress, versionAddress } from '../words/addresses'
import { countryName } from '../words/countryName'
import { titleOfRemoved } from './removedSections'

/** Instead of a section that is not in the version: if it was removed, says so and where its words are. */
export async function SectionNotThere({ view }: { view: ViewProps<'variant' | 'key'> }) {
  const visitor = await visitorOf(view)
  const { language, req, say } = visitor
  const { variant: id, key } = view.params
  const variant = await loadVariant({ req, id })
  const own = variant && (await loadVariantSection({ req, variant: id, key }))
  if (!variant || own?.mode !== 'omit') return <PlainPage view={view} about="not-there" />
  const title = titleOfRemoved(own, { variant, language })
  const country = countryName({ code: variant.country, countries: await loadCountries({ req }), language })
  const toolkit = await loadToolkitById({ req, id: variant.toolkit })
  const asked = queryOf(view, 'lang')
  const written = variant.languages.find((one) => one === asked) ?? variant.languages[0] ?? language
  const common = commonValues({ content: null, language: written })
  return (
    <AdminFrame
      view={view}
      title={say('editor.removed.not-there', { section: title.text })}
      crumbs={[{ label: country, href: versionAddress(id) }]}
      sample={toolkit?.sample ?? false}
    >
      <div className="stack">
        <Unsaved
          of={{ variant: id, key, language: written }}
          saved={savedValues({ own, common, body: {}, language: written })}
          visitor={visitor}
        />
        <p>{say('editor.removed.not-there-text')}</p>
        <p>
          <a href={removedAddress(id)}>{say('editor.removed.title')}</a>
        </p>
        <p>
          <a href={versionAddress(id)}>{say('editor.removed.to-version')}</a>
        </p>
      </div>
    </AdminFrame>
  )
}
