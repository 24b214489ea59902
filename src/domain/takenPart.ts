import { LANGUAGES, type Language } from './language'

/**
 * Which part of a text is taken from another state: all of it, some fields, or some blocks of one field, by their ids: those of the
 * text that is there and of the one that is taken.
 */
export type TakenPart<Field extends string, RichField extends string> =
  | { kind: 'whole' }
  | { kind: 'fields'; fields: Field[] }
  | { kind: 'blocks'; field: RichField; ids: string[] }

/** Those of the texts that a part names. */
export function fieldsIn<Field extends string>(part: TakenPart<string, string>, texts: readonly Field[]): Field[] {
  if (part.kind === 'whole') return [...texts]
  const named = part.kind === 'fields' ? part.fields : [part.field]
  return texts.filter((field) => named.includes(field))
}

/** Is it all of the text in all languages? */
export function isEverything(part: TakenPart<string, string>, languages: readonly Language[]): boolean {
  return part.kind === 'whole' && LANGUAGES.every((language) => languages.includes(language))
}
