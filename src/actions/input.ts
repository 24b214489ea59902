import { z } from 'zod'
import { COMMON_FIELDS } from '@/domain/bringBackCommon'
import { LANGUAGES, type Language } from '@/domain/language'
import { MASTER } from '@/domain/release'
import { isEmptyField } from '@/domain/richText/sameText'
import { completedAddress, isSafeUrl } from '@/domain/safeUrl'
import {
  CHANGE_KINDS,
  MOST_CHANGE_REASONS,
  MOST_CHARACTERS,
  MOST_REFERENCES,
  OWN_FIELDS,
  REASONS,
  RICH_FIELDS,
  TEXT_FIELDS,
} from '@/domain/section'
import { withCompletedAddresses } from '@/lexical/completedAddresses'
import { exceededLimit } from '@/lexical/exceededLimit'
import { isEditorState } from '@/lexical/isEditorState'
import { wrongAddressIn } from '@/lexical/wrongAddress'
import type { Section } from '@/payload-types'
import { textIssue } from './badInput'

/** Parts of the inputs of actions, each with its limits: anything larger is not text that a person typed. */
export const id = z.string().min(1).max(64)
export const key = z.string().min(1).max(64)
export const country = z.string().regex(/^[a-z]{2}$/)
/** The owner of a text or picture. */
export const countryOrMaster = z.union([country, z.literal(MASTER)])
export const language = z.enum(LANGUAGES)
/** The revision that the writer saw; 0 if nothing was stored. */
export const seen = z.number().int().min(0)
/** Words, up to so many characters. Without a character that readers see (`isEmptyField`) they are none. */
export function words(most: number) {
  return z
    .string()
    .trim()
    .max(most)
    .transform((given) => (isEmptyField(given) ? '' : given))
}
/** The same, where there must be some. */
export function someWords(most: number) {
  return words(most).refine((given) => given !== '')
}
export const title = someWords(MOST_CHARACTERS.title)
export const summary = words(MOST_CHARACTERS.summary)
/** A kept revision, by its number. */
export const revision = z.number().int().min(1)
/** The editor's stored text. */
export type EditorState = NonNullable<Section['body']>
const checkedText = z.custom<EditorState>().check(({ value, issues }) => {
  const limit = exceededLimit(value)
  if (limit) issues.push({ ...textIssue(limit), input: value })
  else if (!isEditorState(value)) issues.push({ code: 'custom', input: value })
  else {
    const wrong = wrongAddressIn(value)
    if (wrong) issues.push({ ...textIssue({ ...wrong, address: wrong.address.slice(0, LONGEST_SHOWN) }), input: value })
  }
})
/** The same with whole addresses. Payload's field checks each of its nodes when it is written. */
export const richText = checkedText.transform(withCompletedAddresses)
/** The maximum length of an address that is quoted in the sentence that refuses it. */
const LONGEST_SHOWN = 300
export const reasons = {
  reason: z.enum(REASONS).optional(),
  explanation: words(MOST_CHARACTERS.explanation).optional(),
  sources: words(MOST_CHARACTERS.sources).optional(),
}
/** Under which section another one stands (null: at the top), and after which one there (null: first). */
export const spot = { parent: key.nullable(), after: key.nullable() }
/** Other sections that an action writes, with the revision of each that the writer saw. */
export const seenSections = z.array(z.object({ key, seen })).max(5000).optional()
/** Where a country's addition stands in the text. */
export const placeChoice = z.discriminatedUnion('where', [
  z.object({ where: z.literal('after') }),
  z.object({ where: z.literal('before') }),
  z.object({ where: z.literal('after-block'), block: z.string().min(1).max(64) }),
])

/** The address of a reference, with its scheme; null for none. Readers are sent there, so only a safe one is stored. */
const address = z
  .string()
  .transform((given) => completedAddress(given) || null)
  .nullable()
  .check(({ value, issues }) => {
    if (value !== null && !isSafeUrl(value))
      issues.push({ ...textIssue({ kind: 'web', address: value.slice(0, LONGEST_SHOWN) }), input: value })
  })
/** A reference is named by its address if it has no words; without both it is none. */
const references = z
  .array(z.object({ text: words(MOST_CHARACTERS.reference), url: address.default(null) }))
  .max(MOST_REFERENCES)
  .transform((given) => given.flatMap(({ text, url }) => (text || url ? [{ text: text || (url ?? ''), url }] : [])))
/** Reasons for single changes. Where each belongs is found again when it is stored (`domain/changeReasons`). */
export const changeReasons = z
  .array(
    z.object({
      at: z.object({
        field: z.enum(TEXT_FIELDS),
        block: z.string().min(1).max(64).nullable(),
        is: z.enum(CHANGE_KINDS),
        language,
        words: z.string().max(MOST_CHARACTERS.title),
      }),
      reason: z.enum(REASONS).nullable(),
      explanation: z.partialRecord(language, words(MOST_CHARACTERS.explanation)).default({}),
      references: references.default([]),
    }),
  )
  .max(MOST_CHANGE_REASONS)
export const comment = words(5000)
/** Which section of which variant, in which language, and which revision the writer saw. */
export const where = { variant: id, key, seen, language }

/** Is it an editor text, and within the limits of stored texts? */
export function isStorable(value: unknown): value is EditorState {
  return exceededLimit(value) === null && isEditorState(value)
}

/** Block ids are ours, and short. */
export const blockIds = z.array(z.string().min(1).max(64)).min(1).max(1000)
/** Which part of a country's text: all of it, some fields, or some blocks of one field. */
export const part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whole') }),
  z.object({ kind: z.literal('fields'), fields: z.array(z.enum([...OWN_FIELDS, 'reasons'])).min(1) }),
  z.object({ kind: z.literal('blocks'), field: z.enum(RICH_FIELDS), ids: blockIds }),
])
/** The same for a section of the common framework. */
export const commonPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whole') }),
  z.object({ kind: z.literal('fields'), fields: z.array(z.enum([...COMMON_FIELDS, 'settings'])).min(1) }),
  z.object({ kind: z.literal('blocks'), field: z.literal('body'), ids: blockIds }),
])
/** In which languages; all if omitted, but see `namesLanguages`. */
export const languages = z.array(language).min(1).max(LANGUAGES.length).optional()

/** Block ids belong to one text, so an input that names some must name the languages. */
export function namesLanguages(given: { part: { kind: string }; languages?: Language[] | undefined }): boolean {
  return given.part.kind !== 'blocks' || given.languages !== undefined
}
/** What the message about a refused input says is missing. */
export const LANGUAGES_MISSING = { path: ['languages'] }

/** For a list in which nothing may stand twice. */
export function isEachOnce(names: readonly string[]): boolean {
  return new Set(names).size === names.length
}
