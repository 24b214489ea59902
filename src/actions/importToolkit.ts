import { z } from 'zod'
import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { isSameJson } from '@/domain/canonicalJson'
import type { ImportedImage, ImportedSection } from '@/domain/importing'
import { countPlan, type ImportCounts } from '@/domain/importPlan/countPlan'
import { NO_TEXT, type RememberedSection, type WholeText } from '@/domain/importPlan/importedText'
import type { ImportPlan, PlannedSection } from '@/domain/importPlan/plan'
import type { Language } from '@/domain/language'
import { withPictures } from '@/domain/pictures'
import { NOTHING_CHOSEN } from '@/domain/planImport'
import { type Outcome, refuse } from '@/domain/refusal'
import { MASTER } from '@/domain/release'
import { isSameText } from '@/domain/richText/sameText'
import { LONGEST_TOOLKIT_SLUG, TOOLKIT_SLUG } from '@/domain/slug'
import { toLexical } from '@/lexical/toLexical'
import { loadImportGround, planOnGround, type RuledImport } from '@/stored/importGround'
import { contentOfImported, type ImportEntry, type LastImport, saidIn } from '@/stored/imports'
import { LONGEST_TOOLKIT_TITLE } from '@/stored/longestToolkitTitle'
import type { WorkingSection } from '@/stored/sections'
import { findPictures } from '@/stored/storedPictures'
import type { Toolkit } from '@/stored/toolkits'
import { type ActionContext, definePreparedAction } from './action'
import { language, someWords } from './input'
import type { KeptFile } from './keepPicture'
import { recordAuditEvent } from './recordAuditEvent'
import { Refused } from './refused'
import { storeBlobs } from './storeBlobs'
import { keepPictures, storePictures } from './storePictures'

export type ImportResult = {
  toolkit: string
  slug: string
  created: boolean
  counts: ImportCounts
}

const resolution = z.union([z.enum(['ours', 'theirs', 'both']), z.object({ text: z.string().max(20_000) })])

/** What a person decided about the plan of an import; see `ImportChoices`. */
export const importChoices = z.object({
  pairs: z.record(z.string().regex(/^\d{1,5}$/), z.string().max(64).nullable()),
  resolutions: z.record(z.string().max(200), resolution),
})

const input = z.object({
  slug: z.string().regex(TOOLKIT_SLUG).max(LONGEST_TOOLKIT_SLUG),
  /** For a toolkit that does not exist yet. */
  title: someWords(LONGEST_TOOLKIT_TITLE).optional(),
  description: z.string().max(1000).optional(),
  sample: z.boolean().optional(),
  language,
  sections: z.custom<ImportedSection[]>((value) => Array.isArray(value) && value.length > 0),
  images: z.custom<ImportedImage[]>((value) => Array.isArray(value)),
  /** The state that the plan was made from (`loadImportGround`): of the toolkit, or that there was none. */
  seen: z.string().min(1).max(64),
  /** How the document was cut and what it is called: stored for the next import. */
  level: z.number().int().min(1).max(6).optional(),
  file: z.string().max(300).optional(),
  choices: importChoices.optional(),
  /** How many sections may be removed, if that is more than a tenth of them. */
  allowGone: z.number().int().min(0).max(100_000).optional(),
})

type Given = z.infer<typeof input>

/**
 * Merges a document into the working text of the common framework, all or nothing, based on the last import (see
 * `planImport`). Sections keep their keys, addresses and block ids; those that the document no longer has are left out
 * of the next release. Refuses while something is undecided, and if many sections would be removed without
 * confirmation. A document without changes writes nothing.
 */
export const importToolkit = definePreparedAction<Given, ImportResult, Map<string, KeptFile>>({
  name: 'import-toolkit',
  input,
  async prepare({ payload, req, actor, steps }, { images }) {
    if (!hasRoleEverywhere(actor, KEEPERS)) return refuse('refusal.role-import')
    return keepPictures({ payload, steps }, { images, known: await findPictures({ req, images }) })
  },
  async run(context, given, files) {
    if (!hasRoleEverywhere(context.actor, KEEPERS)) return refuse('refusal.role-import')
    const { req } = context
    const ground = await loadImportGround({ req, slug: given.slug, language: given.language })
    const { existing, last } = ground
    if (given.seen !== ground.seen) return refuse('refusal.import-moved-on')
    const { plan, pictures, ruled } = await planOnGround({
      req,
      ground,
      language: given.language,
      document: given,
      choices: {
        ...(given.choices ?? NOTHING_CHOSEN),
        ...(given.allowGone === undefined ? {} : { allowGone: given.allowGone }),
      },
    })
    const forbidden = forbids({ plan, sections: existing.filter(({ retired }) => !retired).length })
    if (forbidden) return forbidden
    const toolkit = ground.toolkit ?? (await createToolkit(context, given))
    const ids = await storePictures(context, { files, known: pictures })
    // The plan has no pictures that the document lacks: a name that is not a new picture's is that of a stored one.
    const idOf = (name: string): string => ids.get(name) ?? name
    const byKey = new Map(existing.map((section) => [section.content.key, section]))
    const gone = plan.gone.filter(({ goes }) => goes)
    const next = stepsOf(context, plan.sections.length + plan.placed.length + gone.length)
    for (const section of plan.sections) {
      next()
      const known = byKey.get(section.key)
      await writeSection(context, {
        ...{ toolkit, section, known, idOf, language: given.language },
        ruled: ruled.get(section.key),
      })
    }
    for (const { key, ...place } of plan.placed) {
      next()
      await updateSection(context, { known: byKey.get(key), language: given.language, data: place })
    }
    for (const { key } of gone) {
      next()
      await updateSection(context, { known: byKey.get(key), language: given.language, data: { retired: true } })
    }
    await remember(context, { toolkit, given, last, remembered: plan.remembered, idOf })
    const counts = countPlan(plan)
    next()
    await recordAuditEvent({
      req,
      country: MASTER,
      action: 'toolkit.import',
      subject: `toolkits/${toolkit.id}`,
      details: { language: given.language, ...counts },
    })
    return { ok: true, result: { toolkit: toolkit.id, slug: toolkit.slug, created: ground.toolkit === null, counts } }
  },
})

/** Reports the progress before each section; stops if the person has cancelled. */
function stepsOf({ steps: { onProgress, signal } }: ActionContext, of: number): () => void {
  let done = 0
  return () => {
    if (signal?.aborted) throw new Refused([{ key: 'import.stopped' }])
    if (done < of) onProgress?.({ done: done + 1, of })
    done += 1
  }
}

/** Why a plan is not applied; null if nothing prevents it. */
function forbids({
  plan: { gone, open, problems, ...plan },
  sections,
}: {
  plan: ImportPlan
  sections: number
}): Outcome<never> | null {
  if (problems.length > 0) return { ok: false, because: problems }
  const isOpen = ({ decisions }: { decisions: { id: string }[] }) =>
    decisions.some(({ id }) => open.some((one) => one.id === id))
  const many = gone.filter((section) => section.isOneOfMany && isOpen(section))
  if (open.length > many.length) {
    const titles = [
      ...plan.sections.filter(isOpen).map(({ incoming }) => incoming.title),
      ...gone.filter((section) => !section.isOneOfMany && isOpen(section)).map(({ title }) => title),
    ]
    return refuse('refusal.import-undecided', { count: open.length - many.length, sections: titles.join(', ') })
  }
  if (many.length > 0) {
    const going = gone.filter((section) => section.goes || many.includes(section))
    const titles = going.map(({ title }) => title).join(', ')
    return refuse('refusal.import-gone', { count: going.length, all: sections, sections: titles })
  }
  return null
}

async function createToolkit({ payload, req }: ActionContext, given: Given): Promise<Toolkit> {
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

type Writing = {
  toolkit: Toolkit
  section: PlannedSection
  known: WorkingSection | undefined
  language: Language
  idOf: (name: string) => string
  /** If it has rules for single parts: its text with the ids of the blocks, and the rules that it keeps. */
  ruled: RuledImport | undefined
}

async function writeSection(
  context: ActionContext,
  { toolkit, section, known, language: locale, idOf, ruled }: Writing,
): Promise<void> {
  const { key, slug, parent, rank, status, returns, isLeftOut, sides, text } = section
  if (isLeftOut) return
  const words = wordsToWrite({
    text: { ...text, body: withPictures(ruled?.body ?? text.body, idOf) },
    before: sides?.ours ?? null,
  })
  if (!known) {
    const { payload, req } = context
    const data = { ...words, title: text.title, policy: text.policy, parent, rank, toolkit: toolkit.id, key, slug }
    await payload.create({ collection: 'sections', depth: 0, overrideAccess: false, req, locale, data })
    return
  }
  const stays = known.parent === parent && known.rank === rank
  if (status === 'same' && stays) return
  const kept = ruled ? { rules: ruled.left.length > 0 ? ruled.left : null } : {}
  const data = {
    ...(status === 'same' ? {} : { ...words, ...kept }),
    parent,
    rank,
    ...(returns ? { retired: false } : {}),
  }
  await updateSection(context, { known, language: locale, data })
}

async function updateSection(
  { payload, req }: ActionContext,
  {
    known,
    language: locale,
    data,
  }: { known: WorkingSection | undefined; language: Language; data: Record<string, unknown> },
): Promise<void> {
  if (!known) return
  await payload.update({ collection: 'sections', id: known.id, depth: 0, overrideAccess: false, req, locale, data })
}

/** The fields that differ from what is stored; for a new section those that are not empty. */
function wordsToWrite({ text, before }: { text: WholeText; before: WholeText | null }) {
  const old = before ?? { ...NO_TEXT, policy: text.policy }
  const isOther = (name: 'audiences' | 'stages') => text[name].join() !== old[name].join()
  return {
    ...(text.title === old.title ? {} : { title: text.title }),
    ...(text.summary === old.summary ? {} : { summary: text.summary }),
    ...(text.guidance === old.guidance ? {} : { guidance: text.guidance }),
    ...(text.policy === old.policy ? {} : { policy: text.policy }),
    ...(isOther('audiences') ? { audiences: text.audiences } : {}),
    ...(isOther('stages') ? { stages: text.stages } : {}),
    ...(before && isSameText(text.body, before.body) ? {} : { body: toLexical(text.body) }),
  }
}

/** Stores the import as the base of the next one, unless it equals the last import. */
async function remember(
  context: ActionContext,
  {
    toolkit,
    given,
    last,
    remembered,
    idOf,
  }: {
    toolkit: Toolkit
    given: Given
    last: LastImport | null
    remembered: RememberedSection[]
    idOf: (name: string) => string
  },
): Promise<void> {
  const texts = remembered.map(({ text }) => ({ ...text, body: withPictures(text.body, idOf) }))
  const contents = remembered.map(({ key }, index) =>
    contentOfImported({ key, text: texts[index] ?? { title: '', body: [] }, language: given.language }),
  )
  const hashes = await storeBlobs(context, contents)
  const sections = remembered.map(
    ({ key, parent, left }, index): ImportEntry => ({
      key,
      parent,
      left,
      blob: hashes[index] ?? '',
      said: saidIn(texts[index] ?? { title: '', body: [] }),
    }),
  )
  const level = given.level ?? null
  if (last && last.level === level && isSameJson(last.entries, sections)) return
  await context.payload.create({
    collection: 'imports',
    locale: given.language,
    data: {
      toolkit: toolkit.id,
      language: given.language,
      seq: (last?.seq ?? 0) + 1,
      file: given.file ?? '',
      level,
      at: context.now,
      actor: context.actor.userId,
      sections,
    },
    depth: 0,
    overrideAccess: false,
    req: context.req,
  })
}
