import type { Metadata } from 'next'

/**
 * What the head of every page of ours says; the title is part of the screen (`WindowTitle`). No search engine lists them.
 * Without an icon the browser would ask for one at an address that does not exist.
 */
export const PAGE_METADATA: Metadata = { robots: { index: false, follow: false }, icons: 'data:,' }
