import type { SanitizedCollectionConfig } from 'payload'
import type { Language } from '@/domain/language'
import { asRecord } from '@/stored/parse'

/** The name of the field on the screen; its own name if no screen shows it. */
export function nameOnScreen({
  collection,
  name,
  language,
}: {
  collection: SanitizedCollectionConfig
  name: string
  language: Language
}): string {
  const field = collection.fields.find((one) => 'name' in one && one.name === name)
  const label = field && 'label' in field ? field.label : undefined
  const said = asRecord(label)[language] ?? label
  return typeof said === 'string' ? said : name
}
