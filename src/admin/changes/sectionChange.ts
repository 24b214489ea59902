import type { SectionBecame } from '@/domain/became'
import { type ComparedSection, comparedSection } from '@/domain/comparedSections'
import { diffText, type Segment } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import { type RegroupedPairs, regroupedIn, regroupedPairs } from '@/domain/regroupedPairs'
import type { ManifestEntry, PlacedSection } from '@/domain/release'
import type { SectionContent } from '@/domain/section'
import type { Translator } from '@/messages/translate'
import type { ReleaseHead } from '@/stored/release'
import { sayPolicy } from '../words/sayRules'
import type { ListedChange } from './listedChanges'

/** What differs in one section between two releases, in one language. */
export type SectionChangeIn = {
  compared: ComparedSection
  /** The guidance for countries and what they may do with the section; null if it is the same. */
  guidance: Segment[] | null
  policy: Segment[] | null
  /** Other languages whose readers get other words than before that are in none of the languages shown. */
  elsewhere: Language[]
}

export function sectionChange({
  change,
  regrouped,
  contents,
  from,
  to,
  language,
  source,
  say,
}: {
  change: ListedChange
  /** Gives those with which sections were divided or joined for readers of a language (`regroupedChanges`). */
  regrouped: (language: Language) => ReadonlyMap<string, RegroupedPairs>
  /** By hash; both texts of the section are there. */
  contents: ReadonlyMap<string, SectionContent>
  from: ReleaseHead
  to: ReleaseHead
  language: Language
  source: Language
  say: Translator
}): SectionChangeIn {
  const pair = placedPair(change, contents)
  const { was, is } = pair
  const comparedIn = (one: Language) =>
    comparedSection({
      ...{ pair, numberBefore: change.numberBefore, together: regrouped(one).get(change.key), language: one },
      ...{ source, languagesBefore: from.languages },
    })
  const compared = comparedIn(language)
  const shown = [language, ...compared.words.map((one) => one.language)]
  const policyWords = ({ content }: PlacedSection) => sayPolicy(content, { language, say })
  // In any other language readers get words that are shown already, or the same ones.
  const hasMoreIn = (one: Language) =>
    comparedIn(one).words.some(
      (of) =>
        !shown.includes(of.language) &&
        of.change.fields.some(({ kind, status }) => kind !== 'set' && status !== 'same'),
    )
  return {
    compared,
    guidance: was && is && differing(was.content.guidance[language], is.content.guidance[language]),
    policy: was && is && differing(policyWords(was), policyWords(is)),
    elsewhere: was && is ? to.languages.filter((one) => !shown.includes(one) && hasMoreIn(one)) : [],
  }
}

/** Gives the sections that were divided or joined for readers of each language. */
export function regroupedChanges({
  changes,
  contents,
  from,
  source,
}: {
  /** All changes, or none if nothing can have been divided or joined (`mayBeRegrouped`). */
  changes: readonly ListedChange[]
  contents: ReadonlyMap<string, SectionContent>
  from: Pick<ReleaseHead, 'languages'>
  source: Language
}): (language: Language) => ReadonlyMap<string, RegroupedPairs> {
  const pairs = changes.map((change) => placedPair(change, contents))
  const known = new Map<Language, ReadonlyMap<string, RegroupedPairs>>()
  return (language) => {
    const read = { language, source, languagesBefore: from.languages }
    const found = known.get(language) ?? regroupedPairs(regroupedIn({ pairs, ...read }), pairs)
    known.set(language, found)
    return found
  }
}

function placedPair(change: ListedChange, contents: ReadonlyMap<string, SectionContent>): SectionBecame<PlacedSection> {
  const placed = ({ entry }: { entry: ManifestEntry }): PlacedSection => {
    const content = contents.get(entry.blob)
    if (!content) throw new Error(`Blob ${entry.blob} is named by a release and is not there`)
    return { entry, content }
  }
  const { key, number, became } = change
  const [was, is] = [change.was && placed(change.was), change.is && placed(change.is)]
  return { key, number, became, was, is, section: placed(change.section) }
}

function differing(before = '', after = ''): Segment[] | null {
  return before === after ? null : diffText({ before, after }).segments
}
