import type { Finding } from '@/domain/check/finding'
import type { Translator } from '@/messages/translate'

/** What was found, and what to do about it, in one or two sentences. */
export function sayFinding({ is, at: _, ...params }: Finding, say: Translator): string {
  return say(`check.found.${is}`, params)
}
