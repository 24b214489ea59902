import type { KnownSite } from '@/domain/check/addresses'
import { checkVersion } from '@/domain/check/checkVersion'
import { MASTER } from '@/domain/release'
import { rememberedAnswers } from '@/stored/linkAnswers'
import { listedSection } from '@/stored/listedSections'
import { loadWorkingSections } from '@/stored/sections'
import { loadToolkitById } from '@/stored/toolkits'
import { PlainPage } from '../frame/PlainPage'
import { type ViewProps, visitorOf } from '../frame/visitor'
import { frameworkLanguages } from '../framework/frameworkLanguages'
import { askAboutLinksAddress, checkAddress, frameworkAddress, frameworkSectionAddress } from '../words/addresses'
import { crumbOf, toolkitTitle } from '../words/titles'
import { CheckScreen } from './CheckScreen'

/** `/admin/framework/:toolkit/check?lang=`: what could make readers stumble in the working text of the common framework. */
export async function FrameworkCheckView(view: ViewProps<'toolkit'>) {
  const visitor = await visitorOf(view)
  const { language, req, say } = visitor
  const toolkit = await loadToolkitById({ req, id: view.params.toolkit })
  if (!toolkit) return <PlainPage view={view} about="not-there" />
  const working = await loadWorkingSections({ req, toolkit: toolkit.id })
  const sections = working.map((section) => ({ content: section.content, ...listedSection(section) }))
  const site: KnownSite = {
    origin: req.payload.config.serverURL,
    toolkit: toolkit.slug,
    sections: new Map([[MASTER, new Set(working.map(({ slug }) => slug))]]),
  }
  return (
    <CheckScreen
      view={view}
      visitor={visitor}
      name={say('words.country.master')}
      crumb={say('check.name-common')}
      crumbs={[crumbOf(toolkitTitle({ toolkit, language }), frameworkAddress(toolkit))]}
      sample={toolkit.sample}
      checked={frameworkLanguages({ sections, toolkit }).map((one) =>
        checkVersion({ sections, language: one, site, answers: rememberedAnswers }),
      )}
      addressOf={(one) => checkAddress({ toolkit: toolkit.id }, one)}
      sectionAddressOf={(place) => frameworkSectionAddress({ toolkit: toolkit.id, ...place })}
      linksAddressOf={(one) => askAboutLinksAddress({ toolkit: toolkit.id }, one)}
      untranslatedAddress={null}
    />
  )
}
