/** How many characters the title of a toolkit may have. */
export const LONGEST_TOOLKIT_TITLE = 200
