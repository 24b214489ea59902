/**
 * The sentences that say why something is not possible, and the notes on a document that is imported. The message catalogues
 * add theirs (`src/messages/refusalSentences.ts`): a type needs no import, so the rules know each key and no text.
 */
// biome-ignore lint/suspicious/noEmptyInterface: only an interface can be added to, and the catalogues write all of it.
export interface RefusalSentences {}

/** The key of a sentence that says why something is not possible. */
export type RefusalKey = keyof RefusalSentences

/**
 * Why something is not possible: a key of the message catalogues and what to put into the sentence. `field` is the field of
 * what was sent that it is about, where the key alone does not say that (`refusedField`).
 */
export type Refusal = { key: RefusalKey; params?: Record<string, string | number>; field?: string }

/** A person's mistake or a rule that says no is a value, not an exception; broken invariants throw. */
export type Outcome<T> = { ok: true; result: T } | { ok: false; because: Refusal[] }

export function refuse(key: RefusalKey, params?: Refusal['params']): { ok: false; because: Refusal[] } {
  return { ok: false, because: [params ? { key, params } : { key }] }
}
