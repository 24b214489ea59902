'use client'

import { createCommand, type LexicalCommand } from '@payloadcms/richtext-lexical/lexical'

/** Asks for a picture and puts it in behind the place of the cursor. */
export const ADD_PICTURE: LexicalCommand<null> = createCommand('ADD_PICTURE')

/** Asks again what the picture with this key shows. */
export const EDIT_PICTURE: LexicalCommand<string> = createCommand('EDIT_PICTURE')
