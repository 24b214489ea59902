import { completedAddress } from '@/domain/safeUrl'
import { isRecord } from './lexicalJson'

/**
 * The same text with what people left out in front of the addresses of its links, laws and contacts: https://, or mailto:. Payload runs no
 * hook for the address of a link (3.90.2). Not for a value with unlimited nesting: `exceededLimit` finds that first.
 */
export function withCompletedAddresses<Value>(value: Value): Value {
  return completed(value) as Value
}

function completed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(completed)
  if (!isRecord(value)) return value
  const parts = Object.entries(value).map(([name, one]) => [name, completed(one)])
  const copy = Object.fromEntries(parts)
  return (copy.type === 'link' || copy.type === 'block') && isRecord(copy.fields)
    ? { ...copy, fields: withAddress(copy.fields) }
    : copy
}

function withAddress(fields: Record<string, unknown>): Record<string, unknown> {
  return typeof fields.url === 'string' ? { ...fields, url: completedAddress(fields.url) } : fields
}
