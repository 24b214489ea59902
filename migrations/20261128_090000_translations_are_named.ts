import { createHash } from 'node:crypto'
import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'

const SLUG = 'variant-sections'
const TEXTS = ['title', 'summary', 'body'] as const

type Words = Partial<Record<string, unknown>>
type State = Record<(typeof TEXTS)[number], Words | undefined> & {
  mode?: string
  did?: string | null
  translated?: string[]
}

/**
 * A country's section names the languages in which its words are a translation of the common text. Before, that was taken from
 * what it did with the section: words that it had written as its own stood as the common text once it did something else. What its
 * words were written for is found in its revisions, from the first to the last.
 */
export async function up({ payload, session }: MigrateUpArgs): Promise<void> {
  const { documents, revisions } = collectionsOf(payload)
  const ids = await documents.find({}, { session, projection: { _id: 1 } }).toArray()
  for (const { _id } of ids) {
    const history = rememberingTexts()
    // Their numbers first: a history can hold a hundred texts of a megabyte, and is read one after the other.
    const kept = await revisions
      .find({ parent: _id }, { session, projection: { 'version.rev': 1 } })
      .sort({ 'version.rev': 1 })
      .toArray()
    for (const { _id: revision } of kept) {
      const found = await revisions.findOne({ _id: revision }, { session, projection: fieldsOf('version.') })
      const translated = history(found?.version)
      await revisions.updateOne({ _id: revision }, { $set: { 'version.translated': translated } }, { session })
    }
    const translated = history((await documents.findOne({ _id }, { session, projection: fieldsOf('') })) as never)
    await documents.updateOne({ _id }, { $set: { translated } }, { session })
  }
}

/** Nothing asks for it any more. */
export async function down({ payload, session }: MigrateDownArgs): Promise<void> {
  const { documents, revisions } = collectionsOf(payload)
  await documents.updateMany({}, { $unset: { translated: '' } }, { session })
  await revisions.updateMany({}, { $unset: { 'version.translated': '' } }, { session })
}

/** Takes the states of one section in their order, and says of each in which languages its words are a translation. */
function rememberingTexts(): (state: State) => string[] {
  /** By language, the words of each state so far, and whether they were a translation. */
  const known = new Map<string, Map<string, boolean>>()
  const last = new Map<string, string>()
  return (state) => {
    const languages = new Set(TEXTS.flatMap((field) => Object.keys(state[field] ?? {})))
    const translated: string[] = []
    for (const language of languages) {
      const words = wordsIn(state, language)
      const marks = known.get(language) ?? new Map<string, boolean>()
      const before = last.get(language)
      last.set(language, words)
      known.set(language, marks)
      if (words === '') continue
      const stays = words === before || state.did === 'bring-back-section'
      const isOne =
        state.translated?.includes(language) ?? (stays ? marks.get(words) : undefined) ?? isWrittenAsTranslation(state)
      marks.set(words, isOne)
      if (isOne) translated.push(language)
    }
    return state.translated ?? translated
  }
}

function isWrittenAsTranslation({ mode, did }: State): boolean {
  if (mode === 'omit') return did === 'translate-section'
  return mode === 'inherit' || mode === 'supplement'
}

/** Stands for what is stored in a language; nothing where nothing is. */
function wordsIn(state: State, language: string): string {
  const words = TEXTS.map((field) => state[field]?.[language] ?? null)
  if (words.every((one) => one === null || one === '')) return ''
  return createHash('sha256').update(JSON.stringify(words)).digest('base64')
}

function fieldsOf(prefix: string): Record<string, 1> {
  return Object.fromEntries([...TEXTS, 'mode', 'did', 'translated'].map((name) => [`${prefix}${name}`, 1]))
}

function collectionsOf({ db }: MigrateUpArgs['payload']) {
  const documents = db.collections[SLUG]?.collection.name
  const revisions = db.versions[SLUG]?.collection.name
  if (!documents || !revisions) throw new Error(`${SLUG} keeps no revisions`)
  return { documents: db.connection.collection(documents), revisions: db.connection.collection(revisions) }
}
