import { parentsByDepth } from '@/domain/alignment/parentsByDepth'
import type { ImportedDocument } from '@/domain/importing'
import { findInFile, type NumberedSection } from '@/domain/importPlan/findInFile'
import { textOfSection } from '@/domain/matchSections'
import type { Outcome } from '@/domain/refusal'
import type { SourceFile } from '@/import/sourceFile'
import type { ReadBack } from './changedInFile'
import type { WordSection } from './wordSection'

type Asked = { files: SourceFile[]; level?: number; ignoresMarks?: boolean }

/** Reads a file that we write as another one was read: with its marks, or as if it had none either. */
export function readLike({
  document: { cut },
  readFile,
}: {
  document: Pick<ImportedDocument, 'cut'>
  readFile: (asked: Asked) => Promise<Outcome<ImportedDocument>>
}) {
  return async (bytes: Uint8Array, written: readonly WordSection[]): Promise<Outcome<ReadBack>> => {
    const files = [{ path: 'base.docx', bytes }]
    const outcome = await readFile(cut.isAtMarks ? { files } : { files, ignoresMarks: true, level: cut.level })
    if (!outcome.ok) return outcome
    const { images, sections } = outcome.result
    const found = cut.isAtMarks
      ? sections.map((read) => ({ key: read.mark?.key, read }))
      : findInFile({ read: sections, existing: inFile(written), language: written[0]?.mark.language ?? 'en' })
    return { ok: true, result: { images, sections: new Map(found.map(({ key, read }) => [key ?? '', read])) } }
  }
}

/** What was written, in the tree that the file has: other sections of the version, with titles like theirs, are not in it. */
function inFile(written: readonly WordSection[]): NumberedSection[] {
  const parents = parentsByDepth(written.map(({ depth }) => depth))
  return written.map(({ body, mark: { key }, number, summary, title }, index) => ({
    ...{ key, slug: key, title, number: number.join('.'), text: textOfSection({ summary, body }) },
    parent: written[parents[index] ?? -1]?.mark.key ?? null,
  }))
}
