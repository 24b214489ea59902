import { z } from 'zod'
import { CHANGE_CLASSES, type ChangeNote } from '@/domain/changeNote'
import type { MadeFrom } from '@/domain/madeFrom'
import type { About, Baseline, ManifestEntry, Release, ReleasePicture } from '@/domain/release'
import { CHANGE_KINDS, type ChangeReason, MODES, REASONS, TEXT_FIELDS } from '@/domain/section'
import { byLanguage, language } from './byLanguage'
import { asRecord } from './parse'
import { parsed } from './parsed'

/*
 * The JSON fields of releases and editions. Releases are read for ever, so a field that was added later has a default.
 */

const text = z
  .string()
  .nullish()
  .transform((given) => given ?? '')

type DriverId = { toHexString: () => string }

/** Its `id` is a property too, of bytes: it must not be read as that of a populated document. */
function isDriverId(given: unknown): given is DriverId {
  return (
    typeof given === 'object' && given !== null && 'toHexString' in given && typeof given.toHexString === 'function'
  )
}

/** A related document: its id, as text or as the driver reads it, or the populated document. */
const reference = z.union([
  z.string(),
  z.custom<DriverId>(isDriverId).transform((given) => given.toHexString()),
  z.object({ id: z.string() }).transform(({ id }) => id),
])

const origins = z.partialRecord(language, z.enum(['common', 'national', 'translation', 'missing']))

const changeReason: z.ZodType<ChangeReason> = z.object({
  at: z.object({
    field: z.enum(TEXT_FIELDS),
    block: z.string().nullable(),
    is: z.enum(CHANGE_KINDS),
    language,
    words: z.string(),
  }),
  reason: z.enum(REASONS).nullable(),
  explanation: byLanguage(z.string()),
  references: z.array(z.object({ text: z.string(), url: z.string().nullable() })),
})

const madeFrom: z.ZodType<MadeFrom> = z.object({
  title: z.string().optional(),
  summary: z.string().optional(),
  body: z.string().optional(),
  settled: z.record(z.string(), z.string()).optional(),
})

const manifestEntry: z.ZodType<ManifestEntry> = z.object({
  key: z.string(),
  slug: z.string(),
  parent: z.string().nullable(),
  rank: z.string(),
  mode: z.enum(MODES),
  blob: z.string(),
  baseBlob: z.string().optional(),
  provenance: z.partialRecord(z.enum(TEXT_FIELDS), origins).default({}),
  translatedFrom: z.partialRecord(language, madeFrom).optional(),
  reason: z.enum(REASONS).optional(),
  explanation: byLanguage(z.string()).optional(),
  sources: z.string().optional(),
  changeReasons: z.array(changeReason).optional(),
})
const manifest = z.array(manifestEntry)

const about: z.ZodType<About> = z.object({
  slug: z.string(),
  title: byLanguage(z.string()),
  description: byLanguage(z.string()),
  sample: z.boolean().default(false),
  sourceLanguage: language.default('en'),
  country: byLanguage(z.string()),
})

const picture: z.ZodType<ReleasePicture> = z.object({
  filename: text,
  mimeType: text,
  size: z.object({ width: z.number(), height: z.number() }).optional(),
  alt: byLanguage(z.string()),
})
const pictures = z.record(z.string(), picture).default({})

const changeNote: z.ZodType<ChangeNote> = z.object({
  key: z.string(),
  class: z.enum(CHANGE_CLASSES),
  note: z.string(),
  decideBy: z.string().nullable(),
  proposedBy: z.array(z.string()).optional(),
})

const standsElsewhere = z.object({ version: z.string(), seq: z.number(), keys: z.array(z.string()) })
const baseline: z.ZodType<Baseline> = z.object({
  release: z.string(),
  version: z.string(),
  seq: z.number(),
  others: z.array(standsElsewhere).optional(),
  saysOrigins: z.literal(true).optional(),
})

const head = z.object({
  id: z.coerce.string(),
  toolkit: reference,
  country: z.string(),
  seq: z.number(),
  version: z.string(),
  kind: z.enum(['release', 'withdrawal']).default('release'),
  languages: z
    .array(language)
    .nullish()
    .transform((given) => given ?? []),
  publishedAt: z.union([z.string(), z.date().transform((given) => given.toISOString())]),
  notes: text,
  changes: z
    .array(changeNote)
    .nullish()
    .transform((given) => given ?? []),
  manifestHash: z.string(),
  baseline: baseline.nullish(),
  edition: reference.nullish(),
  about,
})

/** A release without its content. */
export type ReleaseHead = Omit<Release, 'manifest' | 'pictures'>

/** A release as a list shows it. Throws with its id if it is not one. */
export function parseHead(stored: unknown): ReleaseHead {
  const { baseline, edition, ...rest } = parsed({ schema: head, stored, document: nameOf(stored) })
  return { ...rest, ...(baseline ? { baseline } : {}), ...(edition ? { edition } : {}) }
}

/** A complete release. Throws with its id if it is not one. */
export function parseRelease(stored: unknown): Release {
  const held = parsed({ schema: z.object({ manifest }), stored, document: nameOf(stored) })
  return { ...parseHead(stored), ...held, pictures: parsePictures(stored) }
}

/** The pictures of a release by their ids. Throws with the id of the release if they are none. */
export function parsePictures(stored: unknown): Record<string, ReleasePicture> {
  return parsed({ schema: z.object({ pictures }), stored, document: nameOf(stored) }).pictures
}

/** The sections that an edition was sent with. `document` is named in the error if they are none. */
export function parseManifest(stored: unknown, document: string): ManifestEntry[] {
  return parsed({ schema: manifest, stored, document })
}

/** What an edition was sent with about the toolkit and the country. `document` is named in the error if it is nothing. */
export function parseAbout(stored: unknown, document: string): About {
  return parsed({ schema: about, stored, document })
}

function nameOf(stored: unknown): string {
  return `Release ${asRecord(stored).id}`
}
