import { randomUUID } from 'node:crypto'
import { DRAFTERS, hasRole } from '@/domain/actor'
import { NEW_SECTION } from '@/domain/section'
import { loadCountries } from '@/stored/countries'
import { loadVariant } from '@/stored/variants'
import { VIEW_WORDS } from '@/textView/viewWords'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, visitorOf } from '../frame/visitor'
import { loadVersionState } from '../reading/versionState'
import { addSectionAddress, versionAddress } from '../words/addresses'
import { countryName } from '../words/countryName'
import { AddSectionEditor } from './AddSectionEditor.client'
import { editionNote } from './editionNote'
import { loadKeptOnServer } from './keptOnServer'
import { LanguageLinks } from './LanguageLinks'
import { commonValues } from './openingValues'
import { placeChoices } from './placeChoices'
import { sentWords } from './sentWords'

/** `/admin/version/:variant/add?lang=&after=`: a section that only this country has. */
export async function AddSectionView(view: ViewProps<'variant'>) {
  const visitor = await visitorOf(view)
  const { actor, language: pageLanguage, req, say } = visitor
  const { variant: id } = view.params
  const variant = await loadVariant({ req, id })
  const state = variant && (await loadVersionState({ req, variant }))
  if (!variant || !state) return <PlainPage view={view} about="not-there" />
  if (!hasRole({ actor, roles: DRAFTERS, country: variant.country })) return <PlainPage view={view} about="no-role" />
  const language = variant.languages.find((one) => one === queryOf(view, 'lang')) ?? variant.languages[0] ?? 'en'
  const places = placeChoices({ state, language })
  const asked = queryOf(view, 'after')
  const before = places.find(({ key }) => key === asked) ?? places.findLast(({ parent }) => parent === null)
  const spot = { parent: before?.parent ?? null, after: before?.key ?? null }
  const name = countryName({ code: variant.country, countries: await loadCountries({ req }), language: pageLanguage })
  return (
    <AdminFrame
      view={view}
      title={say('editor.add.title')}
      crumbs={[{ label: name, href: versionAddress(variant.id) }]}
      lead={<p>{say('editor.add.lead', { language: say(`words.language.${language}`) })}</p>}
      buttons={
        <LanguageLinks
          languages={variant.languages}
          current={language}
          addressOf={(one) => `${addSectionAddress(variant.id)}?lang=${one}`}
          say={say}
        />
      }
      sample={state.toolkit.sample}
    >
      <AddSectionEditor
        key={language}
        words={sentWords({ language: pageLanguage, beginnings: ['editor.', 'words.reason.', ...VIEW_WORDS] })}
        pageLanguage={pageLanguage}
        language={language}
        userId={actor.userId}
        variant={variant.id}
        onServer={await loadKeptOnServer({ req, of: { variant: variant.id, key: NEW_SECTION, language } })}
        country={variant.country}
        places={places}
        opening={{ ...commonValues({ content: null, language }), spot, newKey: randomUUID() }}
        editionNote={editionNote({ state, say })}
      />
    </AdminFrame>
  )
}
