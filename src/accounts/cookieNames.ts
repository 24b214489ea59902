/** The names of the cookies that Payload reads too begin with this. */
export const COOKIE_PREFIX = 'toolkit'

/** Holds the language that a person chose: Payload reads its own words and dates by it. */
export const LANGUAGE_COOKIE = `${COOKIE_PREFIX}-lng`

/** Holds the look that a person chose, light or dark. */
export const LOOK_COOKIE = `${COOKIE_PREFIX}-theme`
