import { asRecord } from '@/stored/parse'
import type { WrongField } from './markFields'

/** The reasons of a refusing answer: their sentences, and those that are about one field, with the field. */
export function readReasons(because: unknown): { texts: string[]; wrong: WrongField[] } {
  const reasons: unknown[] = Array.isArray(because) ? because : []
  const said = reasons.flatMap((reason) => {
    const { field, params, text } = asRecord(reason)
    if (typeof text !== 'string' || text === '') return []
    const { address } = asRecord(params)
    return [{ text, field, ...(typeof address === 'string' ? { value: address } : {}) }]
  })
  return {
    texts: said.map(({ text }) => text),
    wrong: said.flatMap(({ field, ...one }) => (typeof field === 'string' ? [{ ...one, field }] : [])),
  }
}
