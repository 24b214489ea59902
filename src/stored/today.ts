import { dayOf } from '@/domain/day'

/** The day in UTC by the clock of the server: `2026-12-04`. */
export function today(): string {
  return dayOf(new Date().toISOString())
}
