import { type Lack, nationalSave, SAVED_VALUES, type SavedValue, type SectionKind } from '@/domain/nationalSave'
import { omissionLacks } from '@/domain/policy'
import { isEmptyField } from '@/domain/richText/sameText'
import { TEXT_FIELDS } from '@/domain/section'
import type { Needless } from '@/domain/translating'
import { fromLexical } from '@/lexical/fromLexical'
import { changedNames, type MasterValues, NO_REASON, type VariantValues } from './sectionValues'

/** An action with its input, without the place and the revision; `means` is what it stores implicitly. */
export type Write = { action: string; input: Record<string, unknown>; means?: object }

type BeforeAndAfter<Values> = { before: Values; after: Values }

type NationalChange = BeforeAndAfter<VariantValues> & {
  kind: SectionKind
  onlyTranslates?: boolean
  hasOwnWords?: boolean
  keepsOwnWords?: boolean
  hasAdditionElsewhere?: boolean
  asTranslation?: boolean
}

/**
 * The write that turns what is stored into what was typed: the choice and the changed values; null if there is nothing
 * to do. The effect is decided by the same rules that the action checks.
 */
export function nationalWrite(change: NationalChange): Write | null {
  const { before, after, asTranslation } = change
  if (saveOf(change).parts.length === 0) return null
  const names = writtenNames(change)
  const written = Object.fromEntries(Object.entries(after).filter(([name]) => names.some((one) => one === name)))
  return {
    action: 'save-national-section',
    input: { mode: after.mode, ...written, ...(asTranslation ? { asTranslation } : {}) },
    // With another choice the stored reason is empty, until one is given for it.
    ...(before.mode === after.mode ? {} : { means: NO_REASON }),
  }
}

/** The names of the values that were typed for another choice than the current one: a save does not store them. */
export function unsentNames(change: NationalChange): (SavedValue | 'mode')[] {
  return saveOf(change).unsent.filter((name) => name !== 'asTranslation')
}

function saveOf(change: NationalChange): ReturnType<typeof nationalSave> {
  const { before, after, kind, onlyTranslates = false, hasOwnWords = false, asTranslation = false } = change
  const { keepsOwnWords = false, hasAdditionElsewhere = false } = change
  return nationalSave({
    ...{ kind, before: before.mode, after: after.mode, hasOwnWords, keepsOwnWords, asTranslation, onlyTranslates },
    written: writtenNames(change),
    hasNewText: hasNewText(change),
    hasAddition: hasAdditionElsewhere || isWords(after.addition),
  })
}

function writtenNames({ before, after }: BeforeAndAfter<VariantValues>): SavedValue[] {
  // A stored reason is removed with its choice, so for another choice the same reason is sent again.
  const stays = before.mode === after.mode ? before : { ...before, ...NO_REASON }
  const changed = changedNames({ before: stays, after })
  // An empty selection is not a reason: the action accepts one from the list or none.
  return SAVED_VALUES.filter((name) => changed.includes(name) && !(name === 'reason' && after.reason === ''))
}

/** The same for the common framework, which has one action for everything. */
export function masterWrite({ before, after }: BeforeAndAfter<MasterValues>): Write | null {
  const changed = changedNames({ before, after })
  const input = Object.fromEntries(Object.entries(after).filter(([name]) => changed.includes(name)))
  return changed.length === 0 ? null : { action: 'save-section', input }
}

/** What is stored after a write: the values that it sent, by name, are those that were typed. */
export function withSent<Values extends object>({
  before,
  after,
  write: { input, means },
}: BeforeAndAfter<Values> & { write: Write }): Values {
  const sent = Object.entries(after).filter(([name]) => name in input)
  return { ...before, ...Object.fromEntries([...Object.entries(means ?? {}), ...sent]) }
}

/** What is missing before it can be saved, by the field in which it can be fixed. */
export type Missing = Lack | 'title' | 'reason' | 'explanation' | Needless

export function missingIn({
  kind,
  before,
  after,
  hasOwnWords = false,
  keepsOwnWords = false,
  hasAdditionElsewhere = false,
  asTranslation = false,
  needless = [],
}: Omit<NationalChange, 'onlyTranslates'> & { needless?: readonly Needless[] }): Missing[] {
  if (after.mode === 'omit') return omissionLacks(after)
  const isNewText = hasNewText({ before, after })
  const isTranslated = kind === 'translation' && after.mode !== 'adapt' && (asTranslation || isNewText)
  const tooMuch = needless.filter((field) => isTranslated && isWords(after[field]))
  if (tooMuch.length > 0) return tooMuch
  const { lacks } = saveOf({ kind, before, after, hasOwnWords, keepsOwnWords, hasAdditionElsewhere, asTranslation })
  if (after.mode === 'supplement')
    return isTranslated && !hasOwnWords && !isWords(after.title) ? ['title', ...lacks] : lacks
  if (kind === 'common' && after.mode === 'inherit') return []
  return isWords(after.title) ? lacks : ['title']
}

function hasNewText(of: BeforeAndAfter<VariantValues>): boolean {
  const changed = changedNames(of)
  return TEXT_FIELDS.some((name) => changed.includes(name))
}

function isWords(value: string | object): boolean {
  return !isEmptyField(typeof value === 'string' ? value : fromLexical(value))
}
