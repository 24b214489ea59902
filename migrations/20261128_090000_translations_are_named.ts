import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'
import { documentsOf } from '@/database/documentsOf'
import { contentHash } from '@/stored/contentHash'
import { revisionsIn } from '@/stored/keptRevisions'
import { readVariantSection } from '@/stored/variants'

const SLUG = 'variant-sections'
const TEXTS = ['title', 'summary', 'body'] as const
type Field = (typeof TEXTS)[number]

type State = Partial<Record<Field, Partial<Record<string, unknown>> | null>> & {
  mode?: string
  did?: string | null
  translated?: string[]
}

/**
 * A country's section names the languages in which its words are a translation of the common text. Before, that was taken from
 * what it did with the section: words that it had written as its own stood as the common text once it did something else. What its
 * words were written for is found in its revisions, from the first to the last; where that cannot be known they are its own, and
 * nobody gets them as something else.
 *
 * It is written past the transaction of the migration, which the server would end after a minute: what is named already is passed
 * over, so that it goes on where it was stopped.
 */
export async function up({ payload }: MigrateUpArgs): Promise<void> {
  const { documents, revisions } = collectionsOf(payload)
  const ids = [
    ...(await revisions.distinct('parent', { 'version.mode': 'adapt' })),
    ...(await documents.distinct('_id', { mode: 'adapt' })),
  ]
  const adapted = [...new Map(ids.map((id) => [String(id), id])).values()]
  const others = { $nin: adapted }
  // A country that never adapted a section wrote nothing but translations in it.
  await revisions.updateMany({ parent: others, 'version.translated': { $exists: false } }, [
    { $set: { 'version.translated': languagesWith('$version.') } },
  ])
  await documents.updateMany({ _id: others, translated: { $exists: false } }, [
    { $set: { translated: languagesWith('$') } },
  ])
  for (const id of adapted) await nameIn(id)

  async function nameIn(id: unknown): Promise<void> {
    // Their numbers first: a history can hold a hundred texts of a megabyte, and is read one after the other.
    const kept = await revisions
      .find({ parent: id as never }, { projection: { 'version.rev': 1, 'version.translated': 1 } })
      .sort({ 'version.rev': 1 })
      .toArray()
    const document = await documents.findOne({ _id: id as never }, { projection: fieldsOf('') })
    const isNamed = (one: unknown) => Object(one).translated !== undefined
    if (isNamed(document) && kept.every(({ version }) => isNamed(version))) return
    const translatedIn = historyOfTexts()
    for (const { _id } of kept) {
      const found = await revisions.findOne({ _id }, { projection: fieldsOf('version.') })
      const translated = translatedIn(Object(found?.version))
      await revisions.updateOne({ _id }, { $set: { 'version.translated': translated } })
    }
    if (document)
      await documents.updateOne({ _id: id as never }, { $set: { translated: translatedIn(Object(document)) } })
  }
}

/** Nothing asks for it any more. */
export async function down({ payload, session }: MigrateDownArgs): Promise<void> {
  const { documents, revisions } = collectionsOf(payload)
  await documents.updateMany({}, { $unset: { translated: '' } }, { session })
  await revisions.updateMany({}, { $unset: { 'version.translated': '' } }, { session })
}

/** The languages in which any text is stored, by an expression of MongoDB; none in a section that only the country has. */
function languagesWith(prefix: string): object {
  const isWritten = { $not: [{ $in: ['$$one.v', [null, '']] }] }
  const writtenIn = TEXTS.map((field) => ({
    $map: {
      input: {
        $filter: { input: { $objectToArray: { $ifNull: [`${prefix}${field}`, {}] } }, as: 'one', cond: isWritten },
      },
      as: 'one',
      in: '$$one.k',
    },
  }))
  return { $cond: [{ $eq: [`${prefix}mode`, 'local'] }, [], { $setUnion: writtenIn }] }
}

/** Takes the states of one section in their order, and says of each in which languages its words are a translation. */
export function historyOfTexts(): (state: State) => string[] {
  /** By language and words (all of them together, and each by itself): were they a translation when they were last written? */
  const known = new Map<string, boolean>()
  const last = new Map<string, { words: string[]; isOne: boolean }>()
  return (state) => {
    const section = readVariantSection({ ...state })
    const languages = [...new Set([...last.keys(), ...TEXTS.flatMap((field) => Object.keys(section[field]))])]
    const read = languages.map((language) => {
      const words = wordsIn(section, language)
      const before = last.get(language) ?? { words: [], isOne: false }
      return { language, words, before, isSame: words.join() === before.words.join() }
    })
    const written = read.filter(({ words }) => words.length > 0)
    const changed = read.filter(({ isSame }) => !isSame)
    // Who translates writes one language: with the words that stood there, it can only be the one that has some.
    const isWrittenIn = (language: string) =>
      changed.length > 0 ? changed.some((one) => one.language === language) : written.length === 1
    return read.flatMap(({ language, words, before, isSame }) => {
      const whole = words.join()
      const given = { state, isSame, before, words, whole, isWritten: isWrittenIn(language) }
      const isOne = words.length > 0 && (state.translated?.includes(language) ?? isTranslation(given))
      const isNamedNow = isOne && !before.isOne && isSame
      for (const name of [whole, ...words]) {
        const isNew = isNamedNow || !before.words.includes(name)
        if (!known.has(name) || (isNew && !isTaken(state))) known.set(name, isOne)
      }
      last.set(language, { words, isOne })
      return isOne ? [language] : []
    })
  }

  function isTranslation({
    state: { mode, did = null },
    isSame,
    before,
    words,
    whole,
    isWritten,
  }: {
    state: State
    isSame: boolean
    before: { isOne: boolean }
    words: string[]
    whole: string
    isWritten: boolean
  }): boolean {
    if (did === 'translate-section' && mode !== 'adapt' && isWritten) return true
    if (isSame) return before.isOne
    // What was taken from other states is what it was there; a mix of two is a translation where all of it was.
    if (isTaken({ did })) return known.get(whole) ?? words.every((name) => known.get(name) === true)
    return mode === 'inherit' || mode === 'supplement'
  }
}

/** Stands for what a section says in a language: title, summary and each paragraph, list or table. Ids are no words. */
function wordsIn(section: ReturnType<typeof readVariantSection>, language: string): string[] {
  const { title, summary, body } = section as Texts
  const lines = [title[language] && `title ${title[language]}`, summary[language] && `summary ${summary[language]}`]
  const blocks = (body[language] ?? []).map((block) => JSON.stringify(block, (name, one) => (name === 'id' ? '' : one)))
  const isSaid = (one: string | undefined): one is string => Boolean(one) && !EMPTY.test(String(one))
  return [...lines, ...blocks].filter(isSaid).map((one) => contentHash(`${language} ${one}`))
}

type Texts = Record<'title' | 'summary', Partial<Record<string, string>>> & { body: Partial<Record<string, unknown[]>> }

/** A paragraph without words and without anything in it. */
const EMPTY = /"kind":"paragraph".*"runs":\[\],"children":\[\]/

/** Are its words those of other states? */
function isTaken({ did }: State): boolean {
  return did === 'bring-back-section' || did === 'restore-section'
}

function fieldsOf(prefix: string): Record<string, 1> {
  return Object.fromEntries([...TEXTS, 'mode', 'did', 'translated'].map((name) => [`${prefix}${name}`, 1]))
}

function collectionsOf(payload: MigrateUpArgs['payload']) {
  return { documents: documentsOf(payload, SLUG), revisions: revisionsIn(payload, SLUG) }
}
