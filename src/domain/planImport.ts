import { parentsByDepth } from './alignment/parentsByDepth'
import type { ImportedSection } from './importing'
import { type Decision, openAmong } from './importPlan/decision'
import { importedTextOf, type RememberedSection } from './importPlan/importedText'
import { asItIs, matchDocument } from './importPlan/matchDocument'
import { placeSections } from './importPlan/placeSections'
import type { ExistingSection, ImportChoices, ImportPlan, PlannedSection } from './importPlan/plan'
import { planGone } from './importPlan/planGone'
import { planSection } from './importPlan/planSection'
import type { Language } from './language'
import { matchByPlace } from './matchSections'
import { inReadingOrder } from './release'
import { slugOf } from './slug'

export const NOTHING_CHOSEN: ImportChoices = { pairs: {}, resolutions: {} }

type Given = {
  existing: ExistingSection[]
  /** What the last import in this language brought; null where none is known. */
  remembered: readonly RememberedSection[] | null
  incoming: ImportedSection[]
  language: Language
  choices: ImportChoices
}

/**
 * What importing a document into a toolkit does, before anything is written. The document is merged into the working text,
 * with what the last import brought as the base: what was changed here stays, what the document changed comes in, and what
 * both changed is a decision. Sections of the toolkit that the document had and no longer has are gone; what was added
 * here stays. In another language than the toolkit's own, sections are matched by their place, and none comes or goes.
 */
export function planImport({
  sourceLanguage,
  newKey,
  ...given
}: Given & { sourceLanguage: Language; newKey: () => string }): ImportPlan {
  return given.language === sourceLanguage
    ? planInOwnLanguage({ ...given, newKey })
    : planTranslation({ ...given, sourceLanguage })
}

function planInOwnLanguage({
  existing,
  remembered,
  incoming,
  language,
  choices,
  newKey,
}: Given & { newKey: () => string }): ImportPlan {
  const { resolutions, pairs } = choices
  const ordered = inOrder(existing)
  const active = ordered.filter(({ retired }) => !retired)
  const known = byKey(ordered)
  const brought = broughtBy(remembered)
  const matches = matchDocument({ existing: ordered, remembered: brought, incoming, language, pairs })
  const keys = matches.map(({ match }) => match ?? newKey())
  const slugs = slugsOf({ incoming, keys, known })
  const planned = incoming.map((section, index) => {
    const key = keys[index] ?? ''
    const named = { incoming: section, key, slug: slugs[index] ?? '', how: matches[index]?.how ?? 'none' }
    return planSection({ ...named, known: known.get(key), brought: brought.get(key), language, resolutions })
  })

  const inDocument = new Set(keys)
  const lacking = active.filter(({ content }) => !inDocument.has(content.key))
  const broughtOrNot = remembered && brought
  const { gone, asksAboutGone } = planGone({ lacking, active: active.length, brought: broughtOrNot, language, choices })

  const parents = parentsByDepth(incoming.map(({ depth }) => depth)).map((parent) => keys[parent] ?? null)
  const living = new Set([
    ...active.map(({ content }) => content.key),
    ...planned.filter(({ isLeftOut }) => !isLeftOut).map(({ key }) => key),
  ])
  for (const { key, goes } of gone) if (goes) living.delete(key)
  const { places, decisions } = placeSections({
    base: remembered?.filter(({ left }) => !left) ?? null,
    ours: active.map((section) => ({ ...section, key: section.content.key })),
    theirs: keys.map((key, index) => ({ key, parent: parents[index] ?? null })),
    living,
    resolutions,
    nameOf: (key) => (known.has(key) ? key : `section ${keys.indexOf(key)} of the document`),
    titleOf: (key) => known.get(key)?.content.title[language] ?? incoming[keys.indexOf(key)]?.title ?? '',
  })
  const sections = planned.map((section): PlannedSection => {
    const { parent, rank } = places.get(section.key) ?? known.get(section.key) ?? { parent: null, rank: 'a0' }
    const isThere = !section.isNew && !section.returns && !section.isLeftOut
    const moved = isThere && !standsAt(known.get(section.key), { parent, rank })
    const position = decisions.get(section.key)
    return { ...section, parent, rank, moved, decisions: [...section.decisions, ...(position ? [position] : [])] }
  })
  return {
    sections,
    gone,
    placed: [...places].flatMap(([key, place]) =>
      inDocument.has(key) || standsAt(known.get(key), place) ? [] : [{ key, ...place }],
    ),
    open: openAmong({ decisions: decisionsOf([...sections, ...gone]), resolutions }),
    asksAboutGone,
    remembered: [
      ...sections.map((section, index) => rememberedOf(section, parents[index] ?? null)),
      ...(remembered ?? []).filter(({ key }) => !inDocument.has(key)).map((one) => ({ ...one, left: true })),
    ],
    problems: [],
  }
}

function planTranslation({
  existing,
  remembered,
  incoming,
  language,
  sourceLanguage,
  choices: { resolutions },
}: Given & { sourceLanguage: Language }): ImportPlan {
  const nothing = { sections: [], gone: [], placed: [], open: [], asksAboutGone: false, remembered: [] }
  const active = inOrder(existing.filter(({ retired }) => !retired))
  if (active.length === 0) {
    return { ...nothing, problems: [{ key: 'refusal.import-language-first', params: { language: sourceLanguage } }] }
  }
  const toMatch = active.map((section, position) => asItIs({ section, position, language: sourceLanguage }))
  const outcome = matchByPlace({ existing: toMatch, incoming })
  if (!outcome.ok) return { ...nothing, problems: outcome.because }
  const keys = outcome.result
  const sectionOf = byKey(active)
  const brought = broughtBy(remembered)
  const sections = incoming.flatMap((section, index): PlannedSection[] => {
    const key = keys[index] ?? ''
    const known = sectionOf.get(key)
    if (!known) return []
    const { slug, parent, rank } = known
    const named = { incoming: section, key, slug, how: 'place' as const }
    const given = { ...named, known, brought: brought.get(key), language, resolutions }
    const { titleBefore: _, ...planned } = planSection(given)
    return [{ ...planned, parent, rank, moved: false }]
  })
  return {
    ...nothing,
    sections,
    open: openAmong({ decisions: decisionsOf(sections), resolutions }),
    remembered: [
      ...sections.map((section) => rememberedOf(section, null)),
      ...(remembered ?? []).filter(({ key }) => !keys.includes(key)),
    ],
    problems: [],
  }
}

function inOrder(existing: ExistingSection[]): ExistingSection[] {
  const placed = existing.map((section) => ({ ...section, key: section.content.key }))
  return inReadingOrder(placed).map(({ entry: { key: _, ...section } }) => section)
}

function byKey(sections: ExistingSection[]): ReadonlyMap<string, ExistingSection> {
  return new Map(sections.map((section) => [section.content.key, section]))
}

function broughtBy(remembered: Given['remembered']): ReadonlyMap<string, RememberedSection> {
  return new Map((remembered ?? []).map((one) => [one.key, one]))
}

function rememberedOf({ key, incoming }: PlannedSection, parent: string | null): RememberedSection {
  return { key, parent, text: importedTextOf(incoming), left: false }
}

function decisionsOf(sections: { decisions: Decision[] }[]): Decision[] {
  return sections.flatMap(({ decisions }) => decisions)
}

/** A section keeps its address. A new one gets one that no other has. */
function slugsOf({
  incoming,
  keys,
  known,
}: Pick<Given, 'incoming'> & { keys: string[]; known: ReadonlyMap<string, ExistingSection> }): string[] {
  const taken = new Set([...known.values()].map(({ slug }) => slug))
  return incoming.map(({ slug, title }, index) => {
    const own = known.get(keys[index] ?? '')?.slug ?? slugOf(slug ?? title, taken)
    taken.add(own)
    return own
  })
}

function standsAt(known: ExistingSection | undefined, { parent, rank }: { parent: string | null; rank: string }) {
  return known !== undefined && known.parent === parent && known.rank === rank
}
