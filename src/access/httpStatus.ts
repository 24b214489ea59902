import type { Refusal } from '@/domain/refusal'
import { type RefusalKind, refusalKind } from '@/domain/refusalKinds'

/** The HTTP status of an answer with this reason. */
export function httpStatus({ key }: Refusal): number {
  return STATUS[refusalKind(key)]
}

const STATUS: Record<RefusalKind, number> = {
  invalid: 400,
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  stale: 409,
  'length-missing': 411,
  'too-large': 413,
  'address-too-long': 414,
  rule: 422,
  document: 422,
  unseen: 428,
  'too-much': 429,
  'headers-too-large': 431,
  failed: 500,
  unconfirmed: 503,
}
