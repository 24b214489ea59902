import type { KnownSite } from '@/domain/check/addresses'
import type { LinkAnswers } from '@/domain/check/answers'
import { type CheckedText, checkedText } from '@/domain/check/checkedText'
import { type CheckedVersion, checkVersion } from '@/domain/check/checkVersion'
import type { Language } from '@/domain/language'
import type { ManifestEntry } from '@/domain/release'
import { type Block, block, text } from '@/domain/richText/richText'
import { emptyContent, type SectionContent } from '@/domain/section'

/** A text of these blocks, as it is checked. */
export function textOfBlocks(blocks: Block[], language: Language = 'en'): CheckedText {
  return checkedText({ ...emptyContent('a'), body: { [language]: blocks } }, language)
}

export function heading(level: number, words: string): Block {
  return block('heading', { attrs: { level }, runs: words === '' ? [] : [text(words)] })
}

export function linked(words: string, address: string): Block {
  return block('paragraph', { runs: [text('See '), text(words, [], address), text('.')] })
}

export function contact(fields: Record<string, string>): Block {
  const children = Object.entries(fields).map(([name, words]) =>
    block('field', { attrs: { name }, runs: [text(words)] }),
  )
  return block('contact', { children })
}

export const SITE: KnownSite = {
  origin: 'https://toolkit.example',
  toolkit: 'guide',
  sections: new Map([['ie', new Set(['first-contact', 'appeal'])]]),
}

/** A section of a version: its text, and what is given of its entry. */
export function sectionOf(key: string, content: Partial<SectionContent>, entry: Partial<ManifestEntry> = {}) {
  return {
    content: { ...emptyContent(key), title: { en: key }, ...content },
    entry: {
      ...{ key, slug: key, parent: null, rank: key, mode: 'inherit' as const, blob: key, provenance: {} },
      ...entry,
    },
  }
}

/** What is found in a version, as the section, the kind, and the place: `a: part-empty at “Who can help”`. */
export function foundIn({ sections }: Pick<CheckedVersion, 'sections'>): string[] {
  return sections.flatMap(({ key, findings }) => findings.map(({ is, at: { line } }) => `${key}: ${is} at “${line}”`))
}

export function checked(
  sections: ReturnType<typeof sectionOf>[],
  language: Language = 'en',
  answers: LinkAnswers = new Map(),
): CheckedVersion {
  return checkVersion({ sections, language, site: SITE, answers })
}
