import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import type { ImportedImage, ImportedSection } from '@/domain/importing'
import type { Language } from '@/domain/language'
import { type PlannedSection, planImport } from '@/domain/planImport'
import { refuse } from '@/domain/refusal'
import { MASTER } from '@/domain/release'
import type { Block, RichText } from '@/domain/richText'
import { toLexical } from '@/lexical/toLexical'
import { loadSections, type WorkingSection } from '@/stored/sections'
import { stateOf } from '@/stored/stateOf'
import { loadToolkit, type Toolkit } from '@/stored/toolkits'
import { type ActionContext, defineAction } from './action'
import { language } from './input'
import { recordAuditEvent } from './recordAuditEvent'
import { storePictures } from './storePictures'

export type ImportResult = {
  toolkit: string
  slug: string
  created: boolean
  counts: { new: number; changed: number; same: number; moved: number; gone: number }
}

const input = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  /** For a toolkit that does not exist yet. */
  title: z.string().trim().min(1).max(200).optional(),
  description: z.string().max(1000).optional(),
  sample: z.boolean().optional(),
  language,
  sections: z.custom<ImportedSection[]>((value) => Array.isArray(value) && value.length > 0),
  images: z.custom<ImportedImage[]>((value) => Array.isArray(value)),
  /** The state of the toolkit that the preview was made from; absent for an import without a preview. */
  seen: z.string().optional(),
})

/**
 * Writes an imported document into the working text of the common framework, all or nothing. Sections that the toolkit
 * has keep their keys, addresses and block ids; those that the document does not have are left out of the next release.
 */
export const importToolkit = defineAction<z.infer<typeof input>, ImportResult>({
  name: 'import-toolkit',
  input,
  async run(context, given) {
    if (!hasRoleEverywhere(context.actor, KEEPERS)) return refuse('refusal.role-import')
    const found = await loadToolkit({ req: context.req, slug: given.slug })
    const existing = found ? await loadSections({ req: context.req, toolkit: found.id }) : []
    if (given.seen !== undefined && given.seen !== stateOf(existing)) return refuse('refusal.import-moved-on')
    const plan = planImport({
      existing,
      incoming: given.sections,
      language: given.language,
      sourceLanguage: found?.sourceLanguage ?? given.language,
      newKey: randomUUID,
    })
    if (plan.problems.length > 0) return { ok: false, because: plan.problems }
    const toolkit = found ?? (await createToolkit(context, given))
    const pictures = await storePictures(context, { images: given.images, language: given.language })
    const byKey = new Map(existing.map((section) => [section.content.key, section]))
    for (const section of plan.sections) {
      await writeSection(context, {
        toolkit,
        section,
        known: byKey.get(section.key),
        language: given.language,
        pictures,
      })
    }
    for (const { key } of plan.gone) await retire(context, byKey.get(key), given.language)
    const counts = {
      new: plan.sections.filter(({ status }) => status === 'new').length,
      changed: plan.sections.filter(({ status }) => status === 'changed').length,
      same: plan.sections.filter(({ status }) => status === 'same').length,
      moved: plan.sections.filter(({ moved }) => moved).length,
      gone: plan.gone.length,
    }
    await recordAuditEvent({
      req: context.req,
      country: MASTER,
      action: 'toolkit.import',
      subject: `toolkits/${toolkit.id}`,
      details: { language: given.language, ...counts },
    })
    return { ok: true, result: { toolkit: toolkit.id, slug: toolkit.slug, created: found === null, counts } }
  },
})

async function createToolkit({ payload, req }: ActionContext, given: z.infer<typeof input>): Promise<Toolkit> {
  const doc = await payload.create({
    collection: 'toolkits',
    locale: given.language,
    data: {
      slug: given.slug,
      title: given.title ?? given.slug,
      description: given.description ?? '',
      sourceLanguage: given.language,
      sample: given.sample ?? false,
    },
    depth: 0,
    overrideAccess: false,
    req,
  })
  return {
    id: String(doc.id),
    slug: given.slug,
    sourceLanguage: given.language,
    sample: given.sample ?? false,
    title: {},
    description: {},
  }
}

async function writeSection(
  { payload, req }: ActionContext,
  {
    toolkit,
    section,
    known,
    language: locale,
    pictures,
  }: {
    toolkit: Toolkit
    section: PlannedSection
    known: WorkingSection | undefined
    language: Language
    pictures: Map<string, string>
  },
): Promise<void> {
  const place = { parent: section.parent, rank: section.rank }
  const stays = known && known.parent === section.parent && known.rank === section.rank
  if (section.status === 'same' && stays) return
  const { incoming } = section
  const words = {
    title: incoming.title,
    body: toLexical(withPictures(incoming.body, pictures)) as never,
    ...(incoming.summary === undefined ? {} : { summary: incoming.summary }),
    ...(incoming.guidance === undefined ? {} : { guidance: incoming.guidance }),
    ...(incoming.audiences === undefined ? {} : { audiences: incoming.audiences }),
    ...(incoming.stages === undefined ? {} : { stages: incoming.stages }),
    ...(incoming.policy === undefined ? {} : { policy: incoming.policy }),
  }
  const data = section.status === 'same' ? place : { ...words, ...place, retired: false }
  const shared = { collection: 'sections', depth: 0, overrideAccess: false, req, locale } as const
  if (known) await payload.update({ ...shared, id: known.id, data })
  else {
    await payload.create({
      ...shared,
      data: {
        ...words,
        ...place,
        toolkit: toolkit.id,
        key: section.key,
        slug: section.slug,
        policy: incoming.policy ?? 'free',
      },
    })
  }
}

async function retire(
  { payload, req }: ActionContext,
  section: WorkingSection | undefined,
  locale: Language,
): Promise<void> {
  if (!section) return
  await payload.update({
    collection: 'sections',
    id: section.id,
    locale,
    data: { retired: true },
    depth: 0,
    overrideAccess: false,
    req,
  })
}

/** Puts the ids of stored pictures where the document named its own; a picture that was not stored is left out. */
function withPictures(body: RichText, pictures: Map<string, string>): RichText {
  return body.flatMap(function place(block): Block[] {
    if (block.kind !== 'image') return [{ ...block, children: block.children.flatMap(place) }]
    const id = pictures.get(String(block.attrs.media))
    return id === undefined ? [] : [{ ...block, attrs: { ...block.attrs, media: id } }]
  })
}
