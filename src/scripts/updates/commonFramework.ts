import { join } from 'node:path'
import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { importToolkit } from '@/actions/importToolkit'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import type { ImportedSection } from '@/domain/importing'
import type { ImportChoices, ImportPlan } from '@/domain/importPlan/plan'
import { NOTHING_CHOSEN } from '@/domain/planImport'
import { MASTER, type PlacedSection } from '@/domain/release'
import { AUDIENCES } from '@/domain/section'
import { filesAt } from '@/import/filesAt'
import { COMMAND_LINE_LIMITS, readDocumentInWorker } from '@/import/worker/readDocumentInWorker'
import { toLexical } from '@/lexical/toLexical'
import { loadBlobs } from '@/stored/blobs'
import { loadImportGround, planOnGround } from '@/stored/importGround'
import { newestRelease } from '@/stored/releases'
import { loadWorkingSections } from '@/stored/sections'
import { act } from '../act'
import { type Noting, toRelease } from '../toRelease'
import type { Draw } from './draw'
import { editedAtRandom, type NewWord } from './edits'
import { STANDARD } from './standard'

/** The address of the toolkit. */
const SLUG = 'standard'
/** More than the document ever leaves out. */
const MOST_GONE = 5

/** A release of the common framework, as it is stored. */
export type CommonRelease = { id: string; version: string; sections: ReadonlyMap<string, PlacedSection> }

/** The sections of one version of the document, as `toolkit import` reads the folder. */
export async function readVersion(version: string): Promise<ImportedSection[]> {
  const files = await filesAt(join(STANDARD, version))
  if (!files.ok) throw new Error(`${version}: ${JSON.stringify(files.because)}`)
  const read = await readDocumentInWorker({ files: files.result, limits: COMMAND_LINE_LIMITS })
  if (!read.ok) throw new Error(`${version}: ${JSON.stringify(read.because)}`)
  return read.result.sections
}

/** The name of the file that a section was read from. */
export function fileOf({ source }: ImportedSection): string {
  return source.replace(/:\d+$/, '')
}

type Importing = {
  payload: Payload
  coordinator: TypedUser
  sections: ImportedSection[]
  /** Files that the coordinator leaves out of this version. */
  without?: readonly string[]
  /** A file of which the coordinator says that it is a new section, and not the one that it looks like. */
  asNew?: string
}

export type Imported = {
  toolkit: string
  /** The key of the section that each file became. */
  keyOf: ReadonlyMap<string, string>
  /** Questions of the import that were answered. */
  answered: number
}

/**
 * Imports a version of the document into the common framework. Where the document and somebody here changed the same
 * place, the document is taken.
 */
export async function importVersion({
  payload,
  coordinator,
  without = [],
  asNew,
  ...given
}: Importing): Promise<Imported> {
  const sections = given.sections.filter((section) => !without.includes(fileOf(section)))
  const req = await createLocalReq({ user: coordinator }, payload)
  const ground = await loadImportGround({ req, slug: SLUG, language: 'en' })
  const separate = sections.findIndex((section) => fileOf(section) === asNew)
  let choices: ImportChoices = {
    ...NOTHING_CHOSEN,
    pairs: separate < 0 ? {} : { [separate]: null },
    allowGone: MOST_GONE,
  }
  const planned = async (): Promise<ImportPlan> =>
    (await planOnGround({ req, ground, language: 'en', document: { sections, images: [] }, choices })).plan
  let plan = await planned()
  const answered = plan.open.length
  while (plan.open.length > 0) {
    const answers = Object.fromEntries(plan.open.map(({ id }) => [id, 'theirs' as const]))
    choices = { ...choices, resolutions: { ...choices.resolutions, ...answers } }
    plan = await planned()
  }
  const { toolkit } = await act(payload, coordinator, importToolkit, {
    ...{ slug: SLUG, title: 'Standard for Public Code', language: 'en', images: [], sections, seen: ground.seen },
    choices: { pairs: { ...choices.pairs }, resolutions: { ...choices.resolutions } },
    allowGone: MOST_GONE,
  })
  // New sections get their keys when they are stored, so the plan's are not theirs.
  const stored = await loadWorkingSections({ req: await createLocalReq({ user: coordinator }, payload), toolkit })
  const bySlug = new Map(stored.map(({ slug, content }) => [slug, content.key]))
  const keyOf = new Map(plan.sections.map(({ incoming, slug }) => [fileOf(incoming), bySlug.get(slug) ?? '']))
  return { toolkit, keyOf, answered }
}

/**
 * The coordinator writes in some sections here, so that the next import has something to merge, and changes what a
 * document does not say: who a section is for, and whether countries may adapt it.
 */
export async function editHere({
  payload,
  coordinator,
  toolkit,
  draw,
  newWord,
  share,
}: {
  payload: Payload
  coordinator: TypedUser
  toolkit: string
  draw: Draw
  newWord: NewWord
  share: number
}): Promise<void> {
  const req = await createLocalReq({ user: coordinator }, payload)
  const sections = await loadWorkingSections({ req, toolkit })
  const inOrder = sections.toSorted((one, other) => (one.slug < other.slug ? -1 : 1))
  for (const { content, rev } of draw.some(inOrder, share)) {
    const { body } = editedAtRandom({ body: content.body.en ?? [], draw, newWord, edits: 2 })
    const seen = { toolkit, key: content.key, seen: rev, language: 'en' as const }
    const policy = draw.one(['free', 'supplement-only'] as const)
    const audiences = draw.some(AUDIENCES, 0.3)
    await act(payload, coordinator, saveSection, { ...seen, policy, audiences, body: toLexical(body) as never })
  }
}

/** Publishes the working text, and reads what was published. */
export async function releaseCommon({
  payload,
  coordinator,
  toolkit,
  version,
}: {
  payload: Payload
  coordinator: TypedUser
  toolkit: string
  version: string
}): Promise<CommonRelease> {
  const noteOf: Noting = () => ({ class: 'clarification', note: `Changed in ${version}.`, decideBy: null })
  const given = await toRelease({ payload, user: coordinator, toolkit, noteOf })
  const { id } = await act(payload, coordinator, releaseMaster, { ...given, version, notes: `Version ${version}.` })
  const req = await createLocalReq({ user: coordinator }, payload)
  const release = await newestRelease({ req, toolkit, country: MASTER })
  if (release?.id !== id) throw new Error(`Release ${version} is not the newest`)
  const contents = await loadBlobs({ req, hashes: release.manifest.map(({ blob }) => blob) })
  const sections = release.manifest.map((entry): [string, PlacedSection] => {
    const content = contents.get(entry.blob)
    if (!content) throw new Error(`Release ${version}: blob ${entry.blob} is not there`)
    return [entry.key, { entry, content }]
  })
  return { id, version, sections: new Map(sections) }
}
