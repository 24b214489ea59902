import { answer } from '@/reader/answer'

/** Every other address of the reader; those that nothing is at get a page in the site's look. */
export const dynamic = 'force-dynamic'

export const GET = answer
