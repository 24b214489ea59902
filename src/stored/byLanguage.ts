import { z } from 'zod'
import { type ByLanguage, LANGUAGES } from '@/domain/language'

export const language = z.enum(LANGUAGES)

/** A value in some languages; a null value was never written, and a missing field is written in none. */
export function byLanguage<T extends z.ZodType>(value: T) {
  return z
    .partialRecord(language, value.nullish())
    .nullish()
    .transform((given): ByLanguage<z.output<T>> => {
      const present: ByLanguage<z.output<T>> = {}
      for (const one of LANGUAGES) {
        const text = given?.[one]
        if (text !== null && text !== undefined) present[one] = text
      }
      return present
    })
}
