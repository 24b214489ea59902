import { FIELDS_OF } from '@/domain/richText'

/** The name of one text of a structured block: phone, deadline, article … */
export type FieldName = (typeof FIELDS_OF)[keyof typeof FIELDS_OF][number]

/** The value as such a name, where it is one. */
export function fieldNameOf(value: unknown): FieldName | undefined {
  return Object.values(FIELDS_OF)
    .flat()
    .find((name) => name === value)
}
