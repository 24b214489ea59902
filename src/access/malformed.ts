import type { Refusal } from '@/domain/refusal'

/** The refusal of a request of which one part cannot be read; what it names may come from the request, and is cut short. */
export function malformed(where: string): Refusal {
  return { key: 'request.malformed', params: { where: where.slice(0, 100) } }
}
