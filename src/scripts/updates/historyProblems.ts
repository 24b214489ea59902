import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { isSameJson } from '@/domain/canonicalJson'
import type { VariantSection } from '@/domain/resolve'
import { isSameField } from '@/domain/richText/sameText'
import { inEach, OWN_FIELDS } from '@/domain/section'
import { isSameButPaused } from '@/stored/revisionOfDecision'
import { loadVariantSectionRevisions, type Revision } from '@/stored/revisions'
import type { StoredVariantSection } from '@/stored/variants'
import type { Acknowledged } from './pairWork'
import { type VersionNow, wholeText } from './version'

/** More than a history makes. */
const MOST_REVISIONS = 200

/**
 * Compares the stored revisions and decisions of a version with what was acknowledged between two moments: each
 * acknowledged write is one revision, right after the one that its author saw, with what the write makes of it; each
 * decision is recorded with it; and nothing else is stored.
 */
export async function historyProblems({
  payload,
  reader,
  before,
  after,
  acknowledged,
}: {
  payload: Payload
  reader: TypedUser
  before: VersionNow
  after: VersionNow
  acknowledged: readonly Acknowledged[]
}): Promise<string[]> {
  const { country } = after.variant
  const problems: string[] = []
  const req = await createLocalReq({ user: reader }, payload)
  const keys = new Set([...after.own.keys(), ...acknowledged.map(({ key }) => key)])
  for (const key of keys) {
    const own = after.own.get(key)
    const told = (problem: string): number => problems.push(`${country}, section ${key}: ${problem}`)
    if (!own) {
      told('an acknowledged write is not stored')
      continue
    }
    const first = before.own.get(key)?.rev ?? 0
    const writes = acknowledged.filter((one) => one.key === key)
    if (own.rev !== first + writes.length)
      told(`revision ${own.rev} is stored after ${first} and ${writes.length} acknowledged writes`)
    if (writes.length === 0) continue
    const found = await loadVariantSectionRevisions({ req, id: own.id, limit: MOST_REVISIONS })
    const revisions = new Map(found.map((one) => [one.rev, one]))
    if (found.length !== own.rev || [...revisions.keys()].some((rev) => rev < 1 || rev > own.rev))
      told(`revisions ${[...revisions.keys()]} are kept, and not all up to ${own.rev}`)
    for (const write of writes) {
      const revision = revisions.get(write.rev)
      if (write.rev !== write.seen + 1) told(`${write.kind} saw revision ${write.seen} and was stored as ${write.rev}`)
      if (writes.filter(({ rev }) => rev === write.rev).length > 1) told(`two writes were acknowledged as ${write.rev}`)
      if (!revision) told(`revision ${write.rev} of an acknowledged ${write.kind} is not kept`)
      else for (const problem of effectProblems({ write, revision, revisions, after })) told(problem)
    }
  }
  const isNew = (key: string, rev: number): boolean => rev > (before.own.get(key)?.rev ?? 0)
  for (const { key, revAfter, choice } of after.decisions) {
    const isAcknowledged = acknowledged.some((one) => one.key === key && one.rev === revAfter && one.choice === choice)
    if (isNew(key, revAfter) && !isAcknowledged)
      problems.push(`${country}, section ${key}: a decision for revision ${revAfter} is stored, and nobody made it`)
  }
  return problems
}

type Compared = {
  write: Acknowledged
  revision: Revision<StoredVariantSection>
  revisions: ReadonlyMap<number, Revision<StoredVariantSection>>
  after: VersionNow
}

function effectProblems({ write, revision, revisions, after }: Compared): string[] {
  const { kind, rev, by, words, next, undoes, choice, release, seen } = write
  const name = `${kind} as revision ${rev}`
  const recorded = after.decisions.filter(({ key, revAfter }) => key === write.key && revAfter === rev)
  const problems = revision.by === by ? [] : [`${name} is stored as written by ${revision.by}`]
  if (words) {
    const lacks = words.filter((one) => !wholeText(revision.document, ['en']).includes(one))
    if (lacks.length > 0) problems.push(`${name} lacks the words ${lacks.join(' ')}`)
    if (recorded.length > 0) problems.push(`${name} is recorded as a decision`)
    return problems
  }
  const [decision] = recorded
  if (!decision || recorded.length !== 1) return [...problems, `${name} has ${recorded.length} recorded decisions`]
  const expected = { choice, release, by, revBefore: seen, undoes: undoes?.id ?? null }
  const got = Object.fromEntries(Object.keys(expected).map((one) => [one, decision[one as keyof typeof expected]]))
  if (!isSameJson(got, expected)) problems.push(`${name} is recorded as ${JSON.stringify(got)}`)
  const earlier = undoes ? (revisions.get(undoes.revBefore)?.document ?? null) : null
  const [decided, last] = [undoes?.revAfter ?? seen, seen].map((one) => revisions.get(one)?.document)
  // After a later decision that was taken back, the section is as this one left it.
  if (undoes && undoes.revAfter !== seen && !(decided && last && isSameButPaused(decided, last)))
    problems.push(`${name} takes back revision ${undoes.revAfter} after ${seen}`)
  const other = undoes
    ? differsFrom(revision.document, earlier, undoes.baseline)
    : next
      ? differs(revision.document, next)
      : 'all'
  if (other) problems.push(`${name} is stored with another ${other} than it makes`)
  return problems
}

/** What differs between what is stored and what a decision makes; '' if nothing does. */
function differs(stored: VariantSection, expected: VariantSection): string {
  const settings = ['mode', 'translated', 'audiences', 'stages', 'baseline', 'parent', 'rank', 'reason'] as const
  const other = settings.find((name) => !isSameJson({ it: stored[name] }, { it: expected[name] }))
  if (other) return other
  const text = inEach(OWN_FIELDS).find(
    ({ field, language }) => !isSameField(stored[field][language], expected[field][language]),
  )
  return text ? text.field : ''
}

/** The same after a decision was taken back: the section is as it was before; null if nothing was stored then. */
function differsFrom(
  stored: VariantSection,
  earlier: VariantSection | null,
  baseline: VariantSection['baseline'],
): string {
  if (earlier) return differs(stored, { ...earlier, baseline })
  const isEmpty = stored.mode === 'inherit' && wholeText(stored, ['en']).trim() === ''
  return isEmpty ? (isSameJson(stored.baseline, baseline) ? '' : 'baseline') : 'text'
}
