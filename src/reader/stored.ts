import { z } from 'zod'
import { type ByLanguage, LANGUAGES } from '@/domain/language'
import { type About, MASTER, type ManifestEntry, type Release, type ReleasePicture } from '@/domain/release'
import { type Block, MARKS } from '@/domain/richText'
import { ALL_KINDS } from '@/domain/richText/blockKinds'
import { AUDIENCES, MODES, POLICIES, REASONS, type SectionContent, STAGES } from '@/domain/section'
import type { ReaderCountry, ReleaseHead } from './records'

/*
 * The border: what comes out of the database as JSON becomes a domain value here or is refused. Old releases are read
 * for ever, so that every field that was added later has a value for when it is absent.
 */

const language = z.enum(LANGUAGES)
const languages = z
  .array(language)
  .nullish()
  .transform((given) => given ?? [])

function byLanguage<T extends z.ZodType>(value: T) {
  return z
    .partialRecord(language, value.nullish())
    .nullish()
    .transform((given): ByLanguage<z.output<T>> => {
      const present: ByLanguage<z.output<T>> = {}
      for (const one of LANGUAGES) {
        const text = given?.[one]
        if (text !== null && text !== undefined) present[one] = text
      }
      return present
    })
}

const run = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), marks: z.array(z.enum(MARKS)), link: z.string().optional() }),
  z.object({ type: z.literal('break') }),
  z.object({ type: z.literal('footnote'), text: z.string() }),
])

const block: z.ZodType<Block> = z.object({
  id: z.string(),
  kind: z.enum(ALL_KINDS),
  attrs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  runs: z.array(run),
  get children() {
    return z.array(block)
  },
})

const sectionContent = z.object({
  key: z.string(),
  title: byLanguage(z.string()),
  summary: byLanguage(z.string()),
  body: byLanguage(z.array(block)),
  addition: byLanguage(z.array(block)),
  audiences: z.array(z.enum(AUDIENCES)).default([]),
  stages: z.array(z.enum(STAGES)).default([]),
  policy: z.enum(POLICIES).default('free'),
  guidance: byLanguage(z.string()),
})

const origins = z.partialRecord(language, z.enum(['common', 'national', 'translation', 'missing']))

const manifestEntry = z.object({
  key: z.string(),
  slug: z.string(),
  parent: z.string().nullable(),
  rank: z.string(),
  mode: z.enum(MODES),
  blob: z.string(),
  baseBlob: z.string().optional(),
  provenance: z.partialRecord(z.enum(['title', 'summary', 'body']), origins).default({}),
  reason: z.enum(REASONS).optional(),
  explanation: byLanguage(z.string()).optional(),
  sources: z.string().optional(),
})

const baseline = z.object({ release: z.string(), version: z.string(), seq: z.number() })

const about = z.object({
  slug: z.string(),
  title: byLanguage(z.string()),
  description: byLanguage(z.string()),
  sample: z.boolean(),
  sourceLanguage: language,
  country: byLanguage(z.string()),
})

const picture = z.object({
  filename: z.string(),
  mimeType: z.string(),
  size: z.object({ width: z.number(), height: z.number() }).optional(),
  alt: byLanguage(z.string()),
})

const pictures = z.record(z.string(), picture)

const head = z.object({
  id: z.coerce.string(),
  toolkit: z.coerce.string(),
  country: z.string(),
  seq: z.number(),
  version: z.string(),
  kind: z.enum(['release', 'withdrawal']),
  languages,
  publishedAt: z.union([z.string(), z.date().transform((given) => given.toISOString())]),
  notes: z
    .string()
    .nullish()
    .transform((given) => given ?? ''),
  manifestHash: z.string(),
  baseline: baseline.nullish(),
  about,
})

export function parseHead(stored: unknown): ReleaseHead {
  const { baseline: base, ...rest } = head.parse(stored)
  return { ...rest, about: rest.about satisfies About, ...(base ? { baseline: base } : {}) }
}

export function parseRelease(stored: unknown): Release {
  const { manifest } = z.object({ manifest: z.array(manifestEntry) }).parse(stored)
  return { ...parseHead(stored), manifest: manifest satisfies ManifestEntry[], pictures: parsePictures(stored) }
}

/** The pictures of a release by their ids. */
export function parsePictures(stored: unknown): Record<string, ReleasePicture> {
  return z.object({ pictures }).parse(stored).pictures
}

export function parseContent(stored: unknown): SectionContent {
  return sectionContent.parse(stored)
}

/** The common framework stands where a country would, and has no name but ours. */
export const COMMON_FRAMEWORK: ReaderCountry = { code: MASTER, name: {} }
