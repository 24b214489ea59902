import type { Language } from '@/domain/language'
import type { Standing } from '@/domain/standing'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'

/** The last release of a common framework, the changes since, and whether it is withdrawn, in sentences. */
export function lastReleaseWords({
  common: { lastText, withdrawal },
  changes,
  language,
  say,
}: {
  common: Standing
  /** What changed since the release (see `changesInWords`); empty to omit it. */
  changes: string
  language: Language
  say: Translator
}): string {
  if (!lastText) return say('admin.frameworks.no-release')
  const { publishedAt, version } = lastText
  return [
    say('admin.frameworks.last', { version, date: longDate(publishedAt, language) }),
    ...(changes ? [changes] : []),
    // Last, because “since” in the sentence before refers to the release.
    ...(withdrawal ? [say('admin.frameworks.withdrawn', { date: longDate(withdrawal.publishedAt, language) })] : []),
  ].join(' ')
}
