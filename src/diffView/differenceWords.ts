/** How the keys begin of all messages that showing a difference may need, where only chosen messages reach the browser. */
export const DIFFERENCE_WORDS = ['diff.', 'words.audience.', 'words.stage.', 'words.tone.', 'words.weight.'] as const
