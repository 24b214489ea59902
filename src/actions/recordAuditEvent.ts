import type { PayloadRequest } from 'payload'
import { contentHash } from '@/stored/contentHash'
import { asNumber, asRecord, asText } from '@/stored/parse'

/** The hash before the first event of a stream. */
export const FIRST_HASH = '0'.repeat(64)

/** Who does what nobody is signed in for. */
export const SYSTEM = 'system'

/**
 * Records one thing that somebody did, in the transaction of the request: either both are stored or neither. One stream
 * for each country (and one for the common framework), without gaps, each event linked to the previous one. `details`
 * must be JSON without text by people, because it is permanent.
 */
export async function recordAuditEvent({
  req,
  country,
  action,
  subject,
  details = {},
}: {
  req: PayloadRequest
  country: string
  action: string
  subject: string
  details?: Record<string, unknown>
}): Promise<void> {
  const { docs } = await req.payload.find({
    collection: 'audit-events',
    depth: 0,
    limit: 1,
    pagination: false,
    // The system writes the record: no role may write it.
    overrideAccess: true,
    req,
    sort: '-seq',
    where: { country: { equals: country } },
  })
  const last = asRecord(docs[0])
  const event = {
    country,
    seq: asNumber(last.seq) + 1,
    at: new Date().toISOString(),
    actor: req.user ? String(req.user.id) : SYSTEM,
    action,
    subject,
    details,
    previousHash: asText(last.hash) || FIRST_HASH,
  }
  await req.payload.create({
    collection: 'audit-events',
    data: { ...event, hash: contentHash(event) },
    depth: 0,
    overrideAccess: true,
    req,
  })
}
