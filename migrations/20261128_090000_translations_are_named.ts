import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'
import { documentsOf } from '@/database/documentsOf'
import { contentHash } from '@/stored/contentHash'
import { revisionsIn } from '@/stored/keptRevisions'
import { readVariantSection } from '@/stored/variants'

const SLUG = 'variant-sections'
const TEXTS = ['title', 'summary', 'body'] as const
type Field = (typeof TEXTS)[number]

type State = Partial<Record<Field, Partial<Record<string, unknown>> | null>> & {
  rev?: number
  mode?: string
  did?: string | null
}

/** The fields that a country may have written as its own. */
const OWN = { $in: ['adapt', 'local'] }

/**
 * A country's section names the languages in which its words are a translation of the common text. Before, that
 * followed from its choice for the section: words that it had written as its own were shown as the common text once it
 * chose something else. This reads the revisions from the first to the last to find what the words were written as; if
 * that is unknown they are its own, and nobody gets them as something else.
 *
 * It writes outside the transaction of the migration, which the server would end after a minute. It skips sections that
 * are finished, so that it continues where it was stopped.
 */
export async function up({ payload }: MigrateUpArgs): Promise<void> {
  const { documents, revisions } = collectionsOf(payload)
  const ids = [
    ...(await revisions.distinct('parent', { 'version.mode': OWN })),
    ...(await documents.distinct('_id', { mode: OWN })),
  ]
  const own = [...new Map(ids.map((id) => [String(id), id])).values()]
  const others = { $nin: own }
  // A country that never adapted a section wrote only translations in it.
  await revisions.updateMany({ parent: others, 'version.translated': { $exists: false } }, [
    { $set: { 'version.translated': languagesWith('$version.') } },
  ])
  await documents.updateMany({ _id: others, translated: { $exists: false } }, [
    { $set: { translated: languagesWith('$') } },
  ])
  for (const id of own) await nameIn(id)

  async function nameIn(id: unknown): Promise<void> {
    // Loads only their numbers first: a history can have a hundred texts of a megabyte, which are read one after the
    // other.
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

/** Nothing queries it any more. */
export async function down({ payload, session }: MigrateDownArgs): Promise<void> {
  const { documents, revisions } = collectionsOf(payload)
  await documents.updateMany({}, { $unset: { translated: '' } }, { session })
  await revisions.updateMany({}, { $unset: { 'version.translated': '' } }, { session })
}

/** The languages in which any text is stored, as a MongoDB expression. */
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
  return { $setUnion: writtenIn }
}

/**
 * The words of a section in a language: all of them (empty if there are none), and the parts by which two texts are
 * compared.
 */
type Text = { whole: string; parts: ReadonlySet<string>; hasBody: boolean; isOne: boolean }
const NOTHING: Text = { whole: '', parts: new Set(), hasBody: false, isOne: false }

/**
 * Takes the states of one section in order, and returns for each the languages in which its words are a translation.
 * Words that were saved as one are a translation. But correcting the country's own text does not make it a translation:
 * only another text without anything from the country's own does.
 */
export function historyOfTexts(): (state: State) => string[] {
  const last = new Map<string, Text>()
  /** The languages in which there were own words of the country. */
  const own = new Set<string>()
  /** Whether a text was a translation every time that it was stored. */
  const wasOne = new Map<string, boolean>()
  /** Parts that a translation had, and parts that only the country's own text had. */
  const translated = new Set<string>()
  const ownParts = new Set<string>()
  let isFirst = true
  return (state) => {
    const section = readVariantSection({ ...state })
    const isTaken = state.did === 'bring-back-section' || state.did === 'restore-section'
    const isSent = isSentAsTranslation({ state, isFirst })
    isFirst = false
    const languages = [...new Set([...last.keys(), ...TEXTS.flatMap((field) => Object.keys(section[field]))])]
    return languages.filter((language) => {
      const before = last.get(language) ?? NOTHING
      const now = textIn(section, language)
      const isOne = now.whole !== '' && (now.whole === before.whole ? before.isOne : isNewOne())
      wasOne.set(now.whole, isOne && wasOne.get(now.whole) !== false)
      if (now.whole !== '' && !isOne) own.add(language)
      for (const part of now.parts) if (isOne) translated.add(part)
      for (const part of now.parts) if (!isOne && !translated.has(part)) ownParts.add(part)
      last.set(language, { ...now, isOne })
      return isOne

      function isNewOne(): boolean {
        const known = wasOne.get(now.whole)
        const isInPlace = before.whole === '' || before.isOne || isAnother({ before, now })
        if (isSent) return isInPlace && known !== false && [...now.parts].every((part) => !ownParts.has(part))
        // Words that were taken from another state are what they were there.
        return isTaken && (known ?? !own.has(language))
      }
    })
  }
}

/** Does a text have nothing of the previous one, neither words nor the place of a paragraph? */
function isAnother({ before, now }: { before: Text; now: Omit<Text, 'isOne'> }): boolean {
  return before.hasBody && now.hasBody && [...now.parts].every((part) => !before.parts.has(part))
}

/**
 * Did this write save words as a translation? The earlier editor also did so while the section was still adapted, and
 * changed the choice only afterwards. Before actions were named, nothing else wrote words in a section that is not
 * adapted. Nothing is known about a state whose earlier ones are missing.
 */
function isSentAsTranslation({ state: { rev, mode, did }, isFirst }: { state: State; isFirst: boolean }): boolean {
  if (isFirst && rev !== undefined && rev !== 1) return false
  return did ? did === 'translate-section' : mode === 'inherit' || mode === 'supplement'
}

function textIn(section: ReturnType<typeof readVariantSection>, language: string): Omit<Text, 'isOne'> {
  const { title, summary, body } = section as Texts
  const lines = Object.entries({ title: title[language], summary: summary[language] }).filter(([, words]) => words)
  const blocks = withoutEmpty(body[language] ?? [])
  const said = blocks.map(withoutId)
  const hash = (one: unknown) => contentHash([language, one])
  return {
    whole: lines.length + said.length > 0 ? hash([lines, said]) : '',
    parts: new Set([...lines.map(([, words]) => words), ...partsOf(blocks)].filter(Boolean).map(hash)),
    hasBody: said.length > 0,
  }
}

/**
 * The id of each block, the words of each paragraph, item, cell and field, and each picture and callout title, at any
 * depth.
 */
function partsOf(blocks: RichText): unknown[] {
  return blocks.flatMap(({ id, kind, attrs, runs, children }) => [
    ...(id ? [`block ${id}`] : []),
    ...[attrs.title, kind === 'image' ? attrs.media : '', runs.map((run) => ('text' in run ? run.text : ' ')).join('')],
    ...partsOf(children),
  ])
}

/** Without empty paragraphs, which a restored part loses. */
function withoutEmpty(blocks: RichText): RichText {
  return blocks
    .filter(({ kind, runs }) => kind !== 'paragraph' || runs.length > 0)
    .map((block) => ({ ...block, children: withoutEmpty(block.children) }))
}

function withoutId({ kind, attrs, runs, children }: RichText[number]): unknown {
  return { kind, attrs, runs, children: children.map(withoutId) }
}

type RichText = NonNullable<ReturnType<typeof readVariantSection>['body']['en']>
type Texts = Record<'title' | 'summary', Partial<Record<string, string>>> & { body: Partial<Record<string, RichText>> }

function fieldsOf(prefix: string): Record<string, 1> {
  return Object.fromEntries([...TEXTS, 'rev', 'mode', 'did', 'translated'].map((name) => [`${prefix}${name}`, 1]))
}

function collectionsOf(payload: MigrateUpArgs['payload']) {
  return { documents: documentsOf(payload, SLUG), revisions: revisionsIn(payload, SLUG) }
}
