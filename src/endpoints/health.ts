import type { Endpoint } from 'payload'
import { unreadableDocuments } from '@/stored/unreadable'

/**
 * `GET /api/health`: 200 once the boot checks have passed. `degraded` names published documents that the site cannot
 * read, if there are any; the answer is still 200, because another server could not read them either.
 */
export const healthEndpoint: Endpoint = {
  path: '/health',
  method: 'get',
  handler: async () => {
    const degraded = unreadableDocuments()
    const body = degraded.length > 0 ? { ok: true, degraded } : { ok: true }
    return Response.json(body, { headers: { 'cache-control': 'no-store' } })
  },
}
