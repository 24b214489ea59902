import type { ImportedDocument } from '@/domain/importing'
import type { Outcome } from '@/domain/refusal'
import type { ReadingProgress } from '../readingProgress'
import type { SourceFile } from '../sourceFile'

/** What the process that reads is given, once. */
export type ReadingJob = {
  files: SourceFile[]
  level?: number
  lastLevel?: number
  /** The process ends itself after that time, even where nobody is left who could end it. */
  seconds: number
}

/** What it says: how far it is, and at the end what came of it. */
export type ReadingMessage =
  | { says: 'progress'; progress: ReadingProgress }
  | { says: 'outcome'; outcome: Outcome<ImportedDocument> }
  /** An error in our own code; its stack, for the log. */
  | { says: 'error'; stack: string }
