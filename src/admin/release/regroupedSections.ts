import { isSameJson } from '@/domain/canonicalJson'
import { LANGUAGES, type Language } from '@/domain/language'
import { mayBeRegrouped } from '@/domain/regroupedPairs'
import type { ManifestEntry, PlacedSection } from '@/domain/release'
import type { SectionContent } from '@/domain/section'
import {
  commonRegroupings,
  linesRead,
  madeOf,
  type RegroupedText,
  type Regrouping,
  type RegroupingGaps,
  regroupedTexts,
  regroupingGaps,
} from '@/domain/updates/updates'
import type { Translator } from '@/messages/translate'
import { sayRegroupedAs } from '@/textView/regroupedWords'
import { type ChangedSection, numbered, type ReleaseWork } from './releaseWork'
import type { SectionTexts } from './sectionTexts'

/** Sections that the next release divides or joins. */
export type RegroupedSections = {
  became: Regrouping['became']
  /** Do countries that use their texts decide on them together? Not where they may not differ. */
  isTogether: boolean
  /** The section that was divided, or that the others were joined to. */
  head: ChangedSection
  /** In the order of the text. */
  others: ChangedSection[]
  /** The language of the common framework. */
  source: Language
  /** What is amiss in each language in which the text is not divided or joined as in that of the common framework. */
  gaps: { language: Language; is: keyof RegroupingGaps; sections: ChangedSection[] }[]
}

/** Returns the sections that the next release divides or joins, in the order of the text. */
export function regroupedSections({
  work: { changed, sections, text, toolkit },
  texts,
}: {
  work: Pick<ReleaseWork, 'changed' | 'sections' | 'text' | 'toolkit'>
  texts: ReadonlyMap<string, SectionTexts>
}): RegroupedSections[] {
  const before = changed.flatMap(({ was }) => was ?? [])
  const after = changed.flatMap(({ about, became, key }) => (became === 'removed' ? [] : [{ key, blob: about }]))
  if (!mayBeRegrouped({ before, after })) return []
  const changedBy = new Map(changed.map((section) => [section.key, section]))
  const entries = new Map(sections.map(({ entry }) => [entry.key, entry]))
  const ordered = [...text.rows.map(({ key }) => key), ...text.removed].flatMap((key) => changedBy.get(key) ?? [])
  const { sourceLanguage } = toolkit
  const common = commonRegroupings({
    sections: ordered.map(({ key, was }) => ({
      key,
      base: placed(was, texts.get(key)?.before),
      newest: placed(entries.get(key), texts.get(key)?.after),
    })),
    sourceLanguage,
  })
  const textIn = (content: SectionContent | null = null) => content && (content.body[sourceLanguage] ?? [])
  const found = regroupedTexts(
    ordered.map(({ key }) => ({ key, before: textIn(texts.get(key)?.before), after: textIn(texts.get(key)?.after) })),
  )
  return found.flatMap(({ became, key, others }): RegroupedSections[] => {
    const head = changedBy.get(key)
    if (!head) return []
    const sectionsOf = (keys: readonly string[]) => keys.flatMap((other) => changedBy.get(other) ?? [])
    const gaps = LANGUAGES.flatMap((language) => gapsIn({ became, keys: [key, ...others], language }))
    return [
      {
        became,
        isTogether: common.some((one) => isSameJson(one, { became, key, others })),
        head,
        others: sectionsOf(others),
        source: toolkit.sourceLanguage,
        gaps: gaps.map(({ keys, ...gap }) => ({ ...gap, sections: sectionsOf(keys) })),
      },
    ]
  })

  type Gap = { language: Language; is: keyof RegroupingGaps; keys: string[] }

  function gapsIn({
    became,
    keys,
    language,
  }: {
    became: Regrouping['became']
    keys: readonly string[]
    language: Language
  }): Gap[] {
    const source = toolkit.sourceLanguage
    if (language === source) return []
    const textOf = (key: string): RegroupedText => {
      const { after = null, before = null } = texts.get(key) ?? {}
      const linesIn = (of: Language) => linesRead({ before: before?.body[of], after }, of)
      return { key, inLanguage: linesIn(language), inSource: linesIn(source) }
    }
    const [head, ...others] = keys.map(textOf)
    const gaps = head ? Object.entries(regroupingGaps({ became, head, others })) : []
    return gaps.flatMap(([is, found]) =>
      found.length > 0 ? [{ language, is: is as keyof RegroupingGaps, keys: found }] : [],
    )
  }
}

function placed(entry: ManifestEntry | null = null, content: SectionContent | null = null): PlacedSection | null {
  return entry && content && { entry, content }
}

/**
 * Returns both texts of each section with what it is compared with: of those that were divided or joined, what they were made of. A
 * section that is gone is compared within the one that has its text now.
 */
export function comparedTexts(
  texts: ReadonlyMap<string, SectionTexts>,
  regrouped: readonly RegroupedSections[],
): Map<string, SectionTexts> {
  const compared = new Map(texts)
  for (const { became, head, others } of regrouped) {
    const textsOf = ({ key }: ChangedSection) => texts.get(key) ?? NOWHERE
    const made = madeOf({ became, head: textsOf(head), others: others.map(textsOf) })
    for (const section of [head, ...others]) {
      const before = made.get(section.key)
      compared.set(section.key, before ? { before, after: textsOf(section).after } : NOWHERE)
    }
  }
  return compared
}

const NOWHERE: SectionTexts = { before: null, after: null }

/** Returns those by the key of each section that is one of them. */
export function byRegroupedKey(regrouped: readonly RegroupedSections[]): Map<string, RegroupedSections> {
  return new Map(regrouped.flatMap((one) => [one.head, ...one.others].map(({ key }) => [key, one])))
}

/** Says which sections were divided or joined, in which languages they were not, and if countries decide on them together. */
export function sayRegrouped({
  regrouped: { became, gaps, head, isTogether, others, source },
  language,
  say,
}: {
  regrouped: RegroupedSections
  language: Language
  say: Translator
}): string {
  const listed = new Intl.ListFormat(language, { type: 'conjunction' })
  const named = { head: numbered(head), others: listed.format(others.map(numbered)) }
  const sentences = [say(`admin.notes.regrouped.${became}`, named)]
  if (isTogether) sentences.push(say('admin.notes.regrouped.together'))
  const exceptions = gaps.map(({ is, language: of, sections }) =>
    say(`admin.notes.regrouped.${is}`, {
      head: numbered(head),
      sections: listed.format(sections.map(numbered)),
      count: sections.length,
      language: say(`words.language.${of}`),
      source: say(`words.language.${source}`),
    }),
  )
  return [...sentences, ...exceptions].join(' ')
}

/** Says in a few words what becomes of a section, which the next release may divide or join. */
export function sayBecame({
  section: { key, became },
  regrouped,
  say,
}: {
  section: Pick<ChangedSection, 'key' | 'became'>
  regrouped: RegroupedSections | null
  say: Translator
}): string {
  if (!regrouped) return say(became === 'removed' ? 'admin.notes.goes' : `admin.since.${became}`)
  return sayRegroupedAs(regrouped, key, say)
}
