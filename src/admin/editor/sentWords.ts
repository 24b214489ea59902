import type { Language } from '@/domain/language'
import { catalogues } from '@/messages/catalogues'

/** The messages that a screen needs in the browser, by key: one language, and only keys with these prefixes. */
export function sentWords({ language, beginnings }: { language: Language; beginnings: readonly string[] }) {
  const all: [string, string][] = Object.entries(catalogues[language])
  return Object.fromEntries(all.filter(([key]) => beginnings.some((beginning) => key.startsWith(beginning))))
}
