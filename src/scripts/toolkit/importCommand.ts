import { randomUUID } from 'node:crypto'
import config from '@payload-config'
import { createLocalReq, getPayload, type Payload, type TypedUser } from 'payload'
import { importToolkit } from '@/actions/importToolkit'
import { runAction } from '@/actions/runAction'
import { ALL_COUNTRIES } from '@/domain/actor'
import type { ImportedDocument } from '@/domain/importing'
import { isLanguage, LANGUAGES, type Language } from '@/domain/language'
import { type ImportPlan, planImport } from '@/domain/planImport'
import type { Refusal } from '@/domain/refusal'
import { filesAt } from '@/import/filesAt'
import { COMMAND_LINE_LIMITS, readDocumentInWorker } from '@/import/worker/readDocumentInWorker'
import { sayRefusal } from '@/messages/translate'
import { loadSections } from '@/stored/sections'
import { loadToolkit } from '@/stored/toolkits'
import { ensureCountries } from '../ensureCountries'
import { ensurePerson } from '../people'

export type ImportArgs = {
  path: string
  toolkit: string
  title?: string | undefined
  language: string
  level?: string | undefined
  dryRun: boolean
}

/** Imports a document into the working text of the common framework, or shows what that would do. */
export async function importCommand({
  path,
  toolkit: slug,
  title,
  language,
  level,
  dryRun,
}: ImportArgs): Promise<number> {
  if (!isLanguage(language))
    return complain([`"${language}" is not a language of this tool. Languages are: ${LANGUAGES.join(', ')}.`])
  const files = await filesAt(path)
  if (!files.ok) return complain(sentences(files.because))
  const read = await readDocumentInWorker({
    files: files.result,
    ...(level ? { level: Number(level) } : {}),
    limits: COMMAND_LINE_LIMITS,
  })
  if (!read.ok) return complain(sentences(read.because))
  const document = read.result
  for (const { kind, source, ...note } of document.notes) {
    console.log(`${LABELS[kind]}  ${source ? `${source}: ` : ''}${sayRefusal('en', note)}`)
  }
  if (document.notes.some(({ kind }) => kind === 'problem')) return complain(['Nothing was imported.'])
  const payload = await getPayload({ config })
  const user = await commandLineAccount(payload)
  const plan = await planFor({ payload, user, slug, language, document })
  if (plan.problems.length > 0) return complain([...sentences(plan.problems), 'Nothing was imported.'])
  show(plan)
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
    },
  })
  if (!outcome.ok) return complain([...sentences(outcome.because), 'Nothing was imported.'])
  const { counts, created } = outcome.result
  console.log(
    `${created ? 'New toolkit' : 'Toolkit'} "${slug}": ${counts.new} new, ${counts.changed} changed, ${counts.moved} moved, ${counts.same} the same, ${counts.gone} gone.`,
  )
  return 0
}

const LABELS = { problem: 'PROBLEM', loss: 'loss   ', doubt: 'check  ' } as const

/** Whoever runs a command here has the database anyway; what they do is on record under an account of its own. */
async function commandLineAccount(payload: Payload): Promise<TypedUser> {
  await ensureCountries(payload)
  return ensurePerson(payload, {
    email: 'command-line@localhost.invalid',
    name: 'Command line',
    password: randomUUID(),
    roles: [{ role: 'coordinator', country: ALL_COUNTRIES }],
  })
}

async function planFor({
  payload,
  user,
  slug,
  language,
  document,
}: {
  payload: Payload
  user: TypedUser
  slug: string
  language: Language
  document: ImportedDocument
}): Promise<ImportPlan> {
  const req = await createLocalReq({ user }, payload)
  const toolkit = await loadToolkit({ req, slug })
  return planImport({
    existing: toolkit ? await loadSections({ req, toolkit: toolkit.id }) : [],
    incoming: document.sections,
    language,
    sourceLanguage: toolkit?.sourceLanguage ?? language,
    newKey: randomUUID,
  })
}

function show({ sections, gone }: ImportPlan): void {
  for (const { incoming, status, moved, how, titleBefore } of sections) {
    const from = titleBefore === undefined ? '' : ` (was "${titleBefore}")`
    const recognised = status === 'new' || how === 'title' || how === 'slug' ? '' : `, recognised by ${how}`
    console.log(
      `${status.padEnd(8)}${'  '.repeat(incoming.depth - 1)}${incoming.title}${from}${moved ? ', moved' : ''}${recognised}`,
    )
  }
  for (const { title } of gone) console.log(`gone    ${title}`)
}

function sentences(because: Refusal[]): string[] {
  return because.map((reason) => sayRefusal('en', reason))
}

function complain(lines: string[]): number {
  for (const line of lines) console.error(line)
  return 1
}
