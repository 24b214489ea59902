import type { Language } from '../domain/language'

/** Compares by name, in the alphabetical order of a language. */
export function nameOrder(language: Language): (one: { name: string }, other: { name: string }) => number {
  const { compare } = new Intl.Collator(language)
  return (one, other) => compare(one.name, other.name)
}
