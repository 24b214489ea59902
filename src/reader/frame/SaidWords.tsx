import type { Said } from '@/domain/said'

/** Words in a line; where they stand in for another language, they say in which they are. */
export function SaidWords({ said }: { said: Said<string> }) {
  return said.standsIn ? <span lang={said.language}>{said.value}</span> : said.value
}
