/** The header in which a request names the person for whom the page was made that sends it. */
export const PERSON_HEADER = 'X-Person'
