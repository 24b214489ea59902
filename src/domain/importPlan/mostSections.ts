/**
 * At most so many sections are saved at once: everybody who saves in the country waits until all are stored, which takes some 30 ms for
 * each.
 */
export const MOST_SECTIONS = 100
