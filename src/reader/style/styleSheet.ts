import { createHash } from 'node:crypto'
import { minified } from './minified'
import { readerCss } from './readerCss'

export const styleSheet = minified(readerCss)

/** Changes with the content, so that browsers may cache it for ever. */
export const styleAddress = `/assets/reader-${createHash('sha256').update(styleSheet).digest('hex').slice(0, 12)}.css`
