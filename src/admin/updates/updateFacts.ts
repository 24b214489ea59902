import { DRAFTERS, hasRole, KEEPERS, NATIONAL_DRAFTERS } from '@/domain/actor'
import { publishedBetween, type ReleasedNote, releasesBetween } from '@/domain/changeGroups'
import type { Language } from '@/domain/language'
import type { ManifestEntry } from '@/domain/release'
import { type BaseSection, resolve, type VariantSection } from '@/domain/resolve'
import type { SectionContent } from '@/domain/section'
import { askForbids, questionState } from '@/domain/updateQuestions'
import {
  isAsking,
  keysOf,
  type MovedWith,
  type Moves,
  notesOnUpdates,
  titleOf,
  type UpdateSides,
} from '@/domain/updates/updates'
import { loadBlobs } from '@/stored/blobs'
import { loadBaseSection } from '@/stored/commonBase'
import { loadManifest } from '@/stored/manifests'
import { loadProposals } from '@/stored/proposals'
import type { ReleaseHead } from '@/stored/release'
import { today } from '@/stored/today'
import { decisionsThatHold, loadUpdateDecisions, type RecordedDecision } from '@/stored/updateDecisions'
import { loadUpdateQuestions } from '@/stored/updateQuestions'
import { loadUpdates, questionOf, type WaitingUpdate } from '@/stored/updates'
import { loadVariant, loadVariantSections } from '@/stored/variants'
import type { Visitor } from '../frame/visitor'
import { loadVersionHead, type VersionHead } from '../reading/versionHead'
import { loadSince } from './openReleases'
import type { ShownQuestion } from './Questions'
import { inListOrder, updateRows } from './updateRows'
import { type NamedSection, namedSection, notesIn, numbersOf } from './versionUpdates'

/** A section that exchanged text with this one, and how the country treats it. */
export type NamedMove = NamedSection & Pick<MovedWith, 'treatment'>

/** The update of one section, with everything that its screen shows about it. */
export type UpdateFacts = {
  state: VersionHead
  key: string
  named: NamedSection
  /** Null if nothing waits in the section. */
  waiting: WaitingUpdate | null
  newest: ReleaseHead
  /** The versions of all releases that are decided as one, oldest first. */
  versions: string[]
  /** The other sections that are decided with this one. */
  others: NamedSection[]
  /** Sections with which this one exchanged text, and that are decided apart (`SectionUpdate.apart`). */
  apart: Record<keyof Moves, NamedMove[]>
  /** Sections into which text of this one went, and which wait as this one does (`SectionUpdate.goesInto`). */
  goesInto: NamedMove[]
  /** The key under which the update of this section waits, if it is decided with another one; null otherwise. */
  decidedWith: string | null
  /** The version of the release on which the section stands; null for a new section. */
  standsOn: string | null
  /** What the coordinator said in each of these releases, the newest last. */
  notes: ReleasedNote[]
  /** The country's own proposal that one of these releases contains; null if there is none. */
  ownProposal: string | null
  /** The last decision that holds, on any release. */
  decided: RecordedDecision | null
  /** The decision on another section that the person recorded a moment ago; null if the address names none. */
  recorded: RecordedNow | null
  previous: NamedSection | null
  next: NamedSection | null
  mayDecide: boolean
  /** Does the person decide for their own country, and not in the place of another one? */
  isOwnCountry: boolean
  /** What was asked about the section, and about those that are decided with it, oldest first. */
  questions: ShownQuestion[]
  /** Can this person ask the coordinator, or answer, or only read? A coordinator does not ask. */
  canSay: 'ask' | 'answer' | 'read'
  /** Can this person ask now? One question at a time: not while theirs is open. */
  canAsk: boolean
}

/** A decision that was just recorded, with what its message says and its button sends. */
export type RecordedNow = {
  decision: RecordedDecision
  named: NamedSection
  /** The stored revision of the section. */
  rev: number
}

/** Null if the version, the section or a release in use does not exist, or is not for this person. */
export async function loadUpdateFacts({
  visitor: { actor, language, req, say },
  variant: id,
  key,
  recorded,
}: {
  visitor: Visitor
  variant: string
  key: string
  /** The key of the section on which the person decided a moment ago; empty if the address names none. */
  recorded: string
}): Promise<UpdateFacts | null> {
  const variant = await loadVariant({ req, id })
  if (!variant) return null
  const own = await loadVariantSections({ req, variant: id })
  const [state, decisions, proposals] = await Promise.all([
    loadVersionHead({ req, variant, key, own }),
    loadUpdateDecisions({ req, variants: [id] }),
    loadProposals({ req, variants: [id], key, states: ['taken-over'] }),
  ])
  const newest = state?.common.inUse
  if (!state || !newest) return null
  const manifest = await loadManifest({ req, release: newest.id })
  const { sourceLanguage } = state.toolkit
  const updates = await loadUpdates({ req, variant, newest: { id: newest.id, manifest }, sourceLanguage, own })
  const { base, places } = await loadBaseSection({ req, variant, own, key })
  const waiting = updates.find(({ update }) => update.key === key) ?? null
  const content = waiting?.sides.newest?.content ?? base?.content ?? own.find((one) => one.key === key)
  if (!content) return null
  const numbers = numbersOf(places)
  const storedFor = (one: string) => own.filter((section) => section.key === one)
  const languages = [language, ...variant.languages, sourceLanguage]
  const named = (one: string, title: typeof content.title): NamedSection =>
    namedSection({ key: one, title, languages, numbers, newest: manifest, say })
  const notes = notesIn({ line: state.heads, newest, waiting: updates, start: variant.baseline })
  const unknown = { asked: new Map(), begun: new Map() }
  const given = { waiting: updates, release: { manifest }, notes, ...unknown, numbers, today: today(), languages }
  const order = inListOrder(updateRows(given)).filter(isAsking)
  const asking = order.flatMap((row) => updates.find(({ update }) => update.key === row.key) ?? [])
  const elsewhere = asking.filter(({ update }) => update.key !== key)
  const at = asking.findIndex(({ update }) => update.key === key)
  const beside = (one: WaitingUpdate | undefined) => (one ? named(one.update.key, titleOf(one.sides)) : null)
  const allSides = updates.flatMap((one) => [one.sides, ...membersOf(one)])
  const namedAll = (sections: readonly MovedWith[] = []): NamedMove[] =>
    sections.map(({ key: of, title: common, treatment }) => {
      const sides = allSides.find(({ own }) => own.key === of)
      const kept = storedFor(of).find(({ mode }) => mode === 'local')
      return { ...named(of, sides ? titleOf(sides) : { ...common, ...kept?.title }), treatment }
    })
  const said = notesOnUpdates({ line: state.heads, start: variant.baseline, newest })
  const together = updates.map(({ update }) => keysOf(update))
  const questions = await loadUpdateQuestions({
    ...{ req, variants: [id] },
    keys: together.find((keys) => keys[0] === key) ?? [key],
  })
  const holding = decisionsThatHold(decisions)
  const asked = { waits: new Set(together.flat()), decisions: holding }
  const mayDecide = hasRole({ actor, roles: DRAFTERS, country: variant.country })
  const isOwnCountry = hasRole({ actor, roles: NATIONAL_DRAFTERS, country: variant.country })
  const mayAnswer = hasRole({ actor, roles: KEEPERS, country: variant.country })
  const { apart, goesInto = [] } = waiting?.update ?? {}
  const question = waiting && questionOf(waiting)
  const since = await loadSince({ req, variant, own, heads: state.heads, newest })
  const stands = waiting ? since(waiting) : undefined
  const span = { line: state.heads, from: stands ?? state.baseline, to: newest }
  const published = publishedBetween(span)
  const before = holding.find((one) => one.key === recorded) ?? null
  const titleBefore =
    before &&
    (await titleOfDecided({ req, manifest, decision: before, own: storedFor(recorded), languages: variant.languages }))
  const title = waiting ? titleOf(waiting.sides) : titleIn({ base, own: storedFor(key), languages: variant.languages })
  const canSay = mayAnswer ? 'answer' : mayDecide ? 'ask' : 'read'
  return {
    ...{ state, key, waiting, newest, mayDecide, isOwnCountry, canSay },
    named: named(key, title ?? content.title),
    others: membersOf(waiting).map((one) => named(one.own.key, titleOf(one))),
    apart: { from: namedAll(apart?.from), into: namedAll(apart?.into), back: namedAll(apart?.back) },
    goesInto: namedAll(goesInto.filter((one) => !apart?.into.some(({ key }) => key === one.key))),
    decidedWith: updates.find(({ update }) => update.others.includes(key))?.update.key ?? null,
    versions: releasesBetween(span).map(({ version }) => version),
    ownProposal: proposals.find(({ inRelease }) => published.some((one) => one.id === inRelease))?.id ?? null,
    standsOn: waiting?.sides.base ? (stands?.version ?? null) : null,
    notes: question ? said.notesOn(question) : [],
    recorded: before && {
      decision: before,
      named: named(recorded, titleBefore ?? {}),
      rev: own.find((one) => one.key === recorded)?.rev ?? 0,
    },
    decided: holding.find((one) => one.key === key) ?? null,
    previous: at > 0 ? beside(asking[at - 1]) : null,
    next: beside(at < 0 ? elsewhere[0] : (asking[at + 1] ?? (at > 0 ? asking[0] : undefined))),
    canAsk: canSay === 'ask' && !askForbids({ key, release: newest.id, questions, ...asked }),
    questions: questions.map((one) => ({ question: one, state: questionState(one, asked) })),
  }
}

/** The title of a section in the version; of one that the newest release does not have, what readers got before the decision. */
async function titleOfDecided({
  req,
  manifest,
  decision: { key, textBefore },
  ...given
}: {
  req: Visitor['req']
  manifest: readonly ManifestEntry[]
  decision: RecordedDecision
  own: VariantSection[]
  languages: readonly Language[]
}): Promise<SectionContent['title']> {
  const entry = manifest.find((one) => one.key === key)
  const hash = entry?.blob ?? textBefore
  const content = (await loadBlobs({ req, hashes: hash ? [hash] : [] })).get(hash ?? '')
  return titleIn({ base: entry && content ? { entry, content } : null, ...given }) ?? content?.title ?? {}
}

/** The title under which readers of the version get a section; null if they do not have it. */
function titleIn({
  base,
  own,
  languages,
}: {
  base: BaseSection | null
  /** What the country has stored for it, if anything. */
  own: VariantSection[]
  languages: readonly Language[]
}): SectionContent['title'] | null {
  const [section] = resolve({ base: base ? [base] : [], variant: own, languages })
  return section?.content.title ?? null
}

/** The other sections that are decided with one. */
function membersOf(waiting: WaitingUpdate | null): UpdateSides[] {
  return waiting?.together?.others ?? []
}
