import { parentsByDepth } from './alignment/parentsByDepth'
import type { ImportedSection } from './importing'
import { answerTo, type Decision, openAmong, questionId } from './importPlan/decision'
import { hashOfSides } from './importPlan/hashOfSides'
import {
  importedTextOf,
  isSameWhole,
  NO_TEXT,
  type RememberedSection,
  saidBy,
  wholeTextOf,
} from './importPlan/importedText'
import { asItIs, matchDocument } from './importPlan/matchDocument'
import { mergeImported, sidesOf } from './importPlan/mergeImported'
import { placeSections } from './importPlan/placeSections'
import type { ExistingSection, GoneSection, ImportChoices, ImportPlan, PlannedSection } from './importPlan/plan'
import type { Language } from './language'
import { matchByPlace, type SectionMatch } from './matchSections'
import { inReadingOrder } from './release'
import { slugOf } from './slug'

/** Above this share of the sections, none goes before somebody has said so. */
const MANY = 0.1

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
  const ordered = inOrder(existing)
  const broughtBefore = new Map((remembered ?? []).map((one) => [one.key, one]))
  const matches = matchDocument({
    existing: ordered,
    remembered: broughtBefore,
    incoming,
    language,
    pairs: choices.pairs,
  })
  const byKey = new Map(ordered.map((section) => [section.content.key, section]))
  const keys = matches.map(({ match }) => match ?? newKey())
  const slugs = slugsOf({ incoming, keys, byKey })
  const planned = incoming.map((section, index) =>
    planSection({
      incoming: section,
      key: keys[index] ?? '',
      slug: slugs[index] ?? '',
      how: matches[index]?.how ?? 'none',
      known: byKey.get(keys[index] ?? ''),
      brought: broughtBefore.get(keys[index] ?? ''),
      language,
      choices,
    }),
  )
  const active = ordered.filter(({ retired }) => !retired).length
  const lacking = ordered
    .filter(({ retired, content }) => !retired && !keys.includes(content.key))
    .flatMap((section) => planGone({ section, remembered, broughtBefore, language, choices }))
  const asksAboutGone = lacking.length > active * MANY
  const gone = asksAboutGone ? askAboutEach({ gone: lacking, choices }) : lacking
  const parents = parentsByDepth(incoming.map(({ depth }) => depth)).map((parent) => keys[parent] ?? null)
  const living = new Set([
    ...ordered.filter(({ retired }) => !retired).map(({ content }) => content.key),
    ...planned.filter(({ isLeftOut }) => !isLeftOut).map(({ key }) => key),
  ])
  for (const { key, goes } of gone) if (goes) living.delete(key)
  const { places, decisions } = placeSections({
    base: remembered?.filter(({ left }) => !left) ?? null,
    ours: ordered.filter(({ retired }) => !retired).map((section) => ({ ...section, key: section.content.key })),
    theirs: keys.map((key, index) => ({ key, parent: parents[index] ?? null })),
    living,
    resolutions: choices.resolutions,
    nameOf: (key) => (byKey.has(key) ? key : `section ${keys.indexOf(key)} of the document`),
    titleOf: (key) => byKey.get(key)?.content.title[language] ?? incoming[keys.indexOf(key)]?.title ?? '',
  })
  const sections = planned.map((section): PlannedSection => {
    const place = places.get(section.key) ?? byKey.get(section.key) ?? { parent: null, rank: 'a0' }
    const isThere = !section.isNew && !section.returns && !section.isLeftOut
    const position = decisions.get(section.key)
    return {
      ...section,
      parent: place.parent,
      rank: place.rank,
      moved: isThere && !standsAt(byKey.get(section.key), place),
      decisions: [...section.decisions, ...(position ? [position] : [])],
    }
  })
  const inDocument = new Set(keys)
  const placed = [...places].flatMap(([key, place]) =>
    inDocument.has(key) || standsAt(byKey.get(key), place) ? [] : [{ key, ...place }],
  )
  return {
    sections,
    gone,
    placed,
    open: openAmong({
      decisions: [...sections, ...gone].flatMap(({ decisions }) => decisions),
      resolutions: choices.resolutions,
    }),
    asksAboutGone,
    remembered: [
      ...incoming.map((section, index) => ({
        key: keys[index] ?? '',
        parent: parents[index] ?? null,
        text: importedTextOf(section),
        left: false,
      })),
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
  choices,
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
  const byKey = new Map(active.map((section) => [section.content.key, section]))
  const broughtBefore = new Map((remembered ?? []).map((one) => [one.key, one]))
  const sections = incoming.flatMap((section, index): PlannedSection[] => {
    const known = byKey.get(keys[index] ?? '')
    if (!known) return []
    const { slug, parent, rank, content } = known
    const brought = broughtBefore.get(content.key)
    const { titleBefore: _, ...planned } = planSection({
      incoming: section,
      key: content.key,
      slug,
      how: 'none',
      known,
      brought,
      language,
      choices,
    })
    return [{ ...planned, parent, rank, how: 'place' }]
  })
  return {
    ...nothing,
    sections,
    open: openAmong({
      decisions: sections.flatMap(({ decisions }) => decisions),
      resolutions: choices.resolutions,
    }),
    remembered: [
      ...sections.map(({ key, incoming: section }) => ({
        key,
        parent: null,
        text: importedTextOf(section),
        left: false,
      })),
      ...(remembered ?? []).filter(({ key }) => !keys.includes(key)),
    ],
    problems: [],
  }
}

/** What becomes of the text of one section; its place is found for all together. */
function planSection({
  incoming,
  key,
  slug,
  how,
  known,
  brought,
  language,
  choices: { resolutions },
}: {
  incoming: ImportedSection
  key: string
  slug: string
  how: SectionMatch['how']
  known: ExistingSection | undefined
  brought: RememberedSection | undefined
  language: Language
  choices: ImportChoices
}): PlannedSection {
  const shared = { incoming, key, slug, parent: null, rank: '', moved: false, how }
  if (!known) {
    return {
      ...shared,
      isNew: true,
      returns: false,
      isLeftOut: false,
      status: 'new',
      edited: false,
      text: { ...NO_TEXT, ...importedTextOf(incoming) },
      sides: null,
      decisions: [],
      stays: null,
      checks: [],
    }
  }
  const ours = wholeTextOf({ content: known.content, language })
  const merged = mergeImported({
    key,
    base: brought?.text ?? null,
    ours,
    incoming: importedTextOf(incoming),
    resolutions,
  })
  const { base, theirs, edited, isChangedThere } = merged
  const sides = { ours, base, theirs }
  const isChanged = !isSameWhole(ours, merged.text)
  const titleBefore = known.content.title[language]
  const rest: Pick<PlannedSection, keyof typeof shared | 'isNew' | 'titleBefore' | 'edited' | 'sides' | 'checks'> = {
    ...shared,
    isNew: false,
    ...(titleBefore !== undefined && titleBefore !== incoming.title ? { titleBefore } : {}),
    edited,
    sides,
    checks: merged.checks,
  }
  if (known.retired && brought?.left === false) {
    // Left out here, while the last document had it: it comes back only if the document changed it and somebody wants that.
    const decision: Decision = {
      id: questionId({ about: `${key}/left-out`, sides: sidesOf(sides) }),
      kind: 'left-out',
      base: '',
      ours: '',
      theirs: theirs.title,
      answers: ['ours', 'theirs'],
    }
    const returns = isChangedThere && answerTo(decision, resolutions) === 'theirs'
    return {
      ...rest,
      returns,
      isLeftOut: !returns,
      status: returns ? 'new' : 'same',
      text: returns ? theirs : ours,
      decisions: isChangedThere ? [decision] : [],
      stays: null,
    }
  }
  return {
    ...rest,
    returns: known.retired,
    isLeftOut: false,
    status: known.retired ? 'new' : isChanged ? 'changed' : 'same',
    text: merged.text,
    decisions: merged.decisions,
    stays: known.retired ? null : merged.stays,
  }
}

/** A section that the document does not have: gone, if the last one had it; what was added here stays and is not told. */
function planGone({
  section: { content },
  remembered,
  broughtBefore,
  language,
  choices: { resolutions },
}: {
  section: ExistingSection
  remembered: Given['remembered']
  broughtBefore: ReadonlyMap<string, RememberedSection>
  language: Language
  choices: ImportChoices
}): GoneSection[] {
  const { key } = content
  const brought = broughtBefore.get(key)
  if (remembered !== null && (!brought || brought.left)) return []
  const ours = wholeTextOf({ content, language })
  const edited = brought !== undefined && !isSameWhole({ ...ours, ...brought.text }, ours)
  const isAsked = edited || brought === undefined
  const base = brought ? saidBy({ ...NO_TEXT, ...brought.text }) : null
  const id = questionId({ about: `${key}/gone`, sides: hashOfSides({ base, ours: saidBy(ours) }) })
  const decision = goneDecision({ id, title: ours.title })
  const chosen = answerTo(decision, resolutions)
  return [
    {
      key,
      id,
      title: content.title[language] ?? key,
      text: ours,
      edited,
      goes: chosen === 'theirs' || (chosen === undefined && !isAsked),
      isOneOfMany: false,
      decisions: isAsked ? [decision] : [],
    },
  ]
}

/** Many would go: each that would go by itself is decided on, or their number is named. */
function askAboutEach({
  gone,
  choices: { resolutions, allowGone = 0 },
}: {
  gone: GoneSection[]
  choices: ImportChoices
}): GoneSection[] {
  const isAllowed = gone.filter(({ goes }) => goes).length <= allowGone
  return gone.map((section) => {
    if (section.decisions.length > 0) return section
    const decision = goneDecision({ id: section.id, title: section.text.title })
    const isSaid = answerTo(decision, resolutions) !== undefined
    return {
      ...section,
      goes: section.goes && (isSaid || isAllowed),
      isOneOfMany: true,
      decisions: isAllowed && !isSaid ? [] : [decision],
    }
  })
}

function goneDecision({ id, title }: { id: string; title: string }): Decision {
  return { id, kind: 'gone', base: '', ours: title, theirs: '', answers: ['ours', 'theirs'] }
}

function inOrder(existing: ExistingSection[]): ExistingSection[] {
  const placed = existing.map((section) => ({ ...section, key: section.content.key }))
  return inReadingOrder(placed).map(({ entry: { key: _, ...section } }) => section)
}

function slugsOf({
  incoming,
  keys,
  byKey,
}: {
  incoming: ImportedSection[]
  keys: string[]
  byKey: ReadonlyMap<string, ExistingSection>
}): string[] {
  const taken = new Set([...byKey.values()].map(({ slug }) => slug))
  return incoming.map(({ slug, title }, index) => {
    const known = byKey.get(keys[index] ?? '')?.slug
    const own = known ?? slugOf(slug ?? title, taken)
    taken.add(own)
    return own
  })
}

function standsAt(known: ExistingSection | undefined, { parent, rank }: { parent: string | null; rank: string }) {
  return known !== undefined && known.parent === parent && known.rank === rank
}
