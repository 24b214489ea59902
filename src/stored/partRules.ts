import { z } from 'zod'
import { PART_DEMANDS, type PartRule, TEXT_FIELDS } from '@/domain/section'
import { byLanguage } from './byLanguage'
import type { StoredDocument } from './parse'
import { parsed } from './parsed'

/** The rules for parts of a section, as blobs and sections store them. A demand that is not known is not skipped. */
export const partRules = z.array(
  z.object({
    field: z.enum(TEXT_FIELDS),
    block: byLanguage(z.string()).nullable(),
    demand: z.enum(PART_DEMANDS),
    guidance: byLanguage(z.string()),
  }),
)

/** The rules of the working text of a section; none if nothing is stored. */
export function readRules({ id, rules }: StoredDocument): PartRule[] {
  return parsed({ schema: partRules, stored: rules ?? [], document: `Section ${String(id)}: rules` })
}
