import { LANGUAGES } from '@/domain/language'
import { isSafeUrl } from '@/domain/safeUrl'
import { CHANGE_KINDS, type ChangeReason, REASONS, type Reference, TEXT_FIELDS } from '@/domain/section'
import { asByLanguage, asChoice, asRecord, asText, asTextOrNull } from './parse'

/** The reasons for single changes, as they are stored; none where nothing is stored. */
export function readChangeReasons(stored: unknown): ChangeReason[] {
  const all: unknown[] = Array.isArray(stored) ? stored : []
  return all.map(asRecord).flatMap((one): ChangeReason[] => {
    const { block, field, is, language, words } = asRecord(one.at)
    const known = asChoice(field, TEXT_FIELDS, null)
    if (known === null) return []
    return [
      {
        at: {
          field: known,
          block: asTextOrNull(block),
          is: asChoice(is, CHANGE_KINDS, 'changed'),
          language: asChoice(language, LANGUAGES, 'en'),
          words: asText(words),
        },
        reason: asChoice(one.reason, REASONS, null),
        explanation: asByLanguage(one.explanation, asText),
        references: readReferences(one.references),
      },
    ]
  })
}

function readReferences(stored: unknown): Reference[] {
  const all: unknown[] = Array.isArray(stored) ? stored : []
  return all.map(asRecord).flatMap(({ text, url }): Reference[] => {
    const address = asText(url)
    return asText(text) === '' ? [] : [{ text: asText(text), url: isSafeUrl(address) ? address : null }]
  })
}
