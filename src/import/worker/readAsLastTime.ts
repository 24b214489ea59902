import type { ImportedDocument } from '@/domain/importing'
import type { Outcome } from '@/domain/refusal'
import { readDocumentInWorker } from './readDocumentInWorker'

/** The level that somebody asked for; undefined: as the last import was cut. */
export type AskedLevel = number | 'automatic' | undefined

/**
 * Reads a document and cuts it at the level that was asked for, else as the last import was cut, so that the same document
 * gives the same sections. Where it has no heading of that level any more, the level is found out anew.
 */
export async function readAsLastTime({
  asked,
  last,
  ...given
}: Omit<Parameters<typeof readDocumentInWorker>[0], 'level'> & {
  asked: AskedLevel
  /** The level of the last import; null where none is known. */
  last: number | null
}): Promise<Outcome<ImportedDocument>> {
  if (typeof asked === 'number') return readDocumentInWorker({ ...given, level: asked })
  if (asked === undefined && last !== null) {
    const read = await readDocumentInWorker({ ...given, level: last })
    if (!read.ok || !read.result.notes.some(({ key }) => LEVEL_IS_NOT_THERE.includes(key))) return read
  }
  return readDocumentInWorker(given)
}

const LEVEL_IS_NOT_THERE = ['import.level-missing', 'import.level-without-headings']
