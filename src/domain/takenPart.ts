import { LANGUAGES, type Language } from './language'

/**
 * The part of a text that is taken from another state: all of it, some fields, or some blocks of one field, named by
 * their ids in either state.
 */
export type TakenPart<Field extends string, RichField extends string> =
  | { kind: 'whole' }
  | { kind: 'fields'; fields: Field[] }
  | { kind: 'blocks'; field: RichField; ids: string[] }

/** Returns those of the fields that a part names. */
export function fieldsIn<Field extends string>(part: TakenPart<string, string>, texts: readonly Field[]): Field[] {
  if (part.kind === 'whole') return [...texts]
  const named = part.kind === 'fields' ? part.fields : [part.field]
  return texts.filter((field) => named.includes(field))
}

/** Is the part the whole text in all languages? */
export function isEverything(part: TakenPart<string, string>, languages: readonly Language[]): boolean {
  return part.kind === 'whole' && LANGUAGES.every((language) => languages.includes(language))
}
