import type { FindingPlace } from '@/domain/check/finding'

/** The part of an address that leads to a place in a section: its field, and the line that begins there (`AskedPlace`). */
export function placeHash({ field, line }: FindingPlace): string {
  return `#${field}${line === '' ? '' : `=${encodeURIComponent(line)}`}`
}

/** The place that such a part names; null if it names none. */
export function placeOfHash(hash: string): FindingPlace | null {
  const [name, line = ''] = hash.replace(/^#/, '').split('=')
  const field = FIELDS.find((one) => one === name)
  return field ? { field, line: readable(line) } : null
}

const FIELDS: readonly FindingPlace['field'][] = ['summary', 'body', 'addition']

function readable(line: string): string {
  try {
    return decodeURIComponent(line)
  } catch {
    return ''
  }
}
