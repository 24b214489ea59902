import { createHash } from 'node:crypto'
import { canonicalJson } from '@/domain/canonicalJson'

/** The sha256 (64 hex digits) of the canonical JSON of a value: equal values, equal hashes. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}
