import { answer } from '@/reader/answer'

/** A route handler and not a page: a Next page loads 135 KB of script, this loads none. */
export const dynamic = 'force-dynamic'

export const GET = answer
