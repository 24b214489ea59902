import { loadCountries } from '@/stored/countries'
import { loadToolkitById } from '@/stored/toolkits'
import { loadVariant } from '@/stored/variants'
import { PlainPage } from '../frame/PlainPage'
import { type ViewProps, visitorOf } from '../frame/visitor'
import { versionAddress } from '../words/addresses'
import { countryName } from '../words/countryName'
import { ChangesScreen } from './ChangesScreen'

/** `/admin/version/:variant/changes?from=&to=&section=`: two releases of a national version. */
export async function VersionChangesView(view: ViewProps<'variant'>) {
  const visitor = await visitorOf(view)
  const { language, req } = visitor
  const variant = await loadVariant({ req, id: view.params.variant })
  const toolkit = variant && (await loadToolkitById({ req, id: variant.toolkit }))
  if (!variant || !toolkit) return <PlainPage view={view} about="not-there" />
  const name = countryName({ code: variant.country, countries: await loadCountries({ req }), language })
  return (
    <ChangesScreen
      view={view}
      visitor={visitor}
      toolkit={toolkit}
      country={variant.country}
      name={name}
      place={{ variant: variant.id }}
      crumbs={[{ label: name, href: versionAddress(variant.id) }]}
    />
  )
}
