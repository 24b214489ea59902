import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actorOf'
import { languageOf } from '@/access/languageOf'
import { badInput } from '@/actions/badInput'
import { mayNotWrite } from '@/actions/changeVariantSection'
import { importChoices } from '@/actions/importToolkit'
import { isEachOnce, key, reasons, seen } from '@/actions/input'
import type { ActionOutcome } from '@/actions/performAs'
import { runAction } from '@/actions/runAction'
import { savedInput } from '@/actions/savedInput'
import { takeInWordSections } from '@/actions/takeInWordSections'
import { type Actor, TRANSLATORS } from '@/domain/actor'
import { type ImportedDocument, TRACKED } from '@/domain/importing'
import { answerTo } from '@/domain/importPlan/decision'
import { halfOfMove } from '@/domain/importPlan/heldTogether'
import { isMarked } from '@/domain/importPlan/isMarked'
import { MOST_SECTIONS } from '@/domain/importPlan/mostSections'
import { LANGUAGES, type Language } from '@/domain/language'
import { type Outcome, type RefusalKey, refuse } from '@/domain/refusal'
import type { SourceFile } from '@/import/sourceFile'
import { sayRefusal } from '@/messages/translate'
import { loadToolkitById, type Toolkit } from '@/stored/toolkits'
import { loadVariant, type Variant } from '@/stored/variants'
import { answer } from '../answer'
import { hashOfFiles } from '../keptDocuments'
import { readUploaded } from '../readUploaded'
import { parsedJson, sourceFilesOf, textFieldsOf } from '../uploadedFields'
import { uploadedForm } from '../uploadedForm'
import { loadTakenFile, type TakenFile, type TakenSection } from './loadTakenFile'

/** More sections than a version has. */
const MOST_CHOSEN = 1000

const chosen = z.object({
  answers: importChoices.shape.resolutions.default({}),
  /** The sections that are taken over, with the revision that the person saw, and why they differ if that is new. */
  sections: z
    .array(z.object({ key, seen, reason: reasons.reason, explanation: reasons.explanation }))
    .max(MOST_CHOSEN)
    .refine((given) => isEachOnce(given.map((one) => one.key)))
    .default([]),
})

const fields = z.object({
  step: z.enum(['preview', 'store']),
  language: z.enum(LANGUAGES),
  tracked: z.enum(TRACKED).default('accepted'),
  chosen: z.string().max(1_000_000).transform(parsedJson).pipe(chosen).default({ answers: {}, sections: [] }),
})

type Given = z.infer<typeof fields>

/**
 * `POST /api/word/version/:id` with a form: a Word file of a national version that somebody changed (`files`). `preview`
 * returns what it changes in the version as it is now; `store` saves the sections that the person chose, all of them or none,
 * and is refused if one of them is no longer as they saw it. A person who may not write there is refused before the file is
 * read.
 */
export const takeInWordEndpoint: Endpoint = {
  path: '/word/version/:id',
  method: 'post',
  handler: async (req) => {
    const actor = await actorOf(req)
    if (!actor) return answer({ req, outcome: refuse('refusal.sign-in') })
    const variant = await loadVariant({ req, id: String(req.routeParams?.id ?? '') })
    const toolkit = variant && (await loadToolkitById({ req, id: variant.toolkit }))
    if (!variant || !toolkit) return answer({ req, outcome: refuse('refusal.variant-unknown') })
    const forbidden = mayNotWrite({ actor, roles: TRANSLATORS, variant, language: variant.languages[0] ?? 'en' })
    if (forbidden) return answer({ req, outcome: forbidden })
    const form = await uploadedForm({ headers: req.headers, body: req.body })
    if (!form.ok) return answer({ req, outcome: form })
    const given = fields.safeParse(textFieldsOf(form.result))
    if (!given.success)
      return answer({ req, outcome: { ok: false, because: badInput({ error: given.error, whole: 'word' }) } })
    const files = await sourceFilesOf(form.result)
    if (files.length === 0) return answer({ req, outcome: refuse('refusal.import-file-missing') })
    return answer({ req, outcome: await carryOut({ req, actor, variant, toolkit, given: given.data, files }) })
  },
}

type Asked = { req: PayloadRequest; actor: Actor; variant: Variant; toolkit: Toolkit; given: Given }

async function carryOut({ files, ...asked }: Asked & { files: SourceFile[] }): Promise<ActionOutcome<unknown>> {
  const { given, req } = asked
  const signal = req.signal ? { signal: req.signal } : {}
  // A file without marks is cut at all its headings (`findInFile`).
  const key = {
    person: String(req.user?.id),
    files: hashOfFiles(files),
    level: 'deepest',
    tracked: given.tracked,
  } as const
  const read = await readUploaded({ key, files, ...signal })
  if (!read.ok) return read
  const { document, file } = read.result
  const language = languageOfFile({ ...asked, document })
  if (!language.ok) return language
  const comparing = { ...asked, document, language: language.result, answers: given.chosen.answers, ...signal }
  const taken = await loadTakenFile(comparing)
  if (!taken.ok) return taken
  if (given.step === 'store') return store({ ...asked, taken: taken.result, language: language.result })
  return { ok: true, result: shown({ ...asked, taken: taken.result, document, file, language: language.result }) }
}

/** The language of the file, if it is one of this version that could be read. */
function languageOfFile({
  document: { notes, sections, writtenFor },
  given,
  toolkit,
  variant,
}: Asked & { document: ImportedDocument }): Outcome<Language> {
  const problems = notes.filter(({ kind }) => kind === 'problem')
  if (problems.length > 0) return { ok: false, because: problems.map(({ key, params = {} }) => ({ key, params })) }
  if (writtenFor && (writtenFor.toolkit !== toolkit.id || writtenFor.country !== variant.country))
    return refuse('refusal.word-other-version')
  const language = sections.find(({ mark }) => mark)?.mark?.language ?? given.language
  return variant.languages.includes(language)
    ? { ok: true, result: language }
    : refuse('refusal.language-not-used', { language })
}

/** The preview with every sentence translated: the browser shows it as it is. */
function shown({
  req,
  given,
  taken: { sections, ...others },
  document,
  file,
  language,
}: Asked & { taken: TakenFile; document: ImportedDocument; file: string; language: Language }) {
  const reader = languageOf(req)
  const tracked = document.notes.find(({ key }) => key === 'import.word-tracked')
  return {
    ...{ ...others, file, language, tracked: given.tracked },
    isMarked: isMarked(document.sections),
    trackedChanges: Number(tracked?.params?.count ?? 0),
    notes: document.notes
      .filter(({ key }) => !SAID_OTHERWISE.includes(key))
      .map(({ source, ...refusal }) => ({ source, text: sayRefusal(reader, refusal) })),
    sections: sections.map(({ because, taken: { text: _, ...taken }, ...section }) => ({
      ...{ ...section, ...taken, asksReason: asksReason(section) },
      because: because.map((refusal) => sayRefusal(reader, refusal)),
    })),
  }
}

/** What the preview shows in another way, or what our own file has and the import does not read. */
const SAID_OTHERWISE: readonly RefusalKey[] = [
  'import.word-tracked',
  'import.word-comments',
  'import.word-margins',
  'import.word-contents',
]

async function store({
  req,
  given: {
    chosen: { answers, sections },
  },
  variant,
  language,
  taken,
}: Asked & { taken: TakenFile; language: Language }): Promise<ActionOutcome<unknown>> {
  const count = sections.length
  if (count > MOST_SECTIONS) return refuse('refusal.word-too-many', { count, limit: MOST_SECTIONS })
  const byKey = new Map(taken.sections.map((section) => [section.key, section]))
  const wanted = sections.flatMap((choice) => {
    const section = byKey.get(choice.key)
    return section ? [{ ...choice, section }] : []
  })
  // What somebody saved meanwhile can have made one of them needless.
  if (wanted.length === 0 || wanted.length < sections.length) return refuse('refusal.word-moved-on')
  const half = halfOfMove(taken.sections, new Set(sections.map((choice) => choice.key)))
  if (half) return refuse('refusal.word-half-moved', { from: nameOf(half.from), into: nameOf(half.into) })
  for (const { section, reason } of wanted) {
    const called = nameOf(section)
    if (section.because.length > 0)
      return {
        ok: false,
        because: [...section.because, { key: 'refusal.word-none-stored', params: { section: called } }],
      }
    if (section.taken.decisions.some((decision) => answerTo(decision, answers) === undefined))
      return refuse('refusal.word-undecided', { section: called })
    if (asksReason(section) && reason === undefined) return refuse('refusal.word-reason', { section: called })
  }
  const outcome = await runAction({
    action: takeInWordSections,
    input: {
      ...{ variant: variant.id, language },
      sections: wanted.map(({ section, key, seen, reason, explanation }) => ({
        ...{ key, seen, called: nameOf(section), mode: section.mode },
        ...savedInput(section.taken),
        ...(asksReason(section) ? { reason, explanation } : {}),
      })),
    },
    payload: req.payload,
    user: req.user,
  })
  if (!outcome.ok) return outcome
  const stored = wanted.map(({ section: { key, number, title } }) => ({ key, number, title }))
  return { ok: true, result: { stored, takenBack: outcome.result.takenBack } }
}

function nameOf({ number, title }: TakenSection): string {
  return `${number} ${title}`
}

/** A common text that gets other words is adapted from then on, and readers are told why. */
function asksReason({ before, mode }: Pick<TakenSection, 'before' | 'mode'>): boolean {
  return mode === 'adapt' && before !== 'adapt'
}
