import { LANGUAGES, type Language } from '@/domain/language'
import type { ManifestEntry, PlacedSection } from '@/domain/release'
import { isEmptyField } from '@/domain/richText/sameText'
import type { SectionContent } from '@/domain/section'
import { commonRegroupings, isDividedToo, isWithin, type Regrouping } from '@/domain/updates/updates'
import type { Translator } from '@/messages/translate'
import { type ChangedSection, numbered, type ReleaseWork } from './releaseWork'
import type { SectionTexts } from './sectionTexts'

/** Sections that the next release divides or joins, and on which countries decide together. */
export type RegroupedSections = {
  became: Regrouping['became']
  /** The section that was divided, or that the others were joined to. */
  head: ChangedSection
  /** In the order of the text. */
  others: ChangedSection[]
  /** For each language in which the text is not divided, or not joined: the others that stand twice there, or in no section. */
  notIn: { language: Language; others: ChangedSection[] }[]
}

/** Can there be any? Then their texts are needed to know it. */
export function mayBeRegrouped(changed: ReleaseWork['changed']): boolean {
  return changed.some(({ became }) => became === 'new' || became === 'removed')
}

/** Returns the sections that the next release divides or joins, in the order of the text. */
export function regroupedSections({
  work: { changed, sections, text, toolkit },
  texts,
}: {
  work: Pick<ReleaseWork, 'changed' | 'sections' | 'text' | 'toolkit'>
  texts: ReadonlyMap<string, SectionTexts>
}): RegroupedSections[] {
  const changedBy = new Map(changed.map((section) => [section.key, section]))
  const entries = new Map(sections.map(({ entry }) => [entry.key, entry]))
  const ordered = [...text.rows.map(({ key }) => key), ...text.removed].flatMap((key) => changedBy.get(key) ?? [])
  const found = commonRegroupings({
    sections: ordered.map(({ key, was }) => ({
      key,
      base: placed(was, texts.get(key)?.before),
      newest: placed(entries.get(key), texts.get(key)?.after),
    })),
    sourceLanguage: toolkit.sourceLanguage,
  })
  return found.flatMap(({ became, key, others }): RegroupedSections[] => {
    const head = changedBy.get(key)
    if (!head) return []
    const sectionsOf = (keys: readonly string[]) => keys.flatMap((other) => changedBy.get(other) ?? [])
    const source = toolkit.sourceLanguage
    const notIn = LANGUAGES.filter((language) => language !== source).flatMap((language) => {
      const keys = others.filter((other) =>
        isAsItWas({ became, head: texts.get(key), other: texts.get(other), source }, language),
      )
      return keys.length > 0 ? [{ language, others: sectionsOf(keys) }] : []
    })
    return [{ became, head, others: sectionsOf(others), notIn }]
  })
}

/** Is the text of the other section twice in a language, or in no section? As `undividedIn` and `unjoinedIn` say it of countries. */
function isAsItWas(
  {
    became,
    head,
    other,
    source,
  }: {
    became: Regrouping['became']
    head: SectionTexts | undefined
    other: SectionTexts | undefined
    source: Language
  },
  language: Language,
): boolean {
  const inBoth = (of: Language) => ({ was: head?.before?.body[of], is: head?.after?.body[of] })
  const [{ is }, text] = [inBoth(language), (became === 'joined' ? other?.before : other?.after)?.body[language]]
  if (became === 'joined') return !isEmptyField(text) && !isWithin(text, is)
  const isDivided = isDividedToo({ source: inBoth(source), language: inBoth(language) })
  return !isEmptyField(is) && isEmptyField(text) && !isDivided
}

function placed(entry: ManifestEntry | null = null, content: SectionContent | null = null): PlacedSection | null {
  return entry && content && { entry, content }
}

/** Returns those by the key of each section that is one of them. */
export function byRegroupedKey(regrouped: readonly RegroupedSections[]): Map<string, RegroupedSections> {
  return new Map(regrouped.flatMap((one) => [one.head, ...one.others].map(({ key }) => [key, one])))
}

/** Says which sections were divided or joined, in which languages they were not, and that countries decide on them together. */
export function sayRegrouped({
  regrouped: { became, head, notIn, others },
  language,
  say,
}: {
  regrouped: RegroupedSections
  language: Language
  say: Translator
}): string {
  const listed = new Intl.ListFormat(language, { type: 'conjunction' })
  const named = { head: numbered(head), others: listed.format(others.map(numbered)) }
  const sentence = say(`admin.notes.regrouped.${became}`, named)
  const exceptions = notIn.map((one) =>
    say(`admin.notes.regrouped.${became}-not-in`, {
      head: numbered(head),
      others: listed.format(one.others.map(numbered)),
      language: say(`words.language.${one.language}`),
    }),
  )
  return [sentence, ...exceptions].join(' ')
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
  const { number } = regrouped.head
  if (key === regrouped.head.key) return say(`admin.since.${regrouped.became}`)
  return say(regrouped.became === 'split' ? 'admin.notes.new-from' : 'admin.notes.goes-into', { number })
}
