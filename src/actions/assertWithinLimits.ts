import { RICH_FIELDS, type RichField } from '@/domain/section'
import { exceededLimit } from '@/lexical/exceededLimit'
import { textRefusal } from './badInput'
import { Refused } from './refused'

/**
 * Refuses a text that exceeds a limit (`exceededLimit`). The input of a save is checked as such; this is for every write, also
 * of a text that is put together from stored ones.
 */
export function assertWithinLimits(data: Partial<Record<RichField, unknown>>): void {
  for (const field of RICH_FIELDS) {
    const limit = exceededLimit(data[field])
    if (limit) throw new Refused([{ ...textRefusal(limit, field), field }])
  }
}
