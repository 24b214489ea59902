import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { isLanguage, type Language } from '@/domain/language'
import { type ListedSection, loadListedSections } from '@/stored/listedSections'
import { loadToolkitById, type Toolkit } from '@/stored/toolkits'
import type { PlacedTitle } from '../editor/placeChoices'
import { queryOf, type ViewProps, type Visitor } from '../frame/visitor'
import { frameworkAddress } from '../words/addresses'
import { crumbOf, toolkitTitle } from '../words/titles'
import { commonChoices } from './commonChoices'

/** What the screens need that ask about a place in a common framework. */
export type CommonPlaces = {
  toolkit: Toolkit
  /** Those of the next release, without their texts. */
  sections: ListedSection[]
  places: PlacedTitle[]
  /** In which the screen was asked for. */
  language: Language
  /** The link to the common framework. */
  crumb: ReturnType<typeof crumbOf>
}

/** Returns them, or why the person does not get the screen. */
export async function loadCommonPlaces({
  view,
  visitor: { actor, language: pageLanguage, req },
}: {
  view: ViewProps<'toolkit'>
  visitor: Visitor
}): Promise<CommonPlaces | 'not-there' | 'no-role'> {
  const toolkit = await loadToolkitById({ req, id: view.params.toolkit })
  if (!toolkit) return 'not-there'
  if (!hasRoleEverywhere(actor, KEEPERS)) return 'no-role'
  const sections = await loadListedSections({ req, toolkit: toolkit.id })
  const asked = queryOf(view, 'lang')
  const language = isLanguage(asked) ? asked : toolkit.sourceLanguage
  const places = commonChoices({ sections, languages: [language, toolkit.sourceLanguage] })
  const crumb = crumbOf(toolkitTitle({ toolkit, language: pageLanguage }), frameworkAddress(toolkit))
  return { toolkit, sections, places, language, crumb }
}
