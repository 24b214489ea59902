import { type ByLanguage, LANGUAGES } from '@/domain/language'

/** Parses what the database returns: every external value is checked once, here, and is a domain value afterwards. */
export type StoredDocument = Record<string, unknown>

export function asRecord(value: unknown): StoredDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function asTextOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

export function asNumber(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

/** The id of a related document, populated or not; null if there is none. */
export function asId(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'object' && 'id' in value) return asId(value.id)
  return String(value)
}

/** The members of `known` in a list. */
export function asChoices<T extends string>(value: unknown, known: readonly T[]): T[] {
  const chosen: unknown[] = Array.isArray(value) ? value : []
  return known.filter((one) => chosen.includes(one))
}

/** One of `known`, or the fallback. */
/** A list of texts; what is no text is left out. */
export function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

export function asChoice<T extends string, F>(value: unknown, known: readonly T[], fallback: F): T | F {
  return known.find((one) => one === value) ?? fallback
}

/** One of `known`. Throws for any other value; `what` names the field and the document. */
export function asOneOf<T extends string>({
  value,
  known,
  what,
}: {
  value: unknown
  known: readonly T[]
  what: string
}): T {
  const found = known.find((one) => one === value)
  if (found === undefined) throw new Error(`${what} is ${JSON.stringify(value)}, and not one of: ${known.join(', ')}`)
  return found
}

/** A localized field read with `locale: 'all'`: null, undefined and languages that were never written are left out. */
export function asByLanguage<T>(value: unknown, parse: (one: unknown) => T): ByLanguage<T> {
  const given = asRecord(value)
  const result: ByLanguage<T> = {}
  for (const language of LANGUAGES) {
    const one = given[language]
    if (one !== null && one !== undefined) result[language] = parse(one)
  }
  return result
}
