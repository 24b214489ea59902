import { answer } from '@/reader/answer'

/** Every other address of the site; unknown ones get a page in the site's style. */
export const dynamic = 'force-dynamic'

export const GET = answer
