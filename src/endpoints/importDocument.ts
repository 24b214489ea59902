import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actorOf'
import { languageOf } from '@/access/languageOf'
import { badInput } from '@/actions/badInput'
import { importChoices, importToolkit } from '@/actions/importToolkit'
import { someWords } from '@/actions/input'
import type { ActionOutcome } from '@/actions/performAs'
import { runAction } from '@/actions/runAction'
import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { LANGUAGES } from '@/domain/language'
import { NOTHING_CHOSEN } from '@/domain/planImport'
import { type Outcome, refuse } from '@/domain/refusal'
import { LONGEST_TOOLKIT_SLUG, TOOLKIT_SLUG } from '@/domain/slug'
import { levelsToCut } from '@/import/levelsToCut'
import type { ReadingProgress } from '@/import/readingProgress'
import type { SourceFile } from '@/import/sourceFile'
import { sayRefusal } from '@/messages/translate'
import { type ImportGround, loadImportGround } from '@/stored/importGround'
import { LONGEST_TOOLKIT_TITLE } from '@/stored/longestToolkitTitle'
import { answer } from './answer'
import { answerInSteps, type StepsOf, wantsProgress } from './answerInSteps'
import { hashOfFiles, type KeptDocument, type ReadingKey } from './keptDocuments'
import { loadImportPreview } from './loadImportPreview'
import { readUploaded } from './readUploaded'
import { parsedJson, sourceFilesOf, textFieldsOf } from './uploadedFields'
import { uploadedForm } from './uploadedForm'

const fields = z.object({
  step: z.enum(['preview', 'import']),
  /** Empty in a preview for a new toolkit, which gets its address with its title. */
  slug: z.union([z.literal(''), z.string().regex(TOOLKIT_SLUG).max(LONGEST_TOOLKIT_SLUG)]).default(''),
  title: someWords(LONGEST_TOOLKIT_TITLE).optional(),
  language: z.enum(LANGUAGES),
  /** Cut at headings up to this level; missing: as the last import was cut, else automatic. */
  level: z.union([z.literal('automatic'), z.coerce.number().int().min(1).max(6)]).optional(),
  seen: z.string().max(64).optional(),
  choices: z.string().max(1_000_000).transform(parsedJson).pipe(importChoices).optional(),
  allowGone: z.coerce.number().int().min(0).max(100_000).optional(),
  /** What a preview returned for these files (`document`), instead of them. */
  document: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})

type Given = z.infer<typeof fields>

/** The progress: the document is read, compared with the toolkit, written section by section. */
export type ImportProgress = ReadingProgress & { step: 'reading' | 'comparing' | 'writing' }

/** The progress callback, and the signal that ends it: a person who closes the page or cancels does not wait for it. */
type Told = { onProgress?: (progress: ImportProgress) => void; signal?: AbortSignal }

/**
 * Running imports, by person: a preview that the same person requests in the meantime is made afterwards, so that it
 * shows the result of a cancelled import.
 */
const underWay = new Map<string, Promise<unknown>>()

/**
 * `POST /api/import` with a form: the files of one document (`files`), the target, and the step. `preview` returns what
 * the import would do; `import` does it, all or nothing, from the same files, and is refused if the toolkit has changed
 * since the preview. `document` identifies files that were read for this person a while ago; if they are no longer
 * kept, the answer asks for them. A person who may not import is refused before the files are read. A client that
 * accepts `application/x-ndjson` gets the progress, line by line (`answerInSteps`).
 */
export const importEndpoint: Endpoint = {
  path: '/import',
  method: 'post',
  handler: async (req) => {
    const forbidden = await mayNotImport(req)
    if (forbidden) return answer({ req, outcome: forbidden })
    const form = await uploadedForm({ headers: req.headers, body: req.body })
    if (!form.ok) return answer({ req, outcome: form })
    const given = fields.safeParse(textFieldsOf(form.result))
    if (!given.success) {
      const because = badInput({ error: given.error, whole: 'import' })
      return answer({ req, outcome: { ok: false, because } })
    }
    const files = await sourceFilesOf(form.result)
    if (files.length === 0 && given.data.document === undefined)
      return answer({ req, outcome: refuse('refusal.import-file-missing') })
    const ordered = { req, given: given.data, files }
    return wantsProgress(req)
      ? answerInSteps({ req, work: (steps: StepsOf<ImportProgress>) => carryOut({ ...ordered, ...steps }) })
      : answer({ req, outcome: await carryOut({ ...ordered, ...(req.signal ? { signal: req.signal } : {}) }) })
  },
}

/** Reads the document, then returns what would change, or imports it. */
async function carryOut({
  req,
  given,
  files,
  ...told
}: Told & {
  req: PayloadRequest
  given: Given
  files: SourceFile[]
}): Promise<ActionOutcome<unknown>> {
  const { language, slug, step } = given
  await underWay.get(String(req.user?.id))
  const ground = await loadImportGround({ req, slug, language })
  const hash = files.length > 0 ? hashOfFiles(files) : (given.document ?? '')
  const levels = levelsToCut({ asked: given.level, last: ground.last?.level ?? null })
  const key: ReadingKey = { person: String(req.user?.id), files: hash, ...levels }
  const read = await readUploaded({
    ...{ ...told, key, files },
    onProgress: (progress) => told.onProgress?.({ ...progress, step: 'reading' }),
  })
  if (!read.ok) return read
  told.onProgress?.({ step: 'comparing', done: 1, of: 1 })
  const asked = { req, given, ground, hash, ...read.result }
  return step === 'preview' ? preview({ ...asked, ...told }) : importAll({ ...asked, ...told })
}

type Asked = KeptDocument & {
  req: PayloadRequest
  given: Given
  ground: ImportGround
  /** Identifies the files. */
  hash: string
}

async function mayNotImport(req: PayloadRequest): Promise<Outcome<never> | null> {
  const actor = await actorOf(req)
  if (!actor) return refuse('refusal.sign-in')
  return hasRoleEverywhere(actor, KEEPERS) ? null : refuse('refusal.role-import')
}

/** The preview with every sentence translated: the browser shows it as it is. */
async function preview({ req, given, document, ground, file, hash, signal }: Asked & Told): Promise<Outcome<unknown>> {
  const language = languageOf(req)
  const loaded = await loadImportPreview({
    req,
    ground,
    language: given.language,
    document,
    choices: given.choices ?? NOTHING_CHOSEN,
    signal,
  })
  if (!loaded.ok) return loaded
  const { notes, problems, gone, ...shown } = loaded.result
  return {
    ok: true,
    result: {
      ...shown,
      gone: gone.map(({ text: _, ...section }) => section),
      level: document.cut.level,
      levels: document.cut.levels,
      file,
      document: hash,
      notes: notes.map(({ kind, source, ...refusal }) => ({ kind, source, text: sayRefusal(language, refusal) })),
      problems: problems.map((problem) => sayRefusal(language, problem)),
    },
  }
}

async function importAll({ req, given, document, file, onProgress, signal }: Asked & Told) {
  if (document.notes.some(({ kind }) => kind === 'problem')) return refuse('refusal.import-problems')
  const { slug, title, language, seen, choices, allowGone } = given
  const named = title ?? document.title
  const done = runAction({
    action: importToolkit,
    input: {
      slug,
      language,
      sections: document.sections,
      images: document.images,
      ...(named === undefined ? {} : { title: named }),
      file,
      level: document.cut.level,
      ...(seen === undefined ? {} : { seen }),
      ...(choices === undefined ? {} : { choices }),
      ...(allowGone === undefined ? {} : { allowGone }),
    },
    payload: req.payload,
    user: req.user,
    steps: {
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress: (progress) => onProgress({ ...progress, step: 'writing' }) } : {}),
    },
  })
  const person = String(req.user?.id)
  const ended: Promise<unknown> = done
    .catch(() => undefined)
    .finally(() => underWay.get(person) === ended && underWay.delete(person))
  underWay.set(person, ended)
  return done
}
