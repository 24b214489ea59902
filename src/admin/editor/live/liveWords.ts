/** The prefixes of the keys of the messages that the rows beside a text use, besides those of the editor. */
export const LIVE_WORDS: readonly string[] = ['history.sides.state.', 'history.sides.moved-', 'history.sides.figures']
