/** What a function of the editor answers if nobody is signed in. */
export const SIGNED_OUT = 'signed-out'
