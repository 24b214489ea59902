import { type CollectionSlug, createLocalReq, type TypedUser, type Where } from 'payload'
import { expect } from 'vitest'
import type { Action } from '@/actions/action'
import type { ActionOutcome } from '@/actions/performAs'
import { runAction } from '@/actions/runAction'
import type { ImportedSection } from '@/domain/importing'
import type { ImportChoices, ImportPlan } from '@/domain/importPlan/plan'
import { LANGUAGES, type Language } from '@/domain/language'
import { NOTHING_CHOSEN } from '@/domain/planImport'
import { textOf } from '@/domain/richText/walk'
import { type LoadedImportPreview, loadImportPreview } from '@/endpoints/loadImportPreview'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { sayRefusal } from '@/messages/translate'
import { verifyStored } from '@/scripts/faults/verifyStored'
import { loadImportGround, planOnGround } from '@/stored/importGround'
import { type ResolvedVariant, resolveVariant } from '@/stored/resolveVariant'
import { loadVariant } from '@/stored/variants'
import type { Application, Fields, Person } from '../setup/application'
import { asShownNow } from '../setup/asShownNow'
import { words } from '../setup/factories'
import { snapshotOf } from '../setup/snapshot'
import { toRelease as releaseInput } from '../setup/toRelease'

export type Acting = ReturnType<typeof actingOn>
export type Refusals = { keys: string[]; params: Fields; saved: Fields }

/**
 * Calls the actions of an application as its endpoint does, for different people, and reads what is stored afterwards.
 */
export function actingOn({ payload }: Application) {
  /** What the endpoint would answer this person; a decision on an update is made on what its screen says now. */
  async function perform<Input, Result>(
    person: Person | null,
    action: Action<Input, Result>,
    input: unknown,
  ): Promise<ActionOutcome<Result>> {
    const user = person && (await userOf(person))
    const asked = action.name === 'decide-update' ? await asShownNow(payload, { user, input }) : input
    return runAction({ action, input: asked, payload, user })
  }

  /** The result of an action that must succeed. */
  async function succeed<Input, Result>(
    person: Person,
    action: Action<Input, Result>,
    input: unknown,
  ): Promise<Result> {
    const outcome = await perform(person, action, input)
    if (!outcome.ok) throw new Error(`${action.name} was refused: ${JSON.stringify(outcome.because)}`)
    return outcome.result
  }

  /** The reasons of an action that must be refused: each has a sentence in all languages, and nothing is written. */
  async function refuse<Input, Result>(
    person: Person | null,
    action: Action<Input, Result>,
    input: unknown,
  ): Promise<Refusals> {
    const before = await snapshotOf(payload)
    const outcome = await perform(person, action, input)
    expect(outcome.ok).toBe(false)
    expect(await snapshotOf(payload)).toEqual(before)
    return refusalsOf(outcome)
  }

  /** The user as a request has it: a new object each time. */
  async function userOf({ id }: Person): Promise<TypedUser> {
    const user = await payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true })
    return { ...user, collection: 'users' }
  }

  /** The `seen` value of an import into the toolkit at an address: its current state, or that there is none. */
  async function seenForImport(person: Person, slug: string, language: Language = 'en'): Promise<string> {
    const req = await createLocalReq({ user: await userOf(person) }, payload)
    return (await loadImportGround({ req, slug, language })).seen
  }

  /** What an import of these sections would do now: its questions, with the ids for the answers. */
  async function planOfImport(
    person: Person,
    { slug, sections, pairs = {} }: { slug: string; sections: ImportedSection[]; pairs?: ImportChoices['pairs'] },
  ): Promise<ImportPlan> {
    const req = await createLocalReq({ user: await userOf(person) }, payload)
    const ground = await loadImportGround({ req, slug, language: 'en' })
    const choices = { pairs, resolutions: {} }
    return (await planOnGround({ req, ground, language: 'en', document: { sections, images: [] }, choices })).plan
  }

  /** What a person sees before they import these sections. */
  async function previewOfImport(
    person: Person,
    { slug, sections }: { slug: string; sections: ImportedSection[] },
  ): Promise<LoadedImportPreview> {
    const req = await createLocalReq({ user: await userOf(person) }, payload)
    const ground = await loadImportGround({ req, slug, language: 'en' })
    const document = { sections, images: [], notes: [], cut: { level: 1, levels: [] } }
    const given = { req, ground, language: 'en' as const, document, choices: NOTHING_CHOSEN }
    const outcome = await loadImportPreview(given)
    if (!outcome.ok) throw new Error('There is no preview')
    return outcome.result
  }

  /** The stored documents, in all their languages. */
  async function stored(collection: CollectionSlug, where: Where = {}, sort = 'id'): Promise<Fields[]> {
    const { docs } = await payload.find({
      collection,
      depth: 0,
      locale: 'all',
      overrideAccess: true,
      pagination: false,
      sort,
      where,
    })
    return docs.map((doc): Fields => ({ ...doc }))
  }

  async function storedOne(collection: CollectionSlug, where: Where): Promise<Fields> {
    const docs = await stored(collection, where)
    if (docs.length !== 1 || !docs[0]) throw new Error(`${docs.length} of ${collection} where there should be one`)
    return docs[0]
  }

  /** Every kept revision of a document, oldest first. */
  async function revisionsOf(
    collection: 'sections' | 'variant-sections' | 'variants' | 'release-drafts',
    id: unknown,
  ): Promise<Fields[]> {
    const { docs } = await payload.findVersions({
      collection,
      depth: 0,
      locale: 'all',
      overrideAccess: true,
      pagination: false,
      where: { parent: { equals: id } },
    })
    return docs.map(({ version }): Fields => ({ ...version })).sort((a, b) => Number(a.rev) - Number(b.rev))
  }

  /** The recorded events of a country, oldest first. */
  const auditOf = (country: string) => stored('audit-events', { country: { equals: country } }, 'seq')
  const editionOf = (id: string) => storedOne('editions', { id: { equals: id } })
  /** The input that names an edition in its current state. */
  const seenNow = async (edition: string) => ({ edition, seen: Number((await editionOf(edition)).rev) })
  const stepsOf = (edition: string) => stored('workflow-events', { edition: { equals: edition } }, 'at')
  const releasesOf = (toolkit: string, country: string) =>
    stored('releases', { and: [{ toolkit: { equals: toolkit } }, { country: { equals: country } }] }, 'seq')
  const ownSectionOf = (variant: string, key: string) =>
    storedOne('variant-sections', { and: [{ variant: { equals: variant } }, { key: { equals: key } }] })
  const sectionOf = (toolkit: string, key: string) =>
    storedOne('sections', { and: [{ toolkit: { equals: toolkit } }, { key: { equals: key } }] })

  /** A national version as this person reads it now, before it is published. */
  async function resolvedFor(person: Person, id: string): Promise<ResolvedVariant> {
    const req = await createLocalReq({ user: await userOf(person) }, payload)
    const variant = await loadVariant({ req, id })
    if (!variant) throw new Error('This person may not read it')
    return resolveVariant({ req, variant })
  }

  /** One section of that version. */
  async function resolvedSection(person: Person, { variant, key }: { variant: string; key: string }) {
    const section = (await resolvedFor(person, variant)).sections.find(({ entry }) => entry.key === key)
    if (!section) throw new Error(`The version has no section ${key}`)
    return section
  }

  /** The content of a blob. */
  const blobOf = async (hash: unknown): Promise<Fields> =>
    Object((await storedOne('blobs', { id: { equals: hash } })).json)

  /** Problems in what is stored for a toolkit, and in the complete audit. */
  const problemsOf = (toolkit: string) => verifyStored({ payload, toolkit, acknowledged: new Set() })

  /** The input of a person who releases the current working text. */
  const toRelease = (given: Parameters<typeof releaseInput>[1]) => releaseInput(payload, given)

  return {
    perform,
    userOf,
    succeed,
    refuse,
    seenForImport,
    planOfImport,
    previewOfImport,
    stored,
    storedOne,
    revisionsOf,
    auditOf,
    editionOf,
    seenNow,
    stepsOf,
    releasesOf,
    ownSectionOf,
    sectionOf,
    blobOf,
    problemsOf,
    toRelease,
    resolvedFor,
    resolvedSection,
  }
}

/** The reasons of an outcome that must be a refusal; each is a sentence in every language. */
export function refusalsOf(outcome: ActionOutcome<unknown>): Refusals {
  if (outcome.ok) throw new Error('It was not refused')
  for (const reason of outcome.because) {
    for (const language of LANGUAGES) expect(sayRefusal(language, reason)).toMatch(/^[^{}]{10,}$/)
  }
  return {
    keys: outcome.because.map(({ key }) => key),
    params: Object.assign({}, ...outcome.because.map((reason) => ('params' in reason ? reason.params : {}))),
    saved: 'saved' in outcome ? outcome.saved : {},
  }
}

/** One paragraph in the editor's format. */
export const typed = (value: string) => toLexical(words(value))

/** The words of a stored rich text in one language. */
export const wordsIn = (texts: unknown, language = 'en'): string => textOf(fromLexical(Object(texts)[language]))

/** The manifest of a release, by section. */
export function manifestOf(release: Fields | undefined): Map<string, Fields> {
  const entries: Fields[] = Array.isArray(release?.manifest) ? release.manifest : []
  return new Map(entries.map((entry) => [String(entry.key), entry]))
}
