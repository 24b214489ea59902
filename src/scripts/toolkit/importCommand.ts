import { basename } from 'node:path'
import config from '@payload-config'
import { createLocalReq, getPayload, type Payload, type TypedUser } from 'payload'
import { importToolkit } from '@/actions/importToolkit'
import { runAction } from '@/actions/runAction'
import { ALL_COUNTRIES } from '@/domain/actor'
import type { ImportNote } from '@/domain/importing'
import { notesThatHold } from '@/domain/importPlan/notesThatHold'
import type { ImportPlan } from '@/domain/importPlan/plan'
import { isLanguage, LANGUAGES } from '@/domain/language'
import { partsGone } from '@/domain/partRules'
import { NOTHING_CHOSEN } from '@/domain/planImport'
import type { Refusal } from '@/domain/refusal'
import { filesAt } from '@/import/filesAt'
import { levelsToCut } from '@/import/levelsToCut'
import { COMMAND_LINE_LIMITS, readDocumentInWorker } from '@/import/worker/readDocumentInWorker'
import { sayRefusal } from '@/messages/translate'
import { loadImportGround, planOnGround, type RuledImport } from '@/stored/importGround'
import { ensureCountries } from '../ensureCountries'
import { ensurePerson } from '../people'
import { fromHere } from './fromHere'

export type ImportArgs = {
  path: string
  toolkit: string
  title?: string | undefined
  language: string
  /** Cut at headings up to this level, or `automatic`; by default as the last import was cut. */
  level?: string | undefined
  /** How many sections may be removed, if that is more than a tenth of them. */
  allowGone?: string | undefined
  dryRun: boolean
}

/**
 * Merges a document into the working text of the common framework, or shows what that would do. Conflicts are listed,
 * and nothing is imported then: people decide in the browser.
 */
export async function importCommand({
  path,
  toolkit: slug,
  title,
  language,
  level: asked,
  allowGone,
  dryRun,
}: ImportArgs): Promise<number> {
  if (!isLanguage(language))
    return complain([`"${language}" is not a language of this tool. Languages are: ${LANGUAGES.join(', ')}.`])
  const files = await filesAt(fromHere(path))
  if (!files.ok) return complain(sentences(files.because))
  const payload = await getPayload({ config })
  const user = await commandLineAccount(payload)
  const req = await createLocalReq({ user }, payload)
  const ground = await loadImportGround({ req, slug, language })
  const read = await readDocumentInWorker({
    files: files.result,
    ...levelsToCut({
      asked: asked === undefined || asked === 'automatic' ? asked : Number(asked),
      last: ground.last?.level ?? null,
    }),
    limits: COMMAND_LINE_LIMITS,
  })
  if (!read.ok) return complain(sentences(read.because))
  const document = read.result
  if (document.notes.some(({ kind }) => kind === 'problem')) {
    showNotes(document.notes)
    return complain(['Nothing was imported.'])
  }
  const allowed = allowGone === undefined ? {} : { allowGone: Number(allowGone) }
  const choices = { ...NOTHING_CHOSEN, ...allowed }
  const { plan, pictures, ruled } = await planOnGround({ req, ground, language, document, choices })
  showNotes(notesThatHold({ notes: document.notes, plan, pictures }))
  if (plan.problems.length > 0) return complain([...sentences(plan.problems), 'Nothing was imported.'])
  show(plan)
  showRulesGone(ruled)
  if (dryRun) return 0
  const outcome = await runAction({
    action: importToolkit,
    payload,
    user,
    input: {
      slug,
      title: title ?? document.title ?? slug,
      language,
      sections: document.sections,
      images: document.images,
      seen: ground.seen,
      file: basename(path),
      level: document.cut.level,
      ...allowed,
    },
  })
  if (!outcome.ok) return complain([...sentences(outcome.because), 'Nothing was imported.'])
  const { counts, created } = outcome.result
  console.log(
    `${created ? 'New toolkit' : 'Toolkit'} "${slug}": ${counts.new} new, ${counts.changed} changed, ${counts.moved} moved${counts.both > 0 ? ` (${counts.both} of them changed)` : ''}, ${counts.same} the same, ${counts.gone} removed.`,
  )
  return 0
}

const LABELS = { problem: 'PROBLEM', loss: 'loss   ', doubt: 'check  ' } as const

/** Whoever runs a command here has the database anyway; what they do is recorded under an account of its own. */
async function commandLineAccount(payload: Payload): Promise<TypedUser> {
  await ensureCountries(payload)
  return ensurePerson(payload, {
    email: 'command-line@localhost.invalid',
    name: 'Command line',
    roles: [{ role: 'coordinator', country: ALL_COUNTRIES }],
  })
}

function showNotes(notes: readonly ImportNote[]): void {
  for (const { kind, source, ...note } of notes)
    console.log(`${LABELS[kind]}  ${source ? `${source}: ` : ''}${sayRefusal('en', note)}`)
}

function show({ sections, gone }: ImportPlan): void {
  for (const { incoming, status, moved, how, titleBefore, decisions } of sections) {
    const from = titleBefore === undefined ? '' : ` (was "${titleBefore}")`
    const recognised = status === 'new' || how === 'title' || how === 'slug' ? '' : `, recognised by ${how}`
    console.log(
      `${status.padEnd(8)}${'  '.repeat(incoming.depth - 1)}${incoming.title}${from}${moved ? ', moved' : ''}${recognised}`,
    )
    for (const { base, ours, theirs } of decisions) {
      console.log(
        `decide  ${'  '.repeat(incoming.depth - 1)}here "${ours}", in the document "${theirs}", before "${base}"`,
      )
    }
  }
  for (const { title, goes, decisions } of gone) {
    console.log(`${decisions.length > 0 ? 'decide  not in the document: ' : goes ? 'gone    ' : 'stays   '}${title}`)
  }
}

function showRulesGone(ruled: ReadonlyMap<string, RuledImport>): void {
  for (const section of ruled.values())
    for (const { demand, words } of partsGone({ ...section, language: 'en' }))
      console.log(`rule    removed (${demand}), its part is no longer in the text: "${words}"`)
}

function sentences(because: Refusal[]): string[] {
  return because.map((reason) => sayRefusal('en', reason))
}

function complain(lines: string[]): number {
  for (const line of lines) console.error(line)
  return 1
}
