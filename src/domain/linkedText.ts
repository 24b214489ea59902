import { linkTarget } from './safeUrl'

/** A stretch of a line of words; with an address, if it is one that readers may follow. */
export type LinkedText = { text: string; address?: string }

/** An address ends before the punctuation of its sentence. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>[\]`|"“”«»]*[^\s<>[\]`|"“”«».,:;!?'()]/giu

/** Returns a line of words in which web addresses are links: people write them into the sources of a section. */
export function linkedText(line: string): LinkedText[] {
  const parts: LinkedText[] = []
  let from = 0
  for (const { 0: found, index } of line.matchAll(ADDRESS)) {
    const address = linkTarget(found)
    if (!address) continue
    if (index > from) parts.push({ text: line.slice(from, index) })
    parts.push({ text: found, address })
    from = index + found.length
  }
  if (from < line.length) parts.push({ text: line.slice(from) })
  return parts
}
