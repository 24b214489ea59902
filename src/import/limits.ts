const MB = 1024 * 1024

/** A larger file is refused before anything in it is read. */
export const MAX_FILE_BYTES = 50 * MB

/** All files of a folder together. */
export const MAX_TOTAL_BYTES = 200 * MB
export const MAX_FILES = 2000

/**
 * Text is parsed at about 1 MB a second; 2 MB are some 1,000 pages in one file. The main part of a Word file has the
 * same limit: its XML is several times its text.
 */
export const MAX_TEXT_BYTES = 2 * MB
export const MAX_WORD_XML_BYTES = 20 * MB

/**
 * The Markdown parser goes through everything that it has read whenever a list or quote ends (micromark 4.0.3): 4,000
 * of them take about 2 s, twice as many four times as long. A book of 1,000 pages has some 3,000.
 */
export const MAX_LISTS = 8000

/** A book of 1,000 pages has some 10,000 paragraphs, items and cells; each costs, however short it is. */
export const MAX_PARAGRAPHS = 40_000

/**
 * Blocks, and runs of one format in them, in a whole document and in one section of it: the preview takes some 20 µs
 * for each, in the process that answers everybody, and lets other requests run between two sections. Dense text of
 * 150,000 words with tables has some 50,000, with a table of 300 rows in each of 30 chapters 120,000. A section with
 * 30,000 can be shown in the preview, but not stored: it may have about 10,000 (`lexical/exceededLimit`).
 */
export const MAX_PARTS = 150_000
export const MAX_PARTS_OF_SECTION = 30_000

/**
 * The same of the sections that are changed in a Word file that comes back: three texts of each are merged, twice if somebody saved
 * meanwhile, which takes some 0.1 ms for each part (3,000 paragraphs 0.4 s, 14,000 up to 6 s).
 */
export const MAX_PARTS_BACK = 40_000
export const MAX_PARTS_BACK_OF_SECTION = 6000

/**
 * The characters of the same: one paragraph can have all of them. Comparing takes some 4 µs for each, and other requests are answered
 * between two sections. A section of 40 pages has some 100,000.
 */
export const MAX_CHARACTERS_BACK = 1_500_000
export const MAX_CHARACTERS_BACK_OF_SECTION = 150_000

/**
 * Characters that could begin or end something (`*`, `[`, `{` …) in one paragraph: the parser looks back from each to
 * all before it.
 */
export const MAX_SIGNS = 5000

/** Nested quotes and lists at the beginning of one line. */
export const MAX_MARKERS = 100

/** Footnotes with all their repetitions: notes can refer to notes, so that a few lines could grow without limit. */
export const MAX_FOOTNOTE_CHARACTERS = 2_000_000

export const MAX_FRONT_MATTER_CHARACTERS = 20_000

/** The largest toolkits have some 300 sections; the plan of an import compares each with each. */
export const MAX_SECTIONS = 2000

/** Nobody reads more of one kind; all are translated and sent. */
export const MAX_NOTES_OF_ONE_KIND = 100

/**
 * The maximum unpacked size of a Word file: ten times its upload limit, so that a small file cannot fill the memory.
 */
export const MAX_UNPACKED_BYTES = 300 * MB
export const MAX_ZIP_ENTRIES = 5000

/** Nested elements: Word stays below 60; a file with more than this was made to crash its readers. */
export const MAX_NESTING = 200

export function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / MB)
}
