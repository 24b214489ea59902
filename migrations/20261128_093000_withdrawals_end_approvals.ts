import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'
import { documentsOf } from '@/database/documentsOf'

type Listed = {
  _id?: unknown
  kind: 'release' | 'withdrawal'
  seq: number
  version: string
  edition?: unknown
  publishedAt: Date
  notes?: string
}

/**
 * The authors of withdrawn text take part in the edition that is open since, and an edition that was approved before
 * that, or by them, is reviewed again. Before, only an edition that began later counted them: what was sent or approved
 * then could be published without it.
 */
export async function up({ payload, session }: MigrateUpArgs): Promise<void> {
  const editions = documentsOf(payload, 'editions')
  const releases = documentsOf(payload, 'releases')
  const steps = documentsOf(payload, 'workflow-events')
  const audit = documentsOf(payload, 'audit-events')
  const decisions = documentsOf(payload, 'review-decisions')
  const open = await editions.find({ state: { $in: ['submitted', 'approved'] } }, { session }).toArray()
  for (const { _id, contributors, country, round, state, stateSince, toolkit } of open) {
    const projection = { kind: 1, seq: 1, version: 1, edition: 1, publishedAt: 1, notes: 1 }
    const found = await releases.find({ toolkit, country }, { projection, session }).sort({ seq: -1 }).toArray()
    const line = found.map((one): Listed => Object(one))
    // A release stores the id of its edition as text.
    const ids = new Set(sinceHeld(line).map(({ edition }) => String(edition)))
    const all = await editions.find({ toolkit, country }, { projection: { contributors: 1 }, session }).toArray()
    const writers = all.filter((one) => ids.has(String(one._id))).flatMap((one) => one.contributors)
    const known = new Set(contributors.map(String))
    const missing = writers.filter((one) => !known.has(String(one)))
    const [newest] = line
    const isOlder = newest?.kind === 'withdrawal' && newest.publishedAt > stateSince
    const approvals = await decisions.find({ edition: _id, round, decision: 'approve' }, { session }).toArray()
    const reviewers = approvals.map(({ reviewer }) => reviewer)
    const setByOther = { _id: { $in: reviewers.map(String) as never[] } }
    const setters = await documentsOf(payload, 'account-credentials').distinct('setByOther.by', setByOther, { session })
    // Whoever set a reviewer's password could have approved as them.
    const isOwn = [...reviewers, ...setters].some((one) => writers.some((writer) => String(one) === String(writer)))
    const isStale = state === 'approved' && (isOlder || isOwn)
    if (missing.length === 0 && !isStale) continue
    const at = new Date()
    const again = { state: 'submitted', stateSince: at, approvedHash: null, round: round + 1 }
    const change = {
      $addToSet: { contributors: { $each: missing } },
      $inc: { rev: 1 },
      ...(isStale ? { $set: again } : {}),
    }
    await editions.updateOne({ _id }, change, { session })
    if (!isStale) continue
    const subject = `releases/${newest?._id}`
    const withdrawal = await audit.findOne({ action: 'release.withdrawal', subject }, { session })
    const user = withdrawal && (await payload.db.collections.users?.findById(withdrawal.actor, { _id: 1 }).lean())
    if (!user) continue
    const step = { event: 'withdraw', from: state, to: 'submitted', actor: Object(user)._id, at }
    await steps.insertOne(
      { edition: _id, country, ...step, comment: newest?.notes ?? '', createdAt: at, updatedAt: at },
      { session },
    )
  }
}

/** An approval that has ended is not restored. */
export async function down(_: MigrateDownArgs): Promise<void> {}

/** What was published since the newest release that no withdrawal covers; newest first. */
function sinceHeld(line: Listed[]): Listed[] {
  const isWithdrawn = ({ seq, version }: Listed) =>
    line.some((one) => one.kind === 'withdrawal' && one.version === version && one.seq > seq)
  const held = line.findIndex((one) => one.kind === 'release' && !isWithdrawn(one))
  return (held < 0 ? line : line.slice(0, held)).filter(({ kind }) => kind === 'release')
}
