import { asRecord } from '@/stored/parse'
import type { WrongField } from './markFields'

/** The reasons of a refusing answer: their sentences, and those that are about one field, with the field. */
export function readReasons(because: unknown): { texts: string[]; wrong: WrongField[] } {
  const reasons: unknown[] = Array.isArray(because) ? because : []
  const said = reasons.flatMap((reason) => {
    const { field, params, text } = asRecord(reason)
    if (typeof text !== 'string' || text === '') return []
    const { address, block, number, words } = asRecord(params)
    return [
      {
        ...{ text, field },
        ...(typeof address === 'string' ? { value: address } : {}),
        ...(typeof words === 'string' ? { words } : {}),
        ...(typeof block === 'string' && typeof number === 'number' ? { block: { kind: block, number } } : {}),
      },
    ]
  })
  return {
    texts: said.map(({ text }) => text),
    wrong: said.flatMap(({ field, ...one }) => (typeof field === 'string' ? [{ ...one, field }] : [])),
  }
}
