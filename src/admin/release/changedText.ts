import {
  type BlockChange,
  diffSection,
  diffText,
  type FieldChange,
  type SectionChange,
  type Segment,
} from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { SectionContent } from '@/domain/section'
import { sectionText } from '@/domain/sectionText'
import type { Translator } from '@/messages/translate'
import { sayPolicy } from '../words/sayRules'

/** How many blocks of a new or removed text are shown before the fold. */
const BLOCKS_IN_SIGHT = 2

/** The difference of a text in one language; `rest` is the end of a long text that is new or removed as a whole. */
export type TextChange = { language: Language; change: SectionChange; seen: SectionChange; rest: SectionChange | null }

/** What differs in a section between the last release and the next one. */
export type ChangedText = {
  /** In the languages in which readers see a difference; the source language first. */
  texts: TextChange[]
  /** Only countries see the guidance, and what they may do with the section. */
  guidance: { language: Language; segments: Segment[] }[]
  policy: Segment[] | null
}

/** Compares the two texts of a section; null on the side that does not have it. The source language comes first. */
export function changedText({
  before,
  after,
  languages,
  say,
}: {
  before: SectionContent | null
  after: SectionContent | null
  languages: readonly Language[]
  say: Translator
}): ChangedText {
  const side = (content: SectionContent | null, language: Language) => content && sectionText({ content, language })
  const [source = 'en'] = languages
  const texts = languages.flatMap((language): TextChange[] => {
    const change = diffSection({ before: side(before, language), after: side(after, language) })
    if (change.fields.every(({ status }) => status === 'same')) return []
    if (before && after) return [{ language, change, seen: change, rest: null }]
    // The audiences and stages of a new or removed section count in each language, also where it has no text.
    if (change.counts.wordsAdded + change.counts.wordsRemoved === 0) return []
    return [{ language, change, ...inParts(change, { showsTitle: language !== source }) }]
  })
  // Of a new or removed section everything is new or removed.
  if (!before || !after) return { texts, guidance: [], policy: null }
  const policies = [before, after].map((content) => sayPolicy(content, { language: source, say }))
  const words = (was: string, is: string) => diffText({ before: was, after: is }).segments
  return {
    texts,
    guidance: languages.flatMap((language) => {
      const segments = words(before.guidance[language] ?? '', after.guidance[language] ?? '')
      return segments.every(({ status }) => status === 'same') ? [] : [{ language, segments }]
    }),
    policy: policies[0] === policies[1] ? null : words(policies[0] ?? '', policies[1] ?? ''),
  }
}

/** A text that is new or removed as a whole: its beginning, and the rest if it is long. */
function inParts(change: SectionChange, { showsTitle }: { showsTitle: boolean }): Pick<TextChange, 'seen' | 'rest'> {
  const isBody = (field: FieldChange): field is FieldChange & { kind: 'richText' } =>
    field.kind === 'richText' && field.field === 'body'
  const part = (blocksOf: (blocks: BlockChange[]) => BlockChange[], isFirst: boolean): SectionChange => ({
    ...change,
    // Beside its title it is said that the section is new or removed.
    status: 'changed',
    fields: change.fields.flatMap((field): FieldChange[] => {
      if (isBody(field)) return [{ ...field, blocks: blocksOf(field.blocks) }]
      if (!isFirst || field.kind === 'set') return []
      // The heading above it has the title in the source language.
      return field.field === 'title' && !showsTitle ? [] : [field]
    }),
  })
  const body = change.fields.find(isBody)
  const seen = part((blocks) => blocks.slice(0, BLOCKS_IN_SIGHT), true)
  if (!body || body.blocks.length <= BLOCKS_IN_SIGHT) return { seen, rest: null }
  return { seen, rest: part((blocks) => blocks.slice(BLOCKS_IN_SIGHT), false) }
}
