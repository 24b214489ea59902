import type { Language } from '@/domain/language'
import type { Standing } from '@/domain/standing'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'

/** What is released of a common framework, what changed since, and whether it is withdrawn, in sentences. */
export function lastReleaseWords({
  common: { lastText, withdrawal },
  changes,
  language,
  say,
}: {
  common: Standing
  /** What changed since the release (see `changesInWords`); empty where nothing is said of it. */
  changes: string
  language: Language
  say: Translator
}): string {
  if (!lastText) return say('admin.frameworks.no-release')
  const { publishedAt, version } = lastText
  return [
    say('admin.frameworks.last', { version, date: longDate(publishedAt, language) }),
    ...(changes ? [changes] : []),
    // Last: “since” in the sentence before is since the release.
    ...(withdrawal ? [say('admin.frameworks.withdrawn', { date: longDate(withdrawal.publishedAt, language) })] : []),
  ].join(' ')
}
