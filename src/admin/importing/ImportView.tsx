import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { loadCountries } from '@/stored/countries'
import { loadToolkits } from '@/stored/toolkits'
import { VIEW_WORDS } from '@/textView/viewWords'
import { sentWords } from '../editor/sentWords'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, visitorOf } from '../frame/visitor'
import { byCountryName } from '../words/byCountryName'
import { toolkitTitle } from '../words/titles'
import { ImportSteps } from './ImportSteps.client'

/** `/admin/import?toolkit=`, or `?new=yes`: a Word or Markdown document becomes the working text of a common framework. */
export async function ImportView(view: ViewProps) {
  const { actor, language, req, say } = await visitorOf(view)
  if (!hasRoleEverywhere(actor, KEEPERS)) return <PlainPage view={view} about="no-role" />
  const toolkits = (await loadToolkits({ req })).map((toolkit) => ({
    slug: toolkit.slug,
    language: toolkit.sourceLanguage,
    title: toolkitTitle({ toolkit, language }).text,
  }))
  const known = await loadCountries({ req })
  const countries = byCountryName({ rows: known, codeOf: ({ code }) => code, countries: known, language }).map(
    ({ country }) => country,
  )
  return (
    <AdminFrame view={view} title={say('editor.import.heading')} lead={<p>{say('editor.import.lead')}</p>}>
      <ImportSteps
        words={sentWords({
          language,
          beginnings: [
            'editor.',
            ...VIEW_WORDS,
            'files.conflict.',
            'words.',
            'refusal.import-',
            'import.files-too-large',
          ],
        })}
        pageLanguage={language}
        toolkits={toolkits}
        countries={countries}
        chosen={queryOf(view, 'toolkit')}
        isForNew={queryOf(view, 'new') === 'yes'}
      />
    </AdminFrame>
  )
}
