'use client'

import { createCommand, type LexicalCommand } from '@payloadcms/richtext-lexical/lexical'

/** Opens the search in a text, or moves to it. */
export const FIND: LexicalCommand<void> = createCommand('FIND')
