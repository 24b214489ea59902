import type { ImportedSection } from '../importing'
import type { Language } from '../language'
import { matchSections, type SectionMatch, type SectionToMatch, textOfSection } from '../matchSections'
import type { RememberedSection } from './importedText'
import type { ExistingSection } from './plan'

type Given = {
  /** In reading order. */
  existing: ExistingSection[]
  remembered: ReadonlyMap<string, RememberedSection>
  incoming: ImportedSection[]
  language: Language
  pairs: Readonly<Record<number, string | null>>
}

/**
 * Which section of the toolkit each section of the document is. A section is known by what the last import brought, so that
 * what was renamed or rewritten here is still found; then by its text of today; at last among those that were gone: a key
 * and an address stand for one section for ever, so one that comes back gets its own.
 */
export function matchDocument({ existing, remembered, incoming, language, pairs }: Given): SectionMatch[] {
  const isInDocument = ({ content }: ExistingSection) => remembered.get(content.key)?.left === false
  const there = existing.filter((section) => !section.retired || isInDocument(section))
  const first = matchSections({
    existing: there.map((section, position) => asBrought({ section, position, remembered, language })),
    incoming,
    pairs,
  })
  const leftOver = there.filter(({ content }) => first.gone.includes(content.key))
  const second = withMore({ matches: first.matches, candidates: leftOver, incoming, language, pairs })
  const gone = existing.filter((section) => section.retired && !isInDocument(section))
  return withMore({ matches: second, candidates: gone, incoming, language, pairs })
}

function withMore({
  matches,
  candidates,
  incoming,
  language,
  pairs,
}: {
  matches: SectionMatch[]
  candidates: ExistingSection[]
  incoming: ImportedSection[]
  language: Language
  pairs: Given['pairs']
}): SectionMatch[] {
  const open = matches.flatMap(({ match }, index) => (match === null && pairs[index] !== null ? [index] : []))
  if (open.length === 0 || candidates.length === 0) return matches
  const found = matchSections({
    existing: candidates.map((section, position) => asItIs({ section, position, language })),
    incoming: open.flatMap((index) => incoming[index] ?? []),
  }).matches
  return matches.map((match, index) => found[open.indexOf(index)] ?? match)
}

export function asItIs({
  section: { slug, parent, content },
  position,
  language,
}: {
  section: ExistingSection
  position: number
  language: Language
}): SectionToMatch {
  const text = textOfSection({ summary: content.summary[language] ?? '', body: content.body[language] ?? [] })
  return { key: content.key, slug, title: content.title[language] ?? '', text, parent, position }
}

function asBrought({
  section,
  position,
  remembered,
  language,
}: {
  section: ExistingSection
  position: number
  remembered: Given['remembered']
  language: Language
}): SectionToMatch {
  const brought = remembered.get(section.content.key)
  if (!brought || brought.left) return asItIs({ section, position, language })
  const { content, slug } = section
  const { parent, text } = brought
  return { key: content.key, slug, title: text.title, text: textOfSection(text), parent, position }
}
