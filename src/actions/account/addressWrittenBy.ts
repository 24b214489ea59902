import type { PayloadRequest } from 'payload'
import { asRecord, asText } from '@/stored/parse'
import { SYSTEM } from '../recordAuditEvent'
import type { AccountEvent } from './recordAccountEvent'

const WRITES: readonly AccountEvent[] = ['account.made', 'account.address-changed']

/** Who wrote the address of this account, if it was somebody else; null if it was the person, or the command line. */
export async function addressWrittenBy({ req, user }: { req: PayloadRequest; user: string }): Promise<string | null> {
  const { docs } = await req.payload.find({
    collection: 'audit-events',
    depth: 0,
    limit: 1,
    pagination: false,
    // The record of accounts is not the person's to read.
    overrideAccess: true,
    req,
    sort: '-at',
    where: { and: [{ subject: { equals: `users/${user}` } }, { action: { in: [...WRITES] } }] },
  })
  const actor = asText(asRecord(docs[0]).actor)
  return ['', user, SYSTEM].includes(actor) ? null : actor
}
