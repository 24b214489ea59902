import type { Endpoint } from 'payload'

/** `GET /api/health`: 200 once the boot checks have passed, with no other content. */
export const healthEndpoint: Endpoint = {
  path: '/health',
  method: 'get',
  handler: async () => Response.json({ ok: true }, { headers: { 'cache-control': 'no-store' } }),
}
