import type { Reported } from '@/domain/adaptationReport'
import type { Language } from '@/domain/language'
import type { Toolkit } from '@/stored/toolkits'

/** The addresses of our screens, in one place. */
export const TASKS = '/admin'
export const ACCOUNT = '/admin/account'
export const NO_ROLE = '/admin/unauthorized'
export const SIGN_OUT = '/admin/logout'
export const OVERVIEW = '/admin/overview'
export const REVIEWS = '/admin/reviews'
export const FRAMEWORKS = '/admin/framework'
export const SIGN_IN = '/admin/login'
export const FORGOTTEN = '/admin/forgot'
export const MAILS = '/admin/mails'

/** In the query of the sign-in: the person has just chosen a password by a link. */
export const PASSWORD_CHOSEN = 'chosen'
export const SIGN_IN_WITH_NEW = `${SIGN_IN}?${PASSWORD_CHOSEN}=yes`

/** The sign-in that leads on to `next`. */
export function signInAddress(next: string): string {
  return `/admin/login?redirect=${encodeURIComponent(next)}`
}

/** Where authors and reviewers see pictures that no release shows yet, each by its id. */
export const DRAFT_PICTURES = '/api/pictures'

export function draftPictureAddress(media: string): string {
  return `${DRAFT_PICTURES}/${encodeURIComponent(media)}`
}

/** The part of the page of a version with the list of its sections. */
export const SECTIONS = 'sections'

export function versionAddress(variant: string, show?: string): string {
  return `/admin/version/${variant}${show ? `?show=${show}` : ''}`
}

export function sectionAddress({
  variant,
  key,
  language,
}: {
  variant: string
  key: string
  language?: Language | undefined
}): string {
  return `${versionAddress(variant)}/section/${encodeURIComponent(key)}${language ? `?lang=${language}` : ''}`
}

/** The screen that asks which text of a section becomes the common text; `all` offers all languages at once. */
export function restoreAddress({
  variant,
  key,
  language,
  all = false,
}: {
  variant: string
  key: string
  language: Language
  all?: boolean
}): string {
  const section = sectionAddress({ variant, key })
  return `${section}/restore?lang=${language}${all ? '&all=yes' : ''}`
}

export function historyAddress({
  variant,
  key,
  language,
}: {
  variant: string
  key: string
  language: Language
}): string {
  return `${sectionAddress({ variant, key })}/history?lang=${language}`
}

/** The screen on which a country proposes text of a section to the common framework. */
export function proposeAddress({
  variant,
  key,
  language,
}: {
  variant: string
  key: string
  language: Language
}): string {
  return `${sectionAddress({ variant, key })}/propose?lang=${language}`
}

/** One proposal: what was proposed, and what became of it. */
export function proposalAddress(id: string, language?: Language): string {
  return `/admin/proposal/${encodeURIComponent(id)}${language ? `?lang=${language}` : ''}`
}

/**
 * The common text of a section beside the national one. `language` is that of the national text, `common` that of the common text;
 * with `show`, only the rows with this status.
 */
export function sidesAddress({
  variant,
  key,
  language,
  common,
  show,
}: {
  variant: string
  key: string
  language?: Language | undefined
  common?: Language | undefined
  show?: string | undefined
}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ lang: language, common, show })) if (value) query.set(name, value)
  return `${sectionAddress({ variant, key })}/sides${query.size > 0 ? `?${query}` : ''}`
}

/**
 * What waits in a national version since the newest release of the common framework; with `status` or `class`, only the
 * updates that have it.
 */
export function updatesAddress(variant: string, asked: { status?: string; class?: string } = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value)
  return `${versionAddress(variant)}/updates${query.size > 0 ? `?${query}` : ''}`
}

/** The update of one section, to decide on. */
export function updateAddress({ variant, key }: { variant: string; key: string }): string {
  return `${updatesAddress(variant)}/${encodeURIComponent(key)}`
}

/** The adaptation report of a national version, on its newest release or on the working text. */
export function reportAddress(variant: string, of: Reported): string {
  return `${versionAddress(variant)}/report?of=${of}`
}

/** The same as a Word file. */
export function reportFileAddress(variant: string, of: Reported): string {
  return `/api/report/${variant}?of=${of}`
}

/** The working text in one language as a Word file: all of it, one section, or one with those below it. */
export function wordFileAddress(
  line: { toolkit: string } | { variant: string },
  { language, key, below = false }: { language: Language; key?: string; below?: boolean },
): string {
  const place = 'toolkit' in line ? `framework/${line.toolkit}` : `version/${line.variant}`
  const query = new URLSearchParams({ language })
  if (key) query.set('section', key)
  if (below) query.set('below', 'yes')
  return `/api/word/${place}?${query}`
}

/** Where a Word file of a national version comes back. */
export function takeInAddress(variant: string, language?: Language): string {
  return `${versionAddress(variant)}/word${language ? `?lang=${language}` : ''}`
}

/** The route that takes it. */
export function takeInRoute(variant: string): string {
  return `/api/word/version/${encodeURIComponent(variant)}`
}

/** Where a section that only the country has is moved or removed. */
export function placeAddress({ variant, key, language }: { variant: string; key: string; language: Language }): string {
  return `${sectionAddress({ variant, key })}/place?lang=${language}`
}

/** The sections that left a national version. */
export function removedAddress(variant: string): string {
  return `${versionAddress(variant)}/removed`
}

export function addSectionAddress(variant: string): string {
  return `${versionAddress(variant)}/add`
}

export function reviewAddress(edition: string): string {
  return `/admin/review/${edition}`
}

/** The page of a toolkit's common framework: by its id, which never changes, not by its name in addresses of the site. */
export function frameworkAddress({ id }: { id: string }): string {
  return `${FRAMEWORKS}/${id}`
}

/** The notes on the next release of a common framework; with `show`, only the sections that this filter lists. */
export function nextReleaseAddress(toolkit: { id: string }, show?: 'open'): string {
  return `${frameworkAddress(toolkit)}/release${show ? `?show=${show}` : ''}`
}

/** The summary of the next release, and the button that makes it. */
export function releaseSummaryAddress(toolkit: { id: string }): string {
  return `${nextReleaseAddress(toolkit)}/summary`
}

/** Where a section of a common framework is added; behind the section of `after`, last at the top without it. */
export function addToFrameworkAddress(toolkit: { id: string }, after?: string): string {
  return `${frameworkAddress(toolkit)}/add${after ? `?after=${encodeURIComponent(after)}` : ''}`
}

/** Where a toolkit that was never released is deleted. */
export function deleteToolkitAddress(toolkit: { id: string }): string {
  return `${frameworkAddress(toolkit)}/delete`
}

/** The sections of a common framework that are not part of its next release. */
export function frameworkRemovedAddress(toolkit: { id: string }): string {
  return `${frameworkAddress(toolkit)}/removed`
}

type FrameworkSection = { toolkit: string; key: string; language: Language }

/** Where a section of a common framework is moved or removed, and begins to be divided or joined. */
export function frameworkPlaceAddress(of: FrameworkSection): string {
  return besideFrameworkSection(of, 'place')
}

/** Where a section of a common framework is divided; with `at`, at this heading of its text in the language of the toolkit. */
export function divideAddress(of: FrameworkSection, at?: string): string {
  return `${besideFrameworkSection(of, 'divide')}${at ? `&at=${encodeURIComponent(at)}` : ''}`
}

/** Where a section of a common framework is joined to the one before it. */
export function joinAddress(of: FrameworkSection): string {
  return besideFrameworkSection(of, 'join')
}

function besideFrameworkSection({ toolkit, key, language }: FrameworkSection, page: string): string {
  return `${frameworkAddress({ id: toolkit })}/section/${encodeURIComponent(key)}/${page}?lang=${language}`
}

export function frameworkSectionAddress({
  toolkit,
  key,
  language,
}: {
  toolkit: string
  key: string
  language: Language
}): string {
  return `${frameworkAddress({ id: toolkit })}/section/${encodeURIComponent(key)}?lang=${language}`
}

export function frameworkHistoryAddress({
  toolkit,
  key,
  language,
}: {
  toolkit: string
  key: string
  language: Language
}): string {
  return `${frameworkAddress({ id: toolkit })}/section/${encodeURIComponent(key)}/history?lang=${language}`
}

/** What the screen that compares two releases shows: without `from` and `to` the newest release and the one before it. */
export type AskedChanges = {
  from?: string
  to?: string
  section?: string
  language?: Language
  /** Only the changes of this class. */
  show?: string
  /** `whole`: the whole text of the section, not only what changed. */
  text?: 'whole'
  /** `listed`: the sections that are the same are listed too. */
  same?: 'listed'
}

/** The comparison of two releases of the common framework, or of a national version. */
export function changesAddress(line: { toolkit: string } | { variant: string }, asked: AskedChanges = {}): string {
  const place = 'toolkit' in line ? frameworkAddress({ id: line.toolkit }) : versionAddress(line.variant)
  const { from, to, section, language, show, text, same } = asked
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ from, to, section, lang: language, show, text, same }))
    if (value) query.set(name, value)
  return `${place}/changes${query.size > 0 ? `?${query}` : ''}`
}

/** The check of a whole text: of the common framework, or of a national version. */
export function checkAddress(line: { toolkit: string } | { variant: string }, language?: Language): string {
  const place = 'toolkit' in line ? frameworkAddress({ id: line.toolkit }) : versionAddress(line.variant)
  return `${place}/check${language ? `?lang=${language}` : ''}`
}

/** Where it is asked whether the links of a whole text answer. */
export function askAboutLinksAddress(line: { toolkit: string } | { variant: string }, language: Language): string {
  const place = 'toolkit' in line ? `framework/${line.toolkit}` : `version/${line.variant}`
  return `/api/links/${place}?language=${language}`
}

/** The import into a toolkit; without one, into a new toolkit. */
export function importAddress(slug?: string): string {
  return slug ? `/admin/import?toolkit=${encodeURIComponent(slug)}` : '/admin/import?new=yes'
}

/** The page of a release on the site; `common` for the common framework. */
export function siteAddress({
  country,
  language,
  toolkit,
  version,
}: {
  country: string
  language: Language
  toolkit: Toolkit
  version?: string
}): string {
  const place = country === 'master' ? 'common' : country
  return `/${place}/${language}/${toolkit.slug}${version ? `/v/${encodeURIComponent(version)}` : ''}`
}
