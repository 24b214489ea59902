'use client'

import { createCommand, type LexicalCommand } from '@payloadcms/richtext-lexical/lexical'

/** Asks for a picture and inserts it after the cursor. */
export const ADD_PICTURE: LexicalCommand<null> = createCommand('ADD_PICTURE')

/** Asks again for the description of the picture with this key. */
export const EDIT_PICTURE: LexicalCommand<string> = createCommand('EDIT_PICTURE')
