import { generateKeyBetween } from 'fractional-indexing'
import type { Sides } from '@/domain/alignment/sides'
import { canonicalJson } from '@/domain/canonicalJson'
import type { ByLanguage, Language } from '@/domain/language'
import {
  isSameInCommon,
  ownBlocks,
  type PlaceInText,
  type ProposedPart,
  proposablePlaces,
  proposed,
  takeOver,
} from '@/domain/proposals'
import type { Outcome } from '@/domain/refusal'
import { inReadingOrder, type ManifestEntry, type PlacedSection } from '@/domain/release'
import { type ResolvedSection, resolve, untouched, type VariantSection } from '@/domain/resolve'
import type { RichText } from '@/domain/richText/richText'
import { emptyContent, type SectionContent } from '@/domain/section'
import { baseFrom, underPresentParents } from '@/domain/sectionBaseline'
import {
  type CommonChange,
  changedBeside,
  changedSections,
  decideWaiting,
  settledByProposal,
  standingEntries,
  type UpdateDecision,
  type UpdateSides,
  type Waiting,
  waitingIn,
} from '@/domain/updates/updates'
import { repairBlockIds } from '@/lexical/blockIds'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'

export type Working = { slug: string; parent: string | null; rank: string; content: SectionContent }

type Published = { id: string; manifest: ManifestEntry[]; byKey: Map<string, ManifestEntry> }

const LANGUAGES: Language[] = ['en', 'el']
const SOURCE: Language = 'en'

/** A common framework, its releases, and one country, as values: what the database does elsewhere. */
export class World {
  working = new Map<string, Working>()
  own = new Map<string, VariantSection>()
  readonly releases: Published[] = []
  start = ''
  /** Sections with a proposal that was taken over and is not released yet. */
  proposed = new Set<string>()
  private readonly blobs = new Map<string, SectionContent>()
  private made = 0

  /** A word that no other text has. */
  word(): string {
    this.made += 1
    return `w${this.made}`
  }

  addSection(parent: string | null): string {
    const key = `k${this.word()}`
    const siblings = [...this.working.values()].filter((one) => one.parent === parent).map(({ rank }) => rank)
    const rank = generateKeyBetween(siblings.toSorted().at(-1) ?? null, null)
    const content = { ...emptyContent(key), title: { en: `${this.word()} ${this.word()}` } }
    this.working.set(key, { slug: key, parent, rank, content })
    return key
  }

  edit(key: string, change: (content: SectionContent) => SectionContent): void {
    const known = this.working.get(key)
    if (known) this.working.set(key, { ...known, content: change(known.content) })
  }

  release(): void {
    const manifest = [...this.working].map(([key, { slug, parent, rank, content }]): ManifestEntry => {
      const blob = canonicalJson(content)
      this.blobs.set(blob, content)
      return { key, slug, parent, rank, mode: 'inherit', blob, provenance: {} }
    })
    const id = `r${this.releases.length + 1}`
    this.releases.push({ id, manifest, byKey: new Map(manifest.map((entry) => [entry.key, entry])) })
    if (this.start === '') this.start = id
    for (const sides of this.moved().filter(({ own }) => this.proposed.has(own.key))) {
      const settled = settledByProposal({ sides, release: id, paused: sides.own.paused })
      if (settled) this.write(sides.own.key, settled.next)
    }
    this.proposed = new Set()
  }

  get newest(): Published {
    const newest = this.releases.at(-1)
    if (!newest) throw new Error('Nothing is released.')
    return newest
  }

  /**
   * Takes what the country has in a section over into the working text, word for word; all of it, or the blocks for
   * which `chosen` says so. Returns what is proposed; null if there is nothing.
   */
  takeOver(key: string, { place = null, chosen }: { place?: PlaceInText; chosen?: (at: number) => boolean } = {}) {
    const base = this.base().find(({ entry }) => entry.key === key) ?? null
    const own = this.ownOf(key)
    const content = resolve({ base: base ? [base] : [], variant: [own], languages: LANGUAGES })[0]?.content
    const known = this.working.get(key)
    if (!content) return null
    const given = { own, common: base?.content ?? null, content, languages: LANGUAGES, open: [] }
    const isGone = base !== null && !known
    const places = proposablePlaces(given)
    const ids = places.flatMap((one) => ownBlocks({ ...given, place: one })).map(({ id }) => id)
    const field = places.find((one) => one.field === 'body' || one.field === 'addition')?.field
    const some = chosen ? ids.filter((_, at) => chosen(at)) : []
    const isBlocks = base && (field === 'body' || field === 'addition') && some.length > 0
    const part: ProposedPart = isBlocks ? { kind: 'blocks', field, ids: some } : { kind: 'whole' }
    const outcome = proposed({ ...given, isGone, part })
    if (!outcome.ok || (base === null && known)) return null
    const proposal = { ...outcome.result, content, base: base?.content ?? null }
    const { texts, disputed } = takeOver({ common: known?.content ?? null, proposal, place })
    if (known && isSameInCommon(texts, known.content)) return null
    const { parent, rank } = own
    const at = known ?? { slug: key, parent: this.working.has(parent ?? '') ? parent : null, rank: rank ?? 'a0' }
    const { audiences, stages } = content
    const taken = known?.content ?? { ...emptyContent(key), audiences, stages }
    const body = this.withIdsAsStored({ before: known?.content.body ?? {}, after: texts.body })
    this.working.set(key, { ...at, content: { ...taken, ...texts, body } })
    this.proposed.add(key)
    return { ...proposal, disputed }
  }

  /** The text with an id on every block, as the action stores it. */
  private withIdsAsStored({ before, after }: Sides<ByLanguage<RichText>>): ByLanguage<RichText> {
    const next = { ...after }
    for (const language of LANGUAGES) {
      const [previous, value] = [toLexical(before[language] ?? []), next[language] && toLexical(next[language])]
      if (value) next[language] = fromLexical(repairBlockIds({ value, previous, newId: () => this.word() }).value)
    }
    return next
  }

  ownOf(key: string): VariantSection {
    return this.own.get(key) ?? untouched(key)
  }

  write(key: string, next: VariantSection): void {
    this.own.set(key, next)
  }

  private readonly entryIn = (release: string, key: string): ManifestEntry | undefined =>
    this.releases.find(({ id }) => id === release)?.byKey.get(key)

  private readonly contentOf = ({ blob }: ManifestEntry): SectionContent => {
    const content = this.blobs.get(blob)
    if (!content) throw new Error('The blob is not there.')
    return content
  }

  private started() {
    const start = this.releases.find(({ id }) => id === this.start)
    if (!start) throw new Error('The country has not started.')
    return { start, own: [...this.own.values()], entryIn: this.entryIn }
  }

  /** The common text on which the version stands. */
  base(): PlacedSection[] {
    const standing = standingEntries(this.started())
    const keys = new Set([...standing.map(({ key }) => key), ...this.own.keys()])
    const sections = standing.map(({ entries }) => baseFrom(entries, this.contentOf))
    const placed = underPresentParents({
      entries: sections.map(({ entry }) => entry),
      isThere: (key) => keys.has(key),
      parentOf: (entry, key) => this.entryIn(this.ownOf(entry.key).baseline.place ?? this.start, key)?.parent ?? null,
    })
    return sections.map((section, index) => ({ ...section, entry: placed[index] ?? section.entry }))
  }

  /** The version as readers would get it, in reading order. */
  resolved(): ResolvedSection[] {
    const sections = resolve({ base: this.base(), variant: [...this.own.values()], languages: LANGUAGES })
    const shown = sections.filter(({ entry }) => entry.mode !== 'omit')
    const byKey = new Map(shown.map((section) => [section.entry.key, section]))
    return inReadingOrder(shown.map(({ entry }) => entry)).flatMap(({ entry }) => byKey.get(entry.key) ?? [])
  }

  sidesOf({ key, base, newest }: CommonChange): UpdateSides {
    return {
      base: base && baseFrom(base, this.contentOf),
      newest: newest && { entry: newest, content: this.contentOf(newest) },
      own: this.ownOf(key),
      languages: LANGUAGES,
      sourceLanguage: SOURCE,
    }
  }

  /** The sections that the newest release has otherwise than the country stands on. */
  moved(): UpdateSides[] {
    const { start, ...version } = this.started()
    return changedSections({ start, newest: this.newest, ...version }).map((moved) => this.sidesOf(moved))
  }

  /** The sections whose common text changed, with what waits in each. */
  waiting(): Waiting[] {
    const { start, ...version } = this.started()
    const moved = changedSections({ start, newest: this.newest, ...version })
    const line = this.releases.map(({ id }) => id)
    const others = changedBeside({ start, newest: this.newest, ...version, moved, line }).map((one) => {
      const sides = this.sidesOf(one)
      return { ...sides, ...sides.own, isPaused: sides.own.paused !== null, isDecided: one.isDecided }
    })
    const sections = this.moved().map((sides) => ({ sides, paused: sides.own.paused }))
    return [...waitingIn(sections, undefined, others)]
  }

  decide(key: string, decision: UpdateDecision): Outcome<VariantSection> | null {
    const one = this.waiting().find(({ update }) => update.key === key)
    if (!one) return null
    const { paused } = this.ownOf(key)
    const release = this.newest.id
    const outcome = decideWaiting({ waiting: one, decision, release, paused })
    if (!outcome.ok) return outcome
    for (const { next } of outcome.result) this.write(next.key, next)
    return { ok: true, result: this.ownOf(key) }
  }

  /** A copy that changes apart from this one. */
  copy(): World {
    const copy = new World()
    copy.working = new Map(this.working)
    copy.own = new Map(this.own)
    copy.releases.push(...this.releases)
    copy.start = this.start
    copy.proposed = new Set(this.proposed)
    copy.made = this.made
    for (const [blob, content] of this.blobs) copy.blobs.set(blob, content)
    return copy
  }
}
