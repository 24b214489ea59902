import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { COMMON_FIELDS } from '@/domain/bringBackCommon'
import type { TreeSection } from '@/domain/commonTree'
import type { Language } from '@/domain/language'
import { titleOf } from '@/domain/readiness'
import { type Outcome, refuse } from '@/domain/refusal'
import { MASTER } from '@/domain/release'
import { type SectionContent, settingsOf } from '@/domain/section'
import { slugOf } from '@/domain/slug'
import { loadSection, loadTree, type StoredTreeSection } from '@/stored/sections'
import type { ActionContext } from './action'
import { recordAuditEvent } from './recordAuditEvent'
import { assertSeen } from './refused'
import { savedSection } from './saveSection'
import { type SharedData, writeCommonSection } from './writeCommonSection'

/** A section that a writer names, with the revision that they saw. */
export type SeenSection = { key: string; seen: number }

/** The revisions of all sections that an action writes. */
export type WrittenSections = { key: string; rev: number; sections: { key: string; rev: number }[] }

type Change = {
  /** The place of each section that is written, as the domain gives them. */
  writes: readonly TreeSection[]
  /** By key: the content of those of which that changes too, and of new ones, with their titles for an address. */
  contents?: ReadonlyMap<string, { now: SectionContent; next: SectionContent }>
  /** The name under which it is recorded. */
  audit: string
  details?: Record<string, unknown>
}

/**
 * The frame of everything that changes the tree of a common framework: who may, what is there, which revisions were seen, the
 * writes and the record. A section of which the writer did not name the stored revision is refused, also one that `decide`
 * writes beside the one that was asked about: somebody may have put it there meanwhile. Two people who change one tree at a
 * time do so one after the other, because both write into the record of the common framework.
 */
export async function changeCommonTree(
  context: ActionContext,
  {
    toolkit,
    key,
    seen,
    others = [],
    language,
  }: SeenSection & { toolkit: string; others?: readonly SeenSection[] | undefined; language: Language },
  decide: (tree: readonly StoredTreeSection[]) => Outcome<Change> | Promise<Outcome<Change>>,
): Promise<Outcome<WrittenSections>> {
  const { actor, req } = context
  if (!hasRoleEverywhere(actor, KEEPERS)) return refuse('refusal.role-keep')
  const tree = await loadTree({ req, toolkit })
  const known = new Map(tree.map((one) => [one.key, one]))
  if (!known.has(key)) return refuse('refusal.common-section-unknown')
  const named = new Map([{ key, seen }, ...others].map((one) => [one.key, one.seen]))
  const assertNamed = async (asked: string): Promise<void> => {
    if (named.get(asked) === known.get(asked)?.rev) return
    const section = await loadSection({ req, toolkit, key: asked })
    if (section) assertSeen({ seen: named.get(asked) ?? 0, saved: savedSection(section, language) })
  }
  await assertNamed(key)
  const outcome = await decide(tree)
  if (!outcome.ok) return outcome
  const { audit, contents, details, writes } = outcome.result
  const sections: { key: string; rev: number }[] = []
  for (const { key: of, ...place } of writes) {
    const there = known.get(of)
    if (there) await assertNamed(of)
    const content = contents?.get(of)
    const section = there ?? newSection({ toolkit, tree, key: of, rank: place.rank, content: content?.next, language })
    const { rev } = await writeCommonSection(context, {
      ...{ section, language },
      ...(content ? { ...content, fields: COMMON_FIELDS } : { now: {}, next: {}, fields: [] }),
      data: { ...place, ...(content ? storedSettings(content.next) : {}) },
    })
    sections.push({ key: of, rev })
  }
  const rev = sections.find((one) => one.key === key)?.rev ?? seen
  await recordAuditEvent({
    req,
    country: MASTER,
    action: audit,
    subject: `sections/${known.get(key)?.id}`,
    details: { key, rev, sections: sections.map((one) => one.key), ...details },
  })
  return { ok: true, result: { key, rev, sections } }
}

function newSection({
  toolkit,
  tree,
  key,
  rank,
  content,
  language,
}: {
  toolkit: string
  tree: readonly StoredTreeSection[]
  key: string
  rank: string
  content: SectionContent | undefined
  language: Language
}) {
  const title = content ? titleOf(content, [language]) : key
  return { toolkit, key, rank, slug: slugOf(title, new Set(tree.map(({ slug }) => slug))) }
}

function storedSettings(content: SectionContent): SharedData {
  const { rules, ...settings } = settingsOf(content)
  return { ...settings, rules: rules.length > 0 ? rules : null }
}
