import type { ImportedSection } from '../importing'
import type { Language } from '../language'
import { matchSections, type SectionMatch, type SectionToMatch, textOfSection } from '../matchSections'
import { type ImportedText, type RememberedSection, wholeTextOf } from './importedText'
import type { ExistingSection, ImportChoices } from './plan'

/**
 * Which section of the toolkit each section of the document is. A section is known by what the last import brought, so that
 * what was renamed or rewritten here is still found; then by its text of today; at last among those that were gone: a key
 * and an address stand for one section for ever, so one that comes back gets its own.
 */
export function matchDocument({
  existing,
  brought,
  incoming,
  language,
  pairs,
}: {
  /** In reading order. */
  existing: readonly ExistingSection[]
  /** What the last import brought, by key. */
  brought: ReadonlyMap<string, RememberedSection>
  incoming: readonly ImportedSection[]
  language: Language
  pairs: ImportChoices['pairs']
}): SectionMatch[] {
  const isInDocument = ({ content }: ExistingSection) => brought.get(content.key)?.left === false
  const asItIs = (section: ExistingSection) =>
    toMatch(section, { parent: section.parent, text: wholeTextOf({ content: section.content, language }) })
  const asBrought = (section: ExistingSection) => {
    const known = brought.get(section.content.key)
    return known && !known.left ? toMatch(section, known) : asItIs(section)
  }
  const there = existing.filter((section) => !section.retired || isInDocument(section))
  const first = matchSections({ existing: there.map(asBrought), incoming, pairs })
  const leftOver = there.filter(({ content }) => first.gone.includes(content.key))
  const away = existing.filter((section) => section.retired && !isInDocument(section))
  return [leftOver, away].reduce((matches, candidates) => {
    const open = matches.flatMap(({ match }, index) => (match === null && pairs[index] !== null ? [index] : []))
    if (open.length === 0 || candidates.length === 0) return matches
    const others = open.flatMap((index) => incoming[index] ?? [])
    const found = matchSections({ existing: candidates.map(asItIs), incoming: others }).matches
    return matches.map((match, index) => found[open.indexOf(index)] ?? match)
  }, first.matches)
}

function toMatch(
  { slug, content: { key } }: ExistingSection,
  { parent, text }: { parent: string | null; text: ImportedText },
): SectionToMatch {
  return { key, slug, parent, title: text.title, text: textOfSection(text) }
}
