import type { KnownSite } from '@/domain/check/addresses'
import { checkVersion } from '@/domain/check/checkVersion'
import { MASTER, type PlacedSection } from '@/domain/release'
import { nameOfCountry } from '@/messages/countryName'
import { loadCountry } from '@/stored/countries'
import { rememberedAnswers } from '@/stored/linkAnswers'
import { resolveVariant } from '@/stored/resolveVariant'
import { loadToolkitById } from '@/stored/toolkits'
import { loadVariant } from '@/stored/variants'
import { PlainPage } from '../frame/PlainPage'
import { type ViewProps, visitorOf } from '../frame/visitor'
import { askAboutLinksAddress, checkAddress, sectionAddress, versionAddress } from '../words/addresses'
import { CheckScreen } from './CheckScreen'

/** `/admin/version/:variant/check?lang=`: what could make readers stumble in the working text of a national version. */
export async function VersionCheckView(view: ViewProps<'variant'>) {
  const visitor = await visitorOf(view)
  const { language, req, say } = visitor
  const variant = await loadVariant({ req, id: view.params.variant })
  const toolkit = variant && (await loadToolkitById({ req, id: variant.toolkit }))
  if (!variant || !toolkit) return <PlainPage view={view} about="not-there" />
  const [{ base, sections }, country] = await Promise.all([
    resolveVariant({ req, variant }),
    loadCountry({ req, country: variant.country }),
  ])
  const name = nameOfCountry({ code: variant.country, given: country?.name, language })
  const site: KnownSite = {
    origin: req.payload.config.serverURL,
    toolkit: toolkit.slug,
    sections: new Map([
      [variant.country, slugsOf(sections)],
      [MASTER, slugsOf(base)],
    ]),
  }
  return (
    <CheckScreen
      view={view}
      visitor={visitor}
      name={name}
      crumb={say('check.name')}
      crumbs={[{ label: name, href: versionAddress(variant.id) }]}
      sample={toolkit.sample}
      checked={variant.languages.map((one) =>
        checkVersion({ sections, language: one, site, answers: rememberedAnswers }),
      )}
      addressOf={(one) => checkAddress({ variant: variant.id }, one)}
      sectionAddressOf={(place) => sectionAddress({ variant: variant.id, ...place })}
      linksAddressOf={(one) => askAboutLinksAddress({ variant: variant.id }, one)}
      untranslatedAddress={versionAddress(variant.id, 'untranslated')}
    />
  )
}

function slugsOf(sections: readonly PlacedSection[]): Set<string> {
  return new Set(sections.map(({ entry }) => entry.slug))
}
