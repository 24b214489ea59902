import { LANGUAGES, type Language } from './language'

const DECISION = 'decision:'

/**
 * Returns the name under which the begun decision on the update of a section is kept; words that were typed in its text are
 * kept under its key.
 */
export function nameOfDecision(key: string): string {
  return `${DECISION}${key}`
}

/** Returns the section on whose update somebody decides; null if the name is that of a text. */
export function sectionOfDecision(name: string): string | null {
  return name.startsWith(DECISION) ? name.slice(DECISION.length) : null
}

/** Returns the language under which work is kept. A begun decision is one for all languages, whichever the version has. */
export function languageOfWork({ name, language }: { name: string; language: Language }): Language {
  return sectionOfDecision(name) === null ? language : LANGUAGES[0]
}
