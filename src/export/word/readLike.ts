import type { ImportedDocument } from '@/domain/importing'
import { findInFile } from '@/domain/importPlan/findInFile'
import type { Language } from '@/domain/language'
import type { SectionToMatch } from '@/domain/matchSections'
import type { Outcome } from '@/domain/refusal'
import type { SourceFile } from '@/import/sourceFile'
import type { ReadBack } from './changedInFile'
import type { WordSection } from './wordSection'

type Asked = { files: SourceFile[]; level?: number; ignoresMarks?: boolean }

/** Reads a file that we write as another one was read: with its marks, or as if it had none either. */
export function readLike({
  document,
  existing,
  language,
  readFile,
}: {
  document: Pick<ImportedDocument, 'cut' | 'sections'>
  existing: readonly SectionToMatch[]
  language: Language
  readFile: (asked: Asked) => Promise<Outcome<ImportedDocument>>
}) {
  const isMarked = document.sections.some(({ mark }) => mark)
  return async (bytes: Uint8Array, written: readonly WordSection[]): Promise<Outcome<ReadBack>> => {
    const files = [{ path: 'base.docx', bytes }]
    const outcome = await readFile(isMarked ? { files } : { files, ignoresMarks: true, level: document.cut.level })
    if (!outcome.ok) return outcome
    const { images, sections } = outcome.result
    if (isMarked) return { ok: true, result: { images, sections } }
    const found = findInFile({ read: sections, existing, language })
    const byKey = new Map(found.map(({ key, read }) => [key, read]))
    return { ok: true, result: { images, sections: written.map(({ mark }) => byKey.get(mark.key)) } }
  }
}
