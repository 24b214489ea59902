import { z } from 'zod'
import { AUDIENCES, POLICIES, type SectionContent, STAGES } from '@/domain/section'
import { byLanguage } from './byLanguage'
import { parsed } from './parsed'
import { partRules } from './partRules'
import { richText } from './richText'

const additionPlace = z.discriminatedUnion('where', [
  z.object({ where: z.literal('before') }),
  z.object({ where: z.literal('after-block'), block: z.string(), words: z.string() }),
])

const content: z.ZodType<SectionContent> = z.object({
  key: z.string(),
  title: byLanguage(z.string()),
  summary: byLanguage(z.string()),
  body: byLanguage(richText),
  addition: byLanguage(richText),
  additionPlace: additionPlace.optional(),
  audiences: z.array(z.enum(AUDIENCES)).default([]),
  stages: z.array(z.enum(STAGES)).default([]),
  policy: z.enum(POLICIES).default('free'),
  guidance: byLanguage(z.string()),
  rules: partRules.min(1).optional(),
})

/**
 * The content of a blob, as every caller reads it: the site, the admin and the actions. Blobs are read for ever, so a
 * field that was added later has a default. Throws with the name of the document (`Blob` and its hash) if it is not a
 * content.
 */
export function parseContent(stored: unknown, document: string): SectionContent {
  return parsed({ schema: content, stored, document })
}
