import { randomUUID } from 'node:crypto'
import { setImmediate as letOthersGo } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import type { ImportedDocument, ImportedSection } from '@/domain/importing'
import type { ImportChoices, ImportPlan, PlannedSection } from '@/domain/importPlan/plan'
import type { Language } from '@/domain/language'
import { type FollowedRules, rulesFollowed } from '@/domain/partRules'
import { withPictures } from '@/domain/pictures'
import { planImport } from '@/domain/planImport'
import type { Refusal } from '@/domain/refusal'
import type { RichText } from '@/domain/richText/richText'
import { isSameText } from '@/domain/richText/sameText'
import { MOST_CHARACTERS, type SectionContent, withWords } from '@/domain/section'
import { exceededLimit } from '@/lexical/exceededLimit'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { withIdsWhenStored } from '@/lexical/withIdsWhenStored'
import { contentHash } from './contentHash'
import { type LastImport, loadLastImport } from './imports'
import { loadSections, type WorkingSection } from './sections'
import { stateOf } from './stateOf'
import { findPictures } from './storedPictures'
import { loadToolkit, type Toolkit } from './toolkits'

/** The state that an import is planned on. */
export type ImportGround = {
  /** null if there is no toolkit with this address: the import creates one. */
  toolkit: Toolkit | null
  existing: WorkingSection[]
  last: LastImport | null
  /** Identifies this state: an import that was planned on another one is refused. */
  seen: string
}

/** Loads the state that an import into the toolkit of an address is planned on, with the person's request. */
export async function loadImportGround({
  req,
  slug,
  language,
}: {
  req: PayloadRequest
  slug: string
  language: Language
}): Promise<ImportGround> {
  const toolkit = await loadToolkit({ req, slug })
  const existing = toolkit ? await loadSections({ req, toolkit: toolkit.id }) : []
  const last = toolkit ? await loadLastImport({ req, toolkit: toolkit.id, language }) : null
  return { toolkit, existing, last, seen: contentHash([toolkit?.id ?? null, stateOf(existing), last?.id ?? null]) }
}

/**
 * What importing a document on this ground does. Also returns the ids of those of its pictures that are already stored,
 * by the names that the document uses, and what becomes of the rules for single parts.
 */
export async function planOnGround({
  req,
  ground: { toolkit, existing, last },
  language,
  document,
  choices,
}: {
  req: PayloadRequest
  ground: ImportGround
  language: Language
  document: Pick<ImportedDocument, 'sections' | 'images'>
  choices: ImportChoices
}): Promise<{ plan: ImportPlan; pictures: ReadonlyMap<string, string>; ruled: ReadonlyMap<string, RuledImport> }> {
  const pictures = await findPictures({ req, images: document.images })
  const plan = planImport({
    existing,
    remembered: last?.sections ?? null,
    incoming: await storableSections({ document, pictures }),
    language,
    sourceLanguage: toolkit?.sourceLanguage ?? language,
    choices,
    newKey: randomUUID,
  })
  const problems = [...plan.problems, ...(await exceededLimits(plan.sections))]
  return { plan: { ...plan, problems }, pictures, ruled: ruledBy({ plan, existing, language }) }
}

/**
 * The sections whose text could be imported, but not saved afterwards; a text that stays as it is stored is no problem.
 * Other requests are answered between two of them.
 */
async function exceededLimits(sections: readonly PlannedSection[]): Promise<Refusal[]> {
  const problems: Refusal[] = []
  for (const { sides, text } of sections) {
    const isWritten = !(sides && isSameText(text.body, sides.ours.body))
    const limit = isWritten ? exceededLimit(toLexical(text.body)) : null
    const { title } = text
    for (const field of LINES) {
      const [count, most] = [text[field].length, MOST_CHARACTERS[field]]
      const isNew = text[field] !== sides?.ours[field]
      if (isNew && count > most)
        problems.push({ key: 'import.section-line-too-long', params: { title, field, count, limit: most } })
    }
    if (limit?.kind === 'depth') problems.push({ key: 'import.section-too-deep', params: { title } })
    if (limit?.kind === 'size')
      problems.push({ key: 'import.section-too-large', params: { title, percent: limit.percent } })
    await letOthersGo()
  }
  return problems
}

/** The texts of a section that an import writes beside the body. */
const LINES = ['title', 'summary', 'guidance'] as const

/**
 * The sections of a document as they would be stored, so that they can be compared with the stored ones: stored
 * pictures have their ids, new ones keep the document's name, and those that the document lacks are left out. Other
 * requests are answered between two sections.
 */
async function storableSections({
  document: { sections, images },
  pictures,
}: {
  document: Pick<ImportedDocument, 'sections' | 'images'>
  pictures: ReadonlyMap<string, string>
}): Promise<ImportedSection[]> {
  const names = new Map(images.map(({ name }) => [name, pictures.get(name) ?? name]))
  const result: ImportedSection[] = []
  for (const section of sections) {
    result.push({ ...section, body: storable(withPictures(section.body, (name) => names.get(name))) })
    await letOthersGo()
  }
  return result
}

/** What an import stores of a section that has rules: its text, with the ids that its blocks get, and what becomes of the rules. */
export type RuledImport = FollowedRules & { body: RichText; before: SectionContent }

/** The sections with rules for single parts whose text an import writes, by key. */
function ruledBy({
  plan: { sections },
  existing,
  language,
}: {
  plan: ImportPlan
  existing: readonly WorkingSection[]
  language: Language
}): Map<string, RuledImport> {
  const contents = new Map(existing.map(({ content }) => [content.key, content]))
  return new Map(
    sections.flatMap(({ key, isLeftOut, status, text }): [string, RuledImport][] => {
      const before = contents.get(key)
      if (!before?.rules || isLeftOut || status === 'same') return []
      // Most documents have no ids, and a rule knows its block by its id.
      const was = before.body[language] ?? []
      const body = isSameText(was, text.body) ? was : withIdsWhenStored({ before: was, after: text.body })
      const after = withWords(before, 'body', language, body)
      return [[key, { ...rulesFollowed({ before, after }), body, before }]]
    }),
  )
}

function storable(body: RichText): RichText {
  return fromLexical(toLexical(body))
}
