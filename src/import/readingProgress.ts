/**
 * The progress of reading a document: `done` of `of` steps. A folder has a step for each of its texts, a Word file
 * several; the last step is cutting into sections. `name` is the file that is being read.
 */
export type ReadingProgress = { done: number; of: number; name?: string }
