import { hasRole, TRANSLATORS } from '@/domain/actor'
import { loadCountries } from '@/stored/countries'
import { loadToolkitById } from '@/stored/toolkits'
import { loadVariant } from '@/stored/variants'
import { VIEW_WORDS } from '@/textView/viewWords'
import { sentWords } from '../editor/sentWords'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, visitorOf } from '../frame/visitor'
import { versionAddress } from '../words/addresses'
import { countryName } from '../words/countryName'
import { TakeInSteps } from './TakeInSteps.client'

/** `/admin/version/:variant/word?lang=`: a Word file of a national version comes back. */
export async function TakeInView(view: ViewProps<'variant'>) {
  const { actor, language, req, say } = await visitorOf(view)
  const variant = await loadVariant({ req, id: view.params.variant })
  const toolkit = variant && (await loadToolkitById({ req, id: variant.toolkit }))
  if (!variant || !toolkit) return <PlainPage view={view} about="not-there" />
  if (!hasRole({ actor, roles: TRANSLATORS, country: variant.country }))
    return <PlainPage view={view} about="no-role" />
  const name = countryName({ code: variant.country, countries: await loadCountries({ req }), language })
  const asked = variant.languages.find((one) => one === queryOf(view, 'lang')) ?? variant.languages[0] ?? 'en'
  return (
    <AdminFrame
      view={view}
      title={say('editor.word.heading')}
      crumbs={[{ label: name, href: versionAddress(variant.id) }]}
      lead={<p>{say('editor.word.lead')}</p>}
      sample={toolkit.sample}
    >
      <TakeInSteps
        words={sentWords({
          language,
          beginnings: [
            'editor.',
            ...VIEW_WORDS,
            'files.conflict.',
            'words.language.',
            'words.policy.',
            'words.reason.',
          ],
        })}
        pageLanguage={language}
        variant={variant.id}
        languages={variant.languages}
        asked={asked}
      />
    </AdminFrame>
  )
}
