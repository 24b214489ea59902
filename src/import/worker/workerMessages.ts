import type { ImportedDocument, LevelToCut } from '@/domain/importing'
import type { Outcome } from '@/domain/refusal'
import type { ReadingProgress } from '../readingProgress'
import type { SourceFile } from '../sourceFile'
import type { HowToRead } from '../word/readWord'

/** The input of the process that reads, sent once. */
export type ReadingJob = HowToRead & {
  files: SourceFile[]
  level?: LevelToCut
  lastLevel?: number
  /** The process ends itself after that time, even if nobody is left who could end it. */
  seconds: number
}

/** What it sends: its progress, and at the end the result. */
export type ReadingMessage =
  | { says: 'progress'; progress: ReadingProgress }
  | { says: 'outcome'; outcome: Outcome<ImportedDocument> }
  /** An error in our own code, with its stack for the log. */
  | { says: 'error'; stack: string }
