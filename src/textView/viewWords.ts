/** The prefixes of the keys of all messages that the views of a text and of a difference use. */
export const VIEW_WORDS: readonly string[] = [
  'diff.',
  'words.audience.',
  'words.stage.',
  'words.colon',
  'words.tone.',
  'words.weight.',
  'reader.checklist',
  'reader.indicator',
  'reader.weight',
  'reader.step-',
  'reader.legal',
  'reader.contact',
  'reader.call',
  'reader.table',
  'reader.note-number',
  'reader.ticks-',
]
