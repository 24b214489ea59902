import { parentsByDepth } from './alignment/parentsByDepth'
import type { ImportedSection } from './importing'
import { openAmong } from './importPlan/decision'
import { importedTextOf, type RememberedSection } from './importPlan/importedText'
import { matchDocument } from './importPlan/matchDocument'
import { placeSections, type Standing } from './importPlan/placeSections'
import type { ExistingSection, ImportChoices, ImportPlan, PlannedSection } from './importPlan/plan'
import { planGone } from './importPlan/planGone'
import { planSection } from './importPlan/planSection'
import { beginsWithNumber, withoutTypedNumbers } from './importPlan/withoutTypedNumbers'
import type { Language } from './language'
import { matchByPlace } from './matchSections'
import { inReadingOrder } from './release'
import { slugOf } from './slug'

export const NOTHING_CHOSEN: ImportChoices = { pairs: {}, resolutions: {} }

type Given = {
  /** The sections of the toolkit in reading order. */
  ordered: (ExistingSection & { key: string })[]
  /** What the last import in this language brought; null if none is known. */
  remembered: readonly RememberedSection[] | null
  incoming: ImportedSection[]
  language: Language
  choices: ImportChoices
}

const NOTHING = { sections: [], gone: [], placed: [], open: [], asksAboutGone: false, remembered: [] }

/**
 * Plans the import of a document into a toolkit and writes nothing. The document is merged into the working text, on
 * the base of the last import: changes made here stay, changes of the document come in, and a place that both changed
 * is a decision. Sections that the last document had and this one lacks are gone; sections that were added here stay.
 * In another language than the toolkit's own, sections are matched by place, and none is added or removed.
 */
export function planImport({
  existing,
  incoming,
  sourceLanguage,
  newKey,
  ...others
}: Omit<Given, 'ordered'> & {
  existing: ExistingSection[]
  sourceLanguage: Language
  newKey: () => string
}): ImportPlan {
  const placed = existing.map((section) => ({ ...section, key: section.content.key }))
  const ordered = inReadingOrder(placed).map(({ entry }) => entry)
  const given = { ...others, incoming: withTitlesOfToolkit({ existing, incoming, language: others.language }) }
  return given.language === sourceLanguage
    ? planInOwnLanguage({ ...given, ordered, newKey })
    : planTranslation({ ...given, ordered, sourceLanguage })
}

/** The numbers of the tree are left out of the titles, but not for a toolkit of which a title begins with a number. */
function withTitlesOfToolkit({
  existing,
  incoming,
  language,
}: Pick<Given, 'incoming' | 'language'> & { existing: ExistingSection[] }): ImportedSection[] {
  const isNumbered = existing.some(
    ({ content, retired }) => !retired && beginsWithNumber(content.title[language] ?? ''),
  )
  return isNumbered ? incoming : withoutTypedNumbers(incoming)
}

function planInOwnLanguage({
  ordered,
  remembered,
  incoming,
  language,
  choices,
  newKey,
}: Given & { newKey: () => string }): ImportPlan {
  const { resolutions, pairs } = choices
  const active = ordered.filter(({ retired }) => !retired)
  const known = byKey(ordered)
  const brought = byKey(remembered ?? [])
  const matches = matchDocument({ existing: ordered, brought, incoming, language, pairs })
  const taken = new Set(ordered.map(({ slug }) => slug))
  const planned = incoming.map((section, index) => {
    const { match, how } = matches[index] ?? { match: null, how: 'none' }
    const key = match ?? newKey()
    // A section keeps its address. A new one gets an address that no other section has.
    const slug = known.get(key)?.slug ?? slugOf(section.slug ?? section.title, taken)
    taken.add(slug)
    const given = { incoming: section, key, slug, how, language, resolutions }
    return planSection({ ...given, known: known.get(key), brought: brought.get(key) })
  })
  const keys = planned.map(({ key }) => key)
  const parents = parentsByDepth(incoming.map(({ depth }) => depth)).map((parent) => keys[parent] ?? null)

  const inDocument = new Set(keys)
  const lacking = active.filter(({ key }) => !inDocument.has(key))
  const broughtOrNot = remembered && brought
  const { gone, asksAboutGone } = planGone({ lacking, active: active.length, brought: broughtOrNot, language, choices })

  const living = new Set([...active, ...planned.filter(({ isLeftOut }) => !isLeftOut)].map(({ key }) => key))
  for (const { key, goes } of gone) if (goes) living.delete(key)
  const { places, decisions } = placeSections({
    base: remembered?.filter(({ left }) => !left) ?? null,
    ours: active,
    theirs: keys.map((key, index) => ({ key, parent: parents[index] ?? null })),
    living,
    resolutions,
    nameOf: (key) => (known.has(key) ? key : `section ${keys.indexOf(key)} of the document`),
    titleOf: (key) => known.get(key)?.content.title[language] ?? incoming[keys.indexOf(key)]?.title ?? '',
  })
  const sections = planned.map((section): PlannedSection => {
    const here = known.get(section.key)
    const { parent, rank } = places.get(section.key) ?? here ?? { parent: null, rank: 'a0' }
    const moved = here !== undefined && !here.retired && !standsAt(here, { parent, rank })
    const titleHere = here?.content.title[language] ?? section.incoming.title
    const titleBefore = titleHere === section.incoming.title ? {} : { titleBefore: titleHere }
    const position = decisions.get(section.key) ?? []
    return { ...section, ...titleBefore, parent, rank, moved, decisions: section.decisions.concat(position) }
  })
  return {
    sections,
    gone,
    placed: [...places].flatMap(([key, place]) =>
      inDocument.has(key) || standsAt(known.get(key), place) ? [] : [{ key, ...place }],
    ),
    open: openAmong([...sections, ...gone], resolutions),
    asksAboutGone,
    remembered: [
      ...sections.map((section, index) => rememberedOf(section, parents[index] ?? null)),
      ...(remembered ?? []).filter(({ key }) => !inDocument.has(key)).map((one) => ({ ...one, left: true })),
    ],
    problems: [],
  }
}

function planTranslation({
  ordered,
  remembered,
  incoming,
  language,
  sourceLanguage,
  choices: { resolutions },
}: Given & { sourceLanguage: Language }): ImportPlan {
  const active = ordered.filter(({ retired }) => !retired)
  if (active.length === 0) {
    return { ...NOTHING, problems: [{ key: 'refusal.import-language-first', params: { language: sourceLanguage } }] }
  }
  const titled = active.map((section) => ({ ...section, title: section.content.title[sourceLanguage] ?? '' }))
  const outcome = matchByPlace({ existing: titled, incoming })
  if (!outcome.ok) return { ...NOTHING, problems: outcome.because }
  const keys = outcome.result
  const sectionOf = byKey(active)
  const brought = byKey(remembered ?? [])
  const sections = incoming.flatMap((section, index): PlannedSection[] => {
    const known = sectionOf.get(keys[index] ?? '')
    if (!known) return []
    const { key, slug, parent, rank } = known
    const given = { incoming: section, key, slug, how: 'place' as const, language, resolutions }
    return [{ ...planSection({ ...given, known, brought: brought.get(key) }), parent, rank, moved: false }]
  })
  return {
    ...NOTHING,
    problems: [],
    sections,
    open: openAmong(sections, resolutions),
    remembered: [
      ...sections.map((section) => rememberedOf(section, null)),
      ...(remembered ?? []).filter(({ key }) => !keys.includes(key)),
    ],
  }
}

function byKey<One extends { key: string }>(all: readonly One[]): ReadonlyMap<string, One> {
  return new Map(all.map((one) => [one.key, one]))
}

function rememberedOf({ key, incoming }: PlannedSection, parent: string | null): RememberedSection {
  return { key, parent, text: importedTextOf(incoming), left: false }
}

function standsAt(known: Standing | undefined, { parent, rank }: Omit<Standing, 'key'>): boolean {
  return known?.parent === parent && known.rank === rank
}
