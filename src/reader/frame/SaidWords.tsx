import type { Said } from '@/domain/said'

/** Words in a line; if they replace missing ones, their language is named. */
export function SaidWords({ said }: { said: Said<string> }) {
  return said.standsIn ? <span lang={said.language}>{said.value}</span> : said.value
}
