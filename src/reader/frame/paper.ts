import { longDate } from '@/messages/dates'
import { translatorFor } from '@/messages/translate'
import { newestPath, permanentPath, type VersionView } from '../versionView'

/** The printed lines: whose text, which release, its address, and the address of a newer one. */
export function paperLines(
  version: VersionView,
  view: { section?: string; compare?: true; since?: string } = {},
): { head: string; address: string; newer: string } {
  const { language, release, words } = version
  const say = translatorFor(language)
  const params = {
    country: words.name,
    version: release.version,
    base: release.baseline?.version ?? '',
    language: say(`words.language.${language}`),
    date: longDate(release.publishedAt, language),
  }
  return {
    head: view.since
      ? say('reader.paper-changes', { ...params, since: view.since })
      : say(view.compare && release.baseline ? 'reader.paper-compare' : 'reader.paper', params),
    address: shown(version.origin, permanentPath(version, view)),
    newer: say('reader.paper-newer', { address: shown(version.origin, newestPath(version)) }),
  }
}

/** An address as people copy it from paper: without the scheme. */
export function shown(origin: string, path: string): string {
  return `${origin.replace(/^https?:\/\//, '')}${decodeURI(path)}`
}
