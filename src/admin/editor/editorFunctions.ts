/* What the editor on our screens and the server call by these names. */

/** The function that gives an editor what it needs on a screen of ours (`loadEditorGround`). */
export const EDITOR_GROUND = 'editor-ground'

/** What each function answers to an editor if nobody is signed in. */
export const SIGNED_OUT = 'signed-out'
