import type { Refusal } from '@/domain/refusal'

/** The refusal of a request with an unreadable part; its parameters may come from the request, and are shortened. */
export function malformed(where: string): Refusal {
  return { key: 'request.malformed', params: { where: where.slice(0, 100) } }
}
