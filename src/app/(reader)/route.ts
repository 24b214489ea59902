import { answer } from '@/reader/answer'

/** A handler and not a page: a page of Next carries 135 KB of script, this carries none. */
export const dynamic = 'force-dynamic'

export const GET = answer
