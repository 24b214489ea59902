const MB = 1024 * 1024

/** A larger file is refused before anything in it is read. */
export const MAX_FILE_BYTES = 50 * MB

/** All files of a folder together. */
export const MAX_TOTAL_BYTES = 200 * MB
export const MAX_FILES = 2000

/**
 * Text is parsed at about 1 MB a second and blocks the server meanwhile; 5 MB are some 2,500 pages in one file. Both
 * the Markdown of a file and the main part of a Word file (whose XML is about five times its text) are held to it.
 */
export const MAX_TEXT_BYTES = 5 * MB
export const MAX_WORD_XML_BYTES = 25 * MB

/** What a Word file may unpack to: ten times what may be sent, so that a small file cannot fill the memory. */
export const MAX_UNPACKED_BYTES = 300 * MB
export const MAX_ZIP_ENTRIES = 5000

/** Elements within elements: Word stays below 60; beyond this a file is made to break its readers. */
export const MAX_NESTING = 200

export function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / MB)
}
