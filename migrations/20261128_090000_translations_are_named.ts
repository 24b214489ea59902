import { createHash } from 'node:crypto'
import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'

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
  const adapted = await revisions.distinct('parent', { 'version.mode': 'adapt' })
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
  /** By language and words of all fields, and by language, field and words: were they a translation when they were last written? */
  const known = new Map<string, boolean>()
  const last = new Map<string, { words: string[]; isOne: boolean }>()
  return (state) => {
    const languages = [...new Set(TEXTS.flatMap((field) => Object.keys(state[field] ?? {})))]
    const read = languages.map((language) => {
      const words = TEXTS.map((field) => hashOf(state[field]?.[language]))
      const before = last.get(language) ?? { words: TEXTS.map(() => ''), isOne: false }
      const isSame = words.every((one, index) => one === before.words[index])
      return { language, words, before, isSame }
    })
    const written = read.filter(({ words }) => words.some(Boolean))
    const changed = read.filter(({ isSame }) => !isSame)
    // Who translates writes one language: with the words that stood there, it can only be the one that has some.
    const isWrittenIn = (language: string) =>
      changed.length > 0 ? changed.some((one) => one.language === language) : written.length === 1
    return read.flatMap(({ language, words, before, isSame }) => {
      const named = words.map((one, index) => `${language} ${TEXTS[index]} ${one}`)
      const whole = `${language} ${words.join(' ')}`
      const some = named.filter((_, index) => words[index])
      const isOne =
        some.length > 0 &&
        (state.translated?.includes(language) ??
          isTranslation({ state, isSame, before, some, whole, isWritten: isWrittenIn(language) }))
      if (!isTaken(state) || !known.has(whole)) known.set(whole, isOne)
      named.forEach((name, index) => {
        const isNew = words[index] !== before.words[index] || (isOne && !before.isOne && isSame)
        if (words[index] && (!known.has(name) || (isNew && !isTaken(state)))) known.set(name, isOne)
      })
      last.set(language, { words, isOne })
      return isOne ? [language] : []
    })
  }

  function isTranslation({
    state: { mode, did = null },
    isSame,
    before,
    some,
    whole,
    isWritten,
  }: {
    state: State
    isSame: boolean
    before: { isOne: boolean }
    some: string[]
    whole: string
    isWritten: boolean
  }): boolean {
    if (did === 'translate-section' && mode !== 'adapt' && isWritten) return true
    if (isSame) return before.isOne
    // What was taken from other states is what it was there; a mix of two is a translation where both were.
    if (isTaken({ did }))
      return known.get(whole) ?? some.every((name) => known.get(name) ?? (mode !== 'adapt' && before.isOne))
    return mode === 'inherit' || mode === 'supplement'
  }
}

/** Are its words those of other states? */
function isTaken({ did }: State): boolean {
  return did === 'bring-back-section' || did === 'restore-section'
}

/** Stands for what is stored in one field; nothing where there are no words. Marks of the editor are no words. */
function hashOf(text: unknown): string {
  if (text === undefined || text === null || text === '') return ''
  const words = JSON.stringify(text, (name, value) => (name === '$' ? undefined : value))
  return createHash('sha256').update(words).digest('base64')
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
